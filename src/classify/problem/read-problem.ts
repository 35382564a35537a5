import type { Catalogue, CodeEntry, Problem } from '../../semantics/catalogue.js';
import type { ResponseLike } from '../exchange.js';
import { type HeaderBag, plainHeaders, readHeader } from '../headers.js';
import { decodeBody } from './body.js';
import { readJson, shapeName } from './read-json.js';
import { readText } from './read-text.js';
import { checkFound, type Found, firstOf, textOf, unlessItThrows } from './shapes.js';

/** Headers of the usual vendors that have the id of a request. The first header found counts. */
const requestIdHeaders: readonly string[] = [
  'x-request-id',
  'request-id',
  'x-amzn-requestid',
  'x-amz-request-id',
  'x-obs-request-id',
  'x-openstack-request-id',
  'x-ms-request-id',
  'x-github-request-id',
];

/**
 * Reads the problem of an error answer: with the catalogue's `readProblem`, or by the names that APIs use
 * for its parts. `details` keeps the body, also if nothing else was found. Never throws.
 */
export function readProblem(body: unknown, headers: HeaderBag, catalogue: Catalogue, status = 0): Problem {
  const { searched, details } = decodeBody(body, headers);
  const own = catalogue.readProblem && readByCatalogue(searched, headers, catalogue.readProblem, status);
  const byName = own?.requestId === undefined ? readByName(searched, headers) : undefined;
  const requestId = own?.requestId ?? byName?.requestId ?? requestIdOf(headers, catalogue);
  return { ...(own ?? byName), ...(requestId === undefined ? {} : { requestId }), details };
}

function readByCatalogue(
  body: unknown,
  headers: HeaderBag,
  read: NonNullable<Catalogue['readProblem']>,
  status: number,
): Found | undefined {
  return unlessItThrows(() => checkFound(read(body, plainHeaders(headers), status)));
}

/**
 * AWS may name the error in `x-amzn-errortype` (Smithy, AWS restJson1). Azure names it in
 * `x-ms-error-code` if there is no body (Microsoft Azure REST API Guidelines, Handling errors).
 */
function readByName(body: unknown, headers: HeaderBag): Found | undefined {
  const said = unlessItThrows(() => (typeof body === 'string' ? readText(body) : readJson(body)));
  const code =
    shapeName(readHeader(headers, 'x-amzn-errortype')) ??
    said?.code ??
    readHeader(headers, 'x-ms-error-code');
  return unlessItThrows(() => checkFound({ ...said, code }));
}

function requestIdOf(headers: HeaderBag, { requestId = requestIdHeaders }: Catalogue): string | undefined {
  return firstOf(requestId, (name) => textOf(readHeader(headers, name.toLowerCase())));
}

/** The problem of an error answer, with the catalogue's entry for its code under this status. */
export function documentedProblem({ data, headers, status }: ResponseLike, catalogue: Catalogue): Problem {
  const problem = readProblem(data, headers, catalogue, status);
  const documented = codeEntry(catalogue, problem.code, status);
  return documented === undefined ? problem : { ...problem, documented };
}

function codeEntry(catalogue: Catalogue, code: string | undefined, status: number): CodeEntry | undefined {
  const { codes } = catalogue;
  if (code === undefined || codes === undefined || !Object.hasOwn(codes, code)) return undefined;
  const entry = codes[code];
  return entry?.statuses === undefined || entry.statuses.includes(status) ? entry : undefined;
}
