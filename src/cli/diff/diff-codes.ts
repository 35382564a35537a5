import { rowOf } from '../../classify/classify.js';
import type { Catalogue, CodeEntry } from '../../semantics/catalogue.js';
import type { Retryability } from '../../semantics/kinds.js';
import type { Change } from './change.js';
import { changed, retryChange, textChanges } from './diff-statuses.js';

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
