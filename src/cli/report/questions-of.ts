import { keyOf, type Text } from '../text/locale.js';
import type { ReportRow } from './report.js';

/** One question, and all rows that it is about. */
export interface Question {
  readonly ask: Text;
  readonly about: readonly ReportRow[];
}

/** The questions of a report by their words: the same one is asked once. */
export function questionsOf(rows: readonly ReportRow[]): Map<string, Question> {
  const found = new Map<string, { ask: Text; about: ReportRow[] }>();
  for (const row of rows) {
    for (const ask of row.decide) {
      const question = found.get(keyOf(ask)) ?? { ask, about: [] };
      question.about.push(row);
      found.set(keyOf(ask), question);
    }
  }
  return found;
}
