/**
 * Spans and metrics of OpenTelemetry, by its semantic conventions for HTTP
 * clients. Needs `@opentelemetry/api`, an optional peer.
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
   * Whether requests carry their trace context to the server. Default: `true`; in a page
   * for requests to the page's own origin only, since a server of another origin refuses
   * headers that it does not allow (CORS).
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
 * Spans are open while what they stand for goes on. Each attempt is a client span, named by
 * its method, with `http.request.method`, `http.response.status_code`,
 * `http.request.resend_count`, `error.type`, `server.address` and `server.port`. Its context
 * is active while the adapter sends, and goes along in the attempt's headers (W3C
 * `traceparent` and `tracestate`) as the global propagator writes it. Above it stands a span
 * of the request, with `axios_outcome.kind`, under the span that is active where the request
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

/** Whether a request may carry new headers without being refused: everywhere but from a page to another origin. */
function isOwnOrigin(origin: string): boolean {
  const page: unknown = 'location' in globalThis ? globalThis.location?.origin : undefined;
  return typeof page !== 'string' || origin === '' || origin === page;
}
