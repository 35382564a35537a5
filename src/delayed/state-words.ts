export type TaskState = 'running' | 'done' | 'failed' | 'cancelled';

const ends: ReadonlyMap<string, TaskState> = new Map([
  // Azure REST API Guidelines, Long-running operations: the three terminal states.
  ['succeeded', 'done'],
  ['failed', 'failed'],
  ['canceled', 'cancelled'],
  ['cancelled', 'cancelled'],
  // Huawei Cloud, Querying the Status of a Job.
  ['success', 'done'],
  ['fail', 'failed'],
]);
const longestWord = 64;

/**
 * What a word for a task's state says. A word is compared whole: `NotSucceeded`
 * and `Succeeded with errors` are not the end that they contain. Every word that
 * is not known as an end is one of a task still running, as Azure's contract
 * says; APIs invent many of those (`Creating`, `Accepted`, `PENDING_PAYMENT`).
 */
export function stateOf(word: string): TaskState {
  return ends.get(word.toLowerCase()) ?? 'running';
}

/** A text that may be a word for a state, or undefined for what is none. */
export function wordOf(value: unknown): string | undefined {
  if (typeof value !== 'string' || value.length > longestWord) return undefined;
  const word = value.trim();
  return word === '' ? undefined : word;
}
