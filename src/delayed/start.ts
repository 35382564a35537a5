import type { Dialect, TaskAnswer } from '../semantics/dialect.js';
import { originOfAddress, resolveAddress } from './origin.js';
import type { TaskRecord } from './token.js';

/**
 * The task that an answer started: by the dialect that the documentation names
 * for the call, else by the first dialect that knows the answer. Undefined where
 * nothing tells how to follow it: then the outcome stays `delayed`.
 */
export function findTask(answer: TaskAnswer, dialects: readonly Dialect[]): TaskRecord | undefined {
  const named = answer.operation?.task?.dialect;
  const ordered =
    named === undefined ? dialects : [...dialects].sort((a, b) => rank(a, named) - rank(b, named));
  for (const dialect of ordered) {
    const record = startOf(dialect, answer);
    if (record !== undefined) return record;
  }
  return undefined;
}

function rank({ name }: Dialect, named: string): number {
  return name === named ? 0 : 1;
}

function startOf(dialect: Dialect, answer: TaskAnswer): TaskRecord | undefined {
  const link = attempt(() => dialect.start(answer));
  const monitor = link && resolveAddress(link.monitor, answer.url);
  if (link === undefined || monitor === undefined) return undefined;
  const result = link.result === undefined ? undefined : resolveAddress(link.result, answer.url);
  return {
    dialect: dialect.name,
    method: answer.method,
    path: new URL(answer.url).pathname,
    origin: originOfAddress(answer.url),
    link: { monitor, ...(result === undefined ? {} : { result }) },
  };
}

/** A dialect of the user's own may throw on an answer that is none of its own. */
function attempt<T>(start: () => T): T | undefined {
  try {
    return start();
  } catch {
    return undefined;
  }
}
