import type { Answer, Scenario } from './scenario.js';

const latencyMs = 120;
const answer = (told: Partial<Answer>): Omit<Answer, 'id'> => ({
  status: 200,
  code: '',
  headers: '',
  body: '',
  cut: false,
  latencyMs,
  ...told,
});
const order = { catalogue: 'http', path: '/orders/7', method: 'GET', options: {}, complete: false } as const;

export interface Example {
  readonly title: { readonly en: string; readonly zh: string };
  readonly scenario: Omit<Scenario, 'answers'> & { readonly answers: readonly Omit<Answer, 'id'>[] };
}

/** Scenarios to begin with; the first one is there when the page opens. */
export const examples: readonly Example[] = [
  {
    title: { en: 'Busy twice, then fine', zh: '先忙两次，然后恢复' },
    scenario: {
      ...order,
      answers: [answer({ status: 503 }), answer({ status: 503 }), answer({ body: '{"id": 7}' })],
    },
  },
  {
    title: { en: 'Throttled: the server says when to come back', zh: '被限流：服务器说明何时再来' },
    scenario: {
      ...order,
      catalogue: 'dew',
      method: 'POST',
      path: '/v1.0/project/kms/describe-key',
      answers: [
        answer({ status: 429, code: 'APIG.0308', headers: 'Retry-After: 2' }),
        answer({ body: '{"key_state": "2"}' }),
      ],
    },
  },
  {
    title: { en: '502 to a POST: it may have been carried out', zh: 'POST 得到 502：可能已经执行' },
    scenario: {
      ...order,
      method: 'POST',
      path: '/orders',
      answers: [answer({ status: 502 }), answer({ status: 201 })],
    },
  },
  {
    title: { en: 'The same POST with an Idempotency-Key', zh: '同一个 POST，带 Idempotency-Key' },
    scenario: {
      ...order,
      method: 'POST',
      path: '/orders',
      options: { idempotencyKey: true },
      answers: [answer({ status: 502 }), answer({ status: 201, body: '{"id": 8}' })],
    },
  },
  {
    title: { en: 'The connection is reset', zh: '连接被重置' },
    scenario: { ...order, answers: [answer({ failure: 'reset' }), answer({ body: '{"id": 7}' })] },
  },
  {
    title: { en: 'A slow server and a deadline', zh: '慢服务器与截止时间' },
    scenario: { ...order, options: { deadlineMs: 1_000 }, answers: [answer({ latencyMs: 5_000 })] },
  },
  {
    title: { en: 'A card is declined', zh: '银行卡被拒' },
    scenario: {
      ...order,
      catalogue: 'stripe',
      method: 'POST',
      path: '/v1/charges',
      answers: [answer({ status: 402, code: 'card_declined' })],
    },
  },
  {
    title: { en: '202: a task, followed to its end', zh: '202：一个任务，跟踪到结束' },
    scenario: {
      ...order,
      method: 'POST',
      path: '/reports',
      complete: true,
      answers: [
        answer({ status: 202, headers: 'Operation-Location: /operations/1\nRetry-After: 2' }),
        answer({ body: '{"status": "Running"}' }),
        answer({ body: '{"status": "Succeeded", "result": {"pages": 12}}' }),
      ],
    },
  },
];
