import type { Text } from '../text/say.js';
import questions from './questions.json' with { type: 'json' };

/**
 * What only a person can answer, with its answer in code. No question names a row:
 * what is asked of several rows is one question.
 */
export function ask(question: keyof typeof questions, ...values: readonly string[]): Text {
  return { words: questions[question], values };
}
