import { writeOutput } from '../output.js';
import type { Session } from '../streams.js';
import { inLocale, type Locale, type Text } from '../text/say.js';
import type { Report } from './report.js';
import { questionsOf, reportText } from './report-text.js';

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
