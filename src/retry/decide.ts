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

/** The waits between attempts, in milliseconds. */
export interface Backoff {
  readonly baseDelayMs: number;
  readonly throttleDelayMs: number;
  readonly maxDelayMs: number;
  readonly jitter: 'full' | 'none';
}

/** The numbers of the policy that the decision needs. */
export interface DecisionPolicy extends Backoff {
  readonly retries: number;
  readonly maxHintMs: number;
  readonly deadlineMs?: number;
}

/** Everything a decision rests on. */
export interface Situation {
  readonly assessment: Assessment;
  readonly repeatability: Repeatability;
  /** False: the body was a stream, and it is gone. */
  readonly bodyReplayable: boolean;
  /** Retries made so far, not counting the one after a reauthentication. */
  readonly retriesMade: number;
  /** How many of them answered evidence that allows just one. */
  readonly oncesUsed: number;
  readonly hint: Hint | undefined;
  /** The server's `x-should-retry: false`, or that of the header that its catalogue names. */
  readonly serverVeto: boolean;
  /** What the user's `shouldRetry` said, if it said anything. */
  readonly userSays: UserVerdict | undefined;
  /** Milliseconds since the first attempt began. */
  readonly elapsedMs: number;
}

/** A veto (`false`), a grant (`true`), or a grant that may send an unsafe request twice. */
export type UserVerdict = boolean | { readonly retry: boolean; readonly unsafe?: boolean };

/** Whether the user's word is no. */
export function isVeto(verdict: UserVerdict | undefined): boolean {
  return verdict === false || (typeof verdict === 'object' && verdict?.retry === false);
}

export const bodyIsGone = 'the body was a stream and cannot be sent again';

export type Decision =
  | { readonly again: true; readonly waitMs: number; readonly once: boolean; readonly because: string }
  | { readonly again: false; readonly stopped: Stopped; readonly because: string };

/**
 * Whether to send the request again, when, and why: the safety table, the
 * caller's and the server's word, the body, the limits, in this order. Pure:
 * the budget, the one thing with a memory, is asked afterwards.
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
  return pace(situation, policy, allowed, random);
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
    // A promise, as an async function returns it, has no `retry` and would pass for no answer.
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
  if (allowed.again && situation.serverVeto) return stop('vetoed', 'the server said not to send it again');
  return allowed;
}

function allowByTable({ assessment, repeatability, oncesUsed, hint }: Situation): Allowed | Refused {
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
  if (allowance === 'once' && oncesUsed > 0)
    return stop('not-retryable', `${evidence}: one retry was allowed, and made`);
  return { again: true, once: allowance === 'once', because: evidence };
}

function finalReason({ kind, documented, httpStatus, code }: Assessment): string {
  if (kind === 'cancelled') return 'the caller stopped it';
  if (documented) return `${httpStatus} ${documented.name} is final`;
  return httpStatus === undefined ? `${code} is final` : `${httpStatus} is final`;
}

/** The wait: never earlier than the hint, never past the cap or the deadline. */
function pace(
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
    return stop('deadline', `deadlineMs (${deadlineMs}) would pass in the wait of ${Math.round(leastMs)} ms`);
  }
  const spreadMs = Math.min(askedMs + lateness(askedMs, policy, random), deadlineMs - elapsedMs - 1);
  const waitMs = Math.max(leastMs, Math.floor(spreadMs));
  const asked = hint === undefined ? '' : `, ${hint.header} asks for ${hint.afterMs} ms`;
  const because = `${allowed.because}${asked}: sent again after ${Math.round(waitMs)} ms`;
  return { again: true, waitMs, once: allowed.once, because };
}

/**
 * The wait before retry number `retry` (from 1): `min(base x 2^(retry-1), max)`,
 * and with full jitter a random part of it, so that clients which failed
 * together do not come back together (AWS Architecture Blog, "Exponential
 * Backoff And Jitter").
 */
function backoffMs(retry: number, throttled: boolean, backoff: Backoff, random: () => number): number {
  const base = throttled ? backoff.throttleDelayMs : backoff.baseDelayMs;
  const ceiling = Math.min(base * 2 ** (retry - 1), backoff.maxDelayMs);
  return backoff.jitter === 'none' ? ceiling : Math.round(random() * ceiling);
}

/**
 * Clients that were told the same second come back one after another: up to a fifth
 * of the wait later, and `throttleDelayMs` at most, never earlier.
 */
function lateness(askedMs: number, policy: DecisionPolicy, random: () => number): number {
  return policy.jitter === 'none' ? 0 : random() * Math.min(askedMs / 5, policy.throttleDelayMs);
}

/** Timers may fire up to a millisecond early. */
function hasPassed(elapsedMs: number, deadlineMs = Number.POSITIVE_INFINITY): boolean {
  return elapsedMs + 1 >= deadlineMs;
}

function stop(stopped: Stopped, because: string): Refused {
  return { again: false, stopped, because };
}
