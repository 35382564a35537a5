import type { Assessment } from '../classify/assessment.js';
import { expect } from '../semantics/configuration-error.js';
import type { Hint } from './hint.js';
import { evidenceOf, type Repeatability, safetyTable } from './safety.js';

/** Why no further attempt was made. */
export type Stopped =
  | 'not-retryable'
  | 'attempts'
  | 'budget'
  | 'unsafe'
  | 'body'
  | 'deadline'
  | 'hint'
  | 'vetoed';

/** The waits between attempts. */
export interface Backoff {
  readonly baseDelayMs: number;
  readonly throttleDelayMs: number;
  readonly maxDelayMs: number;
  readonly jitter: 'full' | 'none';
}

/** The numbers of the retry policy that the decision needs. */
export interface DecisionPolicy extends Backoff {
  readonly retries: number;
  readonly maxHintMs: number;
  readonly deadlineMs?: number;
}

/** Everything that the decision depends on. */
export interface Situation {
  readonly assessment: Assessment;
  readonly repeatability: Repeatability;
  /** False if the body is a stream that was read. */
  readonly bodyReplayable: boolean;
  /** The retries made so far, without the attempt after a reauthentication. */
  readonly retriesMade: number;
  /** How many of these retries were for evidence that allows only one retry. */
  readonly singleRetriesMade: number;
  readonly hint: Hint | undefined;
  /** True if the server forbids a retry, by `x-should-retry: false` or by the header that the catalogue names. */
  readonly serverVeto: boolean;
  /** The result of the user's `shouldRetry`. */
  readonly userSays: UserVerdict | undefined;
  /** Milliseconds since the first attempt began. */
  readonly elapsedMs: number;
}

/**
 * A result of `shouldRetry`: `false` forbids a retry, `true` allows it if it is safe, `unsafe: true`
 * allows it also if the server may do the work twice.
 */
export type UserVerdict = boolean | { readonly retry: boolean; readonly unsafe?: boolean };

/** Whether the user forbids a retry. */
export function isVeto(verdict: UserVerdict | undefined): boolean {
  return verdict === false || (typeof verdict === 'object' && verdict?.retry === false);
}

export const bodyIsGone = 'the body was a stream and cannot be sent again';

export type Decision =
  | { readonly again: true; readonly waitMs: number; readonly once: boolean; readonly because: string }
  | { readonly again: false; readonly stopped: Stopped; readonly because: string };

/**
 * Decides whether to send the request again, when, and why. It asks in this order: the safety table, the
 * user, the server, the body, the limits. The function is pure. The budget has a memory, so the caller
 * asks it afterwards.
 */
export function decide(situation: Situation, policy: DecisionPolicy, random: () => number): Decision {
  const allowed = allow(situation);
  if (hasPassed(situation.elapsedMs, policy.deadlineMs) && (allowed.again || allowed.stopped === 'unsafe')) {
    return stop('deadline', `deadlineMs (${policy.deadlineMs}) passed`);
  }
  if (!allowed.again) return allowed;
  if (!situation.bodyReplayable) return stop('body', bodyIsGone);
  if (situation.retriesMade >= policy.retries) {
    return stop(
      'attempts',
      policy.retries === 0 ? 'no retries are allowed' : `all retries are used (${policy.retries})`,
    );
  }
  return decideWait(situation, policy, allowed, random);
}

interface Allowed {
  readonly again: true;
  readonly once: boolean;
  readonly because: string;
}
type Refused = Extract<Decision, { again: false }>;

function allow(situation: Situation): Allowed | Refused {
  const { assessment, repeatability, userSays } = situation;
  const byTable = allowByTable(situation);
  const verdict: Exclude<UserVerdict, boolean> | undefined =
    typeof userSays === 'boolean' ? { retry: userSays } : userSays;
  if (verdict !== undefined) {
    // An async `shouldRetry` returns a promise. A promise has no `retry`, so without this check it would
    // count as no answer.
    const holds = typeof verdict?.retry === 'boolean';
    expect(
      holds,
      'the result of shouldRetry',
      verdict,
      'true, false, undefined, or an object { retry, unsafe }',
    );
  }
  if (verdict?.retry === false) return byTable.again ? stop('vetoed', 'shouldRetry said no') : byTable;
  const granted = verdict?.retry === true && !byTable.again && assessment.kind !== 'cancelled';
  const harmless = repeatability !== 'once' || assessment.processed === 'no' || verdict?.unsafe === true;
  if (granted && !harmless)
    return stop('unsafe', `${byTable.because}; shouldRetry said yes, but not \`unsafe: true\``);
  const allowed: Allowed | Refused = granted
    ? { again: true, once: false, because: 'shouldRetry said yes' }
    : byTable;
  if (allowed.again && situation.serverVeto) return stop('vetoed', 'the server forbids a retry');
  return allowed;
}

function allowByTable({ assessment, repeatability, singleRetriesMade, hint }: Situation): Allowed | Refused {
  const evidence = evidenceOf(assessment);
  const row = safetyTable[evidence];
  const allowance = row[repeatability];
  if (allowance === 'no') {
    if (row.repeatable === 'no') return stop('not-retryable', finalReason(assessment));
    const done = assessment.processed === 'yes' ? 'was carried out' : 'may have been carried out';
    const what = evidence === 'maybe processed' ? (assessment.code ?? evidence) : evidence;
    return stop('unsafe', `${what}: the request ${done}, and sending it again could do it twice`);
  }
  if (allowance === 'hinted' && hint === undefined) {
    return stop('unsafe', `${evidence} without a Retry-After: the request may have been carried out`);
  }
  if (allowance === 'once' && singleRetriesMade > 0)
    return stop('not-retryable', `${evidence}: one retry is allowed, and it was made`);
  return { again: true, once: allowance === 'once', because: evidence };
}

function finalReason({ kind, documented, httpStatus, code }: Assessment): string {
  if (kind === 'cancelled') return 'the caller cancelled the request';
  if (documented) return `${httpStatus} ${documented.name} is final`;
  return httpStatus === undefined ? `${code} is final` : `${httpStatus} is final`;
}

/** Computes the wait. It is never shorter than the hint, and it ends before the deadline. */
function decideWait(
  situation: Situation,
  policy: DecisionPolicy,
  allowed: Allowed,
  random: () => number,
): Decision {
  const { assessment, hint, retriesMade, elapsedMs } = situation;
  if (hint !== undefined && hint.afterMs > policy.maxHintMs) {
    return stop('hint', `${hint.header} asks for ${hint.afterMs} ms, over maxHintMs (${policy.maxHintMs})`);
  }
  const askedMs = hint?.afterMs ?? 0;
  const backoff = backoffMs(retriesMade + 1, assessment.retry === 'throttle', policy, random);
  const leastMs = Math.max(askedMs, backoff);
  const { deadlineMs = Number.POSITIVE_INFINITY } = policy;
  if (elapsedMs + leastMs >= deadlineMs) {
    return stop(
      'deadline',
      `the wait of ${Math.round(leastMs)} ms would end after deadlineMs (${deadlineMs})`,
    );
  }
  const spreadMs = Math.min(askedMs + extraDelayMs(askedMs, policy, random), deadlineMs - elapsedMs - 1);
  const waitMs = Math.max(leastMs, Math.floor(spreadMs));
  const asked = hint === undefined ? '' : `, ${hint.header} asks for ${hint.afterMs} ms`;
  const because = `${allowed.because}${asked}: sent again after ${Math.round(waitMs)} ms`;
  return { again: true, waitMs, once: allowed.once, because };
}

/**
 * The wait before retry number `retry` (from 1): `min(base x 2^(retry-1), max)`. With full jitter it is a
 * random part of that, so that clients which failed together do not come back together (AWS Architecture
 * Blog, "Exponential Backoff And Jitter").
 */
function backoffMs(retry: number, throttled: boolean, backoff: Backoff, random: () => number): number {
  const base = throttled ? backoff.throttleDelayMs : backoff.baseDelayMs;
  const ceiling = Math.min(base * 2 ** (retry - 1), backoff.maxDelayMs);
  return backoff.jitter === 'none' ? ceiling : Math.round(random() * ceiling);
}

/**
 * A random delay on top of a hint, so that clients with the same hint do not come back together. It is at
 * most a fifth of the wait, and at most `throttleDelayMs`.
 */
function extraDelayMs(askedMs: number, policy: DecisionPolicy, random: () => number): number {
  return policy.jitter === 'none' ? 0 : random() * Math.min(askedMs / 5, policy.throttleDelayMs);
}

/** Whether the deadline has passed. A timer may fire up to a millisecond early. */
function hasPassed(elapsedMs: number, deadlineMs = Number.POSITIVE_INFINITY): boolean {
  return elapsedMs + 1 >= deadlineMs;
}

function stop(stopped: Stopped, because: string): Refused {
  return { again: false, stopped, because };
}
