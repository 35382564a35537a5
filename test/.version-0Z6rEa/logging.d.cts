import { t as Catalogue } from "./catalogue.cjs";

//#region src/logging/fields.d.ts
/** Options of {@link toLog}, {@link fingerprint} and {@link context}. */
interface LogOptions {
  /** The API's documentation, whose operations name the routes. Default: none, and ids are found by their looks. */
  readonly catalogue?: Catalogue;
}
/**
* Texts and numbers, under the names of OpenTelemetry's semantic conventions (HTTP spans, exceptions).
* What has no name there is under `axios_outcome`.
*/
type LogFields = Readonly<Record<string, string | number>>;
//#endregion
//#region src/logging/error-tracker.d.ts
/**
* What makes one group of an error tracker: kind, status, code, and method with the route's template. Ids
* in the path are not among them. For an OutcomeError, an outcome or an AxiosError; undefined for any other
* error, which the tracker groups by itself.
*
* @example
* Sentry.init({
*   beforeSend(event, { originalException: error }) {
*     const group = fingerprint(error, { catalogue: dew });
*     if (group) event.fingerprint = group;
*     const request = context(error, { catalogue: dew });
*     if (request) event.contexts = { ...event.contexts, 'axios-outcome': request };
*     return event;
*   },
* });
*/
declare function fingerprint(error: unknown, options?: LogOptions): string[] | undefined;
/**
* The fields of {@link toLog} without those of the exception, which an error tracker has already. For
* `contexts` of a Sentry event. Undefined where neither the error nor its cause is about HTTP.
*/
declare function context(error: unknown, options?: LogOptions): LogFields | undefined;
//#endregion
//#region src/logging/to-log.d.ts
/**
* An outcome or an error as fields of a log: at most 2,000 bytes of JSON, whatever it is given, without
* headers, bodies, queries and credentials. Never throws. It is a serializer of pino as it stands.
*
* An outcome, an OutcomeError and an AxiosError give the request and its end; an error also gives
* `exception.type`, `exception.message` and `exception.stacktrace`. The message of an AxiosError is left
* out: it may quote the request, and its code says the same. Where an error wraps another one as its
* `cause`, the request is that of the cause.
*
* Source of the names: OpenTelemetry semantic conventions, HTTP spans and exceptions.
*
* @example
* pino({ serializers: { err: toLog, outcome: toLog } });
* logger.warn({ outcome }, 'no key');
*/
declare function toLog(outcomeOrError: unknown, options?: LogOptions): LogFields;
//#endregion
export { type LogFields, type LogOptions, context, fingerprint, toLog };