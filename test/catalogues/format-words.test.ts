import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { attachOutcomes, type Catalogue, classify, defineCatalogue } from '../../src/index.js';
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

describe('a code that moves a good answer to delayed', () => {
  const tickets = {
    ...shop,
    codes: { WAITING: { kind: 'delayed', statuses: [200], source: 'docs' } },
    readProblem: (_body, headers, status) =>
      status === 200 && headers['x-ticket'] ? { code: 'WAITING' } : undefined,
  } as const satisfies Catalogue;

  it('is looked for on a first attempt that was good by its status too', async () => {
    const { instance } = scriptedApi('https://shop.example', [
      { status: 200, headers: { 'X-Ticket': '7' }, body: { order: 1 } },
      { status: 200, body: { order: 1 } },
    ]);
    const client = attachOutcomes(instance, { catalogue: tickets });
    expect(await elapse(client.get('/orders'))).toMatchObject({ kind: 'delayed', effect: 'pending' });
    expect(await elapse(client.get('/orders'))).toMatchObject({ kind: 'success', data: { order: 1 } });
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
    ['a key of its own for all requests', { retry: { idempotencyKey: 'same' } }, 'idempotencyKey'],
  ])('%s', (_, part, named) => {
    // What the types refuse too.
    const catalogue = { ...shop, ...part } as unknown as Catalogue;
    expect(() => defineCatalogue(catalogue)).toThrow(named);
  });
});
