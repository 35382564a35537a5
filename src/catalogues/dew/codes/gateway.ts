import { type CodeRow, type Sourced, sourced } from '../../sourced.js';

const rows = {
  'APIG.0101': {
    statuses: [404],
    meaning: {
      en: 'The gateway has no published API for this method and path.',
      zh: '网关没有与此方法和路径对应的已发布 API。',
    },
    remedy: {
      en: 'Compare host, method and path with the API, and the X-Stage header with where it is published.',
      zh: '请核对域名、请求方法、路径与 API 是否一致，以及 X-Stage 请求头与发布环境是否一致。',
    },
  },
  'APIG.0103': {
    statuses: [500],
    meaning: { en: 'The gateway cannot find the backend.', zh: '网关找不到后端。' },
    remedy: { en: 'Ask support.', zh: '请咨询技术支持。' },
  },
  'APIG.0104': {
    statuses: [500],
    meaning: { en: 'The gateway cannot find the configuration of a plug-in.', zh: '网关找不到插件的配置。' },
    remedy: { en: 'Ask support.', zh: '请咨询技术支持。' },
  },
  'APIG.0105': {
    statuses: [500],
    meaning: {
      en: 'The gateway cannot find the configuration of the backend.',
      zh: '网关找不到后端的配置。',
    },
    remedy: { en: 'Ask support.', zh: '请咨询技术支持。' },
  },
  'APIG.0106': {
    statuses: [400],
    meaning: {
      en: "The gateway could not map the request to the backend's parameters.",
      zh: '网关未能将请求编排为后端参数。',
    },
    remedy: { en: "Check the API's frontend and backend parameters.", zh: '请检查 API 的前后端参数配置。' },
  },
  // This code means that the gateway could not pass the request on. The status says why, and whether to retry.
  'APIG.0201': {
    statuses: [400, 413, 414, 494, 500, 502, 504],
    meaning: {
      en: 'The gateway refused the request (malformed, or its body, URI or headers are too large), or had no answer from the backend.',
      zh: '网关拒绝了请求（格式有误，或请求体、URI、请求头过大），或未得到后端的响应。',
    },
    remedy: {
      en: 'By status: 400 correct the request; 413, 414, 494 make it smaller; 502, 504 check the backend; 500 ask support.',
      zh: '按状态码处理：400 更正请求；413、414、494 缩小请求；502、504 检查后端；500 咨询技术支持。',
    },
  },
  'APIG.0204': {
    statuses: [400],
    meaning: {
      en: 'The gateway does not support this version of SSL or TLS.',
      zh: '网关不支持该 SSL/TLS 版本。',
    },
    remedy: { en: 'Connect with a newer version of TLS.', zh: '请使用较新的 TLS 版本连接。' },
  },
  // A 401 asks for new credentials by itself, also in the rows below. Only 0307 says that they are too old.
  'APIG.0301': {
    statuses: [401],
    meaning: { en: 'The IAM credentials are not right.', zh: 'IAM 凭证不正确。' },
    remedy: { en: 'Check the token, or get a new one.', zh: '请检查 token，或重新获取。' },
  },
  'APIG.0302': {
    statuses: [403],
    meaning: { en: 'The IAM user may not call this API.', zh: '该 IAM 用户不能调用此 API。' },
    remedy: {
      en: 'Check whether a blacklist or whitelist keeps the user out.',
      zh: '请检查黑白名单是否限制了该用户。',
    },
  },
  'APIG.0303': {
    statuses: [401],
    meaning: { en: "The app's credentials or signature are not right.", zh: 'APP 凭证或签名不正确。' },
    remedy: {
      en: "Sign exactly what is sent (method, path, query, body), and check the client's clock.",
      zh: '请确保签名内容与实际请求（方法、路径、查询参数、请求体）一致，并检查客户端时间。',
    },
  },
  'APIG.0304': {
    statuses: [403],
    meaning: { en: 'The app may not call this API.', zh: '该 APP 不能调用此 API。' },
    remedy: { en: 'Have the app authorized for the API.', zh: '请为该 APP 授权此 API。' },
  },
  'APIG.0305': {
    statuses: [401],
    meaning: { en: 'The credentials are not right.', zh: '身份凭证不正确。' },
    remedy: { en: 'Check the credentials.', zh: '请检查身份凭证。' },
  },
  'APIG.0306': {
    statuses: [403],
    meaning: { en: 'The caller may not use this API.', zh: '调用方不能使用此 API。' },
    remedy: {
      en: 'Check whether the caller is authorized for the API.',
      zh: '请检查调用方是否已获得此 API 的授权。',
    },
  },
  'APIG.0307': {
    reauthenticate: true,
    statuses: [401],
    meaning: { en: 'The token is out of date and must be renewed.', zh: 'token 已经失效，必须更新。' },
    remedy: {
      en: 'Get a new token from IAM and send the request again.',
      zh: '请从 IAM 获取新的 token 后重新发送请求。',
    },
  },
  'APIG.0308': {
    retry: 'throttle',
    statuses: [429],
    meaning: {
      en: 'The gateway has received more requests than its throttling limit allows.',
      zh: '请求数超过了网关的流控上限。',
    },
    remedy: {
      en: 'Wait for the limit to refresh; if the daily limit of a subdomain is used up, bind a domain name of your own.',
      zh: '请等待流控刷新；若子域名的单日次数用完，请绑定自己的域名。',
    },
  },
  'APIG.0310': {
    statuses: [403],
    meaning: { en: 'The project cannot be used at present.', zh: '项目当前不可用。' },
    remedy: { en: 'Use another project.', zh: '请改用其他项目。' },
  },
  'APIG.0311': {
    statuses: [401],
    meaning: { en: 'The credentials for debugging are not right.', zh: '用于调试的凭证不正确。' },
    remedy: { en: 'Ask support.', zh: '请咨询技术支持。' },
  },
  'APIG.0401': {
    statuses: [403],
    meaning: { en: "The gateway cannot tell the client's IP address.", zh: '网关识别不出客户端的 IP 地址。' },
    remedy: { en: 'Ask support.', zh: '请咨询技术支持。' },
  },
  'APIG.0402': {
    statuses: [403],
    meaning: { en: 'Calls from this IP address are not allowed.', zh: '不允许从此 IP 地址调用。' },
    remedy: {
      en: 'Check whether a blacklist or whitelist keeps the address out.',
      zh: '请检查黑白名单是否限制了该地址。',
    },
  },
  'APIG.0404': {
    statuses: [403],
    meaning: { en: "The gateway may not call the backend's IP address.", zh: '网关不能访问该后端 IP 地址。' },
    remedy: {
      en: "Use a backend whose address, or whose domain's address, is allowed.",
      zh: '请使用地址（或域名对应地址）被允许的后端。',
    },
  },
  // 405 means a quota or a frozen account here. Buying or paying helps, and another method does not.
  'APIG.0501': {
    statuses: [405],
    meaning: {
      en: 'The app has used up its quota or the calls that it bought.',
      zh: 'APP 的配额或购买的调用次数已用完。',
    },
    remedy: { en: 'Buy more quota or more calls.', zh: '请购买更多配额或调用次数。' },
  },
  'APIG.0502': {
    statuses: [405],
    meaning: { en: 'The app is frozen.', zh: 'APP 处于冻结状态。' },
    remedy: { en: "Top up the account's balance.", zh: '请为帐户充值。' },
  },
  'APIG.0601': {
    statuses: [500],
    meaning: { en: 'The gateway failed internally.', zh: '网关内部出错。' },
    remedy: { en: 'Ask support.', zh: '请咨询技术支持。' },
  },
  'APIG.0602': {
    statuses: [400],
    meaning: { en: 'The request is not a valid one.', zh: '该请求无效。' },
    remedy: { en: 'Check the request against the API.', zh: '请对照 API 检查请求。' },
  },
  'APIG.0605': {
    statuses: [500],
    meaning: { en: "The backend's domain name could not be resolved.", zh: '后端的域名无法解析。' },
    remedy: {
      en: 'Check how the name is spelled, and that it points to the right backend.',
      zh: '请检查域名的拼写，以及它是否指向正确的后端。',
    },
  },
  'APIG.0606': {
    statuses: [500],
    meaning: { en: "The gateway has not loaded the API's configuration.", zh: '网关没有加载该 API 的配置。' },
    remedy: { en: 'Ask support.', zh: '请咨询技术支持。' },
  },
  'APIG.0607': {
    statuses: [400],
    meaning: {
      en: 'The API is not open to the protocol of the request.',
      zh: '该 API 不接受请求所用的协议。',
    },
    remedy: {
      en: 'Use the protocol that the message names, HTTP or HTTPS.',
      zh: '请使用错误消息中列出的协议（HTTP 或 HTTPS）。',
    },
  },
  'APIG.0608': {
    statuses: [500],
    meaning: {
      en: 'The gateway could not get its own administrator token.',
      zh: '网关未能取得自己的管理员 token。',
    },
    remedy: { en: 'Ask support.', zh: '请咨询技术支持。' },
  },
  'APIG.0609': {
    statuses: [500],
    meaning: { en: 'The gateway cannot find the backend in the VPC.', zh: '网关在 VPC 中找不到后端。' },
    remedy: { en: 'Ask support.', zh: '请咨询技术支持。' },
  },
  'APIG.0610': {
    statuses: [502],
    meaning: { en: 'None of the backends can be reached.', zh: '没有任何后端可以连接。' },
    remedy: {
      en: 'Check that every backend works and that the call agrees with its configuration.',
      zh: '请检查各后端是否正常，以及调用与配置是否一致。',
    },
  },
  'APIG.0611': {
    statuses: [500],
    meaning: { en: "The gateway cannot find the backend's port.", zh: '网关找不到后端的端口。' },
    remedy: { en: 'Ask support.', zh: '请咨询技术支持。' },
  },
  // The configuration has a loop, and a retry does not end it.
  'APIG.0612': {
    retry: 'never',
    statuses: [500],
    meaning: { en: "The API's backend leads back to the API itself.", zh: 'API 的后端又指向了该 API 自身。' },
    remedy: {
      en: 'Change the backend: calls may nest 10 levels at most.',
      zh: '请修改后端配置；嵌套调用最多 10 层。',
    },
  },
  'APIG.0613': {
    statuses: [503],
    meaning: { en: 'IAM is not available at the moment.', zh: 'IAM 当前不可用。' },
    remedy: { en: 'Ask support.', zh: '请咨询技术支持。' },
  },
  'APIG.0705': {
    statuses: [500],
    meaning: { en: 'The signature for the backend could not be computed.', zh: '未能计算发往后端的签名。' },
    remedy: { en: 'Ask support.', zh: '请咨询技术支持。' },
  },
  'APIG.0802': {
    statuses: [403],
    meaning: { en: 'The IAM user is disabled in this region.', zh: '该 IAM 用户在本区域被停用。' },
    remedy: { en: 'Ask support.', zh: '请咨询技术支持。' },
  },
  'APIG.1009': {
    statuses: [400],
    meaning: { en: 'The AppKey or the AppSecret is wrong.', zh: '所用的 AppKey 或 AppSecret 有误。' },
    remedy: { en: 'Check the AppKey and the AppSecret.', zh: '请检查 AppKey 与 AppSecret。' },
  },
} as const;

rows satisfies { readonly [code: string]: CodeRow };

/** The error codes of the API gateway in front of DEW, as the gateway spells them. */
export const gatewayCodes: Sourced<typeof rows, 'API Gateway API Reference, Error Codes'> = sourced(
  rows,
  'API Gateway API Reference, Error Codes',
);

type Spelled<Codes> = {
  readonly [C in keyof Codes as C extends `APIG.${infer Digits}` ? `APIGW.${Digits}` : never]: Codes[C];
};

/** The same codes as DEW's own pages spell them. */
export const gatewayCodesOfDew: Spelled<typeof gatewayCodes> = spelledByDew();

function spelledByDew(): Spelled<typeof gatewayCodes> {
  const entries = Object.entries(gatewayCodes).map(
    ([code, entry]) => [code.replace(/^APIG\./, 'APIGW.'), entry] as const,
  );
  // The type of Object.fromEntries does not say which key has which entry. Each entry is under the key
  // that Spelled gives.
  return Object.fromEntries(entries) as Spelled<typeof gatewayCodes>;
}
