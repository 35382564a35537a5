import type { Assessment, Processed } from '../classify/assessment.js';
import { graver } from '../classify/classify.js';
import { type Exchange, isCancellation, responseOf } from '../classify/exchange.js';
import { type Addressed, methodOf, originOf, pathOf } from '../classify/request-address.js';
import type { Catalogue } from '../semantics/catalogue.js';
import type { Attempt, Ended, Sent } from './attempt.js';
import type { Clock } from './clock.js';
import { type Decision, decide, type Stopped, type UserVerdict } from './decide.js';
import { type Hint, hintOf } from './hint.js';
import { type IdempotencyKey, isForgotten, keyIn } from './idempotency-key.js';
import type { RetryPolicy } from './policy.js';
import { isReplayable } from './replay.js';
import { evidenceOf, type Repeatability, repeatabilityOf } from './safety.js';

/** The parts of a request that a decision on it rests on. */
export interface Request extends Addressed {
  readonly data?: unknown;
}

/** Why an attempt is the last one. */
export interface End {
  readonly because: string;
  readonly stopped: Stopped;
  readonly hint?: Hint | undefined;
}

/**
 * The memory of one logical request: its attempts, its retries, what it has paid to
 * its origin's budget, and what its attempts together may have done at the server.
 */
export class LogicalRequest {
  /** When its first attempt began, by the clock's `now`. */
  startedAt: number;
  /** Credentials are renewed once. */
  renewed = false;
  readonly attempts: Attempt[] = [];
  readonly #request: Request;
  /** The key by which the server recognises the request, in each of its attempts. */
  #key: IdempotencyKey | undefined;
  readonly #policy: RetryPolicy;
  readonly #catalogue: Catalogue;
  readonly #clock: Clock;
  #retriesMade = 0;
  #oncesUsed = 0;
  #paid: 'transient' | 'throttle' | undefined;
  #processed: Processed = 'no';

  constructor(
    request: Request,
    key: IdempotencyKey | undefined,
    policy: RetryPolicy,
    catalogue: Catalogue,
    clock: Clock,
    startedAt: number,
  ) {
    this.#request = request;
    this.#key = key;
    this.#policy = policy;
    this.#catalogue = catalogue;
    this.#clock = clock;
    this.startedAt = startedAt;
    const budget = policy.budget || undefined;
    if (budget?.started) budget.started(originOf(request));
  }

  get repeatability(): Repeatability {
    const { method, path } = { method: methodOf(this.#request), path: pathOf(this.#request) };
    return repeatabilityOf(method, path, this.#catalogue, this.#key !== undefined);
  }

  /** A key that a hook took away or changed for one attempt tells the server nothing. */
  checkKey(sent: unknown): void {
    if (this.#key !== undefined && keyIn(sent) !== this.#key.value) this.#key = undefined;
  }

  /** A body given as a function is made anew for each attempt. */
  get bodyReplayable(): boolean {
    return typeof this.#request.data === 'function' || isReplayable(this.#request.data);
  }

  /** When the server wants to be asked again, by its answer or its documentation. */
  hintIn({ exchange, assessment }: Sent): Hint | undefined {
    const headers = responseOf(exchange)?.response.headers;
    return hintOf(headers, assessment, this.#retriesMade, this.#clock.date());
  }

  /** Whether the attempt is followed by another; the budget, which has a memory of its own, is asked last. */
  decide(
    { assessment }: Sent,
    hint: Hint | undefined,
    serverVeto: boolean,
    userSays: UserVerdict | undefined,
  ): Decision {
    const decision = decide(
      {
        assessment,
        repeatability: this.repeatability,
        bodyReplayable: this.bodyReplayable,
        retriesMade: this.#retriesMade,
        oncesUsed: this.#oncesUsed,
        hint,
        serverVeto,
        userSays,
        elapsedMs: this.#clock.now() - this.startedAt,
      },
      this.#policy,
      this.#clock.random,
    );
    this.#countFailure(assessment, decision.again);
    if (!decision.again) return decision;
    if (!this.#pay(assessment)) {
      return { again: false, stopped: 'budget', because: 'the retry budget of this origin is used up' };
    }
    this.#retriesMade++;
    if (decision.once) this.#oncesUsed++;
    return decision;
  }

  /** The budget gets back what the last retry cost, or a little where there was none. */
  succeed(): void {
    const { budget } = this.#policy;
    if (budget && !budget.idle?.()) budget.succeeded(originOf(this.#request), this.#paid);
  }

  /** Writes down an attempt that has ended. */
  record(sent: Sent, because: string, hint?: Hint): Attempt {
    const attempt = describeAttempt(sent, this.attempts.length + 1, because);
    this.attempts.push(attempt);
    // RFC 9110, 15.6.4: a 503 that names a time to come back was turned away at the door.
    const { httpStatus, turnedIntoGet, processed } = sent.assessment;
    const turnedAway = httpStatus === 503 && hint !== undefined && !turnedIntoGet;
    // The gravest of all attempts stands: a refused second one does not undo a lost first one.
    this.#processed = graver(turnedAway ? 'no' : processed, this.#processed);
    return attempt;
  }

  /** How the request ended, by its last attempt. */
  ended({ exchange, assessment }: Sent, { stopped, hint }: End): Ended {
    return {
      exchange,
      assessment,
      attempts: this.attempts,
      stopped: this.#isUnsafeLater() ? 'unsafe' : stopped,
      processed: this.#processed,
      ...this.#newKey(),
      ...(hint === undefined ? {} : { retryAt: instantAfter(hint.afterMs, this.#clock) }),
    };
  }

  /** How the request ended, where it was stopped while nothing was on its way: in a wait, or in a hook. */
  stopped(exchange: Exchange, assessment: Assessment): Ended {
    const { budget } = this.#policy;
    if (budget && this.#paid) budget.refund?.(originOf(this.#request), this.#paid);
    const last = this.attempts.pop();
    // The attempt that it was to be followed by did not come.
    if (last) this.attempts.push({ ...last, because: `${last.because}; stopped before it was sent` });
    return {
      exchange,
      assessment: { ...assessment, processed: this.#processed },
      attempts: this.attempts,
      stopped: isCancellation(exchange.error) ? 'not-retryable' : 'deadline',
      processed: this.#processed,
      ...this.#newKey(),
    };
  }

  /** A key that the caller does not have. One that the caller's function made may be made of a secret. */
  #newKey(): { readonly idempotencyKey?: string } {
    return this.#key?.isNew ? { idempotencyKey: this.#key.value } : {};
  }

  /** Whether the work may be done, and no key could keep the same call from doing it again. */
  #isUnsafeLater(): boolean {
    if (this.#processed === 'no' || this.#key === undefined || this.repeatability !== 'keyed') return false;
    return isForgotten(this.#key);
  }

  /** Tells the budget of a failure that could be retried, or that the user wants to have retried. */
  #countFailure(assessment: Assessment, granted: boolean): void {
    const { budget } = this.#policy;
    if (!budget || (assessment.retry === 'never' && !granted) || isFree(assessment)) return;
    budget.failed?.(originOf(this.#request));
  }

  /** Pays for one retry, if there is enough. */
  #pay(assessment: Assessment): boolean {
    const { budget } = this.#policy;
    if (!budget || isFree(assessment)) return true;
    const cost = assessment.retry === 'throttle' ? 'throttle' : 'transient';
    if (!budget.take(originOf(this.#request), cost)) return false;
    this.#paid = cost;
    return true;
  }
}

/** A request that was never sent put no load on the origin. */
function isFree(assessment: Assessment): boolean {
  return evidenceOf(assessment) === 'never sent';
}

/** The last instant that a Date can hold. */
const lastInstant = 8.64e15;

function instantAfter(ms: number, clock: Clock): number {
  return Math.min(clock.date() + ms, lastInstant);
}

/** Says of a call what the outcome tells, in whole milliseconds. */
function describeAttempt(
  { assessment: { httpStatus, code }, waitedMs, tookMs }: Sent,
  number: number,
  because: string,
): Attempt {
  return {
    number,
    ...(httpStatus === undefined ? {} : { status: httpStatus }),
    ...(code === undefined ? {} : { code }),
    waitedMs: Math.round(waitedMs),
    tookMs: Math.round(tookMs),
    because,
  };
}
