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

/** The methods of every client that do not depend on how its calls are typed. */
export interface ClientOfInstance<C extends Catalogue, R = NoResponses> {
  /**
   * Turns the response, error or promise of a call on the instance into an outcome, with the catalogue
   * and the schemas of this client.
   */
  outcomeOf<D>(from: PromiseLike<Answer<D>> | Answer<D>): Promise<Outcome<C, D, R>>;
  outcomeOf(from: unknown): Promise<Outcome<C, unknown, R>>;
  /** Does the same, typed by the bodies of each status, as hey-api generates them. */
  outcomeOf<Good extends object, Bad = unknown>(
    from: unknown,
  ): Promise<DescribedOutcome<CheckedBy<ByStatus<Good, Bad>, R>, C>>;
  /**
   * Follows the task of a `delayed` outcome to its end. Resolves to the outcome of the task: its data or
   * its problem. The outcome is still `delayed`, with a token, if `deadlineMs` passed or the server asks
   * to wait longer than `maxHintMs`. Any other outcome is returned unchanged. It sends only GET.
   *
   * @throws TokenError if the outcome went through JSON and `resume` would refuse its token.
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
   * Follows the task of a `delayed` outcome, and yields each poll. The last poll has the outcome. `break`
   * or `signal` stops following; the task itself goes on.
   */
  watch<O extends { readonly kind: string }>(
    outcome: O,
    options?: FollowOptions,
  ): AsyncGenerator<WatchedPoll<Completed<C, O>>, void>;
  /**
   * Follows the task of a token (`outcome.task.token`). The token may come from another process. It never
   * sends the first request again. A token has no types and no schemas. Give the schemas of the call that
   * started the task: they check and type the result.
   *
   * @throws TokenError if the token is malformed, changed, of another version, or from another origin
   * than this client's.
   *
   * @example
   * const ended = await client.resume(token, { responses: { 200: Report } });
   */
  resume<D = unknown, const Own extends AnyResponses = NoResponses>(
    token: string,
    options?: ResumeOptions<C, Own>,
  ): Promise<Outcome<C, D, OverResponses<R, Own>> | TaskFailed<ProblemOf<C>>>;
  /**
   * Asks the API to stop a task, and resolves to the outcome of that request. `outcome.task.cancellable`
   * tells whether the API has a request for it. The API may accept it and still finish the task (Google
   * AIP-151): `complete` tells how the task ended.
   *
   * @throws TypeError if the API has no request to stop a task.
   */
  cancel(outcome: Delayed<unknown, number>, options?: CancelOptions): Promise<Outcome<C, unknown, R>>;
  /** Undoes `attachOutcomes`. The instance works as it did before. */
  detach(): void;
}
