import type { WatchedPoll } from '../delayed/follow.js';
import type { CancelOptions, FollowOptions } from '../delayed/options.js';
import type { ByStatus, CheckedBy } from '../outcome/described/bodies.js';
import type { DescribedOutcome } from '../outcome/described/outcome.js';
import type {
  AnyResponses,
  Completed,
  Delayed,
  NoResponses,
  Outcome,
  OverResponses,
  TaskFailed,
} from '../outcome/types.js';
import type { Catalogue } from '../semantics/catalogue.js';
import type { ProblemOf } from '../semantics/documented.js';
import type { Answer } from './outcome-of.js';
import type { ResumeOptions } from './tasks/resume.js';

/** What every client of an instance has, whatever its calls are typed by. */
export interface ClientOfInstance<C extends Catalogue, R = NoResponses> {
  /** The outcome of a call that was made on the instance itself, by this client's catalogue and schemas. */
  outcomeOf<D>(from: PromiseLike<Answer<D>> | Answer<D>): Promise<Outcome<C, D, R>>;
  outcomeOf(from: unknown): Promise<Outcome<C, unknown, R>>;
  /** The same, by the bodies of each status, as hey-api writes them. */
  outcomeOf<Good extends object, Bad = unknown>(
    from: unknown,
  ): Promise<DescribedOutcome<CheckedBy<ByStatus<Good, Bad>, R>, C>>;
  /**
   * Follows the task of a `delayed` outcome to its end, and resolves to the task's
   * own outcome: its data, its problem, or `delayed` still, with a token, where
   * `deadlineMs` passed or the server asks to come back later than `maxHintMs`.
   * Any other outcome is returned as it is. Sends nothing but GET.
   *
   * @throws TokenError for an outcome that was JSON in between, where `resume`
   *   would refuse its token.
   *
   * @example
   * const outcome = await client.post<Report>('/reports', { year: 2026 });
   * const ended = await client.complete(outcome, { deadlineMs: 600_000 });
   */
  complete<O extends { readonly kind: string }>(
    outcome: O,
    options?: FollowOptions,
  ): Promise<Completed<C, O>>;
  /**
   * The same, poll by poll; the last one has the outcome. A `break`, or `signal`,
   * stops watching; the task itself goes on.
   */
  watch<O extends { readonly kind: string }>(
    outcome: O,
    options?: FollowOptions,
  ): AsyncGenerator<WatchedPoll<Completed<C, O>>, void>;
  /**
   * Follows the task of a token (`outcome.task.token`), also of another process.
   * It never submits anything again. A token has no types and no schemas: give those
   * of the call that began the task, which check and type its result.
   *
   * @throws TokenError for a token that is malformed, changed, of another version
   *   or from an origin that is not this client's.
   *
   * @example
   * const ended = await client.resume(token, { responses: { 200: Report } });
   */
  resume<D = unknown, const Own extends AnyResponses = NoResponses>(
    token: string,
    options?: ResumeOptions<C, Own>,
  ): Promise<Outcome<C, D, OverResponses<R, Own>> | TaskFailed<ProblemOf<C>>>;
  /**
   * Asks the API to stop a task, where it has a request for that
   * (`outcome.task.cancellable`), and resolves to the outcome of that request. The
   * API may take it and finish the task all the same (Google AIP-151): `complete`
   * tells how the task ended.
   *
   * @throws TypeError where the API has no such request.
   */
  cancel(outcome: Delayed<unknown, number>, options?: CancelOptions): Promise<Outcome<C, unknown, R>>;
  /** Takes everything back: the instance is as it was before `attachOutcomes`. */
  detach(): void;
}
