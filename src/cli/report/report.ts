import { type Session, writeOutput } from '../streams.js';
import { shortened } from '../text/plain-text.js';
import { inLocale, type Locale, say, type Text } from '../text/say.js';

/** One row of a catalogue, and how it came to be so. */
export interface ReportRow {
  /** Where it was read: `table 1, row 3`, `GET /orders/{id}`. */
  readonly at: Text;
  /** What it is about: `503`, `KMS.0303 (400)`. */
  readonly subject: string;
  /** What it became: `unavailable, transient`. */
  readonly result: Text;
  /** The very words of the documentation, where the verdict rests on them. */
  readonly says?: readonly string[];
  /** The documentation decides otherwise than HTTP does: such a row stands first. */
  readonly against?: boolean;
  /** Why, a reason for each inference. */
  readonly because: readonly Text[];
  /** What a person must decide. What several rows ask in the same words is one question. */
  readonly decide: readonly Text[];
}

/** An entry of a catalogue, and its row. */
export interface Read<Entry> {
  readonly entry: Entry;
  readonly report: ReportRow;
}

/** Something that could not be read. Listed, never dropped. */
export interface UnreadRow {
  readonly at: Text;
  /** What stood there, on one line. */
  readonly text: string;
  readonly because: Text;
  /** How many rows it stands for. Default 1. */
  readonly rows?: number;
}

/** Every row of a page by number: those on it are those read and those left out. */
export interface Counts {
  readonly rows: number;
  readonly read: number;
  readonly leftOut: number;
  readonly statuses: number;
  readonly codes: number;
}

/** What was inferred of a document, and why. */
export interface Report {
  /** The document. */
  readonly source: string;
  readonly counts?: Counts;
  readonly rows: readonly ReportRow[];
  readonly unread: readonly UnreadRow[];
  /** What is to be known of the document as a whole. */
  readonly notes: readonly Text[];
}

export interface Question {
  readonly question: Text;
  readonly about: ReportRow[];
}

/** The questions of a report by their words, each with all rows that it is about: the same one is asked once. */
export function questionsOf(rows: readonly ReportRow[]): Map<string, Question> {
  const found = new Map<string, Question>();
  for (const row of rows) {
    for (const question of row.decide) {
      const key = inLocale(question, 'en');
      const known = found.get(key) ?? { question, about: [] };
      known.about.push(row);
      found.set(key, known);
    }
  }
  return found;
}

/** A report as plain text, to be read beside the catalogue. */
export function reportText(report: Report, locale: Locale = 'en'): string {
  const { rows, unread, notes, counts } = report;
  const questions = questionsOf(rows);
  const left = unread.flatMap(({ at, text, because }) => [
    say`  ${at}: ${text}`,
    say`    because ${because}`,
  ]);
  const blocks: (readonly Text[])[] = [
    [headOf(report, questions.size), ...notes.map((note) => say`Note: ${note}`)],
    ...rows.map((row) => rowLines(row, questions)),
    ...(left.length === 0 ? [] : [[counts === undefined ? say`Not read:` : say`Left out:`, ...left]]),
  ];
  const written = blocks.map((lines) => lines.map((line) => inLocale(line, locale)).join('\n'));
  return `${written.join('\n\n')}\n`;
}

function headOf({ source, counts, rows, unread }: Report, questions: number): Text {
  const asked =
    questions === 1 ? say`1 decision left to a person` : say`${questions} decisions left to a person`;
  if (counts === undefined)
    return say`Report on ${source}: ${rowsOf(rows.length)} read, ${rowsOf(unread.length)} not read, ${asked}.`;
  const { statuses, codes } = counts;
  const entries = statuses + codes === 1 ? say`1 entry` : say`${statuses + codes} entries`;
  return say`Report on ${source}: ${rowsOf(counts.rows)} on the page, ${rowsOf(counts.read)} read, ${entries} made (${statuses} of statuses, ${codes} of error codes), ${rowsOf(counts.leftOut)} left out, ${asked}.`;
}

function rowsOf(count: number): Text {
  return count === 1 ? say`1 row` : say`${count} rows`;
}

function rowLines(row: ReportRow, questions: ReadonlyMap<string, Question>): Text[] {
  const elsewhere = new Set<string>();
  const asked = row.decide.flatMap((question): Text[] => {
    const [first, ...others] = questions.get(inLocale(question, 'en'))?.about ?? [];
    if (first !== undefined && first !== row) {
      elsewhere.add(first.subject);
      return [];
    }
    const also = others.map((other) => say`          ${other.subject} ${saysOf(other)}`);
    const numbers = others.map(({ subject }) => subject.replace(/^(\d{3}) .*/, '$1')).join(', ');
    return [
      numbers === '' ? say`  DECIDE  ${question}` : say`  DECIDE  ${question} [also ${numbers}]`,
      ...also,
    ];
  });
  return [
    say`${row.subject}: ${row.result}  [${row.at}]`,
    ...(row.says === undefined ? [] : [say`  ${saysOf(row)}`]),
    ...row.because.map((reason) => say`  because ${reason}`),
    ...asked,
    ...[...elsewhere].map((subject) => say`  asked under ${subject}`),
  ];
}

/** What a row says, as far as a person needs it to decide. */
function saysOf({ says = [] }: ReportRow): Text {
  if (says.length === 0) return say`says nothing beside its name`;
  return say`says ${says.map((words) => `“${shortened(words)}”`).join(' ')}`;
}

/** Writes a report to a file, as JSON if its name ends so, or to standard error. */
export async function writeReport(
  report: Report,
  file: string | undefined,
  session: Session,
  locale: Locale = 'en',
): Promise<void> {
  const text = file?.endsWith('.json') ? reportJson(report, locale) : reportText(report, locale);
  await writeOutput(text, file, session.stderr);
}

function reportJson({ rows, ...report }: Report, locale: Locale): string {
  const plain = (_: string, value: unknown): unknown => (isText(value) ? inLocale(value, locale) : value);
  const questions = [...questionsOf(rows).values()].map(({ question, about }) => ({
    question,
    about: about.map(({ at, subject, says }) => ({ at, subject, says })),
  }));
  return `${JSON.stringify({ ...report, rows, questions }, plain, 2)}\n`;
}

/** No other part of a report has these two fields. */
function isText(value: unknown): value is Text {
  return typeof value === 'object' && value !== null && 'words' in value && 'values' in value;
}
