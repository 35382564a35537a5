import { http } from '../../catalogues/http/statuses.js';
import type { StatusEntry } from '../../semantics/catalogue.js';
import type { DocumentedKind, Retryability } from '../../semantics/kinds.js';
import { ask, say, type Text } from '../text/say.js';

/** What was inferred, each step with its reason, and what remains a person's to decide. */
export interface Inference {
  readonly kind: DocumentedKind;
  readonly retry: Retryability;
  /** The page decides otherwise than HTTP does. */
  readonly against?: boolean;
  readonly because: readonly Text[];
  readonly decide: readonly Text[];
}

const byClass: { readonly [digit: number]: DocumentedKind } = {
  1: 'failed',
  2: 'success',
  3: 'redirected',
  4: 'rejected',
  5: 'failed',
};

/** What HTTP says of a status: its own row, else its class (RFC 9110, 15). */
export function byHttp(status: number, words: string): Inference {
  const row = httpRow(status);
  if (row !== undefined) {
    const { kind, retry, source } = row;
    return { kind, retry, because: [say`HTTP's own ${status} is ${kind}, ${retry} (${source})`], decide: [] };
  }
  const kind = byClass[Math.floor(status / 100)];
  if (kind === undefined) return withoutClass(status, words);
  const because = [say`HTTP does not define the status ${status}. Its class says ${kind} (RFC 9110, 15)`];
  // A 2xx of the API's own may be another 202.
  const delay = kind === 'success' ? speaksOfDelay(words) : undefined;
  if (delay === undefined) return { kind, retry: 'never', because, decide: [ask('ownStatus', kind)] };
  because.push(say`“${delay}” says that the work is done afterwards`);
  return { kind: 'delayed', retry: 'never', because, decide: [ask('ownStatus', 'delayed')] };
}

/** RFC 9110, 15: a client treats a status outside of 100 to 599 as if it were a 5xx. */
function withoutClass(status: number, words: string): Inference {
  const because = [
    say`HTTP defines the statuses from 100 to 599. A client treats ${status} as a 5xx: failed (RFC 9110, 15)`,
  ];
  const blame = blames.exec(words)?.[0];
  if (blame !== undefined) because.push(say`“${blame}” blames the request: rejected`);
  return {
    kind: blame === undefined ? 'failed' : 'rejected',
    retry: 'never',
    because,
    decide: [ask('noClass')],
  };
}

const blames =
  /\b(?:not found|(?:does|do) not exist|no such|invalid|illegal|bad|malformed|missing|mismatch|already exists?|exceed\w*|denied|forbidden|unauthori[sz]ed)\b|不存在|已存在|无效|非法|不合法|参数|校验|不匹配|超出|超过|拒绝|没有权限|被删除/i;

/** Whether the words say that the work is accepted and done afterwards. */
export function speaksOfDelay(text: string): string | undefined {
  const delay =
    /\b(?:asynchronous(?:ly)?|queued|in progress|delayed|later(?! than)|not (?:yet )?(?:complete|done|finished)|(?:still|being) process(?:ing|ed))\b|异步|排队|延迟(?:处理|执行|完成)|稍后|处理中|尚未完成/i;
  return delay.exec(text)?.[0];
}

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
