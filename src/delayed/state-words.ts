import { recordOf } from '../classify/problem/shapes.js';
import type { TaskAnswer, TaskReading } from '../semantics/dialect.js';

export type TaskState = 'running' | 'done' | 'failed' | 'cancelled';

/** The words of the documents that the dialects name, and what other APIs say for the same, in small letters. */
const words: { readonly [S in TaskState]: readonly string[] } = {
  done: ['succeeded', 'success', 'successful', 'completed', 'complete', 'done', 'finished'],
  failed: ['failed', 'fail', 'failure', 'error', 'errored', 'timedout'],
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

/** What a monitor's answer says of its task, in a word. */
export interface StateTold {
  readonly word: string;
  readonly state: TaskState;
  /** Neither these words nor the catalogue's have it: the state is then `running`. */
  readonly unknown: boolean;
}

/**
 * What a word for a task's state says. A word is compared whole, in any case and
 * without what stands between its parts: `In progress`, `IN_PROGRESS` and `InProgress`
 * are one; `NotSucceeded` and `Succeeded with errors` are not the end that they
 * contain. Every word that is not known as an end is one of a task still running:
 * APIs invent many of those (`Copying`, `PENDING_PAYMENT`).
 */
export function stateOf(word: string): TaskState {
  return known.get(plain(word)) ?? 'running';
}

/**
 * The state in a field of the answer: that which the operation of the catalogue
 * names, else one of these. Undefined where none holds a word.
 */
export function stateIn(
  { body, operation }: TaskAnswer,
  ...fields: readonly string[]
): StateTold | undefined {
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

/** A text that may be a word for a state, or undefined for what is none. */
export function wordOf(value: unknown): string | undefined {
  if (typeof value !== 'string' || value.length > longestWord) return undefined;
  const word = value.trim();
  return word === '' ? undefined : word;
}

/** What else an answer may tell of a task that runs. */
interface More {
  readonly progress?: unknown;
  readonly monitor?: string | undefined;
}
type Running = Extract<TaskReading, { readonly state: 'running' }>;

/** The reading of a task that still runs, with what else its answer tells. */
export function running(word: string | undefined, more: More = {}): Running {
  const { progress, monitor } = more;
  return {
    state: 'running',
    ...(word === undefined ? {} : { word }),
    ...(isPercentage(progress) ? { progress } : {}),
    ...(monitor ? { link: { monitor } } : {}),
  };
}

/** A server's progress of 300, or of "half", is no progress that can be shown. */
function isPercentage(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && value <= 100;
}

/** The same by a word that decides. One that ends so says that work goes on, whatever the work is: `Copying`. */
export function runningBy({ word, unknown }: StateTold, more?: More): Running {
  return unknown && !/ing$/i.test(word) ? { ...running(word, more), unknown } : running(word, more);
}
