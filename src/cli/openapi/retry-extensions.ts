import type { RetryAdvice } from '../../semantics/catalogue.js';
import type { UnreadRow } from '../report/report.js';
import { oneLineOf } from '../text/plain-text.js';
import type { Description } from './description.js';
import { entriesOf, type Fields, fieldsOf, listOf } from './fields.js';
import type { ApiResponse } from './response.js';

/** Statuses that an extension has clients retry. */
export interface StatusRetries {
  readonly names: (status: number) => boolean;
}

export interface ReadRetries {
  readonly advice: RetryAdvice;
  readonly statuses: readonly StatusRetries[];
  readonly because: readonly string[];
  readonly decide: readonly string[];
}

const extensions = ['x-retries', 'x-retry', 'x-retry-policy', 'x-speakeasy-retries'];

/**
 * What `x-` extensions of the whole description say of retries: x-retries and its
 * kin (a number, or an object), Speakeasy's x-speakeasy-retries, and the time that
 * Amazon API Gateway gives its integrations. Those of single operations are told,
 * since a catalogue's advice is for all of them.
 */
export function readRetries({ root, operations }: Description): ReadRetries {
  const because: string[] = [];
  const decide: string[] = [];
  const statuses: StatusRetries[] = [];
  const advice: Mutable<RetryAdvice> = {};
  for (const extension of extensions) {
    const value = root[extension];
    const own = operations.filter(({ node }) => node[extension] !== undefined);
    if (own.length > 0) decide.push(ofOperations(extension, own.length, own[0]));
    if (value === undefined) continue;
    const said = `${extension} is ${shown(value)}`;
    const read = adviceOf(value);
    Object.assign(advice, read);
    statuses.push({ names: statusesOf(fieldsOf(value)) });
    because.push(`${said}: ${shown(read) === '{}' ? 'no number of it is known' : shown(read)}`);
  }
  const timeouts = operations.map(({ node }) => timeoutOf(node)).filter((time) => time > 0);
  if (timeouts.length > 0) {
    advice.attemptTimeoutMs = Math.max(...timeouts);
    because.push(
      `x-amazon-apigateway-integration gives up to ${advice.attemptTimeoutMs} ms: an attempt may take as long`,
    );
  }
  return { advice, statuses, because, decide };
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

function ofOperations(extension: string, count: number, first: { readonly id: string } | undefined): string {
  return `${extension} stands at ${count} single operations, the first ${first?.id}: give these calls their own options`;
}

function timeoutOf(node: Fields): number {
  return wholeNumber(fieldsOf(node['x-amazon-apigateway-integration'])?.['timeoutInMillis']) ?? 0;
}

/** The numbers of an extension under the names that are in use; nothing is made of others. */
function adviceOf(value: unknown): RetryAdvice {
  const off = value === false || value === 'none' || value === 'disabled';
  const fields = fieldsOf(value) ?? {};
  const backoff = { ...fields, ...fieldsOf(fields['backoff']) };
  if (off || fields['strategy'] === 'none' || fields['disabled'] === true || fields['enabled'] === false)
    return { retries: 0 };
  const first = (...names: string[]): number | undefined =>
    names.map((name) => wholeNumber(backoff[name])).find((number) => number !== undefined);
  const attempts = first('maxAttempts', 'max_attempts', 'attempts');
  const retries =
    wholeNumber(value) ??
    first('retries', 'maxRetries', 'max_retries', 'limit', 'count') ??
    (attempts === undefined ? undefined : Math.max(0, attempts - 1));
  const baseDelayMs = first('initialInterval', 'initial_interval', 'initialDelayMs', 'baseDelayMs');
  const maxDelayMs = first('maxInterval', 'max_interval', 'maxDelayMs');
  return {
    ...(retries === undefined ? {} : { retries }),
    ...(baseDelayMs === undefined ? {} : { baseDelayMs }),
    ...(maxDelayMs === undefined ? {} : { maxDelayMs }),
  };
}

function statusesOf(fields: Fields | undefined): (status: number) => boolean {
  const given = listOf(fields?.['statusCodes'] ?? fields?.['status_codes'] ?? fields?.['statuses']);
  const patterns = given
    .map((code) => String(code).toUpperCase())
    .filter((code) => /^[1-9](?:\d\d|XX)$/.test(code));
  return (status) =>
    patterns.some((code) => code === String(status) || code === `${Math.floor(status / 100)}XX`);
}

function wholeNumber(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < 2 ** 31
    ? value
    : undefined;
}

function shown(value: unknown): string {
  return oneLineOf(JSON.stringify(value) ?? '').slice(0, 200);
}

const waitHeaders = ['retry-after', 'retry-after-ms', 'x-ms-retry-after-ms'];

/**
 * What a response says of retries without describing it, in words that are
 * inferred from as its description is: a header that names a time to come back
 * (RFC 9110, 10.2.3), and a retry extension that names its status.
 */
export function signsOf({ key, headers }: ApiResponse, retries: readonly StatusRetries[]): string[] {
  if (typeof key !== 'number' || key < 400) return [];
  const header = headers.find((name) => waitHeaders.includes(name));
  return [
    ...(header === undefined ? [] : [`retry after the time in ${header}`]),
    ...retries.flatMap(({ names }) => (names(key) ? ['the client retries'] : [])),
  ];
}

/** Answers that a gateway gives before the API is reached, as Amazon API Gateway's extension documents them. */
export function gatewayResponses(root: Fields, unread: UnreadRow[]): ApiResponse[] {
  const extension = 'x-amazon-apigateway-gateway-responses';
  return entriesOf(root[extension]).flatMap(([name, value]) => {
    const status = Number(fieldsOf(value)?.['statusCode']);
    if (!Number.isInteger(status) || status < 100 || status > 999) {
      unread.push({ at: extension, text: name, because: 'it names no single status' });
      return [];
    }
    const parameters = Object.keys(fieldsOf(fieldsOf(value)?.['responseParameters']) ?? {});
    return {
      key: status,
      at: `${extension}, ${name}`,
      text: `The gateway: ${name.toLowerCase().replaceAll('_', ' ')}`,
      headers: parameters.map((parameter) =>
        parameter.toLowerCase().replace(/^gatewayresponse\.header\./, ''),
      ),
      schema: undefined,
      mediaType: undefined,
      links: {},
    };
  });
}
