import { http } from '../../catalogues/http/statuses.js';
import type { StatusEntry } from '../../semantics/catalogue.js';

/** HTTP's own row for a status. */
export function httpRow(status: number): StatusEntry | undefined {
  const statuses: { readonly [status: number]: StatusEntry } = http.statuses;
  return Object.hasOwn(statuses, status) ? statuses[status] : undefined;
}

/** Names that servers and older documents use for the registry's: RFC 2616, RFC 7231, Apache, AWS. */
const otherNames: { readonly [status: number]: readonly string[] } = {
  202: ['accept'],
  302: ['movedtemporarily', 'redirect'],
  304: ['notmodify'],
  401: ['unauthenticated', 'authorizationrequired'],
  408: ['requesttimeout', 'requesttime'],
  413: ['requestentitytoolarge', 'payloadtoolarge'],
  414: ['requesturitoolong', 'requesturitoolarge'],
  415: ['unsupportedmedia'],
  416: ['requestedrangenotsatisfiable'],
  418: ['imateapot'],
  422: ['unprocessableentity'],
  500: ['internalerror', 'servererror'],
  503: ['serviceunavailable', 'unavailable'],
};

/** Whether a text is the name that HTTP gives a status, in any spelling. */
export function isHttpName(text: string, status: number): boolean {
  const plain = plainName(text);
  const name = plainName(httpRow(status)?.name ?? '');
  return plain !== '' && (plain === name || otherNames[status]?.includes(plain) === true);
}

const allNames: ReadonlySet<string> = new Set([
  ...Object.values(http.statuses).map(({ name }) => plainName(name)),
  ...Object.values(otherNames).flat(),
]);

/** Whether a text is the name of some status. */
export function isAnyHttpName(text: string): boolean {
  return allNames.has(plainName(text));
}

function plainName(text: string): string {
  return text.toLowerCase().replace(/[^a-z]/g, '');
}
