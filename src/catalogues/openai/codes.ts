import type { CodeEntry } from '../../semantics/catalogue.js';

const codes = {
  // Waiting does not help with these codes. The guide says not to retry them.
  insufficient_quota: {
    kind: 'rejected',
    retry: 'never',
    statuses: [429],
    meaning: {
      en: 'The credits are used up, or the spend limit is reached.',
      zh: '额度已用完，或达到支出上限。',
    },
    remedy: { en: 'Add credits, or have the limit raised.', zh: '请充值，或申请提高上限。' },
    source: 'OpenAI, Error codes guide',
  },
  credit_balance_exhausted: {
    kind: 'rejected',
    retry: 'never',
    statuses: [429],
    meaning: { en: 'The organization has no prepaid credits left.', zh: '组织的预付额度已用完。' },
    remedy: { en: 'Add credits, or have the limit raised.', zh: '请充值，或申请提高上限。' },
    source: 'OpenAI, Error codes guide',
  },
  organization_spend_limit_exceeded: {
    kind: 'rejected',
    retry: 'never',
    statuses: [429],
    meaning: {
      en: 'The organization has reached its spend limit of the month.',
      zh: '组织已达到本月的支出上限。',
    },
    remedy: { en: 'Add credits, or have the limit raised.', zh: '请充值，或申请提高上限。' },
    source: 'OpenAI, Error codes guide',
  },
  project_spend_limit_exceeded: {
    kind: 'rejected',
    retry: 'never',
    statuses: [429],
    meaning: {
      en: 'The project has reached its spend limit of the month.',
      zh: '项目已达到本月的支出上限。',
    },
    remedy: { en: 'Add credits, or have the limit raised.', zh: '请充值，或申请提高上限。' },
    source: 'OpenAI, Error codes guide',
  },
  organization_usage_limit_exceeded: {
    kind: 'rejected',
    retry: 'never',
    statuses: [429],
    meaning: {
      en: 'The organization has reached the monthly usage that OpenAI allows it.',
      zh: '组织已达到 OpenAI 批准的每月用量。',
    },
    remedy: { en: 'Add credits, or have the limit raised.', zh: '请充值，或申请提高上限。' },
    source: 'OpenAI, Error codes guide',
  },
  rate_limit_exceeded: {
    retry: 'throttle',
    statuses: [429],
    meaning: { en: 'Too many requests or tokens in a given time.', zh: '一段时间内的请求或令牌过多。' },
    remedy: { en: 'Slow down.', zh: '请降低请求频率。' },
    source: 'OpenAI, Error codes guide',
  },
  slow_down: {
    retry: 'throttle',
    statuses: [429, 503],
    meaning: {
      en: 'The traffic grew more quickly than the service can follow.',
      zh: '流量增长过快，服务来不及扩容。',
    },
    remedy: { en: 'Lower the rate, then raise it slowly.', zh: '请先降低频率，再逐步提高。' },
    source: 'OpenAI, Error codes guide',
  },
  server_is_overloaded: {
    retry: 'transient',
    statuses: [503],
    meaning: { en: 'The model has not enough capacity for the moment.', zh: '该模型暂时容量不足。' },
    remedy: { en: 'Try again later, less often each time.', zh: '请稍后重试，并逐次拉长间隔。' },
    source: 'OpenAI, Error codes guide',
  },
} as const;

codes satisfies { readonly [code: string]: CodeEntry };

/** OpenAI's error codes that say whether another attempt after a 429 or a 503 can succeed. */
export const openaiCodes: typeof codes = codes;
