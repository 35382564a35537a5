import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { attachOutcomes, type Catalogue, classify, defineCatalogue, defineDialect } from '../../src/index.js';
import { elapse, scriptedApi } from './scripted-api.js';

/** What a catalogue says of throttling, of the server's own word, and of tasks told by a sign. */
const shop = {
  name: 'Shop',
  source: 'docs',
  statuses: {
    200: { name: 'OK', kind: 'success', or: ['delayed'], retry: 'never', source: 'docs' },
    400: { name: 'Bad', kind: 'rejected', retry: 'never', source: 'docs' },
    429: { name: 'Slow', kind: 'unavailable', retry: 'throttle', retryAfterMs: 4_000, source: 'docs' },
    503: { name: 'Closed', kind: 'unavailable', retry: 'transient', retryAfterMs: 4_000, source: 'docs' },
  },
  codes: {
    BURST: { retryAfterMs: 9_000, statuses: [429], source: 'docs' },
    QUOTA: { retry: 'never', statuses: [429], source: 'docs' },
  },
  retryHeader: 'X-Shop-Retry',
} as const satisfies Catalogue;

beforeEach(() => vi.useFakeTimers({ now: 1_700_000_000_000 }));
afterEach(() => vi.useRealTimers());

async function waitAfter(status: number, body: unknown, headers: Record<string, string> = {}) {
  const { instance, waits } = scriptedApi('https://shop.example', [
    { status, headers, body },
    { status: 200 },
  ]);
  const client = attachOutcomes(instance, {
    catalogue: shop,
    retry: { baseDelayMs: 0, throttleDelayMs: 0, retries: 1 },
  });
  await elapse(client.get('/orders'));
  return waits();
}

describe('retryAfterMs, the wait that the documentation asks for after throttling', () => {
  it.each([
    ['of the status', { code: 'OTHER' }, {}, [4_000]],
    ['of the code, before that of the status', { code: 'BURST' }, {}, [9_000]],
    ['but never before the answer itself, which may be sooner', {}, { 'retry-after': '1' }, [1_000]],
    ['or later', { code: 'BURST' }, { 'retry-after': '20' }, [20_000]],
    ['and not where the code says that no wait helps', { code: 'QUOTA' }, {}, []],
  ])('%s', async (_, body, headers, expected) => {
    expect(await waitAfter(429, body, headers)).toEqual(expected);
  });

  it('says nothing of a passing fault, whose POST it must not make safe', async () => {
    expect(await waitAfter(503, {})).toEqual([0]);
    const { instance, asked } = scriptedApi('https://shop.example', [{ status: 503 }]);
    const outcome = await elapse(attachOutcomes(instance, { catalogue: shop }).post('/orders'));
    expect(outcome).toMatchObject({ retry: { stopped: 'unsafe' } });
    expect(asked).toHaveLength(1);
  });
});

describe('x-ratelimit-reset where the server says what remains (GitHub REST API, Rate limits)', () => {
  const reset = { 'x-ratelimit-reset': '30' };
  it('is about this answer where nothing remains', async () => {
    expect(await waitAfter(429, {}, { ...reset, 'x-ratelimit-remaining': '0' })).toEqual([30_000]);
  });
  it('and is not where something does: another limit was hit', async () => {
    expect(await waitAfter(429, {}, { ...reset, 'x-ratelimit-remaining': '7' })).toEqual([4_000]);
  });
});

describe("retryHeader, the server's own word on another attempt", () => {
  const word = (value: string, status = 400) =>
    classify({ response: { status, data: '', headers: { 'x-shop-retry': value } } }, shop);

  it('true makes any answer transient, but for one that is throttled', () => {
    expect(word('true')).toMatchObject({ kind: 'rejected', retry: 'transient', serverSays: true });
    expect(word(' TRUE ', 429)).toMatchObject({ retry: 'throttle', serverSays: true });
  });
  it('false is a veto', () => {
    expect(word('false', 503)).toMatchObject({ retry: 'transient', serverSays: false });
  });
  it.each(['', 'yes', '1', 'true, false'])('%j says nothing', (value) => {
    expect(word(value)).not.toHaveProperty('serverSays');
    expect(word(value).retry).toBe('never');
  });
  it('a veto is the reason that the caller is told', async () => {
    expect(await waitAfter(503, {}, { 'X-Shop-Retry': 'false' })).toEqual([]);
    expect(await waitAfter(400, {}, { 'X-Shop-Retry': 'true' })).toHaveLength(1);
  });
});

describe('dialects, whose sign tells a task under a status that may be delayed', () => {
  const dialect = defineDialect({
    name: 'shop-ticket',
    start: ({ headers }) =>
      headers['x-ticket'] ? { monitor: `/tickets/${headers['x-ticket']}` } : undefined,
    read: ({ body }) => ({ state: 'done', data: body }),
  });
  const ticket = { status: 200, headers: { 'X-Ticket': '7' }, body: { order: 1 } };

  it("also one of the user's own", async () => {
    const { instance, asked } = scriptedApi('https://shop.example', [
      ticket,
      { status: 200, body: { paid: true } },
    ]);
    const client = attachOutcomes(instance, {
      catalogue: { ...shop, dialects: ['shop-ticket'] },
      delayed: { dialects: [dialect] },
    });
    const outcome = await elapse(client.post('/orders'));
    if (outcome.kind !== 'delayed') throw new Error('not delayed');
    expect(await elapse(client.complete(outcome))).toMatchObject({ data: { paid: true } });
    expect(asked[1]?.url).toContain('/tickets/7');
  });

  it('and no dialect that the catalogue does not name', async () => {
    const { instance } = scriptedApi('https://shop.example', [ticket]);
    const client = attachOutcomes(instance, { catalogue: shop, delayed: { dialects: [dialect] } });
    expect(await elapse(client.post('/orders'))).toMatchObject({ kind: 'success' });
  });
});

describe('defineCatalogue refuses', () => {
  it.each([
    [
      'a wait that is none',
      { statuses: { 429: { ...shop.statuses[429], retryAfterMs: -1 } } },
      'retryAfterMs',
    ],
    ['a wait of a code that is none', { codes: { A: { retryAfterMs: '1 s', source: 'd' } } }, 'retryAfterMs'],
    ['a header without a name', { retryHeader: '' }, 'retryHeader'],
    ['a dialect without a name', { dialects: [''] }, 'dialects'],
    ['a key of its own for all requests', { retry: { idempotencyKey: 'same' } }, 'idempotencyKey'],
  ])('%s', (_, part, named) => {
    // What the types refuse too.
    const catalogue = { ...shop, ...part } as unknown as Catalogue;
    expect(() => defineCatalogue(catalogue)).toThrow(named);
  });
});
