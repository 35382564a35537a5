import type { Assessment, Processed } from '../classify/assessment.js';
import { type Exchange, responseOf } from '../classify/exchange.js';
import { readHeader } from '../classify/headers.js';
import { isOkKind } from '../semantics/kinds.js';
import type { Attempt, Ended } from './attempt.js';
import { type Decision, decide, type Stopped } from './decide.js';
import { type Hint, isVetoed, readHint } from './hint.js';
import { renewCredentials } from './reauthenticate.js';
import { discardBody } from './replay.js';
import type { RetryableRequest } from './request.js';
import { evidenceOf } from './safety.js';

/** The next attempt is due after this wait. */
export interface Step {
  readonly waitMs: number;
}

/** A first attempt that was made before anybody knew that it would need this file. */
export interface FirstAttempt {
  readonly exchange: Exchange;
  readonly startedAt: number;
}

interface Sent {
  readonly exchange: Exchange;
  readonly assessment: Assessment;
  readonly waitedMs: number;
  readonly startedAt: number;
  readonly tookMs: number;
}

/** The memory of one logical request, and what it does between its attempts. */
export class LogicalRequest {
  readonly #request: RetryableRequest;
  #startedAt = performance.now();
  readonly #attempts: Attempt[] = [];
  #retriesMade = 0;
  #oncesUsed = 0;
  #reauthenticated = false;
  #paid: 'transient' | 'throttle' | undefined;
  #earlier: Processed = 'no';

  constructor(request: RetryableRequest) {
    this.#request = request;
  }

  /** Waits, sends, and says what follows. */
  async attempt({ waitMs }: Step): Promise<Step | Ended> {
    const askedAt = performance.now();
    let aborted: Exchange | undefined;
    // A timer may fire a millisecond early, and a hint is never undercut.
    for (
      let left = waitMs;
      left > 0 && aborted === undefined;
      left = waitMs - (performance.now() - askedAt)
    ) {
      aborted = await this.#request.wait(Math.ceil(left));
    }
    const startedAt = performance.now();
    if (aborted !== undefined) return this.#abortedInWait(aborted);
    const exchange = await this.#request.send(this.#attempts.length + 1);
    return this.#follow(exchange, startedAt, waitMs > 0 ? startedAt - askedAt : 0);
  }

  /** Says what follows a first attempt that was made already. */
  take({ exchange, startedAt }: FirstAttempt): Promise<Step | Ended> {
    this.#startedAt = startedAt;
    return this.#follow(exchange, startedAt, 0);
  }

  async #follow(exchange: Exchange, startedAt: number, waitedMs: number): Promise<Step | Ended> {
    const assessment = this.#request.assess(exchange);
    const sent: Sent = { exchange, assessment, waitedMs, startedAt, tookMs: performance.now() - startedAt };
    return isOkKind(assessment.kind) ? this.#succeed(sent) : this.#judge(sent);
  }

  #succeed(sent: Sent): Ended {
    const { policy, origin } = this.#request;
    if (policy.budget) policy.budget.succeeded(origin(), this.#paid);
    const because = sent.assessment.kind === 'delayed' ? 'accepted, not done yet' : 'done';
    return this.#end(sent, because, 'not-retryable', undefined);
  }

  async #judge(sent: Sent): Promise<Step | Ended> {
    const { assessment, exchange } = sent;
    if (await this.#renewed(sent)) return this.#again(sent, 0, 'credentials were renewed: one more attempt');

    const headers = responseOf(exchange)?.response.headers;
    const throttled = assessment.retry === 'throttle' || readHeader(headers, 'x-ratelimit-remaining') === '0';
    const hint = readHint(headers, Date.now(), throttled);
    const decision = this.#decide(sent, hint, isVetoed(headers));
    if (!decision.again) return this.#end(sent, decision.because, decision.stopped, hint);
    if (!this.#pay(assessment))
      return this.#end(sent, 'the retry budget of this origin is used up', 'budget', hint);

    this.#retriesMade++;
    if (decision.once) this.#oncesUsed++;
    this.#remember(assessment, hint);
    return this.#again(sent, decision.waitMs, decision.because);
  }

  #decide({ assessment }: Sent, hint: Hint | undefined, serverVeto: boolean): Decision {
    const { policy, repeatability, bodyReplayable } = this.#request;
    return decide(
      {
        assessment,
        repeatability: repeatability(),
        bodyReplayable: bodyReplayable(),
        retriesMade: this.#retriesMade,
        oncesUsed: this.#oncesUsed,
        hint,
        serverVeto,
        userSays: policy.shouldRetry?.(assessment, this.#attempts.length + 1),
        elapsedMs: performance.now() - this.#startedAt,
      },
      policy,
      Math.random,
    );
  }

  /** A 401, or a code that says the same, is worth one more attempt with fresh credentials. */
  async #renewed({ assessment, startedAt }: Sent): Promise<boolean> {
    const { reauthenticate } = this.#request.policy;
    if (reauthenticate === undefined || this.#reauthenticated || !this.#request.bodyReplayable())
      return false;
    if (assessment.httpStatus !== 401 && !assessment.reauthenticate) return false;
    this.#reauthenticated = true;
    return renewCredentials(reauthenticate, startedAt);
  }

  /** A request that was never sent put no load on the origin, so its retry is free. */
  #pay(assessment: Assessment): boolean {
    const { budget } = this.#request.policy;
    if (!budget || evidenceOf(assessment) === 'never sent') return true;
    const cost = assessment.retry === 'throttle' ? 'throttle' : 'transient';
    const origin = this.#request.origin();
    budget.failed?.(origin);
    if (!budget.take(origin, cost)) return false;
    this.#paid = cost;
    return true;
  }

  #again(sent: Sent, waitMs: number, because: string): Step {
    discardBody(responseOf(sent.exchange)?.response.data);
    const attempt = this.#record(sent, because);
    this.#request.onRetry?.({ attempt, waitMs });
    return { waitMs };
  }

  #abortedInWait(exchange: Exchange): Ended {
    const assessment: Assessment = { ...this.#request.assess(exchange), processed: this.#earlier };
    return {
      exchange,
      assessment,
      attempts: this.#attempts,
      stopped: 'not-retryable',
      processed: this.#earlier,
    };
  }

  #end(sent: Sent, because: string, stopped: Stopped, hint: Hint | undefined): Ended {
    const { exchange, assessment } = sent;
    this.#record(sent, because);
    this.#remember(assessment, hint);
    return {
      exchange,
      assessment,
      attempts: this.#attempts,
      stopped,
      processed: this.#earlier,
      ...(hint === undefined ? {} : { retryAt: instantAfter(hint.afterMs) }),
    };
  }

  #record({ assessment, waitedMs, tookMs }: Sent, because: string): Attempt {
    const { httpStatus, code } = assessment;
    const attempt: Attempt = {
      number: this.#attempts.length + 1,
      ...(httpStatus === undefined ? {} : { status: httpStatus }),
      ...(code === undefined ? {} : { code }),
      waitedMs: Math.round(waitedMs),
      tookMs: Math.round(tookMs),
      because,
    };
    this.#attempts.push(attempt);
    this.#request.onAttempt?.(attempt);
    return attempt;
  }

  /** The gravest of all attempts stands: a refused second one does not undo a lost first one. */
  #remember(assessment: Assessment, hint: Hint | undefined): void {
    // RFC 9110, 15.6.4: a 503 that names a time to come back was turned away at the door.
    const turnedAway = assessment.httpStatus === 503 && hint !== undefined;
    const processed = turnedAway ? 'no' : assessment.processed;
    if (weight[processed] > weight[this.#earlier]) this.#earlier = processed;
  }
}

const weight: { readonly [P in Processed]: number } = { no: 0, maybe: 1, accepted: 2, yes: 3 };

/** The last instant that a Date can hold. */
const lastInstant = 8.64e15;

function instantAfter(ms: number): number {
  return Math.min(Date.now() + ms, lastInstant);
}
