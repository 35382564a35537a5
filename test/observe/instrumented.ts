import { context, propagation, SpanKind, SpanStatusCode, type Tracer } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { CompositePropagator, W3CBaggagePropagator, W3CTraceContextPropagator } from '@opentelemetry/core';
import {
  BasicTracerProvider,
  InMemorySpanExporter,
  type ReadableSpan,
  SimpleSpanProcessor,
  type SpanProcessor,
} from '@opentelemetry/sdk-trace-base';
import axios, { type AxiosAdapter, AxiosError, AxiosHeaders } from 'axios';
import { attachOutcomes, type RetryOptions } from 'axios-outcome';
import { openTelemetry } from 'axios-outcome/otel';
import { afterAll, beforeAll, expect, onTestFinished } from 'vitest';

/** Answers with each status in turn, the last one for good; a text is the code of a failed connection. */
export function answering(...turns: readonly (number | string)[]): AxiosAdapter {
  let turn = 0;
  return async (config) => {
    const next = turns[Math.min(turn++, turns.length - 1)];
    if (typeof next !== 'number') throw new AxiosError('failed', next, config);
    return answered(config, next);
  };
}

type Config = Parameters<AxiosAdapter>[0];

/** What an adapter makes of an answer: a response, or an error for a status from 300. */
export function answered(
  config: Config,
  status: number,
  body: unknown = '',
  headers: Readonly<Record<string, string>> = {},
): Awaited<ReturnType<AxiosAdapter>> {
  const data = typeof body === 'string' ? body : JSON.stringify(body);
  const response = { status, statusText: '', data, headers: new AxiosHeaders({ ...headers }), config };
  if (status < 300) return { ...response, request: {} };
  throw new AxiosError(`status ${status}`, 'ERR_BAD_RESPONSE', config, {}, { ...response, request: {} });
}

export interface Recording {
  readonly tracerProvider: BasicTracerProvider;
  readonly tracer: Tracer;
  /** The spans that have ended, in the order in which they did. */
  readonly spans: () => ReadableSpan[];
  /** Of these, the attempts. */
  readonly attempts: () => ReadableSpan[];
  /** How many have begun and not ended. */
  readonly open: () => number;
  /** Each span as its name and those of what it is below, from the outermost. */
  readonly paths: () => string[];
  readonly named: (name: string) => ReadableSpan[];
}

/** A tracer whose spans stay in memory. */
export function recording(): Recording {
  const exporter = new InMemorySpanExporter();
  let open = 0;
  const counter: SpanProcessor = {
    onStart: () => void open++,
    onEnd: () => void open--,
    forceFlush: async () => {},
    shutdown: async () => {},
  };
  const spanProcessors = [new SimpleSpanProcessor(exporter), counter];
  const tracerProvider = new BasicTracerProvider({ spanProcessors });
  const spans = () => exporter.getFinishedSpans();
  const pathOf = (span: ReadableSpan): string => {
    const parent = spans().find((one) => one.spanContext().spanId === span.parentSpanContext?.spanId);
    return parent ? `${pathOf(parent)} > ${span.name}` : span.name;
  };
  return {
    tracerProvider,
    tracer: tracerProvider.getTracer('test'),
    spans,
    attempts: () => spans().filter(({ kind }) => kind === SpanKind.CLIENT),
    open: () => open,
    paths: () => spans().map(pathOf),
    named: (name) => spans().filter((span) => span.name === name),
  };
}

/** The id of the span that a request says that it comes from (W3C Trace Context, 3.2.2.4). */
export function parentIn(headers: object): string {
  return traceparent(headers)[2] ?? '';
}

/** The id of its trace (3.2.2.3). */
export function traceIn(headers: object): string {
  return traceparent(headers)[1] ?? '';
}

function traceparent(headers: object): string[] {
  const text: unknown = Reflect.get(headers, 'traceparent');
  return typeof text === 'string' ? text.split('-') : [];
}

/** Whether a span says that it failed, and by what. */
export function failureOf({ status, attributes }: ReadableSpan): unknown {
  return status.code === SpanStatusCode.ERROR ? attributes['error.type'] : undefined;
}

export const baseURL = 'https://api.example.com';
export const quick: RetryOptions = { baseDelayMs: 0, throttleDelayMs: 0 };

/** A client whose spans are recorded, with spans alone. */
export function traced(adapter: AxiosAdapter | undefined, retry: RetryOptions = {}, base = baseURL) {
  const record = recording();
  const options = {
    retry: { ...quick, ...retry },
    delayed: { pollIntervalMs: 1 },
    ...openTelemetry({ tracerProvider: record.tracerProvider, meterProvider: false }),
  };
  const instance = axios.create({ baseURL: base, ...(adapter ? { adapter } : {}) });
  return { ...record, instance, options, client: attachOutcomes(instance, options) };
}

/** W3C's, as SDKs register them, while the tests of a file run. */
export function withPropagators(): void {
  beforeAll(() => void propagation.setGlobalPropagator(propagator));
  afterAll(() => propagation.disable());
}
export const propagator: CompositePropagator = new CompositePropagator({
  propagators: [new W3CTraceContextPropagator(), new W3CBaggagePropagator()],
});

/** Contexts go along with promises while the tests of a block run. */
export function withContextManager(): void {
  const manager = new AsyncLocalStorageContextManager();
  beforeAll(() => void context.setGlobalContextManager(manager.enable()));
  afterAll(() => context.disable());
}

/** Hands on the recording, and sees to it that every span has ended when the test has. */
export function watched<R extends Pick<Recording, 'open'>>(record: R): R {
  onTestFinished(() => expect(record.open()).toBe(0));
  return record;
}

export type Answer = readonly [status: number, body: unknown, headers?: Readonly<Record<string, string>>];
export const running: Answer = [200, { status: 'Running' }];
export const done: Answer = [200, { status: 'Succeeded', id: 7 }];

/** A server whose task is followed at /monitor, and answers there in turn. */
export function task(...monitor: readonly Answer[]): AxiosAdapter {
  let polls = 0;
  return async (config) => {
    if (config.method === 'post') {
      return answered(config, 202, {}, { 'operation-location': `${baseURL}/monitor` });
    }
    const [status, body, headers] = monitor[Math.min(polls++, monitor.length - 1)] ?? running;
    return answered(config, status, body, headers);
  };
}

/** All that a span carries out of the process. */
export function told({ spans }: Pick<Recording, 'spans'>): string {
  return JSON.stringify(
    spans().map(({ name, attributes, status, events, links }) => [name, attributes, status, events, links]),
  );
}
