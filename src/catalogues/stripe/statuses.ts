import type { Catalogue } from '../../semantics/catalogue.js';
import { stripeCodes } from './codes.js';

// The rows of the summary in the API reference. The four server errors share one row there.
const statuses = {
  200: {
    name: 'OK',
    kind: 'success',
    retry: 'never',
    meaning: { en: 'The request did what it should.', zh: '请求按预期完成。' },
    source: 'Stripe API Reference, Errors, HTTP status code summary',
  },
  400: {
    name: 'Bad Request',
    kind: 'rejected',
    retry: 'never',
    meaning: {
      en: 'Stripe cannot use the request as it stands: something in it is missing or wrong.',
      zh: '请求不可用：内容缺失或有误。',
    },
    source: 'Stripe API Reference, Errors, HTTP status code summary',
  },
  401: {
    name: 'Unauthorized',
    kind: 'rejected',
    retry: 'never',
    meaning: { en: 'The API key is missing or not valid.', zh: 'API 密钥缺失或无效。' },
    source: 'Stripe API Reference, Errors, HTTP status code summary',
  },
  402: {
    name: 'Request Failed',
    kind: 'rejected',
    retry: 'never',
    meaning: {
      en: 'Nothing is wrong with the request itself; it did not go through, as with a declined card.',
      zh: '请求本身没有问题，但未能办成，例如卡被拒付。',
    },
    source: 'Stripe API Reference, Errors, HTTP status code summary',
  },
  403: {
    name: 'Forbidden',
    kind: 'rejected',
    retry: 'never',
    meaning: {
      en: 'The API key is known and may not do this.',
      zh: '该 API 密钥有效，但无权执行此操作。',
    },
    source: 'Stripe API Reference, Errors, HTTP status code summary',
  },
  404: {
    name: 'Not Found',
    kind: 'rejected',
    retry: 'never',
    meaning: { en: 'The resource does not exist.', zh: '资源不存在。' },
    source: 'Stripe API Reference, Errors, HTTP status code summary',
  },
  // stripe-node retries a conflict, since the other request, perhaps with the same key, will end.
  409: {
    name: 'Conflict',
    kind: 'unavailable',
    retry: 'transient',
    meaning: {
      en: 'Another request stands in the way, such as one with the same idempotency key.',
      zh: '另一请求与之冲突，例如使用相同幂等键的请求。',
    },
    source: 'Stripe API Reference, Errors, HTTP status code summary; stripe-node, RequestSender',
  },
  424: {
    name: 'External Dependency Failed',
    kind: 'failed',
    retry: 'never',
    meaning: {
      en: 'A system outside Stripe, which the request depends on, failed.',
      zh: '请求所依赖的 Stripe 外部系统出错。',
    },
    source: 'Stripe API Reference, Errors, HTTP status code summary',
  },
  429: {
    name: 'Too Many Requests',
    kind: 'unavailable',
    retry: 'throttle',
    meaning: {
      en: 'Too many requests came too quickly, or another request holds the object.',
      zh: '请求过于频繁，或对象正被其他请求占用。',
    },
    source: 'Stripe API Reference, Errors, HTTP status code summary',
  },
  // Stripe-Should-Retry decides. It is usually `false` here (stripe-node, RequestSender).
  500: {
    name: 'Server Errors',
    kind: 'failed',
    retry: 'transient',
    meaning: {
      en: 'Something broke at Stripe; whether the request took effect is not known.',
      zh: 'Stripe 内部出错，请求是否生效无法确定。',
    },
    source: 'Stripe API Reference, Errors, HTTP status code summary',
  },
  502: {
    name: 'Server Errors',
    kind: 'unavailable',
    retry: 'transient',
    meaning: { en: 'A gateway at Stripe got an invalid answer.', zh: 'Stripe 的网关收到了无效响应。' },
    source: 'Stripe API Reference, Errors, HTTP status code summary',
  },
  503: {
    name: 'Server Errors',
    kind: 'unavailable',
    retry: 'transient',
    meaning: { en: 'Stripe cannot answer for the moment.', zh: 'Stripe 暂时无法处理请求。' },
    source: 'Stripe API Reference, Errors, HTTP status code summary',
  },
  504: {
    name: 'Server Errors',
    kind: 'unavailable',
    retry: 'transient',
    meaning: { en: 'A gateway at Stripe got no answer in time.', zh: 'Stripe 的网关等待超时。' },
    source: 'Stripe API Reference, Errors, HTTP status code summary',
  },
} as const;

/** The type of {@link stripe}, short enough for a field: `OutcomeClient<StripeCatalogue>`. */
export interface StripeCatalogue {
  readonly name: 'Stripe';
  readonly source: 'Stripe API Reference, Errors, HTTP status code summary';
  readonly statuses: typeof statuses;
  readonly codes: typeof stripeCodes;
  readonly requestId: readonly ['request-id'];
  readonly retryHeader: 'stripe-should-retry';
  readonly retry: {
    readonly retries: 2;
    readonly attemptTimeoutMs: 80_000;
    readonly baseDelayMs: 500;
    readonly throttleDelayMs: 500;
    readonly maxDelayMs: 5_000;
    readonly idempotencyKey: true;
    readonly source: 'stripe-node, defaults of maxNetworkRetries, timeout and RequestSender';
  };
}

/**
 * Stripe's API, v1. Every POST gets an `Idempotency-Key`. Stripe answers a repeated request
 * with the same key as it answered the first request (Stripe API Reference, Idempotent
 * requests). `Stripe-Should-Retry` decides about retries, as in Stripe's own clients.
 */
export const stripe: StripeCatalogue = {
  name: 'Stripe',
  source: 'Stripe API Reference, Errors, HTTP status code summary',
  statuses,
  codes: stripeCodes,
  requestId: ['request-id'],
  retryHeader: 'stripe-should-retry',
  retry: {
    retries: 2,
    attemptTimeoutMs: 80_000,
    baseDelayMs: 500,
    throttleDelayMs: 500,
    maxDelayMs: 5_000,
    idempotencyKey: true,
    source: 'stripe-node, defaults of maxNetworkRetries, timeout and RequestSender',
  },
};

stripe satisfies Catalogue;
