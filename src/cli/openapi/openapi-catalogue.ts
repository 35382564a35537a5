import type { CodeEntry, StatusEntry } from '../../semantics/catalogue.js';
import type { CatalogueData } from '../emit/catalogue-module.js';
import { languageOf } from '../infer/vocabulary.js';
import { codeEntry, withKinds } from '../page/code-entries.js';
import type { PageNames } from '../page/page-catalogue.js';
import type { Report, ReportRow, UnreadRow } from '../report/report.js';
import { hasHan, shortened } from '../text/plain-text.js';
import { delayedCalls } from './delayed-calls.js';
import type { Description } from './description.js';
import { type ProblemReading, readProblems } from './problem-reading.js';
import { keyedCalls, repeatableCalls } from './repeatable.js';
import type { ApiResponse } from './response.js';
import { gatewayResponses, readRetries } from './retry-extensions.js';
import { placesOf, statusRow } from './status-row.js';

export interface OpenApiReading {
  /** Undefined where the description documents no single status. */
  readonly catalogue: CatalogueData | undefined;
  readonly problems: ProblemReading;
  readonly report: Report;
}

/** An OpenAPI description as a catalogue, and how it came to be so. */
export function openApiCatalogue(description: Description, { name, source }: PageNames): OpenApiReading {
  const { operations, root } = description;
  const unread: UnreadRow[] = [...description.unread];
  const responses = [
    ...operations.flatMap((operation) => operation.responses),
    ...gatewayResponses(root, unread),
  ];
  const retries = readRetries(description);
  const delayed = delayedCalls(operations);
  const rows: ReportRow[] = [];
  const entries = new Map<number, StatusEntry>();
  for (const [status, of] of byStatus(responses)) {
    const read = statusRow(status, of, retries.statuses, source);
    entries.set(status, delayed.started.has(status) ? orDelayed(read.entry) : read.entry);
    rows.push(read.report);
  }
  const problems = readProblems(description);
  const codes = new Map<string, CodeEntry>();
  for (const { code, text, statuses, at } of problems.codes) {
    const documented = statuses.filter((status) => entries.has(status));
    const row = {
      at,
      statuses: documented,
      codes: [code],
      meanings: [text],
      remedies: [],
      because: [],
      decide: [],
    };
    const read = codeEntry(code, [row], entries, source, languageOf);
    codes.set(code, read.entry);
    rows.push(read.report);
  }
  const repeatable = repeatableCalls(operations);
  const keyed = keyedCalls(operations);
  rows.push(...delayed.rows, ...repeatable.rows, ...keyed.rows);
  if (retries.because.length + retries.decide.length > 0)
    rows.push({
      at: 'extensions',
      subject: 'retry',
      result: JSON.stringify(retries.advice),
      because: retries.because,
      decide: retries.decide,
    });
  const report: Report = {
    source,
    rows,
    unread: [...unread, ...classRows(responses)],
    notes: [...description.notes, ...problems.notes, ...languageNote(entries)],
  };
  if (entries.size === 0) return { catalogue: undefined, problems, report };
  const advised = { ...retries.advice, ...(keyed.all ? { idempotencyKey: true as const } : {}) };
  const retry = Object.keys(advised).length > 0 ? { ...advised, source } : undefined;
  const catalogue: CatalogueData = {
    name,
    source,
    statuses: withKinds(entries, [...codes.values()]),
    ...(codes.size > 0 ? { codes: Object.fromEntries(codes) } : {}),
    ...(repeatable.operations.length > 0 ? { operations: repeatable.operations } : {}),
    ...(retry === undefined ? {} : { retry }),
  };
  return { catalogue, problems, report };
}

function byStatus(responses: readonly ApiResponse[]): [number, ApiResponse[]][] {
  const found = new Map<number, ApiResponse[]>();
  for (const response of responses) {
    if (typeof response.key !== 'number') continue;
    const of = found.get(response.key) ?? [];
    of.push(response);
    found.set(response.key, of);
  }
  return [...found].sort(([a], [b]) => a - b);
}

function orDelayed(entry: StatusEntry): StatusEntry {
  if (entry.kind === 'delayed') return entry;
  const { name, kind, or = [], ...rest } = entry;
  return { name, kind, or: [...or, 'delayed'], ...rest };
}

/** What is documented for many statuses at once makes no row, and is not lost. */
function classRows(responses: readonly ApiResponse[]): UnreadRow[] {
  const found = new Map<string, ApiResponse[]>();
  for (const response of responses) {
    if (typeof response.key === 'number') continue;
    found.set(response.key, [...(found.get(response.key) ?? []), response]);
  }
  return [...found].map(([key, of]) => ({
    at: placesOf(of),
    text: `${key}: ${shortened([...new Set(of.map(({ text }) => text))].filter(Boolean).join(' | ') || 'no description')}`,
    because:
      key === 'default'
        ? 'default is every status without a response of its own: a catalogue has a row for each single status'
        : `${key} is a class: a catalogue has a row for each single status`,
  }));
}

function languageNote(entries: ReadonlyMap<number, StatusEntry>): string[] {
  const texts = [...entries.values()].flatMap(({ meaning }) => meaning ?? []);
  const same = texts.filter(({ en, zh }) => en === zh);
  if (same.length === 0) return [];
  const lacks = same.every(({ en }) => hasHan(en)) ? 'en' : 'zh';
  return [
    `the description has one language, and its texts stand in both: translate meaning.${lacks}, in your own words`,
  ];
}
