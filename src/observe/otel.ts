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
import { outcomeMetrics } from './metrics.js';
import type { Told } from './semantic-conventions.js';
import { attemptSpans } from './spans.js';

/** Options of {@link openTelemetry}. */
export interface OpenTelemetryOptions {
  /** Makes the spans; `false` for none. Default: the global one. */
  readonly tracerProvider?: TracerProvider | false;
  /** Makes the metrics; `false` for none. Default: the global one. */
  readonly meterProvider?: MeterProvider | false;
}

/** Options of `attachOutcomes` and `outcomeAdapter` that report to OpenTelemetry. */
export interface OpenTelemetryListeners {
  readonly onAttempt: (event: Told['attempt']) => void;
  readonly onRetry: (event: Told['retry']) => void;
  readonly onOutcome: (outcome: Told['outcome']) => void;
}

const scope = 'axios-outcome';

/**
 * Callbacks that report a client's requests to OpenTelemetry.
 *
 * Each attempt is a client span under the span that is active where the request was
 * made, named by its method, with `http.request.method`, `http.response.status_code`,
 * `http.request.resend_count`, `error.type`, `server.address` and `server.port`. It is
 * made when the attempt has ended, so its context is not sent along.
 *
 * Metrics: `axios_outcome.outcomes` by `axios_outcome.kind`, `axios_outcome.retries`,
 * and `axios_outcome.budget.exhausted`: requests whose retries the budget stopped.
 *
 * Source: OpenTelemetry semantic conventions, HTTP spans, "HTTP client" and
 * "HTTP request retries and redirects".
 *
 * @example
 * attachOutcomes(instance, { ...openTelemetry(), catalogue: dew });
 */
export function openTelemetry(options: OpenTelemetryOptions = {}): OpenTelemetryListeners {
  const { tracerProvider = trace, meterProvider = metrics } = options;
  const tellSpan = tracerProvider ? attemptSpans(tracerProvider.getTracer(scope)) : undefined;
  const meters = meterProvider ? outcomeMetrics(meterProvider.getMeter(scope)) : undefined;
  return {
    onAttempt: (event) => tellSpan?.(event),
    onRetry: (event) => meters?.retried(event),
    onOutcome: (outcome) => meters?.ended(outcome),
  };
}
