import type { Operation } from '../semantics/catalogue.js';
import type { Dialect, TaskAnswer, TaskLink, TaskReading } from '../semantics/dialect.js';
import { type Asked, type Ended, malformed } from './ending.js';
import { resolveAddress } from './origin.js';

/** What asking the monitor showed: the task runs on, it could not be asked, or it has ended. */
export type Judged<E> =
  | {
      readonly how: 'running';
      readonly link: TaskLink;
      readonly reading: Extract<TaskReading, { state: 'running' }>;
    }
  | { readonly how: 'unasked' }
  | Ended<E>;

/** Reads an answer of the monitor: by its status where that says enough, else by the dialect. */
export function judge<E>(
  dialect: Dialect,
  asked: Asked<E>,
  link: TaskLink,
  operation?: Operation,
): Judged<E> {
  const { answer } = asked;
  if (answer === undefined || isPassing(answer.status)) return { how: 'unasked' };
  if (isGone(answer.status)) return { how: 'expired', asked };
  if (answer.status >= 400) return { how: 'rejected', asked };
  // What browsers make of a redirect that they were told not to follow (Fetch, opaque-redirect).
  if (answer.status === 0) return malformed(asked, 'the monitor redirects, and this platform hides where to');
  const reading = read(dialect, operation === undefined ? answer : { ...answer, operation }, link);
  if (reading.state !== 'running') return end(asked, answer, reading, link);
  const moved = moveLink(link, reading.link, answer.url);
  return moved === undefined
    ? malformed(asked, "the address of the task's new monitor is not a URL")
    : { how: 'running', link: moved, reading };
}

/** RFC 9110, 15.5.5 and 15.5.11: the record of the task is not there (any more). */
function isGone(status: number): boolean {
  return status === 404 || status === 410;
}

/** What may pass by the next poll. */
function isPassing(status: number): boolean {
  return status >= 500 || status === 408 || status === 425 || status === 429;
}

const states: ReadonlySet<unknown> = new Set([
  'running',
  'done',
  'failed',
  'cancelled',
  'expired',
  'unreadable',
]);

/** A dialect of the user's own may throw, or return what is no reading; the task then has an end all the same. */
function read(dialect: Dialect, answer: TaskAnswer, link: TaskLink): TaskReading {
  try {
    const reading: TaskReading | null | undefined = dialect.read(answer, link);
    if (reading && states.has(reading.state)) return reading;
    return { state: 'unreadable', message: `the dialect ${dialect.name} returned no reading of the answer` };
  } catch (error) {
    const why = error instanceof Error ? error.message : 'unknown';
    return { state: 'unreadable', message: `the dialect ${dialect.name} failed: ${why}` };
  }
}

/** What an answer that is no longer `running` ends with. */
export function end<E>(
  asked: Asked<E>,
  answer: TaskAnswer,
  reading: Exclude<TaskReading, { state: 'running' }>,
  link: TaskLink,
): Ended<E> {
  switch (reading.state) {
    case 'done': {
      if (reading.result === undefined) return { how: 'done', asked, reading, link };
      const result = resolveAddress(reading.result, answer.url);
      if (result === undefined) return malformed(asked, "the address of the task's result is not a URL");
      return { how: 'done', asked, reading, link, result };
    }
    case 'failed':
    case 'cancelled':
      return { how: reading.state, asked, reading };
    case 'expired':
      return { how: 'expired', asked };
    case 'unreadable':
      return malformed(asked, reading.message);
  }
}

function moveLink(link: TaskLink, moved: Partial<TaskLink> | undefined, base: string): TaskLink | undefined {
  const monitor = moved?.monitor === undefined ? link.monitor : resolveAddress(moved.monitor, base);
  const result = moved?.result === undefined ? link.result : resolveAddress(moved.result, base);
  if (monitor === undefined || (moved?.result !== undefined && result === undefined)) return undefined;
  return { monitor, ...(result === undefined ? {} : { result }) };
}
