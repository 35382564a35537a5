import axios from 'axios';
import { describe, expect, it } from 'vitest';
import type { http } from '../../src/catalogues/http/statuses.js';
import { attachOutcomes, type Outcome, type RetryOptions } from '../../src/index.js';
import { type Step, sequence } from '../../src/testing/index.js';

/** What a client makes of these answers, and how many it asked for. */
async function ask(
  method: string,
  steps: readonly Step[],
  retry: RetryOptions = {},
): Promise<{ outcome: Outcome<typeof http>; sent: number }> {
  const { adapter, requests } = sequence(steps);
  const client = attachOutcomes(axios.create({ adapter }), {
    retry: { retries: 5, baseDelayMs: 0, throttleDelayMs: 0, budget: false, ...retry },
  });
  const outcome = await client.request({ method, url: '/', ...(method === 'POST' ? { data: {} } : {}) });
  return { outcome, sent: requests.length };
}
const stopped = ({ outcome }: { outcome: Outcome<typeof http> }) =>
  'retry' in outcome && outcome.retry.stopped;

describe('evidence that allows exactly one retry (docs/retry-safety.md, The table)', () => {
  it.each([
    ['POST', 408],
    ['GET', 425],
    ['POST', 425],
    ['PUT', 425],
  ])('%s answered %i again and again is sent twice', async (method, status) => {
    const told = await ask(method, [status]);
    expect(told.sent).toBe(2);
    expect(stopped(told)).toBe('not-retryable');
    expect(told.outcome.attempts.at(-1)?.because).toContain('one retry is allowed, and it was made');
  });

  it('421 answered again and again is sent twice (RFC 9110, 15.5.20)', async () => {
    for (const method of ['GET', 'POST']) expect((await ask(method, [421])).sent).toBe(2);
  });

  it('GET answered 408 again and again is sent as often as retries allow', async () => {
    expect((await ask('GET', [408])).sent).toBe(6);
  });

  it('the one retry is not used up by retries for something else', async () => {
    expect(await ask('GET', [503, 503, 425, 200])).toMatchObject({ sent: 4, outcome: { kind: 'success' } });
    expect(await ask('GET', ['refused', 421, 200])).toMatchObject({
      sent: 3,
      outcome: { kind: 'success' },
    });
    expect(await ask('POST', [429, 'refused', 408, 200])).toMatchObject({
      sent: 4,
      outcome: { kind: 'success' },
    });
    expect(await ask('GET', [425, 503, 503, 200])).toMatchObject({ sent: 4, outcome: { kind: 'success' } });
  });

  it('425 and 421 share the one retry', async () => {
    expect((await ask('GET', [425, 421, 200])).sent).toBe(2);
    expect((await ask('POST', [408, 503, 200])).sent).toBe(2);
    expect((await ask('POST', [408, 'refused', 425, 200])).sent).toBe(3);
  });
});

describe('shouldRetry', () => {
  it('is told the number of the attempt that failed, from 1', async () => {
    const told: [number | undefined, number][] = [];
    const shouldRetry: NonNullable<RetryOptions['shouldRetry']> = ({ httpStatus }, attempt) =>
      void told.push([httpStatus, attempt]);
    await ask('GET', [503, 502, 504, 404], { shouldRetry });
    expect(told).toEqual([
      [503, 1],
      [502, 2],
      [504, 3],
      [404, 4],
    ]);
  });

  it.each([[false], [{ retry: false }], [{ retry: false, unsafe: true }]])(
    'that says %j stops what would be sent again',
    async (verdict) => {
      const told = await ask('GET', [503, 200], { shouldRetry: () => verdict });
      expect([told.sent, stopped(told)]).toEqual([1, 'vetoed']);
      expect(told.outcome.attempts[0]?.because).toBe('shouldRetry said no');
    },
  );

  it('can repeat a POST that was refused before it was processed, without unsafe: true', async () => {
    const shouldRetry = () => true;
    for (const status of [400, 404, 409, 422]) {
      const told = await ask('POST', [status, 201], { shouldRetry });
      expect(told).toMatchObject({ sent: 2, outcome: { kind: 'success' } });
    }
    // Where it may have been carried out, only `unsafe: true` does.
    for (const step of [500, 502, 'reset'] as const) {
      const told = await ask('POST', [step, 201], { shouldRetry });
      expect([told.sent, stopped(told)]).toEqual([1, 'unsafe']);
      expect(
        (await ask('POST', [step, 201], { shouldRetry: () => ({ retry: true, unsafe: true }) })).sent,
      ).toBe(2);
    }
  });
});

describe('a key (IETF draft Idempotency-Key 07, 2.7)', () => {
  const inProgress = { message: 'A request with this key is still in progress.' };
  const retry = { idempotencyKey: () => 'k-1' } as const;

  it('a request is sent again after a 409 that says that the first request is in flight, and after no other status', async () => {
    expect((await ask('POST', [{ status: 409, body: inProgress }, 201], retry)).sent).toBe(2);
    for (const status of [400, 403, 422, 423]) {
      const told = await ask('POST', [{ status, body: inProgress }, 201], retry);
      expect(told).toMatchObject({ sent: 1, outcome: { kind: 'rejected' } });
    }
  });

  it.each([
    ['code', { code: 'idempotency_key_in_use' }],
    ['type', { type: 'https://e.example/request-in-flight', title: 'No.' }],
    ['title', { title: 'Request outstanding' }],
    ['message', { message: 'The first one is still being processed.' }],
  ])('"in flight" may be in the %s', async (_, body) => {
    expect((await ask('POST', [{ status: 409, body }, 201], retry)).sent).toBe(2);
  });

  it('any other 409 is final, and so is a 409 without a key', async () => {
    expect((await ask('POST', [{ status: 409, body: { message: 'exists' } }, 201], retry)).sent).toBe(1);
    expect((await ask('POST', [{ status: 409, body: inProgress }, 201])).sent).toBe(1);
    expect((await ask('GET', [{ status: 409, body: inProgress }, 200])).sent).toBe(1);
  });
});

describe('the effect after an answer', () => {
  const hint = { 'Retry-After': '0' };
  it.each([
    [500, 'unknown'],
    [502, 'unknown'],
    [504, 'unknown'],
    [599, 'unknown'],
    // RFC 9110, 15.6.4: turned away at the door.
    [503, 'none'],
    [429, 'none'],
  ])('a POST that got %i with a Retry-After: effect %s', async (status, effect) => {
    const { outcome } = await ask('POST', [{ status, headers: hint }], { retries: 0 });
    expect(outcome.effect).toBe(effect);
  });
  it('a POST that got 503 without a Retry-After: effect unknown', async () => {
    expect((await ask('POST', [503])).outcome.effect).toBe('unknown');
  });
});
