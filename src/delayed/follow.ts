import type { Dialect, TaskAnswer, TaskLink, TaskReading } from '../semantics/dialect.js';
import { type Refusal, refuse, resolveAddress } from './origin.js';
import { type Pacing, pollWaitMs } from './pacing.js';
import type { TaskRecord } from './token.js';

/** One look at a task's monitor. */
export interface TaskPoll {
  /** From 1. */
  readonly number: number;
  /** The server's own word for the task's state, where it has one. */
  readonly state?: string;
  /** From 0 to 100, where the server says. */
  readonly progress?: number;
  /** Milliseconds waited before it. */
  readonly waitedMs: number;
  /** Milliseconds until the next one; absent where the task has ended. */
  readonly nextPollMs?: number;
}

/** What came of asking an address. `stopped`: the caller or the deadline ended it. */
export interface Asked<E> {
  readonly answer?: TaskAnswer;
  /** The exchange behind it, for the outcome. */
  readonly exchange: E;
  readonly hintMs?: number | undefined;
  readonly stopped: boolean;
}

/** What following needs of the world. */
export interface TaskWorld<E> {
  /** Asks with GET, by the retry policy. */
  readonly ask: (address: string) => Promise<Asked<E>>;
  /** Resolves to false where the caller stopped. */
  readonly wait: (ms: number) => Promise<boolean>;
  /** Milliseconds until the deadline. */
  readonly leftMs: () => number;
  readonly random: () => number;
}

/** How following a task ended. */
export type TaskEnding<E> =
  | {
      readonly how: 'done';
      readonly asked: Asked<E>;
      readonly reading: Extract<TaskReading, { state: 'done' }>;
      /** Absolute; where the result is, if not in the reading. */
      readonly result?: string;
    }
  | {
      readonly how: 'failed' | 'cancelled';
      readonly asked: Asked<E>;
      readonly reading: Extract<TaskReading, { state: 'failed' | 'cancelled' }>;
    }
  | { readonly how: 'expired' | 'rejected' | 'stopped'; readonly asked: Asked<E> | undefined }
  /** The address, or the answer, is none that a task is followed by. */
  | { readonly how: 'malformed'; readonly asked: Asked<E> | undefined; readonly message: string }
  /** Not done yet: the deadline, a long hint, or a monitor that does not answer. */
  | { readonly how: 'delayed'; readonly link: TaskLink; readonly hintMs?: number | undefined };

/** Rules of following. */
export interface FollowRules extends Pacing {
  readonly trustedOrigins: readonly string[];
  /** A hint longer than this is not waited for. */
  readonly maxHintMs: number;
}

/** Polls in a row that may fail, each after its own retries, before the task is left for later. */
const maxFailedPolls = 10;
const maxRedirects = 5;

/** Asks the monitor until the task has ended, and says of each poll what it showed. */
export async function* follow<E>(
  record: TaskRecord,
  dialect: Dialect,
  world: TaskWorld<E>,
  rules: FollowRules,
  firstHintMs: number | undefined,
): AsyncGenerator<TaskPoll, TaskEnding<E>> {
  const trust = { origin: record.origin, trustedOrigins: rules.trustedOrigins };
  let { link } = record;
  let hintMs = firstHintMs;
  let failed = 0;
  let waitMs = pollWaitMs(1, hintMs, rules, world.random);
  for (let number = 1; ; number++) {
    const refusal = refuse(link.monitor, trust);
    if (refusal) return malformed(undefined, `the task's monitor is not asked: ${refusal}`);
    const tooLong = hintMs !== undefined && hintMs > rules.maxHintMs;
    if (tooLong || world.leftMs() <= waitMs || failed > maxFailedPolls)
      return { how: 'delayed', link, hintMs };
    if (!(await world.wait(waitMs))) return { how: 'stopped', asked: undefined };

    const { asked, refusal: elsewhere } = await askThrough(link.monitor, world, trust);
    if (elsewhere) return malformed(asked, `the task's monitor leads elsewhere: ${elsewhere}`);
    if (asked.stopped) return { how: 'stopped', asked };
    const poll = { number, waitedMs: Math.round(waitMs) };
    hintMs = asked.hintMs;
    waitMs = pollWaitMs(number + 1, hintMs, rules, world.random);
    if (asked.answer === undefined || isPassing(asked.answer.status)) {
      failed++;
      yield { ...poll, nextPollMs: waitMs };
      continue;
    }
    failed = 0;
    if (isGone(asked.answer.status)) return { how: 'expired', asked };
    if (asked.answer.status >= 400) return { how: 'rejected', asked };
    const reading = read(dialect, asked.answer, link);
    if (reading.state !== 'running') {
      yield { ...poll, ...wordOf(reading) };
      return end(asked, asked.answer, reading);
    }
    const moved = moveLink(link, reading.link, asked.answer.url);
    if (moved === undefined) return malformed(asked, 'the task’s new monitor has an address that is none');
    link = moved;
    yield { ...poll, ...wordOf(reading), nextPollMs: waitMs };
  }
}

/** A redirect of the monitor is followed by our own rules, except 303, which is the dialect's to read. */
async function askThrough<E>(
  monitor: string,
  world: TaskWorld<E>,
  trust: Parameters<typeof refuse>[1],
): Promise<{ readonly asked: Asked<E>; readonly refusal?: Refusal }> {
  let asked = await world.ask(monitor);
  for (let hop = 0; hop < maxRedirects; hop++) {
    const { status = 0, headers, url } = asked.answer ?? {};
    const location = headers?.['location'];
    if (![301, 302, 307, 308].includes(status) || location === undefined || url === undefined) break;
    const next = resolveAddress(location, url);
    const refusal = next === undefined ? 'its address is none' : refuse(next, trust);
    if (next === undefined || refusal) return { asked, refusal };
    asked = await world.ask(next);
  }
  return { asked };
}

function end<E>(
  asked: Asked<E>,
  answer: TaskAnswer,
  reading: Exclude<TaskReading, { state: 'running' }>,
): TaskEnding<E> {
  switch (reading.state) {
    case 'done': {
      if (reading.result === undefined) return { how: 'done', asked, reading };
      const result = resolveAddress(reading.result, answer.url);
      if (result === undefined) return malformed(asked, 'the task’s result has an address that is none');
      return { how: 'done', asked, reading, result };
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

/** A dialect of the user's own may throw; the task then has an end all the same. */
function read(dialect: Dialect, answer: TaskAnswer, link: TaskLink): TaskReading {
  try {
    return dialect.read(answer, link);
  } catch (error) {
    const why = error instanceof Error ? error.message : 'unknown';
    return { state: 'unreadable', message: `the dialect ${dialect.name} failed: ${why}` };
  }
}

function moveLink(link: TaskLink, moved: Partial<TaskLink> | undefined, base: string): TaskLink | undefined {
  const monitor = moved?.monitor === undefined ? link.monitor : resolveAddress(moved.monitor, base);
  const result = moved?.result === undefined ? link.result : resolveAddress(moved.result, base);
  if (monitor === undefined || (moved?.result !== undefined && result === undefined)) return undefined;
  return { monitor, ...(result === undefined ? {} : { result }) };
}

function malformed<E>(asked: Asked<E> | undefined, message: string): TaskEnding<E> {
  return { how: 'malformed', asked, message };
}

function wordOf(reading: TaskReading): { readonly state?: string; readonly progress?: number } {
  const word = 'word' in reading ? reading.word : undefined;
  const progress = 'progress' in reading ? reading.progress : undefined;
  return {
    ...(word === undefined ? {} : { state: word.slice(0, 100) }),
    ...(progress === undefined ? {} : { progress }),
  };
}

/** RFC 9110, 15.5.5 and 15.5.11: the record of the task is not there (any more). */
function isGone(status: number): boolean {
  return status === 404 || status === 410;
}

/** What may pass by the next poll. */
function isPassing(status: number): boolean {
  return status >= 500 || status === 408 || status === 425 || status === 429;
}
