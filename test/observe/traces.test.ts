import { Agent } from 'node:http';
import { context, createTraceState, propagation, TraceFlags, trace } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { CompositePropagator, W3CBaggagePropagator, W3CTraceContextPropagator } from '@opentelemetry/core';
import axios, { type AxiosAdapter } from 'axios';
import { attachOutcomes, outcomeAdapter, type RetryOptions } from 'axios-outcome';
import { openTelemetry } from 'axios-outcome/otel';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import * as z from 'zod';
import { scriptedServer } from '../clients/scripted-server.js';
import {
  answered,
  answering,
  failureOf,
  parentIn,
  type Recording,
  recording,
  traceIn,
} from './instrumented.js';

const baseURL = 'https://api.example.com';
const quick: RetryOptions = { baseDelayMs: 0, throttleDelayMs: 0 };

/** A client whose spans are recorded, with spans alone. */
function traced(adapter: AxiosAdapter | undefined, retry: RetryOptions = {}, base = baseURL) {
  const record = recording();
  const options = {
    retry: { ...quick, ...retry },
    delayed: { pollIntervalMs: 1 },
    ...openTelemetry({ tracerProvider: record.tracerProvider, meterProvider: false }),
  };
  const instance = axios.create({ baseURL: base, ...(adapter ? { adapter } : {}) });
  return { ...record, instance, options, client: attachOutcomes(instance, options) };
}

const propagators = [new W3CTraceContextPropagator(), new W3CBaggagePropagator()];
beforeAll(() => void propagation.setGlobalPropagator(new CompositePropagator({ propagators })));
afterAll(() => propagation.disable());

/** Every span ends, however the work ended. */
let last: Pick<Recording, 'open'> | undefined;
afterEach(() => {
  expect(last?.open() ?? 0).toBe(0);
  last = undefined;
});
function watched<R extends Pick<Recording, 'open'>>(record: R): R {
  last = record;
  return record;
}

const manager = new AsyncLocalStorageContextManager();
function withContextManager(): void {
  beforeAll(() => void context.setGlobalContextManager(manager.enable()));
  afterAll(() => context.disable());
}

describe('what servers see (W3C Trace Context, 3)', () => {
  withContextManager();

  it('1,000 calls with retries: each request has a parent of its own, which is an exported span', async () => {
    const failed = new Set<string>();
    const { baseURL: base, seen } = await scriptedServer((number, { path }) => {
      if (number % 3 > 0 || failed.has(path)) return { status: 200 };
      failed.add(path);
      return { status: 503 };
    });
    const { client, instance, attempts, spans } = watched(traced(undefined, { budget: false }, base));
    const httpAgent = new Agent({ keepAlive: true });
    onTestFinished(() => httpAgent.destroy());
    instance.defaults.httpAgent = httpAgent;
    let next = 0;
    const worker = async () => {
      while (next < 1_000) expect((await client.get(`/${next++}`)).kind).toBe('success');
    };
    await Promise.all(Array.from({ length: 20 }, worker));

    expect(seen.length).toBeGreaterThan(1_300);
    const parents = seen.map(({ headers }) => parentIn(headers));
    expect(new Set(parents).size).toBe(seen.length);
    expect(new Set(attempts().map((span) => span.spanContext().spanId))).toEqual(new Set(parents));
    // The attempts of one request are below one span, and in its trace.
    const requests = new Map(spans().map((span) => [span.spanContext().spanId, span.name]));
    const above = new Set(attempts().map(({ parentSpanContext }) => parentSpanContext?.spanId ?? ''));
    expect(above.size).toBe(1_000);
    expect(new Set([...above].map((id) => requests.get(id)))).toEqual(new Set(['request GET']));
    const traces = new Map(seen.map(({ path, headers }) => [path, traceIn(headers)]));
    expect(seen.every(({ path, headers }) => traces.get(path) === traceIn(headers))).toBe(true);
    expect(new Set(traces.values()).size).toBe(1_000);
  });

  it('tracestate and baggage go along, and a header of the instance gives way', async () => {
    const sent: Record<string, unknown>[] = [];
    const { client, instance } = traced(async (config) => {
      sent.push({ ...config.headers });
      return answered(config, sent.length === 1 ? 503 : 200);
    });
    instance.defaults.headers.common['traceparent'] = 'of an incoming request';
    const above = trace.setSpanContext(context.active(), {
      traceId: '0af7651916cd43dd8448eb211c80319c',
      spanId: 'b7ad6b7169203331',
      traceFlags: TraceFlags.SAMPLED,
      traceState: createTraceState('vendor=1'),
    });
    const baggage = propagation.createBaggage({ tenant: { value: '7' } });
    await context.with(propagation.setBaggage(above, baggage), () => client.get('/keys'));
    expect(sent).toHaveLength(2);
    for (const headers of sent) {
      expect(headers).toMatchObject({ tracestate: 'vendor=1', baggage: 'tenant=7' });
      expect(traceIn(headers)).toBe('0af7651916cd43dd8448eb211c80319c');
      expect(parentIn(headers)).toMatch(/^(?!b7ad6b7169203331)[\da-f]{16}$/);
    }
    expect(parentIn(sent[0] ?? {})).not.toBe(parentIn(sent[1] ?? {}));
  });

  it('beforeAttempt signs a request without them, since whoever forwards it may change them', async () => {
    const signed: boolean[] = [];
    const beforeAttempt: RetryOptions['beforeAttempt'] = ({ headers }) =>
      void signed.push(headers.has('traceparent'));
    const sent: string[] = [];
    const { client } = traced(
      async (config) => {
        sent.push(parentIn(config.headers));
        return answered(config, sent.length === 1 ? 503 : 200);
      },
      { beforeAttempt },
    );
    await client.get('/keys');
    expect(signed).toEqual([false, false]);
    expect(sent).toEqual([expect.stringMatching(/^[\da-f]{16}$/), expect.stringMatching(/^[\da-f]{16}$/)]);
  });

  it('a hook that sends an attempt elsewhere has its span name that server', async () => {
    const beforeAttempt: RetryOptions['beforeAttempt'] = (config, number) => {
      if (number === 2) config.baseURL = 'http://second.example.com:8080';
    };
    const { client, attempts } = traced(answering(503, 200), { beforeAttempt });
    await client.get('/keys');
    expect(attempts().map(({ attributes }) => attributes['server.address'])).toEqual([
      'api.example.com',
      'second.example.com',
    ]);
  });

  it('nothing is written where no propagator is set, or propagate is false', async () => {
    const sent: boolean[] = [];
    const adapter: AxiosAdapter = async (config) => {
      sent.push(config.headers.has('traceparent'));
      return answered(config, 200);
    };
    const { tracerProvider } = recording();
    const options = openTelemetry({ tracerProvider, meterProvider: false, propagate: false });
    await attachOutcomes(axios.create({ adapter, baseURL }), options).get('/');
    propagation.disable();
    await traced(adapter).client.get('/');
    propagation.setGlobalPropagator(new CompositePropagator({ propagators }));
    expect(sent).toEqual([false, false]);
  });

  describe('in a page', () => {
    beforeEach(() => vi.stubGlobal('location', new URL('https://app.example.com/orders')));
    afterEach(() => vi.unstubAllGlobals());
    const tellsTo = async (base: string, propagate?: boolean) => {
      let told = false;
      const adapter: AxiosAdapter = async (config) => {
        told = config.headers.has('traceparent');
        return answered(config, 200);
      };
      const { tracerProvider } = recording();
      const given = propagate === undefined ? {} : { propagate };
      const options = openTelemetry({ tracerProvider, meterProvider: false, ...given });
      await attachOutcomes(axios.create({ adapter, baseURL: base }), options).get('/keys');
      return told;
    };

    it("only the page's own origin is told, since another refuses headers that it does not allow (CORS)", async () => {
      expect(await tellsTo('/api')).toBe(true);
      expect(await tellsTo('https://app.example.com:443/api')).toBe(true);
      expect(await tellsTo('https://api.example.com')).toBe(false);
      expect(await tellsTo('http://app.example.com')).toBe(false);
      expect(await tellsTo('//api.example.com')).toBe(false);
    });

    it('propagate says otherwise', async () => {
      expect(await tellsTo('https://api.example.com', true)).toBe(true);
      expect(await tellsTo('/api', false)).toBe(false);
    });
  });
});

describe('what stands below what', () => {
  withContextManager();

  it('a span is open and active while its attempt is sent: what is below becomes its child', async () => {
    const recordings: (boolean | undefined)[] = [];
    const { client, tracer, paths } = watched(
      traced(async (config) => {
        const active = trace.getActiveSpan();
        recordings.push(active?.isRecording());
        expect(active?.spanContext().spanId).toBe(parentIn(config.headers));
        await Promise.resolve();
        tracer.startSpan('socket').end();
        return answered(config, recordings.length === 1 ? 503 : 200);
      }),
    );
    await client.get('/keys');
    expect(recordings).toEqual([true, true]);
    expect(paths()).toEqual([
      'request GET > GET > socket',
      'request GET > GET',
      'request GET > GET > socket',
      'request GET > GET',
      'request GET',
    ]);
  });

  it('with a limit, a deadline and a signal as well', async () => {
    const limits = { attemptTimeoutMs: 5_000, deadlineMs: 5_000 };
    const { client, tracer, paths } = watched(
      traced(async (config) => {
        tracer.startSpan('socket').end();
        return answered(config, 200);
      }, limits),
    );
    await client.get('/keys', { signal: new AbortController().signal });
    expect(paths()).toContain('request GET > GET > socket');
  });

  it('the request is below the span that was active where it was made, with what interceptors send', async () => {
    const { client, instance, options, tracer, paths } = watched(traced(answering(503, 200)));
    const issuer = attachOutcomes(axios.create({ adapter: answering(200), baseURL }), options);
    instance.interceptors.request.use(async (config) => {
      await issuer.get('/token');
      return config;
    });
    const handling = tracer.startSpan('handle order');
    await context.with(trace.setSpan(context.active(), handling), () => client.put('/orders', {}));
    handling.end();
    expect(paths()).toEqual([
      'handle order > request PUT > request GET > GET',
      'handle order > request PUT > request GET',
      'handle order > request PUT > PUT',
      'handle order > request PUT > PUT',
      'handle order > request PUT',
      'handle order',
    ]);
  });

  it('plain code on the instance and a library that hides its instance have the same spans', async () => {
    const { instance, options, paths } = watched(traced(answering(503, 200, 404)));
    await instance.get('/a');
    await expect(instance.get('/b')).rejects.toMatchObject({ response: { status: 404 } });
    const adapter = outcomeAdapter({ ...options, adapter: answering('ECONNREFUSED', 200) });
    await axios.create({ adapter, baseURL }).delete('/c');
    expect(paths()).toEqual([
      'request GET > GET',
      'request GET > GET',
      'request GET',
      'request GET > GET',
      'request GET',
      'request DELETE > DELETE',
      'request DELETE > DELETE',
      'request DELETE',
    ]);
  });
});

describe('without a context manager, as in a page', () => {
  const responses = { 200: z.object({ id: z.number() }) };

  it('attempts are below their request all the same, and the server sees them', async () => {
    const sent: string[] = [];
    const { client, attempts, paths } = watched(
      traced(async (config) => {
        sent.push(parentIn(config.headers));
        return answered(config, sent.length === 1 ? 503 : 200);
      }),
    );
    await client.get('/keys');
    expect(paths()).toEqual(['request GET > GET', 'request GET > GET', 'request GET']);
    expect(attempts().map((span) => span.spanContext().spanId)).toEqual(sent);
  });

  it('polls are below their task', async () => {
    const { client, paths } = watched(traced(task(running, running, done)));
    await client.complete(await client.post('/things'));
    expect(paths()).toEqual([
      'request POST > POST',
      'request POST',
      'task POST > poll > GET',
      'task POST > poll',
      'task POST > poll > GET',
      'task POST > poll',
      'task POST > poll > GET',
      'task POST > poll',
      'task POST',
    ]);
  });

  it.each([
    ['a good answer', 200, { id: 1 }, 'success', undefined],
    ['a status from 400', 404, {}, 'rejected', '404'],
    ['a body that does not fit its schema', 200, { id: 'x' }, 'malformed', 'malformed'],
    ['a status that nobody documents', 299, {}, 'unexpected', 'unexpected'],
  ])('the span of a request says as its outcome what it came to: %s', async (_, status, body, kind, type) => {
    const { instance, options, named } = watched(traced(async (config) => answered(config, status, body)));
    const api = axios.create({ ...instance.defaults, headers: {} });
    expect((await attachOutcomes(api, { ...options, responses }).get('/')).kind).toBe(kind);
    const [span] = named('request GET');
    expect(span?.attributes['axios_outcome.kind']).toBe(kind);
    expect(span && failureOf(span)).toBe(type);
  });
});

type Answer = readonly [status: number, body: unknown, headers?: Readonly<Record<string, string>>];
const running: Answer = [200, { status: 'Running' }];
const done: Answer = [200, { status: 'Succeeded', id: 7 }];

/** A server whose task is followed at /monitor, and answers there in turn. */
function task(...monitor: readonly Answer[]): AxiosAdapter {
  let polls = 0;
  return async (config) => {
    if (config.method === 'post') {
      return answered(config, 202, {}, { 'operation-location': `${baseURL}/monitor` });
    }
    const [status, body, headers] = monitor[Math.min(polls++, monitor.length - 1)] ?? running;
    return answered(config, status, body, headers);
  };
}

describe('tasks', () => {
  withContextManager();

  it('the task is below the span that was active where it was followed; a poll has its retries below it', async () => {
    const { client, tracer, paths, named } = watched(traced(task(running, [503, ''], done)));
    const accepted = await client.post('/things');
    const job = tracer.startSpan('job');
    const ended = await context.with(trace.setSpan(context.active(), job), () => client.complete(accepted));
    job.end();
    expect(ended.kind).toBe('success');
    expect(paths().slice(2)).toEqual([
      'job > task POST > poll > GET',
      'job > task POST > poll',
      'job > task POST > poll > GET',
      'job > task POST > poll > GET',
      'job > task POST > poll',
      'job > task POST',
      'job',
    ]);
    expect(named('poll').map(({ attributes }) => attributes['axios_outcome.poll'])).toEqual([1, 2]);
    expect(named('task POST')[0]?.attributes).toEqual({
      'axios_outcome.kind': 'success',
      'server.address': 'api.example.com',
      'server.port': 443,
    });
  });

  it('a monitor that redirects is one poll with two attempts; a result is a request of its own', async () => {
    const { client, paths } = watched(
      traced(async (config) => {
        if (config.method === 'post') {
          return answered(config, 202, {}, { 'operation-location': `${baseURL}/old` });
        }
        const { pathname } = new URL(config.url ?? '');
        // As axios's own validateStatus lets a redirect pass.
        const moved = { status: 307, statusText: '', data: '', config, request: {} };
        if (pathname === '/old') return { ...moved, headers: { location: '/new' } };
        if (pathname === '/result') return answered(config, 200, { id: 7 });
        return answered(config, 200, { status: 'Succeeded', resourceLocation: `${baseURL}/result` });
      }),
    );
    expect(await client.complete(await client.post('/things'))).toMatchObject({ data: { id: 7 } });
    expect(paths().slice(2)).toEqual([
      'task POST > poll > GET',
      'task POST > poll > GET',
      'task POST > poll',
      'task POST > request GET > GET',
      'task POST > request GET',
      'task POST',
    ]);
  });

  it('a task of a token is a span as well', async () => {
    const { client, paths } = watched(traced(task(done)));
    const accepted = await client.post('/things');
    const token = 'task' in accepted ? (accepted.task?.token ?? '') : '';
    await client.resume(token);
    expect(paths().slice(2)).toEqual(['task POST > poll > GET', 'task POST > poll', 'task POST']);
  });

  it('tasks that are followed at once have polls of their own', async () => {
    const { client, named, spans } = watched(traced(task(running, running, running, running, running, done)));
    const accepted = await client.post('/things');
    await Promise.all([client.complete(accepted), client.complete(accepted)]);
    const tasks = named('task POST').map((span) => span.spanContext().spanId);
    expect(tasks).toHaveLength(2);
    const parents = named('poll').map(({ parentSpanContext }) => parentSpanContext?.spanId);
    expect(new Set(parents)).toEqual(new Set(tasks));
    expect(spans().filter(({ name }) => name === 'GET')).toHaveLength(named('poll').length);
  });

  it('a watcher that breaks off ends the span, which then says nothing of an end', async () => {
    const { client, named, open } = watched(traced(task(running)));
    for await (const { number } of client.watch(await client.post('/things'))) {
      expect(open()).toBe(1);
      if (number === 2) break;
    }
    expect(named('task POST')[0]?.attributes).not.toHaveProperty('axios_outcome.kind');
    expect(named('poll')).toHaveLength(2);
  });

  it.each([
    ['fails', [[200, { status: 'Failed', error: { code: 'E1' } }]], {}, 'failed', 'failed'],
    ['expires', [[404, {}]], {}, 'failed', '404'],
    ['is not done at the deadline', [running], { deadlineMs: 10 }, 'delayed', undefined],
  ] as const)('a task that %s says so', async (_, monitor, options, kind, type) => {
    const { client, named } = watched(traced(task(...monitor)));
    expect((await client.complete(await client.post('/things'), options)).kind).toBe(kind);
    const [span] = named('task POST');
    expect(span?.attributes['axios_outcome.kind']).toBe(kind);
    expect(span && failureOf(span)).toBe(type);
  });

  it('the spans of a task that is stopped, or whose listener throws, end', async () => {
    const { client, named } = watched(traced(task(running)));
    const accepted = await client.post('/things');
    const stop = new AbortController();
    const onPoll = () => stop.abort();
    expect((await client.complete(accepted, { signal: stop.signal, onPoll })).kind).toBe('cancelled');
    const thrower = () => {
      throw new RangeError('mine');
    };
    await expect(client.complete(accepted, { onPoll: thrower })).rejects.toThrow('mine');
    expect(named('task POST').map(failureOf)).toEqual(['cancelled', 'RangeError']);
  });

  it('a trusted server that is not the home of the task is told the trace, and none of the baggage', async () => {
    const sent = new Map<string, Record<string, unknown>>();
    const { options } = traced(undefined);
    const adapter: AxiosAdapter = async (config) => {
      sent.set(config.url ?? '', { ...config.headers });
      if (config.method === 'post') return answered(config, 202, {}, { 'operation-location': '/monitor' });
      if (config.url === 'https://files.example/result') return answered(config, 200, { id: 7 });
      const resourceLocation = 'https://files.example/result';
      return answered(config, 200, { status: 'Succeeded', resourceLocation });
    };
    const client = attachOutcomes(axios.create({ baseURL, adapter }), {
      ...options,
      delayed: { pollIntervalMs: 1, trustedOrigins: ['https://files.example'] },
    });
    const baggage = propagation.createBaggage({ tenant: { value: '7' } });
    await context.with(propagation.setBaggage(context.active(), baggage), async () =>
      client.complete(await client.post('/things')),
    );
    expect(sent.get(`${baseURL}/monitor`)).toMatchObject({ baggage: 'tenant=7' });
    const stranger = sent.get('https://files.example/result') ?? {};
    expect(stranger).not.toHaveProperty('baggage');
    expect(parentIn(stranger)).toMatch(/^[\da-f]{16}$/);
  });
});

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

/** All that a span carries out of the process. */
function told({ spans }: Pick<Recording, 'spans'>): string {
  return JSON.stringify(
    spans().map(({ name, attributes, status, events, links }) => [name, attributes, status, events, links]),
  );
}
