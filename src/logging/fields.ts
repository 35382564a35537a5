import { errorType, methodAttributes, serverAttributes } from '../observe/semantic-conventions.js';
import { at } from '../outcome/field.js';
import { outcomeIn } from '../outcome/outcome-in.js';
import type { Catalogue } from '../semantics/catalogue.js';
import { type Address, addressOf } from './request.js';
import { routeTemplate } from './route-template.js';
import { short } from './short.js';

/** Options of {@link toLog}, {@link fingerprint} and {@link context}. */
export interface LogOptions {
  /** The catalogue whose operations name the routes. Default: no catalogue; ids are then recognised by their form. */
  readonly catalogue?: Catalogue;
}

/**
 * Texts and numbers, under the names of OpenTelemetry's semantic conventions (HTTP spans, exceptions).
 * A field without a name there begins with `axios_outcome`.
 */
export type LogFields = Readonly<Record<string, string | number>>;

/** The fields of a request and its end, from an outcome, an OutcomeError or an AxiosError; undefined for any other value. */
export function httpFields(value: unknown, options: LogOptions | undefined): LogFields | undefined {
  const outcome = outcomeIn(value);
  if (outcome === undefined && at(value, 'isAxiosError') !== true) return undefined;
  // An AxiosError holds its config and response with credentials. Only the fields that are read here get out.
  const [request, end, status] = outcome
    ? [at(outcome, 'request'), outcome, at(outcome, 'httpStatus')]
    : [at(value, 'config'), at(value, 'response'), at(at(value, 'response'), 'status')];
  const kind = at(outcome, 'kind');
  const failure = at(outcome ?? value, 'code');
  const problem = at(outcome, 'problem');
  const retry = at(outcome, 'retry');
  const attempts = at(at(outcome, 'attempts'), 'length');
  return present({
    'axios_outcome.kind': kind,
    ...requestFields(addressOf(request), options),
    'http.response.status_code': status,
    'error.type': errorType(status, failure, at(outcome, 'ok') === true ? undefined : (kind ?? 'AxiosError')),
    'http.request.resend_count': typeof attempts === 'number' ? attempts - 1 || undefined : undefined,
    'axios_outcome.code': at(problem, 'code') ?? failure,
    'axios_outcome.effect': at(outcome, 'effect'),
    'axios_outcome.stopped': at(retry, 'stopped'),
    'axios_outcome.retry_at': at(retry, 'retryAt'),
    'axios_outcome.request_id': at(problem, 'requestId') ?? at(at(end, 'headers'), 'x-request-id'),
  });
}

function requestFields({ method, path, origin }: Address, options: LogOptions | undefined): object {
  // The cast holds for callers with types. A caller without types may have given anything, which reads as undefined.
  const catalogue = at(options, 'catalogue') as Catalogue | undefined;
  return {
    ...methodAttributes(method),
    'url.template': routeTemplate(method, path, catalogue),
    'url.path': path,
    ...serverAttributes(origin),
  };
}

/** The texts of these fields are longer than a word. */
const longFields: { readonly [name: string]: number } = {
  'url.template': 200,
  'url.path': 160,
  'server.address': 160,
};

/** The fields that have a value. No text is so long that it leaves no room for the others. */
function present(fields: object): LogFields {
  const cut = Object.entries(fields).map(([name, value]) => [
    name,
    Number.isFinite(value) ? value : short(typeof value === 'string' ? value : '', longFields[name] ?? 60),
  ]);
  return Object.fromEntries(cut.filter(([, value]) => value !== ''));
}
