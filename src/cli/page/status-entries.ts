import type { StatusEntry } from '../../semantics/catalogue.js';
import { type DocumentedKind, retryabilities } from '../../semantics/kinds.js';
import { httpRow, type Inference } from '../infer/by-http.js';
import { inferStatus } from '../infer/infer-status.js';
import type { Language } from '../infer/vocabulary.js';
import type { Read, ReportRow } from '../report/report.js';
import { ask, distinct, say, type Text } from '../text/say.js';
import { type DocumentedRow, meaningOf, quotesOf, textsOf } from './documented-row.js';

/** One status from the rows that document it: most often one, sometimes several. */
export function statusEntry(
  status: number,
  rows: readonly DocumentedRow[],
  source: string,
  languageOf: (text: string) => Language,
): Read<StatusEntry> {
  // A name alone, in a table of contents, says nothing against a row that says something.
  const telling = rows.filter((row) => quotesOf([row]).length > 0 || row.answer !== undefined);
  const inferred = (telling.length > 0 ? telling : rows).map((row) => {
    const { answer, isShort = false } = row;
    const read = inferStatus(status, { texts: textsOf(row), ...(answer && { answer }), languageOf });
    return isShort && read.retry !== 'never' ? { ...read, decide: [...read.decide, ask('short')] } : read;
  });
  const { kind, retry, or, against = false, because, decide } = mergeInferences(status, inferred);
  const name = nameOf(status, rows);
  const { meaning } = meaningOf(rows.flatMap(({ meanings, remedies }) => [...meanings, ...remedies]));
  const entry: StatusEntry = {
    name: name.name,
    kind,
    ...(or && { or }),
    retry,
    ...(meaning && { meaning }),
    source,
  };
  const asked = distinct([...name.decide, ...rows.flatMap((row) => row.decide), ...decide]);
  const report: ReportRow = {
    at: say`${distinct(rows.map(({ at }) => at))}`,
    subject: `${status} ${name.name}`,
    result: [kind, ...(or ?? []).map((other) => `or ${other}`), retry].join(', '),
    ...(retry !== 'never' || against || asked.length > 0 ? { says: quotesOf(rows) } : {}),
    against,
    because: distinct([...name.because, ...rows.flatMap((row) => row.because), ...because]),
    decide: asked,
  };
  return { entry, report };
}

export interface Merged extends Inference {
  readonly or?: readonly DocumentedKind[];
}

/** Rows that disagree: the one that retries least holds, since a retry too many is the worse mistake. */
export function mergeInferences(status: number, inferred: readonly Inference[]): Merged {
  const because = inferred.flatMap((each) => each.because);
  const [first, ...others] = [...inferred].sort(
    (a, b) => retryabilities.indexOf(a.retry) - retryabilities.indexOf(b.retry),
  );
  // A status is here because a row documents it.
  if (first === undefined) throw new RangeError(`no row documents ${status}`);
  const or = [...new Set(others.map(({ kind }) => kind))].filter((kind) => kind !== first.kind);
  if (or.length === 0 && others.every(({ retry }) => retry === first.retry))
    return { ...first, because, decide: inferred.flatMap((each) => each.decide) };
  const decide = inferred.flatMap((each) => (each.retry === first.retry ? each.decide : []));
  const told = [...new Set(inferred.map(({ kind, retry }) => `${kind}, ${retry}`))].join(' / ');
  return {
    ...first,
    ...(or.length > 0 ? { or } : {}),
    because: [...because, say`its rows disagree (${told}): the row that retries least was used`],
    decide: [...decide, ask('rowsDisagree')],
  };
}

interface Named {
  readonly name: string;
  readonly because: readonly Text[];
  readonly decide: readonly Text[];
}

/** The page's own name, exactly as it prints it; else HTTP's; else a short meaning, or the number. */
function nameOf(status: number, rows: readonly DocumentedRow[]): Named {
  const given = [...new Set(rows.flatMap(({ name }) => name ?? []))];
  const [first, ...others] = given;
  if (first !== undefined && others.length === 0) return { name: first, because: [], decide: [] };
  if (first !== undefined) {
    const because = say`the page calls ${status} ${given.map((name) => `“${name}”`).join(' / ')}`;
    return { name: first, because: [because], decide: [ask('names')] };
  }
  const own = httpRow(status)?.name;
  if (own !== undefined)
    return { name: own, because: [say`the page gives ${status} no name: it has HTTP's`], decide: [] };
  const meanings = rows.flatMap((row) => row.meanings.map((text) => text.replace(/[.。]$/, '')));
  const name = meanings.find((text) => text !== '' && text.length <= 40) ?? `Status ${status}`;
  const because = say`the page gives ${status} no name, and HTTP has none: “${name}” was used`;
  return { name, because: [because], decide: [ask('unnamed')] };
}
