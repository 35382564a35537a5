import type { CodeEntry, StatusEntry } from '../../semantics/catalogue.js';
import type { CatalogueData } from '../emit/catalogue-module.js';
import { isAnyHttpName } from '../infer/http-names.js';
import { type Language, languageOf } from '../infer/language.js';
import { questions } from '../infer/questions.js';
import type { Report, ReportRow } from '../report/report.js';
import { both, type Text } from '../text/locale.js';
import { hasHan } from '../text/plain-text.js';
import { codeEntry, withKinds } from './code-entries.js';
import { isNothing } from './columns.js';
import type { DocumentedRow } from './documented-row.js';
import type { Page } from './page.js';
import { readAll } from './read-all.js';
import { statusEntry } from './status-entries.js';

export interface PageNames {
  /** The catalogue's name. */
  readonly name: string;
  /** What every row names as its source. */
  readonly source: string;
}

export interface PageReading {
  /** Undefined where the page documents no single status. */
  readonly catalogue: CatalogueData | undefined;
  readonly report: Report;
}

/** A documentation page as a catalogue, and how it came to be so. */
export function pageCatalogue(page: Page, { name, source }: PageNames): PageReading {
  const { count, rows, unread, notes } = readAll(page);
  const language = languageIn(rows);
  const statuses = byStatus(rows);
  const reports: ReportRow[] = [];
  const entries = new Map<number, StatusEntry>();
  for (const status of [...statuses.keys()].sort((a, b) => a - b)) {
    const read = statusEntry(status, statuses.get(status) ?? [], source, language);
    entries.set(status, read.entry);
    reports.push(read.report);
  }
  const codes = new Map<string, CodeEntry>();
  for (const [code, of] of byCode(rows)) {
    const read = codeEntry(code, of, entries, source, language);
    codes.set(code, read.entry);
    reports.push(read.report);
  }
  const isMade = entries.size > 0;
  const report: Report = {
    source,
    counts: {
      rows: count,
      read: rows.length,
      leftOut: unread.reduce((sum, row) => sum + (row.rows ?? 1), 0),
      statuses: entries.size,
      codes: isMade ? codes.size : 0,
    },
    rows: [...reports.filter(({ against }) => against), ...reports.filter(({ against }) => !against)],
    unread,
    notes: [...notes, ...languageNotes(rows, language)],
  };
  if (!isMade) return { catalogue: undefined, report };
  const moved = [...entries].map(
    ([status, entry]) => [status, withKinds(status, entry, [...codes.values()])] as const,
  );
  const catalogue: CatalogueData = {
    name,
    source,
    statuses: Object.fromEntries(moved),
    ...(codes.size > 0 ? { codes: Object.fromEntries(codes) } : {}),
  };
  return { catalogue, report };
}

/** Rows by status. A status that only error codes come with has HTTP's own meaning, and is said to. */
function byStatus(rows: readonly DocumentedRow[]): Map<number, DocumentedRow[]> {
  const found = new Map<number, DocumentedRow[]>();
  const add = (status: number, row: DocumentedRow): void => {
    found.set(status, [...(found.get(status) ?? []), row]);
  };
  for (const row of rows) {
    if (row.codes.length > 0) continue;
    for (const [index, status] of row.statuses.entries()) add(status, pairedName(row, index));
  }
  const ofCodes = new Set(found.keys());
  for (const { codes, statuses, at } of rows) {
    if (codes.length === 0) continue;
    for (const status of statuses)
      if (!ofCodes.has(status) && !found.has(status)) add(status, onlyWithCodes(status, at));
  }
  return found;
}

function onlyWithCodes(status: number, at: Text): DocumentedRow {
  const because = both('no row of its own: an error code comes with it', '没有自己的行：与错误码同时出现');
  const plain = { codes: [], meanings: [], remedies: [] };
  return { ...plain, at, statuses: [status], because: [because], decide: [questions.onlyCodes] };
}

/** `502/503` with `Bad Gateway/Service Unavailable`: each its own name. */
function pairedName(row: DocumentedRow, index: number): DocumentedRow {
  if (row.statuses.length < 2 || row.name === undefined) return row;
  const names = row.name.split(/\s*[/|、;；,，]\s*|\s+(?:or|and|或|和)\s+/);
  if (names.length !== row.statuses.length || names.some(isNothing)) return row;
  return { ...row, name: names[index] ?? row.name };
}

function byCode(rows: readonly DocumentedRow[]): Map<string, DocumentedRow[]> {
  const found = new Map<string, DocumentedRow[]>();
  for (const row of rows) {
    for (const code of row.codes) found.set(code, [...(found.get(code) ?? []), row]);
  }
  return found;
}

/** The language of a row's text; a short one is in that of the page, whose names of statuses may be HTTP's own. */
function languageIn(rows: readonly DocumentedRow[]): (text: string) => Language {
  const around = languageOf(rows.flatMap(({ meanings, remedies }) => [...meanings, ...remedies]).join('\n'));
  return (text) => (isAnyHttpName(text) ? 'en' : languageOf(text, around));
}

function languageNotes(rows: readonly DocumentedRow[], language: (text: string) => Language): Text[] {
  const texts = rows.flatMap(({ meanings }) => meanings);
  const unread = rows.filter(({ meanings, remedies }) =>
    [...meanings, ...remedies].some((text) => language(text) === 'other'),
  ).length;
  const foreign =
    unread === 0
      ? []
      : [
          both(
            `${unread} of the rows are neither in English nor in Chinese: their words were not read`,
            `有 ${unread} 行既非英文也非中文：其文字未读`,
          ),
        ];
  const chinese = texts.filter(hasHan).length;
  if (texts.length === 0 || (chinese > 0 && chinese < texts.length)) return foreign;
  const [has, zh, lacks] = chinese > 0 ? ['Chinese', '是中文', 'en'] : ['no Chinese', '没有中文', 'zh'];
  return [
    ...foreign,
    both(
      `the page has ${has}, and its texts stand in both languages: translate meaning.${lacks}, in your own words`,
      `页面${zh}，其文字用于两种语言：请用自己的话翻译 meaning.${lacks}`,
    ),
  ];
}
