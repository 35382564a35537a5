import { context, propagation, trace } from '@opentelemetry/api';
import axios, { type AxiosAdapter } from 'axios';
import { attachOutcomes } from 'axios-outcome';
import { describe, expect, it } from 'vitest';
import {
  answered,
  baseURL,
  done,
  failureOf,
  parentIn,
  running,
  task,
  traced,
  watched,
  withContextManager,
  withPropagators,
} from './instrumented.js';

withPropagators();

describe('the spans of tasks', () => {
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

describe('the spans of tasks without a context manager, as in a page', () => {
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
});
