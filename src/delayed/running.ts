import type { TaskReading } from '../semantics/dialect.js';
import type { StateTold } from './state-words.js';

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
