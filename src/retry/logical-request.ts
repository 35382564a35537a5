import { type Assessment, graver, type Processed } from '../classify/assessment.js';
import { type Exchange, isCancellation, responseOf } from '../classify/exchange.js';
import { isOkKind } from '../semantics/kinds.js';
import { type Attempt, describeAttempt, type Ended, type Sent } from './attempt.js';
import { bodyIsGone, type Decision, decide, isVeto, type Stopped, type UserVerdict } from './decide.js';
import { type Hint, hintOf, isVetoed } from './hint.js';
import { Payments } from './payments.js';
import { asksForCredentials, renewCredentials } from './reauthenticate.js';
import { discardBody } from './replay.js';
import type { RetryableRequest } from './request.js';

/** The next attempt is due after this wait. */
export interface Step {
  readonly waitMs: number;
}

/** A first attempt that was made before anybody knew that it would need this file. */
export interface FirstAttempt {
  readonly exchange: Exchange;
  readonly startedAt: number;
}

/** The memory of one logical request, and what it does between its attempts. */
export class LogicalRequest {
  readonly #request: RetryableRequest;
  readonly #payments: Payments;
  #startedAt = performance.now();
  readonly #attempts: Attempt[] = [];
  #retriesMade = 0;
  #oncesUsed = 0;
  #reauthenticated = false;
  #earlier: Processed = 'no';

  constructor(request: RetryableRequest) {
    this.#request = request;
    this.#payments = new Payments(request.policy.budget, request.origin);
  }

  /** Waits, sends, and says what follows. */
  async attempt({ waitMs }: Step): Promise<Step | Ended> {
    const askedAt = performance.now();
    let aborted = waitMs > 0 ? await this.#request.wait(waitMs) : undefined;
    // Node's timers may fire a millisecond early, and a hint is never undercut. A greater
    // difference is that of a clock which stands still beside fake timers.
    const early = waitMs - (performance.now() - askedAt);
    if (aborted === undefined && early > 0 && early < 2) aborted = await this.#request.wait(2);
    const startedAt = performance.now();
    if (aborted !== undefined) return this.#interrupted(aborted);
    const exchange = await this.#request.send(this.#attempts.length + 1);
    if (exchange.unsent) return this.#interrupted(exchange);
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
    this.#payments.succeeded();
    const because = sent.assessment.kind === 'delayed' ? 'accepted, not done yet' : 'done';
    return this.#end(sent, because, 'not-retryable', undefined);
  }

  async #judge(sent: Sent): Promise<Step | Ended> {
    const { assessment, exchange } = sent;
    const headers = responseOf(exchange)?.response.headers;
    const userSays = this.#request.policy.shouldRetry?.(assessment, this.#attempts.length + 1);
    const vetoed = isVetoed(headers) || assessment.serverSays === false;
    if (this.#mayRenew(assessment, vetoed || isVeto(userSays))) {
      if (!this.#request.bodyReplayable()) return this.#end(sent, bodyIsGone, 'body', undefined);
      const renewal = await this.#renew(sent);
      if ('error' in renewal) return this.#interruptedRenewal(sent, renewal.error);
      if (renewal.value) return this.#again(sent, 0, 'credentials were renewed: one more attempt', undefined);
    }

    const hint = hintOf(headers, assessment, this.#retriesMade, Date.now());
    const decision = this.#decide(sent, hint, vetoed, userSays);
    this.#payments.failed(assessment, decision.again);
    if (!decision.again) return this.#end(sent, decision.because, decision.stopped, hint);
    if (!this.#payments.pay(assessment))
      return this.#end(sent, 'the retry budget of this origin is used up', 'budget', hint);

    this.#retriesMade++;
    if (decision.once) this.#oncesUsed++;
    return this.#again(sent, decision.waitMs, decision.because, hint);
  }

  #decide(
    { assessment }: Sent,
    hint: Hint | undefined,
    serverVeto: boolean,
    userSays: UserVerdict | undefined,
  ): Decision {
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
        userSays,
        elapsedMs: performance.now() - this.#startedAt,
      },
      policy,
      Math.random,
    );
  }

  /** A 401, or a code that says the same, is worth one more attempt with fresh credentials. */
  #mayRenew(assessment: Assessment, vetoed: boolean): boolean {
    const { policy, repeatability } = this.#request;
    if (policy.reauthenticate === undefined || this.#reauthenticated || vetoed) return false;
    if (!asksForCredentials(assessment)) return false;
    // The 401 of a GET to which a redirect turned a POST says nothing of the POST.
    return !assessment.turnedIntoGet || repeatability() !== 'once';
  }

  async #renew({ startedAt, exchange }: Sent): Promise<{ readonly value: boolean } | { error: unknown }> {
    const { policy, unlessInterrupted } = this.#request;
    const { reauthenticate = () => false } = policy;
    this.#reauthenticated = true;
    // The renewal may need the socket that an unread body holds.
    discardBody(responseOf(exchange)?.response.data);
    return unlessInterrupted(() => renewCredentials(reauthenticate, startedAt));
  }

  /** An abort ends the request; past the deadline, the answer that asked for credentials stands. */
  #interruptedRenewal(sent: Sent, error: unknown): Ended {
    if (!isCancellation(error)) {
      return this.#end(sent, 'the deadline passed while credentials were renewed', 'deadline', undefined);
    }
    this.#record(sent, 'credentials were to be renewed for one more attempt');
    this.#remember(sent.assessment, undefined);
    return this.#interrupted({ error });
  }

  #again(sent: Sent, waitMs: number, because: string, hint: Hint | undefined): Step {
    this.#remember(sent.assessment, hint);
    discardBody(responseOf(sent.exchange)?.response.data);
    const attempt = this.#record(sent, because);
    this.#request.onRetry?.({ attempt, waitMs });
    return { waitMs };
  }

  /** Stopped while nothing was on its way: in a wait, or in a hook. */
  #interrupted(exchange: Exchange): Ended {
    this.#payments.refund();
    const last = this.#attempts.pop();
    // The attempt that it was to be followed by did not come.
    if (last) this.#attempts.push({ ...last, because: `${last.because}; stopped before it was sent` });
    const assessment: Assessment = { ...this.#request.assess(exchange), processed: this.#earlier };
    return {
      exchange,
      assessment,
      attempts: this.#attempts,
      stopped: isCancellation(exchange.error) ? 'not-retryable' : 'deadline',
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

  #record(sent: Sent, because: string): Attempt {
    const attempt = describeAttempt(sent, this.#attempts.length + 1, because);
    this.#attempts.push(attempt);
    this.#request.onAttempt?.(attempt);
    return attempt;
  }

  /** The gravest of all attempts stands: a refused second one does not undo a lost first one. */
  #remember(assessment: Assessment, hint: Hint | undefined): void {
    // RFC 9110, 15.6.4: a 503 that names a time to come back was turned away at the door.
    const turnedAway = assessment.httpStatus === 503 && hint !== undefined && !assessment.turnedIntoGet;
    const processed = turnedAway ? 'no' : assessment.processed;
    this.#earlier = graver(processed, this.#earlier);
  }
}

/** The last instant that a Date can hold. */
const lastInstant = 8.64e15;

function instantAfter(ms: number): number {
  return Math.min(Date.now() + ms, lastInstant);
}
