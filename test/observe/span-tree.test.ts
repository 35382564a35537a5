import { context, trace } from '@opentelemetry/api';
import axios from 'axios';
import { attachOutcomes, outcomeAdapter } from 'axios-outcome';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import {
  answered,
  answering,
  baseURL,
  failureOf,
  parentIn,
  traced,
  watched,
  withContextManager,
  withPropagators,
} from './instrumented.js';

withPropagators();

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
