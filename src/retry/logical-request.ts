import type { Assessment, Processed } from '../classify/assessment.js';
import { moreProcessed } from '../classify/classify.js';
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

/** The fields of a request that the decision needs. */
export interface Request extends Addressed {
  readonly data?: unknown;
}

/** Why an attempt is the last attempt. */
export interface End {
  readonly because: string;
  readonly stopped: Stopped;
  readonly hint?: Hint | undefined;
}

/**
 * The memory of one request: its attempts, its retries, what it has paid to the budget of its origin, and
 * whether the server may have processed one of its attempts.
 */
export class LogicalRequest {
  /** When the first attempt began, in milliseconds of the clock's `now`. */
  startedAt: number;
  /** True after credentials were renewed. They are renewed once per request. */
  renewed = false;
  readonly attempts: Attempt[] = [];
  readonly #request: Request;
  /** The Idempotency-Key, which is the same in each attempt. */
  #key: IdempotencyKey | undefined;
  readonly #policy: RetryPolicy;
  readonly #catalogue: Catalogue;
  readonly #clock: Clock;
  #retriesMade = 0;
  #singleRetriesMade = 0;
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

  /** Drops the key if a hook removed or changed it for one attempt. Then the server cannot recognise the request. */
  checkKey(sent: unknown): void {
    if (this.#key !== undefined && keyIn(sent) !== this.#key.value) this.#key = undefined;
  }

  /** Whether the body can be sent again. A body given as a function is made anew for each attempt. */
  get bodyReplayable(): boolean {
    return typeof this.#request.data === 'function' || isReplayable(this.#request.data);
  }

  /** The hint of an attempt: when the server wants to be asked again. */
  hintIn({ exchange, assessment }: Sent): Hint | undefined {
    const headers = responseOf(exchange)?.response.headers;
    return hintOf(headers, assessment, this.#retriesMade, this.#clock.date());
  }

  /** Decides whether a further attempt is made. The budget is asked last, since it has a memory. */
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
        singleRetriesMade: this.#singleRetriesMade,
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
    if (decision.once) this.#singleRetriesMade++;
    return decision;
  }

  /** Reports a success to the budget. */
  succeed(): void {
    const { budget } = this.#policy;
    if (budget && !budget.idle?.()) budget.succeeded(originOf(this.#request), this.#paid);
  }

  /** Records an attempt that has ended. */
  record(sent: Sent, because: string, hint?: Hint): Attempt {
    const attempt = describeAttempt(sent, this.attempts.length + 1, because);
    this.attempts.push(attempt);
    // RFC 9110, 15.6.4: a 503 with a hint was refused before it was processed.
    const { httpStatus, turnedIntoGet, processed } = sent.assessment;
    const turnedAway = httpStatus === 503 && hint !== undefined && !turnedIntoGet;
    // An attempt that may have been processed counts, also if a later attempt was refused.
    this.#processed = moreProcessed(turnedAway ? 'no' : processed, this.#processed);
    return attempt;
  }

  /** The end of the request after its last attempt. */
  ended({ exchange, assessment }: Sent, { stopped, hint }: End): Ended {
    return {
      exchange,
      assessment,
      attempts: this.attempts,
      stopped: this.#isKeyLost() ? 'unsafe' : stopped,
      processed: this.#processed,
      ...this.#newKey(),
      ...(hint === undefined ? {} : { retryAt: instantAfter(hint.afterMs, this.#clock) }),
    };
  }

  /** The end of a request that was stopped between two attempts: in a wait, or in a hook. */
  stopped(exchange: Exchange, assessment: Assessment): Ended {
    const { budget } = this.#policy;
    if (budget && this.#paid) budget.refund?.(originOf(this.#request), this.#paid);
    const last = this.attempts.pop();
    // The text of the last attempt announces a further attempt, which was not sent.
    if (last)
      this.attempts.push({
        ...last,
        because: `${last.because}; the request was stopped before that attempt was sent`,
      });
    return {
      exchange,
      assessment: { ...assessment, processed: this.#processed },
      attempts: this.attempts,
      stopped: isCancellation(exchange.error) ? 'not-retryable' : 'deadline',
      processed: this.#processed,
      ...this.#newKey(),
    };
  }

  /**
   * The key, if the caller does not know it. A key that the caller's function made is left out: it may be
   * made of a secret.
   */
  #newKey(): { readonly idempotencyKey?: string } {
    return this.#key?.isNew ? { idempotencyKey: this.#key.value } : {};
  }

  /** Whether the server may have done the work, and the key cannot be made again to protect a later call. */
  #isKeyLost(): boolean {
    if (this.#processed === 'no' || this.#key === undefined || this.repeatability !== 'keyed') return false;
    return isForgotten(this.#key);
  }

  /** Reports a failure to the budget, if it could be retried or the user wants a retry. */
  #countFailure(assessment: Assessment, granted: boolean): void {
    const { budget } = this.#policy;
    if (!budget || (assessment.retry === 'never' && !granted) || wasNeverSent(assessment)) return;
    budget.failed?.(originOf(this.#request));
  }

  /** Pays for one retry. Returns false if the budget refuses. */
  #pay(assessment: Assessment): boolean {
    const { budget } = this.#policy;
    if (!budget || wasNeverSent(assessment)) return true;
    const cost = assessment.retry === 'throttle' ? 'throttle' : 'transient';
    if (!budget.take(originOf(this.#request), cost)) return false;
    this.#paid = cost;
    return true;
  }
}

/** A request that was never sent put no load on the origin, so its retry costs nothing. */
function wasNeverSent(assessment: Assessment): boolean {
  return evidenceOf(assessment) === 'never sent';
}

/** The last instant that a Date can hold. */
const lastInstant = 8.64e15;

function instantAfter(ms: number, clock: Clock): number {
  return Math.min(clock.date() + ms, lastInstant);
}

/** The attempt as the outcome shows it, in whole milliseconds. */
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
