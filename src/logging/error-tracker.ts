import { at } from '../outcome/field.js';
import { httpFields, type LogFields, type LogOptions } from './fields.js';
import { short } from './short.js';
import { fieldsThroughCauses } from './to-log.js';

/**
 * The words by which an error tracker groups an error: kind, status, code, and the method with the
 * template of the route. Ids in the path do not count. It takes an OutcomeError, an outcome or an
 * AxiosError. For any other error it returns undefined, and the tracker groups it by itself.
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
 * The fields of {@link toLog} for `contexts` of a Sentry event. The fields of the exception are left
 * out, since an error tracker has them already. It is undefined if neither the error nor its cause
 * is about HTTP.
 */
export function context(error: unknown, options?: LogOptions): LogFields | undefined {
  return fieldsThroughCauses(error, options);
}
