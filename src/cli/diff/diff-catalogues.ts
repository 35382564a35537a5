import { rowOf } from '../../classify/classify.js';
import type { Catalogue, CodeEntry, Operation, RetryAdvice, StatusEntry } from '../../semantics/catalogue.js';
import type { Retryability } from '../../semantics/kinds.js';
import { httpRow } from '../infer/by-http.js';

/**
 * What a difference is worth. `meaning`: a status (or a code, or an operation)
 * changed its kind, or became more or less retryable; clients behave otherwise.
 * `words`: only its name or texts changed.
 */
export type Weight = 'meaning' | 'words';

export interface Change {
  /** `503 Service Unavailable`, `KMS.0303`, `POST /orders`, `retry`. */
  readonly subject: string;
  readonly weight: Weight;
  readonly changes: readonly string[];
}

/** All that differs between two catalogues, what changes a client's behaviour first. */
export function diffCatalogues(before: Catalogue, after: Catalogue): Change[] {
  const all = [
    ...diffStatuses(before, after),
    ...diffCodes(before, after),
    ...diffOperations(before, after),
    ...diffAdvice(before, after),
  ];
  return [
    ...all.filter(({ weight }) => weight === 'meaning'),
    ...all.filter(({ weight }) => weight === 'words'),
  ];
}

function diffOperations(before: Catalogue, after: Catalogue): Change[] {
  const [old, now] = [operationsOf(before), operationsOf(after)];
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((subject): Change[] => {
    const [one, other] = [old.get(subject), now.get(subject)];
    const changes = [
      ...changed('repeatable', String(one?.repeatable === true), String(other?.repeatable === true)),
      ...changed('starts a task', taskOf(one), taskOf(other)),
    ];
    return changes.length > 0 ? [{ subject, weight: 'meaning', changes }] : [];
  });
}

function operationsOf({ operations = [] }: Catalogue): Map<string, Operation> {
  return new Map(operations.map((operation) => [`${operation.method} ${operation.path}`, operation]));
}

function taskOf(operation: Operation | undefined): string {
  return operation?.task === undefined ? 'no' : `${operation.task.dialect}, ${operation.task.id}`;
}

/** The documentation's advice makes requests more patient, and no status more retryable. */
function diffAdvice(before: Catalogue, after: Catalogue): Change[] {
  const fields = [
    'retries',
    'attemptTimeoutMs',
    'baseDelayMs',
    'throttleDelayMs',
    'maxDelayMs',
    'maxHintMs',
  ] as const;
  const told = ({ retry = {} }: Catalogue, field: keyof RetryAdvice): string => String(retry[field] ?? '');
  const changes = fields.flatMap((field) => changed(field, told(before, field), told(after, field)));
  return changes.length > 0 ? [{ subject: 'retry advice', weight: 'words', changes }] : [];
}

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

/** How two catalogues differ in their error codes, by what each does to its statuses. */
export function diffCodes(before: Catalogue, after: Catalogue): Change[] {
  const codes = new Set([before, after].flatMap((catalogue) => Object.keys(catalogue.codes ?? {})));
  return [...codes].flatMap((code) => diffCode(code, before, after));
}

function diffCode(code: string, before: Catalogue, after: Catalogue): Change[] {
  const [old, now] = [codeOf(before, code), codeOf(after, code)];
  const statuses = [...new Set([...(old?.statuses ?? []), ...(now?.statuses ?? [])])].sort((a, b) => a - b);
  const meaning =
    statuses.length === 0
      ? effectChanges('', effectOf(old), effectOf(now))
      : statuses.flatMap((status) => {
          return effectChanges(`with ${status}, `, under(before, old, status), under(after, now, status));
        });
  const renew = changed(
    'renewed credentials help',
    String(old?.reauthenticate === true),
    String(now?.reauthenticate === true),
  );
  const known = [
    ...(old === undefined ? ['is documented now'] : []),
    ...(now === undefined ? ['is no longer documented'] : []),
  ];
  if (meaning.length + renew.length > 0)
    return [{ subject: code, weight: 'meaning', changes: [...known, ...meaning, ...renew] }];
  const words = [
    ...known,
    ...changed('statuses', String(old?.statuses ?? ''), String(now?.statuses ?? '')),
    ...textChanges(old, now),
  ];
  return words.length > 0 ? [{ subject: code, weight: 'words', changes: words }] : [];
}

function codeOf({ codes }: Catalogue, code: string): CodeEntry | undefined {
  return codes !== undefined && Object.hasOwn(codes, code) ? codes[code] : undefined;
}

interface CodeEffect {
  readonly kind: string;
  readonly retry: Retryability | undefined;
}

function effectOf(entry: CodeEntry | undefined): CodeEffect {
  return { kind: entry?.kind ?? '', retry: entry?.retry };
}

/** What an answer with this status and code is: the code's word, or else the status's. */
function under(catalogue: Catalogue, entry: CodeEntry | undefined, status: number): CodeEffect {
  const row = rowOf(catalogue, status);
  const applies = entry?.statuses === undefined || entry.statuses.includes(status);
  const own = applies ? effectOf(entry) : effectOf(undefined);
  return { kind: own.kind || (row?.kind ?? ''), retry: own.retry ?? row?.retry };
}

function effectChanges(prefix: string, before: CodeEffect, after: CodeEffect): string[] {
  const retry =
    before.retry !== undefined && after.retry !== undefined
      ? retryChange(before.retry, after.retry)
      : changed('retry', before.retry ?? '', after.retry ?? '');
  return [...changed('kind', before.kind, after.kind), ...retry].map((text) => `${prefix}${text}`);
}
