import { basename } from 'node:path';
import type { CodeEntry, StatusEntry } from '../../semantics/catalogue.js';
import type { CatalogueData } from '../emit/catalogue-module.js';
import { isAnyHttpName } from '../infer/by-http.js';
import { type Language, languageOf } from '../infer/vocabulary.js';
import type { Report, ReportRow } from '../report/report.js';
import { hasHan } from '../text/plain-text.js';
import { ask, say, type Text } from '../text/say.js';
import { codeEntry, withKinds } from './code-entries.js';
import { isNothing } from './columns.js';
import type { DocumentedRow } from './documented-row.js';
import type { Page } from './page.js';
import { readAll } from './read-all.js';
import { statusEntry } from './status-entries.js';

export interface PageNames {
  readonly name: string;
  /** What every row names as its source. */
  readonly source: string;
}

/** The names of a catalogue made from a page, where none were given. */
export function pageNames(
  { title }: { readonly title: string },
  file: string,
  { name, source }: { readonly name?: string; readonly source?: string },
): PageNames {
  const base = file === '-' ? 'standard input' : basename(file);
  return {
    name: name || title || base.replace(/\.\w+$/, ''),
    source: source || (title === '' ? base : `${title} (${base})`),
  };
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
  const reports: ReportRow[] = [];
  const entries = new Map<number, StatusEntry>();
  for (const [status, of] of byStatus(rows)) {
    const read = statusEntry(status, of, source, language);
    entries.set(status, read.entry);
    reports.push(read.report);
  }
  const codes = new Map<string, CodeEntry>();
  for (const [code, of] of byCode(rows)) {
    const read = codeEntry(code, of, entries, source, language);
    codes.set(code, read.entry);
    reports.push(read.report);
  }
  const leftOut = unread.reduce((sum, row) => sum + (row.rows ?? 1), 0);
  const made = { statuses: entries.size, codes: entries.size > 0 ? codes.size : 0 };
  const report: Report = {
    source,
    counts: { rows: count, read: rows.length, leftOut, ...made },
    rows: [...reports.filter(({ against }) => against), ...reports.filter(({ against }) => !against)],
    unread,
    notes: [...notes, ...languageNotes(rows, language)],
  };
  if (entries.size === 0) return { catalogue: undefined, report };
  const statuses = withKinds(entries, [...codes.values()]);
  const refined = codes.size > 0 ? { codes: Object.fromEntries(codes) } : {};
  return { catalogue: { name, source, statuses, ...refined }, report };
}

/** Rows by status, in order. A status that only error codes come with has HTTP's own meaning, and is said to. */
function byStatus(rows: readonly DocumentedRow[]): [number, DocumentedRow[]][] {
  const found = new Map<number, DocumentedRow[]>();
  for (const row of rows.filter(({ codes }) => codes.length === 0))
    for (const [index, status] of row.statuses.entries())
      found.set(status, [...(found.get(status) ?? []), pairedName(row, index)]);
  for (const { codes, statuses, at } of rows)
    for (const status of statuses)
      if (codes.length > 0 && !found.has(status)) found.set(status, [onlyWithCodes(status, at)]);
  return [...found].sort(([a], [b]) => a - b);
}

function onlyWithCodes(status: number, at: Text): DocumentedRow {
  const because = [say`no row documents it alone: it comes with an error code`];
  return {
    at,
    statuses: [status],
    codes: [],
    meanings: [],
    remedies: [],
    because,
    decide: [ask('onlyCodes')],
  };
}

/** `502/503` with `Bad Gateway/Service Unavailable`: each its own name. */
function pairedName(row: DocumentedRow, index: number): DocumentedRow {
  const names = row.name?.split(/\s*[/|、;；,，]\s*|\s+(?:or|and|或|和)\s+/) ?? [];
  const name = names[index];
  const isPaired = names.length > 1 && names.length === row.statuses.length && !names.some(isNothing);
  return isPaired && name !== undefined ? { ...row, name } : row;
}

function byCode(rows: readonly DocumentedRow[]): Map<string, DocumentedRow[]> {
  const found = new Map<string, DocumentedRow[]>();
  for (const row of rows) for (const code of row.codes) found.set(code, [...(found.get(code) ?? []), row]);
  return found;
}

/** The language of a row's text; a short one is in that of the page, whose names of statuses may be HTTP's own. */
function languageIn(rows: readonly DocumentedRow[]): (text: string) => Language {
  const around = languageOf(rows.flatMap(({ meanings, remedies }) => [...meanings, ...remedies]).join('\n'));
  return (text) => (isAnyHttpName(text) ? 'en' : languageOf(text, around));
}

function languageNotes(rows: readonly DocumentedRow[], language: (text: string) => Language): Text[] {
  const texts = rows
    .map(({ meanings, remedies }) => [...meanings, ...remedies])
    .filter((of) => of.length > 0);
  const foreign = texts.filter((of) => of.some((text) => language(text) === 'other')).length;
  const chinese = texts.filter((of) => of.some(hasHan)).length;
  const notes = [
    say`${foreign} of the rows are neither in English nor in Chinese: their words were not read`,
  ].slice(foreign === 0 ? 1 : 0);
  if (texts.length === 0 || (chinese > 0 && chinese < texts.length)) return notes;
  const lacks = chinese > 0 ? 'en' : 'zh';
  return [
    ...notes,
    say`the page is in one language, and its texts stand in both: translate meaning.${lacks}, in your own words`,
  ];
}
