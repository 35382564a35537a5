import axios, { type AxiosAdapter } from 'axios';
import { attachOutcomes, type RetryOptions } from 'axios-outcome';
import { openTelemetry } from 'axios-outcome/otel';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import {
  answering,
  baseURL,
  done,
  failureOf,
  quick,
  type Recording,
  recording,
  running,
  task,
  told,
  traced,
  watched,
} from './instrumented.js';

describe('spans end always', () => {
  const unanswered: AxiosAdapter = () => new Promise(() => {});
  const ends = (record: Recording) => record.spans().map((span) => [span.name, failureOf(span)]);

  it('where the caller stops before, during and between attempts', async () => {
    const before = watched(traced(answering(200)));
    await before.client.get('/', { signal: AbortSignal.abort() });
    expect(ends(before)).toEqual([['request GET', 'cancelled']]);

    const during = watched(traced(unanswered));
    const stop = new AbortController();
    const call = during.client.get('/', { signal: stop.signal });
    await vi.waitFor(() => expect(during.open()).toBe(2));
    stop.abort();
    expect((await call).kind).toBe('cancelled');
    expect(during.open()).toBe(0);
    expect(ends(during)).toEqual([
      ['GET', 'ERR_CANCELED'],
      ['request GET', 'cancelled'],
    ]);

    const between = watched(traced(answering(503), { baseDelayMs: 20_000, jitter: 'none' }));
    const onWait = new AbortController();
    const waiting = between.client.get('/', { signal: onWait.signal });
    await vi.waitFor(() => expect(between.attempts()).toHaveLength(1));
    onWait.abort();
    await waiting;
    expect(ends(between)).toEqual([
      ['GET', '503'],
      ['request GET', 'cancelled'],
    ]);
  });

  it('where the deadline or the limit of an attempt passes', async () => {
    const deadline = watched(traced(unanswered, { deadlineMs: 5 }));
    await deadline.client.get('/');
    expect(ends(deadline)).toEqual([
      ['GET', 'ETIMEDOUT'],
      ['request GET', 'ETIMEDOUT'],
    ]);
    const limit = watched(traced(unanswered, { attemptTimeoutMs: 5, retries: 0 }));
    await limit.client.get('/');
    expect(ends(limit)).toEqual([
      ['GET', 'ECONNABORTED'],
      ['request GET', 'ECONNABORTED'],
    ]);
  });

  const thrower = () => {
    throw new RangeError('password=hunter2');
  };
  const hooks: [string, RetryOptions, AxiosAdapter, string[]][] = [
    ['beforeAttempt', { beforeAttempt: thrower }, answering(200), []],
    ['shouldRetry', { shouldRetry: thrower }, answering(503), ['GET']],
    ['an adapter with a bug', {}, thrower, ['GET']],
    ['reauthenticate', { reauthenticate: thrower }, answering(401), ['GET']],
  ];
  it.each(hooks)(
    'where %s throws: with the class of what was thrown, and no word of it',
    async (_, retry, adapter, sent) => {
      const record = watched(traced(adapter, retry));
      await expect(record.client.get('/')).rejects.toThrow(RangeError);
      await expect(record.instance.get('/')).rejects.toThrow(RangeError);
      expect(record.attempts().map(({ name }) => name)).toEqual([...sent, ...sent]);
      expect(record.named('request GET').map(failureOf)).toEqual(['RangeError', 'RangeError']);
      expect(told(record)).not.toContain('hunter2');
    },
  );

  it('where a listener, an interceptor or a transform throws', async () => {
    const { instance, options, ...record } = watched(traced(answering(200)));
    const api = axios.create({ baseURL, adapter: answering(200), transformResponse: thrower });
    const client = attachOutcomes(api, { ...options, onOutcome: thrower });
    await expect(client.get('/')).rejects.toThrow(RangeError);
    instance.interceptors.response.use(thrower);
    await expect(record.client.get('/')).rejects.toThrow(RangeError);
    expect(record.named('request GET').map(failureOf)).toEqual(['RangeError', 'RangeError']);
  });

  it('whatever comes: each call of the adapter has one span, below that of its request', async () => {
    const turn = fc.constantFrom(200, 202, 401, 404, 429, 503, 'ECONNRESET', 'CERT_X', 'abort', 'throw');
    const call = fc.record({ turns: fc.array(turn, { minLength: 1, maxLength: 4 }), plain: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(call, { minLength: 1, maxLength: 5 }), async (calls) => {
        const record = recording();
        let sent = 0;
        const spans = openTelemetry({ tracerProvider: record.tracerProvider, meterProvider: false });
        const one = async ({ turns, plain }: (typeof calls)[number]) => {
          const stop = new AbortController();
          const inTurn = [...turns];
          const adapter: AxiosAdapter = async (config) => {
            sent++;
            const next = inTurn.shift() ?? 200;
            if (next === 'throw') throw new RangeError('mine');
            if (next !== 'abort') return answering(next)(config);
            stop.abort();
            return unanswered(config);
          };
          const http = axios.create({ baseURL, adapter });
          const client = attachOutcomes(http, { retry: { ...quick, reauthenticate() {} }, ...spans });
          const { signal } = stop;
          await (plain ? http.get('/', { signal }) : client.get('/', { signal })).catch(() => {});
        };
        await Promise.all(calls.map(one));
        expect(record.open()).toBe(0);
        expect(record.attempts()).toHaveLength(sent);
        expect(record.named('request GET')).toHaveLength(calls.length);
        expect(record.paths().filter((path) => path === 'request GET > GET')).toHaveLength(sent);
      }),
      { numRuns: 60 },
    );
  });

  it('a wrong option of a call begins no span', async () => {
    const record = watched(traced(answering(200)));
    await expect(record.client.get('/', { outcome: { retry: { retries: -1 } } })).rejects.toThrow('retries');
    expect(record.spans()).toEqual([]);
  });
});

it('no credential is in any attribute, name or status of any span', async () => {
  const secret = 'hunter2-very-secret';
  const base = `https://user:${secret}@api.example.com`;
  const record = traced(task(running, done), {}, base);
  record.instance.defaults.headers.common['Authorization'] = `Bearer ${secret}`;
  const accepted = await record.client.post(`/things?token=${secret}`, { secret });
  await record.client.complete(accepted);
  await record.instance.get(`/things?api_key=${secret}`);
  await record.client.get(`https://${secret}:${secret}@other.example.com/`);
  expect(record.spans().length).toBeGreaterThan(8);
  expect(told(record)).not.toContain('hunter2');
});
