import { SpanKind, SpanStatusCode, type Tracer } from '@opentelemetry/api';
import {
  BasicTracerProvider,
  InMemorySpanExporter,
  type ReadableSpan,
  SimpleSpanProcessor,
  type SpanProcessor,
} from '@opentelemetry/sdk-trace-base';
import { type AxiosAdapter, AxiosError, AxiosHeaders } from 'axios';

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
