import type { Operation } from '../semantics/catalogue.js';
import type { Dialect, TaskAnswer, TaskLink, TaskReading } from '../semantics/dialect.js';
import { type Asked, type Ended, malformed } from './ending.js';
import { resolveAddress } from './origin.js';

/** The result of one poll: the task runs, the monitor could not be asked, or the task has ended. */
export type Judged<E> =
  | {
      readonly how: 'running';
      readonly link: TaskLink;
      readonly reading: Extract<TaskReading, { state: 'running' }>;
    }
  | { readonly how: 'unasked' }
  | Ended<E>;

/** Reads an answer of the monitor. Some statuses decide by themselves; otherwise the dialect decides. */
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
  // Browsers give status 0 for a redirect that they were told not to follow (Fetch, opaque-redirect).
  if (answer.status === 0)
    return malformed(asked, 'the monitor redirects, and this platform hides the address');
  const reading = read(dialect, operation === undefined ? answer : { ...answer, operation }, link);
  if (reading.state !== 'running') return end(asked, answer, reading, link);
  const moved = moveLink(link, reading.link, answer.url);
  return moved === undefined
    ? malformed(asked, "the address of the task's new monitor is not a URL")
    : { how: 'running', link: moved, reading };
}

/** Whether the monitor no longer knows the task (RFC 9110, 15.5.5 and 15.5.11). */
function isGone(status: number): boolean {
  return status === 404 || status === 410;
}

/** Whether the failure may be over at the next poll. */
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

/**
 * The reading of the dialect. A dialect that a user wrote may throw, or return something else; then the
 * answer is unreadable.
 */
function read(dialect: Dialect, answer: TaskAnswer, link: TaskLink): TaskReading {
  try {
    const reading: TaskReading | null | undefined = dialect.read(answer, link);
    if (reading && states.has(reading.state)) return reading;
    return {
      state: 'unreadable',
      message: `read of dialect ${dialect.name} returned no known state. Return { state } with one of: ${[...states].join(', ')}`,
    };
  } catch (error) {
    const why = error instanceof Error ? error.message : 'unknown';
    return { state: 'unreadable', message: `read of dialect ${dialect.name} threw: ${why}` };
  }
}

/** How the task ended, for a reading that is not `running`. */
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
