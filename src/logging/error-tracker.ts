import { at } from '../outcome/field.js';
import { httpFields, type LogFields, type LogOptions } from './fields.js';
import { short } from './short.js';
import { fieldsThroughCauses } from './to-log.js';

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
export function fingerprint(error: unknown, options?: LogOptions): string[] | undefined {
  const fields = httpFields(error, options);
  if (fields === undefined) return undefined;
  const of = (name: string) => String(fields[name] ?? '');
  return [
    'axios-outcome',
    of('axios_outcome.kind') || short(at(error, 'name'), 60),
    of('http.response.status_code'),
    of('axios_outcome.code'),
    `${of('http.request.method')} ${of('url.template')}`,
  ];
}

/**
 * The fields of {@link toLog} without those of the exception, which an error tracker has already. For
 * `contexts` of a Sentry event. Undefined where neither the error nor its cause is about HTTP.
 */
export function context(error: unknown, options?: LogOptions): LogFields | undefined {
  return fieldsThroughCauses(error, options);
}
