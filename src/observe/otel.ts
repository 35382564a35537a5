/**
 * Spans and metrics of OpenTelemetry, by its semantic conventions for HTTP clients. It needs the
 * optional peer `@opentelemetry/api`.
 *
 * ```ts
 * import { attachOutcomes } from 'axios-outcome';
 * import { openTelemetry } from 'axios-outcome/otel';
 *
 * const api = attachOutcomes(instance, { ...openTelemetry() });
 * ```
 *
 * @module
 */
import { type MeterProvider, metrics, type TracerProvider, trace } from '@opentelemetry/api';
import { type Around, around } from '../axios/around.js';
import { outcomeMetrics } from './metrics.js';
import type { Told } from './semantic-conventions.js';
import { openSpans } from './spans.js';

/** Options of {@link openTelemetry}. */
export interface OpenTelemetryOptions {
  /** Makes the spans; `false` for no spans and no trace headers. Default: the global provider. */
  readonly tracerProvider?: TracerProvider | false;
  /** Makes the metrics; `false` for no metrics. Default: the global provider. */
  readonly meterProvider?: MeterProvider | false;
  /**
   * Whether requests carry their trace context to the server. Default: `true`. In a page, the
   * default is `true` only for requests to the page's own origin, since a server of another origin
   * refuses headers that it does not allow (CORS).
   */
  readonly propagate?: boolean;
}

/** Options of `attachOutcomes` and `outcomeAdapter` that report to OpenTelemetry. */
export interface OpenTelemetryListeners {
  /** Makes the metrics. */
  readonly onRetry: (event: Told['retry']) => void;
  /** Makes the metrics. */
  readonly onOutcome: (outcome: Told['outcome']) => void;
  /**
   * Makes the spans.
   *
   * @internal
   */
  readonly [around]?: Around;
}

const instrumentation = 'axios-outcome';

/**
 * Options that report a client's requests to OpenTelemetry.
 *
 * A span is open as long as its attempt, request, poll or task runs. Each attempt is a client span,
 * named by its method, with `http.request.method`, `http.response.status_code`,
 * `http.request.resend_count`, `error.type`, `server.address` and `server.port`. Its context
 * is active while the adapter sends. The global propagator writes the context into the attempt's
 * headers (W3C `traceparent` and `tracestate`). The parent of an attempt is the span of its request,
 * with `axios_outcome.kind`. The parent of the request is the span that was active when the request
 * was made. A task that is followed is a span, with a span for each poll below it.
 *
 * Metrics: `axios_outcome.outcomes` by `axios_outcome.kind`, `axios_outcome.retries`,
 * and `axios_outcome.budget.exhausted`: requests whose retries the budget stopped.
 *
 * Source: OpenTelemetry semantic conventions, HTTP spans, "HTTP client span" and
 * "HTTP request retries and redirects"; W3C Trace Context, 3.
 *
 * @example
 * attachOutcomes(instance, { ...openTelemetry(), catalogue: dew });
 */
export function openTelemetry(options: OpenTelemetryOptions = {}): OpenTelemetryListeners {
  const { tracerProvider = trace, meterProvider = metrics, propagate } = options;
  const meters = meterProvider ? outcomeMetrics(meterProvider.getMeter(instrumentation)) : undefined;
  const tells = propagate === undefined ? isOwnOrigin : () => propagate;
  return {
    onRetry: (event) => meters?.retried(event),
    onOutcome: (outcome) => meters?.ended(outcome),
    ...(tracerProvider ? { [around]: openSpans(tracerProvider.getTracer(instrumentation), tells) } : {}),
  };
}

/** Whether a request may carry new headers without being refused. Only a page that asks another origin may not. */
function isOwnOrigin(origin: string): boolean {
  const page: unknown = 'location' in globalThis ? globalThis.location?.origin : undefined;
  return typeof page !== 'string' || origin === '' || origin === page;
}
