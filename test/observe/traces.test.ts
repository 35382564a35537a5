import { Agent } from 'node:http';
import { context, createTraceState, propagation, TraceFlags, trace } from '@opentelemetry/api';
import axios, { type AxiosAdapter } from 'axios';
import { attachOutcomes, type RetryOptions } from 'axios-outcome';
import { openTelemetry } from 'axios-outcome/otel';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { scriptedServer } from '../clients/scripted-server.js';
import {
  answered,
  answering,
  baseURL,
  parentIn,
  propagator,
  recording,
  traced,
  traceIn,
  watched,
  withContextManager,
  withPropagators,
} from './instrumented.js';

describe('what servers see (W3C Trace Context, 3)', () => {
  withPropagators();
  withContextManager();

  it('1,000 calls with retries: each request has a parent of its own, which is an exported span', async () => {
    const failed = new Set<string>();
    const { baseURL: base, seen } = await scriptedServer((number, { path }) => {
      if (number % 5 > 0 || failed.has(path)) return { status: 200 };
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

    expect(failed.size).toBeGreaterThan(100);
    expect(seen).toHaveLength(1_000 + failed.size);
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
    propagation.setGlobalPropagator(propagator);
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
