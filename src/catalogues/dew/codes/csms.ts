import { type CodeRow, type Sourced, sourced } from '../../sourced.js';

const rows = {
  // The page says "try again" for this code. The code says so although the row of 500 says so too, since
  // a user may replace that row.
  'CSMS.0001': {
    retry: 'transient',
    statuses: [500],
    meaning: { en: 'The secret service failed internally.', zh: '凭据服务内部出错。' },
    remedy: {
      en: 'Try again later; if it goes on, ask support.',
      zh: '稍后再试；若持续出现，请咨询技术支持。',
    },
  },
  'CSMS.0002': {
    statuses: [400],
    meaning: { en: 'A parameter has a value that is not allowed.', zh: '有参数的取值不符合要求。' },
    remedy: { en: "Correct the parameter's value.", zh: '请更正该参数的取值。' },
  },
  'CSMS.0003': {
    statuses: [400],
    meaning: { en: 'The request is not one that the service knows.', zh: '服务无法识别该请求。' },
    remedy: { en: 'Check the URL of the request.', zh: '请检查请求的 URL。' },
  },
  'CSMS.0004': {
    statuses: [400],
    meaning: { en: 'The body is not in the expected format.', zh: '请求体的格式有误。' },
    remedy: { en: 'Send a body as the API reference describes it.', zh: '请按 API 参考的格式填写请求体。' },
  },
  'CSMS.0005': {
    statuses: [400],
    meaning: { en: 'There is no such secret.', zh: '找不到该凭据。' },
    remedy: { en: 'Name a secret that exists.', zh: '请填写已存在的凭据。' },
  },
  'CSMS.0006': {
    retry: 'transient',
    statuses: [500],
    meaning: { en: 'The secret value could not be encrypted with AES.', zh: '凭据值的 AES 加密出错。' },
    remedy: {
      en: 'Try again later; if it goes on, ask support.',
      zh: '稍后再试；若持续出现，请咨询技术支持。',
    },
  },
  'CSMS.0101': {
    statuses: [409],
    meaning: { en: 'A secret of this name is already there.', zh: '同名凭据已经存在。' },
    remedy: { en: 'Choose another name for the secret.', zh: '请换一个凭据名称。' },
  },
  'CSMS.0102': {
    statuses: [409],
    meaning: { en: 'The secret already has a version with this ID.', zh: '该凭据已有此版本号。' },
    remedy: { en: 'Choose another version ID.', zh: '请换一个版本号。' },
  },
  'CSMS.0103': {
    statuses: [400],
    meaning: { en: 'The secret is waiting for its scheduled deletion.', zh: '凭据正等待计划删除。' },
    remedy: {
      en: 'Use a secret that is enabled or disabled, or cancel the deletion first.',
      zh: '请使用处于启用或禁用状态的凭据，或先取消删除。',
    },
  },
  'CSMS.0104': {
    statuses: [409],
    meaning: {
      en: 'The secret already has a version status of this name.',
      zh: '该凭据已有同名的版本状态。',
    },
    remedy: { en: 'Choose another name for the version status.', zh: '请换一个版本状态名称。' },
  },
  'CSMS.0105': {
    statuses: [400],
    meaning: {
      en: 'A version status that the system made cannot be deleted.',
      zh: '系统内置的版本状态不可删除。',
    },
    remedy: { en: 'Delete only version statuses of your own.', zh: '请只删除自定义的版本状态。' },
  },
  'CSMS.0106': {
    statuses: [400],
    meaning: { en: 'No secret has this name.', zh: '没有以此命名的凭据。' },
    remedy: { en: 'Check the name of the secret.', zh: '请检查凭据名称。' },
  },
  'CSMS.0107': {
    statuses: [400],
    meaning: {
      en: 'The secret is to be deleted and accepts no operations.',
      zh: '凭据即将被删除，不接受操作。',
    },
    remedy: { en: 'Use another secret.', zh: '请改用其他凭据。' },
  },
  'CSMS.0108': {
    statuses: [400],
    meaning: { en: 'The secret is not scheduled for deletion.', zh: '凭据并未安排删除。' },
    remedy: { en: 'Name a secret whose deletion is scheduled.', zh: '请选择已计划删除的凭据。' },
  },
  'CSMS.0109': {
    statuses: [403],
    meaning: { en: 'The secret is not in the enabled state.', zh: '凭据当前未处于启用状态。' },
    remedy: { en: 'Enable the secret first.', zh: '请先启用凭据。' },
  },
  // A quota, like CSMS.0202, although the status is 500. The same request fails until secrets are deleted.
  'CSMS.0201': {
    retry: 'never',
    statuses: [500],
    meaning: { en: 'The project has as many secrets as its quota allows.', zh: '凭据数量已用完配额。' },
    remedy: { en: 'Delete secrets that are no longer needed.', zh: '请删除不再需要的凭据。' },
  },
  'CSMS.0202': {
    statuses: [400],
    meaning: { en: 'No further secret fits into the quota.', zh: '凭据配额已满，无法再创建。' },
    remedy: { en: 'Delete secrets that are no longer needed.', zh: '请删除不再需要的凭据。' },
  },
  'CSMS.0203': {
    statuses: [400],
    meaning: { en: 'No further version status fits into the quota.', zh: '版本状态配额已满，无法再添加。' },
    remedy: { en: 'Delete version statuses that are no longer needed.', zh: '请删除不再需要的版本状态。' },
  },
  'CSMS.0204': {
    statuses: [400],
    meaning: {
      en: 'The secret would have more version statuses than its quota allows.',
      zh: '版本状态的数量超出了配额。',
    },
    remedy: { en: 'Use fewer version statuses, or delete some.', zh: '请减少或删除部分版本状态。' },
  },
  'CSMS.0205': {
    statuses: [404],
    meaning: { en: 'No version quota is recorded for the secret.', zh: '查不到该凭据的版本配额。' },
    remedy: { en: 'The secret is gone: choose another one.', zh: '该凭据已不存在，请改选其他凭据。' },
  },
  'CSMS.0206': {
    statuses: [404],
    meaning: {
      en: 'No version status quota is recorded for the secret.',
      zh: '查不到该凭据的版本状态配额。',
    },
    remedy: { en: 'The secret is gone: choose another one.', zh: '该凭据已不存在，请改选其他凭据。' },
  },
  'CSMS.0207': {
    statuses: [404],
    meaning: { en: 'No secret quota is recorded.', zh: '查不到凭据配额。' },
    remedy: { en: 'The secret is gone: choose another one.', zh: '该凭据已不存在，请改选其他凭据。' },
  },
  // The remedy is a new token. The service says nothing more about a revoked token.
  'CSMS.0301': {
    reauthenticate: true,
    statuses: [400],
    meaning: { en: 'The service does not accept the X-Auth-Token.', zh: '服务不接受所携带的 X-Auth-Token。' },
    remedy: { en: 'Get a new token, and send the whole of it.', zh: '请获取新的 token，并完整发送。' },
  },
  'CSMS.0302': {
    statuses: [403],
    meaning: { en: "The user's role does not allow this call.", zh: '用户的角色不允许调用此接口。' },
    remedy: {
      en: 'Ask the administrator for the CSMS Fullaccess permission.',
      zh: '请管理员授予 CSMS Fullaccess 权限。',
    },
  },
  'CSMS.0401': {
    statuses: [400],
    meaning: {
      en: 'The KMS key given cannot unlock the secret value.',
      zh: '用所给的 KMS 密钥取不出凭据值。',
    },
    remedy: { en: 'Check that the key is there and enabled.', zh: '请检查该密钥是否存在且已启用。' },
  },
} as const;

rows satisfies { readonly [code: string]: CodeRow };

/** The error codes of the Cloud Secret Management Service (CSMS). */
export const csmsCodes: Sourced<typeof rows, 'DEW API Reference, Error Codes'> = sourced(
  rows,
  'DEW API Reference, Error Codes',
);
