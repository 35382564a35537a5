import { methodAttributes, serverAttributes } from '../observe/semantic-conventions.js';
import { at } from '../outcome/field.js';
import { outcomeIn } from '../outcome/outcome-in.js';
import type { Catalogue } from '../semantics/catalogue.js';
import { type Address, addressOf, pathOf } from './request.js';
import { routeTemplate } from './route-template.js';
import { short } from './short.js';

/** Options of {@link toLog}, {@link fingerprint} and {@link context}. */
export interface LogOptions {
  /** The API's documentation, whose operations name the routes. Default: none, and ids are found by their looks. */
  readonly catalogue?: Catalogue;
}

/**
 * Texts and numbers, under the names of OpenTelemetry's semantic conventions (HTTP spans, exceptions).
 * What has no name there is under `axios_outcome`.
 */
export type LogFields = Readonly<Record<string, string | number>>;

/** What is known of a request and its end: of an outcome, an OutcomeError or an AxiosError; undefined for all else. */
export function httpFields(value: unknown, options: LogOptions | undefined): LogFields | undefined {
  if (outcomeIn(value) !== undefined) return fieldsOfOutcome(outcomeIn(value), options);
  return at(value, 'isAxiosError') === true ? fieldsOfAxiosError(value, options) : undefined;
}

function fieldsOfOutcome(outcome: unknown, options: LogOptions | undefined): LogFields {
  const problem = at(outcome, 'problem');
  const failure = at(outcome, 'code');
  const attempts = at(at(outcome, 'attempts'), 'length');
  const kind = short(at(outcome, 'kind'), 20);
  const resent = typeof attempts === 'number' && attempts > 1 ? attempts - 1 : undefined;
  const request = at(outcome, 'request');
  const address = { method: short(at(request, 'method'), 20), path: pathOf(at(request, 'path')), origin: '' };
  return present({
    'axios_outcome.kind': kind,
    ...requestFields(address, options),
    ...endFields(at(outcome, 'httpStatus'), failure, at(outcome, 'ok') === true ? undefined : kind),
    'http.request.resend_count': resent,
    'axios_outcome.code': short(at(problem, 'code') ?? failure, 60),
    'axios_outcome.effect': short(at(outcome, 'effect'), 20),
    'axios_outcome.stopped': short(at(at(outcome, 'retry'), 'stopped'), 20),
    'axios_outcome.retry_at': at(at(outcome, 'retry'), 'retryAt'),
    'axios_outcome.request_id': requestId(at(problem, 'requestId'), at(outcome, 'headers')),
  });
}

/** An AxiosError holds its config and its response, credentials included: what is read here is all that is told. */
function fieldsOfAxiosError(error: unknown, options: LogOptions | undefined): LogFields {
  const response = at(error, 'response');
  const failure = at(error, 'code');
  return present({
    ...requestFields(addressOf(at(error, 'config')), options),
    ...endFields(at(response, 'status'), failure, 'AxiosError'),
    'axios_outcome.code': short(failure, 60),
    'axios_outcome.request_id': requestId(undefined, at(response, 'headers')),
  });
}

function requestFields({ method, path, origin }: Address, options: LogOptions | undefined): object {
  // As the option's type says, and undefined for what a caller without types may have given.
  const catalogue = at(options, 'catalogue') as Catalogue | undefined;
  return {
    ...methodAttributes(method),
    'url.template': short(routeTemplate(method, path, catalogue), 200),
    'url.path': short(path, 160),
    ...serverAttributes(origin),
  };
}

/** `error.type` is the status from 400, as a text; the code of a failure without an answer; else what is wrong with the answer. */
function endFields(status: unknown, code: unknown, wrong: string | undefined): object {
  const answered = typeof status === 'number';
  const type = answered ? (status >= 400 ? String(status) : wrong) : short(code, 60) || wrong;
  return { 'http.response.status_code': answered ? status : undefined, 'error.type': type };
}

function requestId(told: unknown, headers: unknown): string {
  return short(told ?? at(headers, 'x-request-id'), 80);
}

/** The fields that have a value. No text is so long that it leaves no room for the others. */
function present(fields: object): LogFields {
  const cut = Object.entries(fields).map(([name, value]) => [
    name,
    typeof value === 'string' ? short(value, 200) : value,
  ]);
  return Object.fromEntries(
    cut.filter(([, value]) => (typeof value === 'string' ? value !== '' : Number.isFinite(value))),
  );
}
