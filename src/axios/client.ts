import type { AxiosInstance } from 'axios';
import type { DefaultCatalogue } from '../catalogues/http/statuses.js';
import type {
  AnyOutcome,
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
import { type FollowedTasks, followedTasks } from './client-tasks.js';
import type { OutcomeCallConfig, OutcomeRequestConfig, Settings } from './options.js';
import { type Answer, outcomeByClient } from './outcome-of.js';
import { send } from './send.js';
import type { CancelOptions, FollowOptions, ResumeOptions, WatchedPoll } from './tasks/options.js';

/**
 * A method without a body. One signature and no overloads, so that a union of
 * clients can be called.
 */
type BareMethod<C extends Catalogue, R> = <D = unknown, const Own extends AnyResponses = NoResponses>(
  url: string,
  config?: OutcomeCallConfig<C, Own>,
) => Promise<Outcome<C, D, OverResponses<R, Own>>>;
/** A method with a body. */
type BodyMethod<C extends Catalogue, R> = <D = unknown, const Own extends AnyResponses = NoResponses>(
  url: string,
  data?: unknown,
  config?: OutcomeCallConfig<C, Own>,
) => Promise<Outcome<C, D, OverResponses<R, Own>>>;

/**
 * The methods of an axios instance, each resolving to an outcome. They never
 * reject for an HTTP or network reason; a bug in the caller's code (a throwing
 * transform, a bad option) is still thrown.
 */
export interface OutcomeClient<C extends Catalogue = DefaultCatalogue, R = NoResponses> {
  request<D = unknown, const Own extends AnyResponses = NoResponses>(
    config: OutcomeCallConfig<C, Own>,
  ): Promise<Outcome<C, D, OverResponses<R, Own>>>;
  readonly get: BareMethod<C, R>;
  readonly delete: BareMethod<C, R>;
  readonly head: BareMethod<C, R>;
  readonly options: BareMethod<C, R>;
  readonly post: BodyMethod<C, R>;
  readonly put: BodyMethod<C, R>;
  readonly patch: BodyMethod<C, R>;
  /** The outcome of a call that was made on the instance itself, by this client's catalogue and schemas. */
  outcomeOf<D>(from: PromiseLike<Answer<D>> | Answer<D>): Promise<Outcome<C, D, R>>;
  outcomeOf(from: unknown): Promise<Outcome<C, unknown, R>>;
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

/** The client of an attached instance. `detach` is called once. */
export function makeClient(
  instance: AxiosInstance,
  settings: Settings,
  detach: () => void,
): OutcomeClient<Catalogue> {
  let attached = true;
  const tasks: FollowedTasks = followedTasks(instance, settings, expectAttached);

  function expectAttached(): void {
    if (attached) return;
    throw new TypeError('axios-outcome: this client is detached; attachOutcomes makes a new one');
  }

  // The outcome's type follows from the catalogue, the schemas and the caller's D; none exists at run time.
  async function request(config: OutcomeRequestConfig): Promise<never> {
    expectAttached();
    return send(instance, config, settings) as Promise<never>;
  }
  const bare = (method: string) => (url: string, config?: OutcomeRequestConfig) =>
    request({ ...config, method, url });
  const withBody = (method: string) => (url: string, data?: unknown, config?: OutcomeRequestConfig) =>
    request({ ...config, method, url, data });

  return {
    request,
    get: bare('get'),
    delete: bare('delete'),
    head: bare('head'),
    options: bare('options'),
    post: withBody('post'),
    put: withBody('put'),
    patch: withBody('patch'),
    outcomeOf: (from: unknown) => outcomeByClient(from, settings) as Promise<never>,
    // As above: what these resolve to is what their signatures say of the catalogue and the schemas.
    complete: (outcome, options) => tasks.complete(outcome as never, options) as Promise<never>,
    watch: (outcome, options) => tasks.watch(outcome as never, options) as AsyncGenerator<never, void>,
    resume: (token, options) => tasks.resume(token, options) as Promise<never>,
    cancel: (outcome, options) => tasks.cancel(outcome as AnyOutcome, options) as Promise<never>,
    detach() {
      if (attached) detach();
      attached = false;
    },
  };
}
