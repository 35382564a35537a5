import { writeOutput } from '../output.js';
import type { Session } from '../streams.js';
import { inLocale, type Locale } from '../text/locale.js';
import { questionsOf } from './questions-of.js';
import type { Report } from './report.js';
import { reportText } from './report-text.js';

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

function reportJson(report: Report, locale: Locale): string {
  const questions = [...questionsOf(report.rows).values()].map(({ ask, about }) => ({
    ask,
    about: about.map(({ at, subject, says }) => ({ at, subject, says })),
  }));
  // A text of several languages is the only record with these two fields.
  const plain = (_: string, value: unknown): unknown =>
    typeof value === 'object' && value !== null && 'en' in value && 'zh' in value
      ? inLocale({ en: String(value.en), zh: String(value.zh) }, locale)
      : value;
  return `${JSON.stringify({ ...report, questions }, plain, 2)}\n`;
}
