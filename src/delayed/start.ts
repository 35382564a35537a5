import type { Dialect, TaskAnswer, TaskLink } from '../semantics/dialect.js';
import { builtInDialects } from './dialects/built-in.js';
import { originOfAddress, resolveAddress } from './origin.js';
import type { TaskRecord } from './token.js';

/**
 * The task that an answer started: by the dialect that the documentation names
 * for the call, else by the first dialect that knows the answer, `more` before those
 * that are built in. Undefined where
 * nothing tells how to follow it: then the outcome stays `delayed`.
 */
export function findTask(answer: TaskAnswer, more: readonly Dialect[]): FoundTask | undefined {
  const named = answer.operation?.task?.dialect ?? '';
  const ordered = [...more, ...builtInDialects].sort((a, b) => rank(a, named) - rank(b, named));
  for (const dialect of ordered) {
    const found = startOf(dialect, answer);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A task that an answer started. */
export interface FoundTask {
  readonly record: TaskRecord;
  /** The server's own word for its state, where the answer has one already. */
  readonly state: string | undefined;
}

function rank({ name }: Dialect, named: string): number {
  return name === named ? 0 : 1;
}

function startOf(dialect: Dialect, answer: TaskAnswer): FoundTask | undefined {
  // From JavaScript it may be of any shape, as `{ monitor: body.url }` is of a body without one.
  const link: Partial<TaskLink> | undefined = attempt(() => dialect.start(answer));
  const monitor = resolve(link?.monitor, answer.url);
  if (monitor === undefined) return undefined;
  const result = resolve(link?.result, answer.url);
  const record = {
    dialect: dialect.name,
    method: answer.method,
    path: new URL(answer.url).pathname,
    origin: originOfAddress(answer.url),
    link: { monitor, ...(result === undefined ? {} : { result }) },
  };
  const reading = attempt(() => dialect.read(answer, record.link));
  const word = reading?.state === 'running' ? reading.word : undefined;
  return { record, state: typeof word === 'string' ? word.slice(0, 100) : undefined };
}

function resolve(address: unknown, base: string): string | undefined {
  return typeof address === 'string' ? resolveAddress(address, base) : undefined;
}

/** A dialect of the user's own may throw on an answer that is none of its own. */
function attempt<T>(start: () => T): T | undefined {
  try {
    return start();
  } catch {
    return undefined;
  }
}
