import { inLocale, keyOf, type Locale, type Text } from '../text/locale.js';
import { shortened } from '../text/plain-text.js';
import { type Question, questionsOf } from './questions-of.js';
import type { Report, ReportRow, UnreadRow } from './report.js';
import { reportTexts } from './texts.js';

/** A report as plain text, to be read beside the catalogue. */
export function reportText(report: Report, locale: Locale = 'en'): string {
  const { rows, unread, notes, counts } = report;
  const texts = reportTexts[locale];
  const questions = questionsOf(rows);
  const left = counts === undefined ? texts.notRead : texts.leftOut;
  const blocks = [
    [texts.head(report, questions.size), ...notes.map((note) => texts.note(inLocale(note, locale)))],
    ...rows.map((row) => rowLines(row, questions, locale)),
    ...(unread.length === 0 ? [] : [[left, ...unread.flatMap((row) => unreadLines(row, locale))]]),
  ];
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function rowLines(row: ReportRow, questions: ReadonlyMap<string, Question>, locale: Locale): string[] {
  const texts = reportTexts[locale];
  const [at, result] = [inLocale(row.at, locale), inLocale(row.result, locale)];
  return [
    `${row.subject}: ${result}  [${at}]`,
    ...(row.says === undefined ? [] : [`  ${texts.says(quoted(row))}`]),
    ...row.because.map((reason) => `  ${texts.because(inLocale(reason, locale))}`),
    ...row.decide.flatMap((ask) => questionLines(row, ask, questions.get(keyOf(ask))?.about ?? [], locale)),
  ];
}

/** A question in full under the first row that it is about; the other rows stand below it, each with its words. */
function questionLines(row: ReportRow, ask: Text, about: readonly ReportRow[], locale: Locale): string[] {
  const texts = reportTexts[locale];
  const [first, ...others] = about;
  if (first !== undefined && first !== row) return [`  ${texts.askedUnder(first.subject)}`];
  const also = others.map((other) => `          ${texts.also(other.subject, quoted(other))}`);
  return [
    `  ${texts.decide(
      inLocale(ask, locale),
      others.map(({ subject }) => subject),
    )}`,
    ...also,
  ];
}

/** What a row says, as far as a person needs it to decide. */
function quoted({ says = [] }: ReportRow): string {
  return says.map((words) => `“${shortened(words)}”`).join(' ');
}

function unreadLines({ at, text, because }: UnreadRow, locale: Locale): string[] {
  const texts = reportTexts[locale];
  return [`  ${inLocale(at, locale)}: ${text}`, `    ${texts.because(inLocale(because, locale))}`];
}
