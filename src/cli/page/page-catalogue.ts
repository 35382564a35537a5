import type { CodeEntry, StatusEntry } from '../../semantics/catalogue.js';
import type { CatalogueData } from '../emit/catalogue-module.js';
import type { Report, ReportRow } from '../report/report.js';
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
  const { rows, unread, notes } = readAll(page);
  const statuses = byStatus(rows);
  const reports: ReportRow[] = [];
  const entries = new Map<number, StatusEntry>();
  for (const status of [...statuses.keys()].sort((a, b) => a - b)) {
    const read = statusEntry(status, statuses.get(status) ?? [], source);
    entries.set(status, read.entry);
    reports.push(read.report);
  }
  const codes = new Map<string, CodeEntry>();
  for (const [code, of] of byCode(rows)) {
    const read = codeEntry(code, of, entries, source);
    codes.set(code, read.entry);
    reports.push(read.report);
  }
  const report: Report = { source, rows: reports, unread, notes: [...notes, ...languageNote(rows)] };
  if (entries.size === 0) return { catalogue: undefined, report };
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

function onlyWithCodes(status: number, at: string): DocumentedRow {
  const decide = [`${status} comes only with error codes: what does it mean without one?`];
  return {
    at,
    statuses: [status],
    codes: [],
    meanings: [],
    remedies: [],
    because: ['no row of its own: an error code comes with it'],
    decide,
  };
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

function languageNote(rows: readonly DocumentedRow[]): string[] {
  const texts = rows.flatMap(({ meanings }) => meanings);
  const chinese = texts.filter(hasHan).length;
  if (texts.length === 0 || (chinese > 0 && chinese < texts.length)) return [];
  const [has, lacks] = chinese > 0 ? ['Chinese', 'en'] : ['no Chinese', 'zh'];
  return [
    `the page has ${has}, and its texts stand in both languages: translate meaning.${lacks}, in your own words`,
  ];
}
