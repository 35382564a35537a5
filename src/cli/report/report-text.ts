import { shortened } from '../text/plain-text.js';
import { inLocale, type Locale, say, type Text } from '../text/say.js';
import type { Report, ReportRow } from './report.js';

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
