import type { Catalogue } from '../../semantics/catalogue.js';
import { openaiCodes } from './codes.js';
import { readOpenaiProblem } from './problem.js';

const statuses = {
  200: {
    name: 'OK',
    kind: 'success',
    retry: 'never',
    meaning: { en: 'The request succeeded.', zh: '请求成功。' },
    source: 'OpenAI API Reference',
  },
  400: {
    name: 'BadRequestError',
    kind: 'rejected',
    retry: 'never',
    meaning: { en: 'The request is malformed, or lacks a parameter.', zh: '请求格式有误，或缺少参数。' },
    source: 'openai-node, README, Handling errors',
  },
  401: {
    name: 'AuthenticationError',
    kind: 'rejected',
    retry: 'never',
    meaning: { en: 'The API key or the organization is not valid.', zh: 'API 密钥或组织无效。' },
    source: 'openai-node, README, Handling errors',
  },
  403: {
    name: 'PermissionDeniedError',
    kind: 'rejected',
    retry: 'never',
    meaning: {
      en: 'The key may not do this, or the country is not supported.',
      zh: '密钥无权执行此操作，或所在国家不受支持。',
    },
    source: 'openai-node, README, Handling errors',
  },
  404: {
    name: 'NotFoundError',
    kind: 'rejected',
    retry: 'never',
    meaning: { en: 'The resource does not exist.', zh: '资源不存在。' },
    source: 'openai-node, README, Handling errors',
  },
  408: {
    name: 'Request Timeout',
    kind: 'unavailable',
    retry: 'transient',
    meaning: { en: 'The request did not arrive in time.', zh: '请求未能及时到达。' },
    source: 'openai-node, README, Retries',
  },
  409: {
    name: 'ConflictError',
    kind: 'unavailable',
    retry: 'transient',
    meaning: { en: 'Another request holds the resource.', zh: '资源正被另一请求占用。' },
    source: 'openai-node, README, Retries',
  },
  422: {
    name: 'UnprocessableEntityError',
    kind: 'rejected',
    retry: 'never',
    meaning: {
      en: 'The request is well formed and cannot be carried out.',
      zh: '请求格式正确，但无法执行。',
    },
    source: 'openai-node, README, Handling errors',
  },
  // The code says whether it is the rate, for which waiting helps, or the quota, for which it does not.
  429: {
    name: 'RateLimitError',
    kind: 'unavailable',
    or: ['rejected'],
    retry: 'throttle',
    meaning: {
      en: 'Too many requests or tokens in a given time, or the quota is used up.',
      zh: '请求或令牌过于频繁，或额度已用完。',
    },
    source: 'openai-node, README, Handling errors',
  },
  500: {
    name: 'InternalServerError',
    kind: 'failed',
    retry: 'transient',
    meaning: { en: 'The server failed while it handled the request.', zh: '服务器处理请求时出错。' },
    source: 'openai-node, README, Retries',
  },
  502: {
    name: 'InternalServerError',
    kind: 'unavailable',
    retry: 'transient',
    meaning: { en: 'A gateway got an invalid answer.', zh: '网关收到了无效响应。' },
    source: 'openai-node, README, Retries',
  },
  503: {
    name: 'InternalServerError',
    kind: 'unavailable',
    retry: 'transient',
    meaning: { en: 'The servers are overloaded for the moment.', zh: '服务器暂时过载。' },
    source: 'openai-node, README, Retries',
  },
  504: {
    name: 'InternalServerError',
    kind: 'unavailable',
    retry: 'transient',
    meaning: { en: 'A gateway got no answer in time.', zh: '网关等待超时。' },
    source: 'openai-node, README, Retries',
  },
} as const;

// Calls that change no state. OpenAI's own client retries every POST after any 5xx. A completion that
// is sent twice costs twice, and is stored only if `store` is true.
const operations = [
  { method: 'POST', path: '/chat/completions', repeatable: true },
  { method: 'POST', path: '/embeddings', repeatable: true },
  { method: 'POST', path: '/moderations', repeatable: true },
] as const;

/** The type of {@link openai}, short enough for a field: `OutcomeClient<OpenaiCatalogue>`. */
export interface OpenaiCatalogue {
  readonly name: 'OpenAI';
  readonly source: 'OpenAI, Error codes guide; openai-node, README';
  readonly statuses: typeof statuses;
  readonly codes: typeof openaiCodes;
  readonly operations: typeof operations;
  readonly requestId: readonly ['x-request-id'];
  readonly retryHeader: 'x-should-retry';
  readonly readProblem: typeof readOpenaiProblem;
  readonly retry: {
    readonly retries: 2;
    readonly attemptTimeoutMs: 600_000;
    readonly baseDelayMs: 500;
    readonly throttleDelayMs: 500;
    readonly maxDelayMs: 8_000;
    readonly source: 'openai-node, README, Retries and Timeouts; client, calculateDefaultRetryTimeoutMillis';
  };
}

/** OpenAI's API, and APIs of the same form. The paths match behind any base address. */
export const openai: OpenaiCatalogue = {
  name: 'OpenAI',
  source: 'OpenAI, Error codes guide; openai-node, README',
  statuses,
  codes: openaiCodes,
  operations,
  requestId: ['x-request-id'],
  retryHeader: 'x-should-retry',
  readProblem: readOpenaiProblem,
  retry: {
    retries: 2,
    attemptTimeoutMs: 600_000,
    baseDelayMs: 500,
    throttleDelayMs: 500,
    maxDelayMs: 8_000,
    source: 'openai-node, README, Retries and Timeouts; client, calculateDefaultRetryTimeoutMillis',
  },
};

openai satisfies Catalogue;
