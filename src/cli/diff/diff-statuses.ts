import { rowOf } from '../../classify/classify.js';
import type { Catalogue, StatusEntry } from '../../semantics/catalogue.js';
import type { Retryability } from '../../semantics/kinds.js';
import { httpRow } from '../infer/http-names.js';
import type { Change } from './change.js';

/** How two catalogues differ in their statuses. */
export function diffStatuses(before: Catalogue, after: Catalogue): Change[] {
  const statuses = new Set([before, after].flatMap(({ statuses: rows }) => Object.keys(rows).map(Number)));
  return [...statuses]
    .sort((a, b) => a - b)
    .flatMap((status) => diffStatus(status, rowOf(before, status), rowOf(after, status)));
}

function diffStatus(
  status: number,
  before: StatusEntry | undefined,
  after: StatusEntry | undefined,
): Change[] {
  const [old, now] = [before ?? undocumented(status), after ?? undocumented(status)];
  const subject = `${status} ${(after ?? before)?.name ?? ''}`.trim();
  const meaning = [...changed('kind', kindsOf(old), kindsOf(now)), ...retryChange(old.retry, now.retry)];
  if (before === undefined) meaning.unshift('is documented now');
  if (after === undefined) meaning.unshift('is no longer documented');
  if (meaning.length > 0) return [{ subject, weight: 'meaning', changes: meaning }];
  const words = [...changed('name', old.name, now.name), ...textChanges(before, after)];
  return words.length > 0 ? [{ subject, weight: 'words', changes: words }] : [];
}

interface Row {
  readonly name: string;
  readonly kind: string;
  readonly or?: readonly string[];
  readonly retry: Retryability;
}

/** What a client makes of a status that its catalogue does not have. */
function undocumented(status: number): Row {
  return { name: '', kind: 'unexpected', retry: httpRow(status)?.retry ?? 'never' };
}

function kindsOf({ kind, or = [] }: Row): string {
  return [kind, ...[...or].sort()].join(' or ');
}

const order: readonly Retryability[] = ['never', 'transient', 'throttle'];

/** Throttling is sent again in more cases than a passing fault: POST too. */
export function retryChange(before: Retryability, after: Retryability): string[] {
  if (before === after) return [];
  const more = order.indexOf(after) > order.indexOf(before);
  return [`${more ? 'more' : 'less'} retryable: ${before} -> ${after}`];
}

export function changed(what: string, before: string, after: string): string[] {
  return before === after ? [] : [`${what}: ${before || '(none)'} -> ${after || '(none)'}`];
}

interface Texts {
  readonly meaning?: unknown;
  readonly remedy?: unknown;
}

/** Where a row is documented is not what it says: a page saved under another name is the same page. */
export function textChanges(before: Texts | undefined, after: Texts | undefined): string[] {
  const differ = (['meaning', 'remedy'] as const).filter(
    (field) => JSON.stringify(before?.[field]) !== JSON.stringify(after?.[field]),
  );
  return differ.map((field) => `${field}: other words`);
}
