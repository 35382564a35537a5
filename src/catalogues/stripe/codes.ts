import type { CodeEntry } from '../../semantics/catalogue.js';

const codes = {
  lock_timeout: {
    retry: 'throttle',
    statuses: [429],
    meaning: {
      en: 'Another request, or a process of Stripe, holds the object.',
      zh: '另一请求或 Stripe 的进程正占用该对象。',
    },
    remedy: { en: 'Send requests to one object one after another.', zh: '请对同一对象依次发送请求。' },
    source: 'Stripe, Rate limits, Object lock timeouts',
  },
  idempotency_key_in_use: {
    retry: 'transient',
    statuses: [409],
    meaning: {
      en: 'Another request with the same idempotency key is under way.',
      zh: '相同幂等键的另一请求正在处理。',
    },
    remedy: { en: 'Wait for the first request to end.', zh: '请等待前一请求结束。' },
    source: 'Stripe, Error codes',
  },
  card_declined: {
    retry: 'never',
    statuses: [402],
    meaning: {
      en: 'The card was declined; decline_code in the body may say why.',
      zh: '卡被拒付，响应体的 decline_code 可能说明原因。',
    },
    remedy: { en: 'Ask for another means of payment.', zh: '请更换支付方式。' },
    source: 'Stripe, Error codes',
  },
  expired_card: {
    retry: 'never',
    statuses: [402],
    meaning: { en: 'The card is past its date.', zh: '卡已过期。' },
    remedy: { en: 'Ask for another card.', zh: '请更换一张卡。' },
    source: 'Stripe, Error codes',
  },
} as const;

codes satisfies { readonly [code: string]: CodeEntry };

/** Stripe's error codes that say whether another attempt can succeed, and the most common other codes. */
export const stripeCodes: typeof codes = codes;
