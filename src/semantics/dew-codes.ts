import type { CodeEntry } from './catalogue.js';

/** DEW's error codes that refine the status they come with. */
export const dewCodes = {
  // "Retry or contact support" stands on these, 400 though they are.
  'KMS.0319': {
    kind: 'unavailable',
    retry: 'transient',
    statuses: [400],
    meaning: { en: 'This version of KMS cannot rotate keys.', zh: '当前 KMS 版本无法轮换密钥。' },
    source: 'DEW API Reference, Error Codes',
  },
  'KMS.0323': {
    kind: 'unavailable',
    retry: 'transient',
    statuses: [400],
    meaning: {
      en: 'The partition that holds the key could not be determined.',
      zh: '未能获取密钥所在的分区。',
    },
    source: 'DEW API Reference, Error Codes',
  },
  'KMS.1108': {
    kind: 'unavailable',
    retry: 'transient',
    statuses: [400],
    meaning: {
      en: 'The default partition for the key could not be created.',
      zh: '未能创建密钥的默认分区。',
    },
    source: 'DEW API Reference, Error Codes',
  },
  'KMS.1109': {
    kind: 'unavailable',
    retry: 'transient',
    statuses: [400],
    meaning: { en: 'The route to the key could not be created.', zh: '未能创建密钥的路由。' },
    source: 'DEW API Reference, Error Codes',
  },
  'KMS.2403': {
    kind: 'unavailable',
    retry: 'transient',
    statuses: [400],
    meaning: { en: 'The grant could not be created.', zh: '未能创建授权。' },
    source: 'DEW API Reference, Error Codes',
  },
  // … and on these two under 500.
  'KMS.0101': {
    retry: 'transient',
    statuses: [500],
    meaning: { en: 'KMS failed internally.', zh: 'KMS 内部出错。' },
    source: 'DEW API Reference, Error Codes',
  },
  'KMS.0102': {
    retry: 'transient',
    statuses: [500],
    meaning: { en: 'KMS failed to read or write its data.', zh: 'KMS 读写数据异常。' },
    source: 'DEW API Reference, Error Codes',
  },
  'KMS.0207': {
    statuses: [404],
    meaning: { en: 'There is no such key.', zh: '密钥不存在。' },
    source: 'DEW API Reference, Error Codes',
  },
  // A token that has expired can be renewed; one that is not a token at all is the caller's mistake.
  'KMS.0301': {
    statuses: [403],
    meaning: {
      en: 'The X-Auth-Token header is empty or has characters that a token cannot have.',
      zh: 'X-Auth-Token 为空或含有非法字符。',
    },
    source: 'DEW API Reference, Error Codes',
  },
  'KMS.0302': {
    statuses: [403],
    meaning: {
      en: 'The X-Auth-Token is not a valid token.',
      zh: 'X-Auth-Token 不是有效的 token。',
    },
    source: 'DEW API Reference, Error Codes',
  },
  'KMS.0303': {
    reauthenticate: true,
    statuses: [403],
    meaning: { en: 'The X-Auth-Token has expired.', zh: 'X-Auth-Token 已过期。' },
    source: 'DEW API Reference, Error Codes',
  },
  'KPS.9001': {
    reauthenticate: true,
    statuses: [401],
    meaning: {
      en: 'The request has no token, or its token could not be verified.',
      zh: '请求没有携带 token，或 token 认证失败。',
    },
    source: 'DEW API Reference, Error Codes',
  },
  // The API gateway in front of DEW.
  'APIG.0307': {
    reauthenticate: true,
    statuses: [401],
    meaning: {
      en: 'The token is out of date and must be renewed.',
      zh: 'token 已失效，需要重新获取。',
    },
    source: 'API Gateway API Reference, Error Codes',
  },
  'APIG.0308': {
    retry: 'throttle',
    statuses: [429],
    meaning: {
      en: 'The gateway has received more requests than its throttling limit allows.',
      zh: '请求数超过了网关的流控上限。',
    },
    source: 'API Gateway API Reference, Error Codes',
  },
} as const;

// Apart from the export, where isolatedDeclarations refuses `as const satisfies`.
dewCodes satisfies { readonly [code: string]: CodeEntry };
