import type { Dialect, TaskReading } from '../semantics/dialect.js';
import type { Operation } from '../semantics/operation.js';
import { type Asked, malformed, type TaskEnding, type TaskProgress } from './ending.js';
import { type Judged, judge } from './judge.js';
import { refuse } from './origin.js';
import { type AskedThrough, askThrough, monitorRedirects } from './redirects.js';
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
  /** Milliseconds until the next one; absent where none comes. */
  readonly nextPollMs?: number;
}

/** One look at a task's monitor; the last one has the task's outcome. */
export interface WatchedPoll<O> extends TaskPoll {
  readonly outcome?: O;
}

type Ask<E> = (address: string) => Promise<Asked<E>>;

/** What following needs of the world. */
export interface TaskWorld<E> {
  /** Asks with GET, by the retry policy. */
  readonly ask: Ask<E>;
  /** Does one poll, which asks as it is handed. Without it, polls ask as all else does. */
  readonly poll?: (
    number: number,
    look: (ask: Ask<E>) => Promise<AskedThrough<E>>,
  ) => Promise<AskedThrough<E>>;
  /** Resolves to false where the caller stopped. */
  readonly wait: (ms: number) => Promise<boolean>;
  /** Milliseconds until the deadline. */
  readonly leftMs: () => number;
  readonly random: () => number;
}

/** When a monitor is asked, in milliseconds. */
export interface Pacing {
  readonly pollIntervalMs: number;
  readonly maxPollIntervalMs: number;
}

/** Rules of following. */
export interface FollowRules extends Pacing {
  readonly trustedOrigins: readonly string[];
  /** A hint longer than this is not waited for. */
  readonly maxHintMs: number;
  /** The documented operation of the call that started the task. */
  readonly operation?: Operation | undefined;
}

/** Polls in a row that may fail, each after its own retries, before the task is left for later. */
const maxFailedPolls = 10;
/** Polls in a row that may show the same word which nobody knows: about seven minutes at the usual pace. */
const maxStrangePolls = 20;

/** Asks the monitor until the task has ended, and says of each poll what it showed. */
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
  let strange: StrangeWord | undefined;
  const isForLater = (hintMs: number) =>
    hintMs > rules.maxHintMs || world.leftMs() <= waitMs || failed > maxFailedPolls;
  for (let number = 1; ; number++) {
    const { link, hintMs = 0 } = progress;
    const refusal = refuse(link.monitor, trust);
    if (refusal) return malformed(undefined, `the task's monitor is not asked: ${refusal}`);
    if (isForLater(hintMs)) return { how: 'delayed', ...progress };
    if (!(await world.wait(waitMs))) return { how: 'stopped', asked: undefined };

    const look = (ask: Ask<E>) => askThrough(link.monitor, ask, trust, monitorRedirects);
    const { asked, refusal: elsewhere } = await (world.poll?.(number, look) ?? look(world.ask));
    if (asked === undefined || asked.stopped) return { how: 'stopped', asked };
    const found: Judged<E> = elsewhere
      ? malformed(asked, `the task's monitor leads elsewhere: ${elsewhere}`)
      : judge(dialect, asked, link, rules.operation);
    strange = countStrange(strange, found);
    const judged = strange?.polls === maxStrangePolls ? strangeTask(asked, strange) : found;
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

/** A word that nobody knows, and in how many polls in a row it was seen. */
interface StrangeWord {
  readonly word: string;
  readonly progress: number | undefined;
  readonly polls: number;
}

/** Another word, or progress, is a sign of life: the counting begins anew. */
function countStrange<E>(before: StrangeWord | undefined, judged: Judged<E>): StrangeWord | undefined {
  if (judged.how === 'unasked') return before;
  const { word = '', progress, unknown } = judged.how === 'running' ? judged.reading : {};
  if (!unknown) return undefined;
  const isSame = before?.word === word && before.progress === progress;
  return { word, progress, polls: isSame ? before.polls + 1 : 1 };
}

/** A task may have ended long ago in a word of its own, and would be polled for ever. */
function strangeTask<E>(asked: Asked<E>, { word, polls }: StrangeWord): Judged<E> {
  return malformed(
    asked,
    `the task's state was ${JSON.stringify(word)} in ${polls} polls, a word that nobody knows: say in the catalogue's operation what it means (task.words)`,
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

/** A dialect of the user's own may have words without end. */
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
    // Cut after it is safe: half a secret would not be found.
    ...(typeof word === 'string' ? { state: safe(word).slice(0, longestWord) } : {}),
    ...(progress === undefined ? {} : { progress }),
  };
}

/**
 * The wait before poll `number` (from 1): what the server asked for, else the
 * interval times 1.5 for each poll before, a fifth more or less so that tasks
 * which began together are not asked together, and never above the longest. A
 * hint is never undercut, and makes no difference to the pace of later polls. One
 * that is below `pollIntervalMs` is raised to it, so that no server can make a storm
 * of polls; a hint of "now" asks for no wait, and gets the usual one.
 */
export function pollWaitMs(
  number: number,
  hintMs: number | undefined,
  { pollIntervalMs, maxPollIntervalMs }: Pacing,
  random: () => number,
): number {
  if (hintMs !== undefined && hintMs > 0) return Math.max(hintMs, pollIntervalMs);
  const pace = Math.min(pollIntervalMs * 1.5 ** (number - 1), maxPollIntervalMs);
  // Two thirds of the longest to the whole of it: also at the cap, waits stay spread.
  const longest = Math.min(pace * 1.2, maxPollIntervalMs);
  return Math.round(longest * ((2 + random()) / 3));
}
