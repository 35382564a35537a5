import { recordOf } from '../classify/problem/shapes.js';
import type { TaskAnswer, TaskReading } from '../semantics/dialect.js';

export type TaskState = 'running' | 'done' | 'failed' | 'cancelled';

/** The words of the documents that the dialects name, and of other APIs, in lower case. */
const words: { readonly [S in TaskState]: readonly string[] } = {
  done: ['succeeded', 'success', 'successful', 'completed', 'complete', 'done', 'finished'],
  failed: ['failed', 'fail', 'failure', 'error', 'errored', 'timedout', 'timeout'],
  cancelled: ['canceled', 'cancelled', 'aborted'],
  running: [
    ...['running', 'inprogress', 'notstarted', 'pending', 'queued', 'inqueue', 'enqueued', 'scheduled'],
    ...['submitted', 'accepted', 'processing', 'executing', 'working', 'waiting', 'ongoing', 'init'],
    ...['initializing', 'preparing', 'starting', 'provisioning', 'creating', 'updating', 'deleting'],
    ...['canceling', 'cancelling', 'build', 'building'],
  ],
};
const known: ReadonlyMap<string, TaskState> = new Map(
  Object.entries(words).flatMap(([state, all]) => all.map((word) => [word, state as TaskState] as const)),
);
const longestWord = 64;

/** The state that a monitor's answer names. */
export interface StateWord {
  readonly word: string;
  readonly state: TaskState;
  /** True if neither this list nor the catalogue has the word. Then `state` is `running`. */
  readonly unknown: boolean;
}

/**
 * The state that a word means. The whole word is compared, without case, spaces, hyphens and underscores:
 * `In progress`, `IN_PROGRESS` and `InProgress` are the same. `NotSucceeded` and `Succeeded with errors`
 * are not `Succeeded`. An unknown word means that the task runs, since APIs invent many such words
 * (`Copying`, `PENDING_PAYMENT`).
 */
export function stateOf(word: string): TaskState {
  return known.get(plain(word)) ?? 'running';
}

/**
 * Reads the state from a field of the answer: from the field that the catalogue names for the operation,
 * else from the first of `fields` that has a word. Undefined if there is no word.
 */
export function stateIn(
  { body, operation }: TaskAnswer,
  ...fields: readonly string[]
): StateWord | undefined {
  const { field, words: own = {} } = operation?.task ?? {};
  for (const path of field === undefined ? fields : [field]) {
    const word = wordOf(path.split('.').reduce((value: unknown, name) => recordOf(value)?.[name], body));
    if (word === undefined) continue;
    const means = (list: readonly string[] = []) => list.some((each) => plain(each) === plain(word));
    const named = states.find((state) => means(own[state]));
    return { word, state: named ?? stateOf(word), unknown: !(named ?? known.get(plain(word))) };
  }
  return undefined;
}
const states = Object.keys(words) as readonly TaskState[];

function plain(word: string): string {
  return word.toLowerCase().replace(/[\s_-]+/g, '');
}

/** A text that may name a state. Undefined for any other value. */
export function wordOf(value: unknown): string | undefined {
  if (typeof value !== 'string' || value.length > longestWord) return undefined;
  const word = value.trim();
  return word === '' ? undefined : word;
}

/** What else an answer may say about a running task. */
interface More {
  readonly progress?: unknown;
  readonly monitor?: string | undefined;
}
type Running = Extract<TaskReading, { readonly state: 'running' }>;

/** The reading of a task that still runs. */
export function running(word: string | undefined, more: More = {}): Running {
  const { progress, monitor } = more;
  return {
    state: 'running',
    ...(word === undefined ? {} : { word }),
    ...(isPercentage(progress) ? { progress } : {}),
    ...(monitor ? { link: { monitor } } : {}),
  };
}

/** Progress that can be shown. Some servers send 300 or "half". */
function isPercentage(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && value <= 100;
}

/**
 * The reading of a running task by its state. An unknown word that ends in -ing, such as `Copying`,
 * clearly means that work goes on.
 */
export function runningBy({ word, unknown }: StateWord, more?: More): Running {
  return unknown && !/ing$/i.test(word) ? { ...running(word, more), unknown } : running(word, more);
}
