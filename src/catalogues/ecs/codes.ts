import type { CodeEntry } from '../../semantics/catalogue.js';
import { gatewayCodes, gatewayCodesOfDew } from '../dew/codes/gateway.js';
import { type CodeRow, type Sourced, sourced } from '../sourced.js';

// The rows have no `statuses`: the page says that the status of a code may be wrong, and most codes come
// in the answer about a job. These are the first codes of the page, which any call may get. Add more
// with `extendCatalogue`.
const rows = {
  // The messages of 0000, 0002, 0004, 0007 and 0008 say to try again later. The remedies of the page do not.
  'Ecs.0000': {
    meaning: { en: 'The data of the request is wrong.', zh: '请求数据有误。' },
    remedy: { en: 'Check the body by the message of the error.', zh: '请根据错误信息检查请求体。' },
  },
  'Ecs.0001': {
    meaning: { en: 'The quota of servers is used up.', zh: '云服务器的配额已用完。' },
    remedy: { en: 'Apply for a larger quota.', zh: '请申请扩大配额。' },
  },
  'Ecs.0002': {
    meaning: { en: 'The job could not be submitted.', zh: '任务未能提交。' },
    remedy: { en: 'Ask support.', zh: '请联系技术支持。' },
  },
  'Ecs.0003': {
    meaning: { en: 'The account is restricted.', zh: '帐户受到限制。' },
    remedy: { en: 'Check whether the account is in arrears or frozen.', zh: '请检查帐户是否欠费或被冻结。' },
  },
  'Ecs.0004': {
    meaning: {
      en: 'The service could not raise its rights for the request.',
      zh: '服务为该请求提升权限时失败。',
    },
    remedy: {
      en: 'Follow the message of the error, or ask support.',
      zh: '请参考错误信息，或联系技术支持。',
    },
  },
  'Ecs.0005': {
    meaning: { en: 'A parameter is not valid.', zh: '参数无效。' },
    remedy: { en: 'Check the body against the API reference.', zh: '请对照接口文档检查请求体。' },
  },
  'Ecs.0006': {
    meaning: { en: 'The image from the marketplace has no product code.', zh: '市场镜像缺少产品编号。' },
    remedy: { en: 'Complete the parameters of the image.', zh: '请补全镜像参数。' },
  },
  'Ecs.0007': {
    meaning: { en: 'An attribute of the image is not valid.', zh: '镜像的属性无效。' },
    remedy: { en: 'Choose another flavor or another type of image.', zh: '请更换规格或镜像类型。' },
  },
  'Ecs.0008': {
    meaning: { en: 'An attribute of the flavor is not valid.', zh: '规格的属性无效。' },
    remedy: { en: 'Ask support.', zh: '请联系技术支持。' },
  },
  'Ecs.0009': {
    meaning: { en: 'The new flavor is the old one.', zh: '变更后的规格与原规格相同。' },
    remedy: { en: 'Choose another flavor.', zh: '请选择不同的规格。' },
  },
  'Ecs.0010': {
    meaning: { en: 'The private IP address is in use already.', zh: '私有 IP 地址已被占用。' },
    remedy: { en: 'Choose another address.', zh: '请更换地址。' },
  },
  'Ecs.0011': {
    meaning: { en: 'The password is not complex enough.', zh: '密码的复杂度不够。' },
    remedy: { en: 'Choose a password that follows the rules.', zh: '请按规则重新设置密码。' },
  },
  'Ecs.0012': {
    meaning: { en: 'The subnet has not enough IP addresses left.', zh: '子网剩余的 IP 地址不足。' },
    remedy: { en: 'Release addresses, or use another subnet.', zh: '请释放地址，或使用其他子网。' },
  },
} as const;

rows satisfies { readonly [code: string]: CodeRow };

const own: Sourced<typeof rows, 'ECS API Reference, Error Codes (ecs_07_0002)'> = sourced(
  rows,
  'ECS API Reference, Error Codes (ecs_07_0002)',
);

type All = typeof own & typeof gatewayCodes & typeof gatewayCodesOfDew;

/** The error codes of ECS, and the codes of the API gateway in both spellings, since the page of ECS refers to them. */
export const ecsCodes: { readonly [C in keyof All]: All[C] } = {
  ...own,
  ...gatewayCodes,
  ...gatewayCodesOfDew,
};

ecsCodes satisfies { readonly [code: string]: CodeEntry };
