import { SpanKind, SpanStatusCode } from '@opentelemetry/api';
import {
  AggregationTemporality,
  InMemoryMetricExporter,
  MeterProvider,
  PeriodicExportingMetricReader,
} from '@opentelemetry/sdk-metrics';
import axios, { type AxiosAdapter } from 'axios';
import { attachOutcomes, outcomeAdapter, type RetryOptions, retryBudget } from 'axios-outcome';
import { openTelemetry } from 'axios-outcome/otel';
import { describe, expect, it } from 'vitest';
import { answering, recording } from './instrumented.js';

function instrumented(adapter: AxiosAdapter, retry: RetryOptions = {}, baseURL = 'https://api.example.com') {
  const { tracerProvider, attempts } = recording();
  const metricExporter = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE);
  const reader = new PeriodicExportingMetricReader({ exporter: metricExporter });
  const meterProvider = new MeterProvider({ readers: [reader] });
  const listeners = openTelemetry({ tracerProvider, meterProvider });
  const options = { retry: { baseDelayMs: 0, ...retry }, ...listeners };
  const client = attachOutcomes(axios.create({ baseURL, adapter }), options);
  return {
    client,
    options,
    attempts,
    /** Each counter's points, by name. */
    async counts(): Promise<Record<string, unknown[]>> {
      await meterProvider.forceFlush();
      const scopes = metricExporter.getMetrics().at(-1)?.scopeMetrics ?? [];
      return Object.fromEntries(
        scopes
          .flatMap(({ metrics }) => metrics)
          .map(({ descriptor: { name }, dataPoints }) => [
            name,
            dataPoints.map(({ attributes, value }) => ({ attributes, value })),
          ]),
      );
    },
    shutdown: () => meterProvider.shutdown(),
  };
}

describe('spans (OpenTelemetry semantic conventions, HTTP client spans)', () => {
  it('each attempt is a client span of its own, and a resend says how often', async () => {
    const { client, attempts, shutdown } = instrumented(answering(503, 'ECONNREFUSED', 200));
    await client.get('/keys?token=secret');
    const server = { 'server.address': 'api.example.com', 'server.port': 443, 'http.request.method': 'GET' };
    expect(attempts().map(({ attributes }) => attributes)).toEqual([
      { ...server, 'http.response.status_code': 503, 'error.type': '503' },
      { ...server, 'http.request.resend_count': 1, 'error.type': 'ECONNREFUSED' },
      { ...server, 'http.request.resend_count': 2, 'http.response.status_code': 200 },
    ]);
    expect(attempts().map(({ name, kind }) => [name, kind])).toEqual(Array(3).fill(['GET', SpanKind.CLIENT]));
    const { ERROR, UNSET } = SpanStatusCode;
    expect(attempts().map(({ status }) => status.code)).toEqual([ERROR, ERROR, UNSET]);
    await shutdown();
  });

  it('a method outside of the standard is _OTHER, with the original beside it; IPv6 has no brackets', async () => {
    const { client, attempts, shutdown } = instrumented(answering(200), {}, 'http://[::1]:8080');
    await client.request({ method: 'purge', url: '/cache' });
    expect(attempts()[0]).toMatchObject({ name: 'HTTP' });
    expect(attempts()[0]?.attributes).toEqual({
      'http.request.method': '_OTHER',
      'http.request.method_original': 'PURGE',
      'http.response.status_code': 200,
      'server.address': '::1',
      'server.port': 8080,
    });
    await shutdown();
  });
});

describe('metrics', () => {
  it('count outcomes by kind, and retries by what went wrong', async () => {
    const { client, counts, shutdown } = instrumented(answering(503, 200, 404));
    await client.get('/a');
    await client.get('/b');
    const get = { 'http.request.method': 'GET' };
    const server = { 'server.address': 'api.example.com', 'server.port': 443 };
    expect(await counts()).toEqual({
      'axios_outcome.outcomes': [
        {
          attributes: { ...get, 'axios_outcome.kind': 'success', 'axios_outcome.effect': 'applied' },
          value: 1,
        },
        {
          attributes: { ...get, 'axios_outcome.kind': 'rejected', 'axios_outcome.effect': 'none' },
          value: 1,
        },
      ],
      'axios_outcome.retries': [{ attributes: { ...get, ...server, 'error.type': '503' }, value: 1 }],
    });
    await shutdown();
  });

  it('count the requests whose retries the budget stopped', async () => {
    const budget = retryBudget({ capacity: 20 });
    const { client, counts, shutdown } = instrumented(answering(503), { budget, retries: 5 });
    await client.get('/a');
    const { 'axios_outcome.budget.exhausted': exhausted } = await counts();
    expect(exhausted).toEqual([{ attributes: { 'http.request.method': 'GET' }, value: 1 }]);
    await shutdown();
  });

  it('count plain code behind an adapter too', async () => {
    const { options, counts, shutdown } = instrumented(answering(200));
    await axios.create({ adapter: outcomeAdapter({ ...options, adapter: answering(200) }) }).get('/a');
    expect((await counts())['axios_outcome.outcomes']).toHaveLength(1);
    await shutdown();
  });
});

it('false leaves spans or metrics out, and a client without spans sends as one that is not traced', async () => {
  const options = openTelemetry({ tracerProvider: false, meterProvider: false });
  let sent: unknown;
  const adapter: AxiosAdapter = async (config) => {
    sent = config;
    return answering(200)(config);
  };
  const http = axios.create({ adapter });
  const client = attachOutcomes(http, options);
  expect((await client.get('http://127.0.0.1/')).kind).toBe('success');
  // The request's own config, and no copy of it.
  expect((await http.get('http://127.0.0.1/')).config).toBe(sent);
});
