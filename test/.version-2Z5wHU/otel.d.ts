import { n as around, s as RetryEvent, t as Around } from "./around.js";
import { t as OutcomeLike } from "./facts.js";
import { MeterProvider, TracerProvider } from "@opentelemetry/api";

//#region src/observe/semantic-conventions.d.ts
/** What the listeners are told. */
interface Told {
  readonly retry: RetryEvent;
  readonly outcome: OutcomeLike;
}
//#endregion
//#region src/observe/otel.d.ts
/** Options of {@link openTelemetry}. */
interface OpenTelemetryOptions {
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
interface OpenTelemetryListeners {
  /** Makes the metrics. */
  readonly onRetry: (event: Told["retry"]) => void;
  /** Makes the metrics. */
  readonly onOutcome: (outcome: Told["outcome"]) => void;
  /**
  * Makes the spans.
  *
  * @internal
  */
  readonly [around]?: Around;
}
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
declare function openTelemetry(options?: OpenTelemetryOptions): OpenTelemetryListeners;
//#endregion
export { OpenTelemetryListeners, OpenTelemetryOptions, openTelemetry };