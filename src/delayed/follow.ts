import type { Dialect, TaskReading } from '../semantics/dialect.js';
import type { Operation } from '../semantics/operation.js';
import { type Asked, malformed, type TaskEnding, type TaskProgress } from './ending.js';
import { type Judged, judge } from './judge.js';
import { refuse } from './origin.js';
import { isPage } from './read-result.js';
import { type AskedThrough, askThrough, monitorRedirects } from './redirects.js';
import type { TaskRecord } from './token.js';

/** One poll of a task's monitor. */
export interface TaskPoll {
  /** The number of the poll, from 1. */
  readonly number: number;
  /** The server's word for the state of the task, if the answer has one. */
  readonly state?: string;
  /** The progress from 0 to 100, if the server tells it. */
  readonly progress?: number;
  /** Milliseconds waited before the poll. */
  readonly waitedMs: number;
  /** Milliseconds until the next poll. Absent if no poll follows. */
  readonly nextPollMs?: number;
}

/** One poll of a task's monitor. The last poll has the outcome of the task. */
export interface WatchedPoll<O> extends TaskPoll {
  readonly outcome?: O;
}

type Ask<E> = (address: string) => Promise<Asked<E>>;

/** The functions that following a task needs from its caller. */
export interface TaskWorld<E> {
  /** Sends a GET with the retry policy. */
  readonly ask: Ask<E>;
  /** Runs one poll with an `ask` of its own. Without it, `ask` is used. */
  readonly poll?: (
    number: number,
    look: (ask: Ask<E>) => Promise<AskedThrough<E>>,
  ) => Promise<AskedThrough<E>>;
  /** Resolves to false if the caller stopped. */
  readonly wait: (ms: number) => Promise<boolean>;
  /** Milliseconds until the deadline. */
  readonly leftMs: () => number;
  readonly random: () => number;
}

/** The pace of the polls, in milliseconds. */
export interface Pacing {
  readonly pollIntervalMs: number;
  readonly maxPollIntervalMs: number;
}

/** Rules of following. */
export interface FollowRules extends Pacing {
  readonly trustedOrigins: readonly string[];
  /** The longest hint that is waited for. */
  readonly maxHintMs: number;
  /** The documented operation of the call that started the task. */
  readonly operation?: Operation | undefined;
}

/** How many polls in a row may fail, each after its own retries. After that, the task stays `delayed`. */
const maxFailedPolls = 10;
/** How many polls in a row may show the same unknown word: about seven minutes at the usual pace. */
const maxUnknownWordPolls = 20;

/** Polls the monitor until the task has ended. Yields each poll, and returns how following ended. */
export async function* follow<E>(
  record: TaskRecord,
  dialect: Dialect,
  world: TaskWorld<E>,
  rules: FollowRules,
  first: Pick<TaskProgress, 'hintMs' | 'state'>,
): AsyncGenerator<TaskPoll, TaskEnding<E>> {
  const trust = { origin: record.origin, trustedOrigins: rules.trustedOrigins };
  let progress: TaskProgress = { ...first, link: record.link };
  let waitMs = pollWaitMs(1, first.hintMs, rules, world.random);
  let failed = 0;
  let unknownWord: UnknownWord | undefined;
  const isForLater = (hintMs: number) =>
    hintMs > rules.maxHintMs || world.leftMs() <= waitMs || failed > maxFailedPolls;
  for (let number = 1; ; number++) {
    const { link, hintMs = 0 } = progress;
    const refusal = refuse(link.monitor, trust);
    if (refusal) return malformed(undefined, `the task's monitor may not be asked: ${refusal}`);
    if (isForLater(hintMs)) return { how: 'delayed', ...progress };
    if (!(await world.wait(waitMs))) return { how: 'stopped', asked: undefined };

    const look = (ask: Ask<E>) => askThrough(link.monitor, ask, trust, monitorRedirects);
    const { asked, refusal: elsewhere } = await (world.poll?.(number, look) ?? look(world.ask));
    if (asked === undefined || asked.stopped) return { how: 'stopped', asked };
    const found: Judged<E> = elsewhere
      ? malformed(asked, `a redirect of the task's monitor may not be followed: ${elsewhere}`)
      : record.removed?.monitor && asked.answer && isPage(asked.answer)
        ? malformed(asked, "the task's monitor answered with an HTML page, which may be a log-in page")
        : judge(dialect, asked, link, rules.operation);
    unknownWord = countUnknownWord(unknownWord, found);
    const judged = unknownWord?.polls === maxUnknownWordPolls ? unknownWordTask(asked, unknownWord) : found;
    const shown = shownBy(judged, asked);
    const poll = { number, waitedMs: Math.round(waitMs), ...shown };
    if (judged.how !== 'running' && judged.how !== 'unasked') {
      yield poll;
      return judged;
    }
    failed = judged.how === 'unasked' ? failed + 1 : 0;
    progress = progressOf(judged, asked, progress, shown.state);
    waitMs = pollWaitMs(number + 1, asked.hintMs, rules, world.random);
    yield isForLater(asked.hintMs ?? 0) ? poll : { ...poll, nextPollMs: waitMs };
  }
}

/** An unknown word, and in how many polls in a row it was seen. */
interface UnknownWord {
  readonly word: string;
  readonly progress: number | undefined;
  readonly polls: number;
}

/**
 * Counts polls with the same unknown word. A new word or new progress shows that the task is alive, so
 * the count begins again.
 */
function countUnknownWord<E>(before: UnknownWord | undefined, judged: Judged<E>): UnknownWord | undefined {
  if (judged.how === 'unasked') return before;
  const { word = '', progress, unknown } = judged.how === 'running' ? judged.reading : {};
  if (!unknown) return undefined;
  const isSame = before?.word === word && before.progress === progress;
  return { word, progress, polls: isSame ? before.polls + 1 : 1 };
}

/** The task may have ended in an unknown word, and would be polled for ever. */
function unknownWordTask<E>(asked: Asked<E>, { word, polls }: UnknownWord): Judged<E> {
  return malformed(
    asked,
    `the task's state was ${JSON.stringify(word)} in ${polls} polls in a row, and this word is unknown. Write what it means in task.words of the catalogue's operation`,
  );
}

function progressOf<E>(
  judged: Extract<Judged<E>, { readonly how: 'running' | 'unasked' }>,
  { hintMs }: Asked<E>,
  { link, state: before }: TaskProgress,
  state: string | undefined,
): TaskProgress {
  if (judged.how === 'unasked') return { link, state: before, hintMs };
  return { link: judged.link, state, hintMs };
}

/** A dialect that a user wrote may return a very long word. */
const longestWord = 100;

interface Shown {
  readonly state?: string;
  readonly progress?: number;
}

function shownBy<E>(judged: Judged<E>, { safe = (text) => text }: Asked<E>): Shown {
  const reading: TaskReading | undefined = 'reading' in judged ? judged.reading : undefined;
  const word = reading && 'word' in reading ? reading.word : undefined;
  const progress = reading && 'progress' in reading ? reading.progress : undefined;
  return {
    // First the secrets are removed, then the text is cut. Redaction would not find half a secret.
    ...(typeof word === 'string' ? { state: safe(word).slice(0, longestWord) } : {}),
    ...(progress === undefined ? {} : { progress }),
  };
}

/**
 * The wait before poll `number` (from 1). A hint of the server counts; a hint below `pollIntervalMs` is
 * raised to it, so that no server can cause a storm of polls. Without a hint, the wait is the interval
 * times 1.5 for each earlier poll, up to `maxPollIntervalMs`. It varies at random by a fifth, so that
 * tasks which began together are not polled together. A hint of 0 counts as no hint.
 */
export function pollWaitMs(
  number: number,
  hintMs: number | undefined,
  { pollIntervalMs, maxPollIntervalMs }: Pacing,
  random: () => number,
): number {
  if (hintMs !== undefined && hintMs > 0) return Math.max(hintMs, pollIntervalMs);
  const pace = Math.min(pollIntervalMs * 1.5 ** (number - 1), maxPollIntervalMs);
  // The wait is between two thirds of `longest` and `longest`, so that waits also vary at the limit.
  const longest = Math.min(pace * 1.2, maxPollIntervalMs);
  return Math.round(longest * ((2 + random()) / 3));
}
