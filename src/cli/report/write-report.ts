import { writeOutput } from '../output.js';
import type { Session } from '../streams.js';
import type { Report } from './report.js';
import { reportText } from './report-text.js';

/** Writes a report to a file, as JSON if its name ends so, or to standard error. */
export async function writeReport(report: Report, file: string | undefined, session: Session): Promise<void> {
  const text = file?.endsWith('.json') ? `${JSON.stringify(report, null, 2)}\n` : reportText(report);
  await writeOutput(text, file, session.stderr);
}
