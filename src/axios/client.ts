import type { AxiosInstance } from 'axios';
import type { DefaultCatalogue } from '../catalogues/http/statuses.js';
import { type Addressed, originOf } from '../classify/request-address.js';
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
import { wrapAdapter } from './adapters.js';
import type { Around, RequestScope } from './around.js';
import { sourceOf, tellOutcome, watchesOutcomes } from './events.js';
import type { OutcomeCallConfig, OutcomeRequestConfig, Settings } from './options.js';
import { type Answer, outcomeByClient } from './outcome-of.js';
import type { Recorded } from './recorded-result.js';
import { type Call, callOf } from './request-options.js';
import { send } from './send.js';
import type { TaskFollower } from './tasks/follower.js';
import { loadTasks } from './tasks/load.js';
import type { CancelOptions, FollowOptions, ResumeOptions, WatchedPoll } from './tasks/options.js';
import { toOutcome } from './to-outcome.js';

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

  // The outcome's type follows from the catalogue, the schemas and the caller's D; none exists at run time.
  async function request(given: OutcomeRequestConfig): Promise<never> {
    if (!attached) throw detached();
    const call = callOf(given, instance, settings);
    const { around } = settings;
    if (around?.request) return requestWithin(call, around.request);
    return conclude(await send(instance, call.config, call.settings), call.settings);
  }

  /** The same with what is done around requests: from before the interceptors to the outcome. */
  function requestWithin({ config, settings: ofCall }: Call, around: Around['request'] & {}): Promise<never> {
    const scope: RequestScope = { type: 'request', ...sourceOf(addressOf(config)) };
    const whole = async () => conclude(await send(instance, config, ofCall, scope), ofCall);
    return around<never>(scope, whole, (outcome: AnyOutcome) => outcome);
  }

  /** The outcome of a request that has ended, told to whoever listens. */
  async function conclude(sent: Recorded, { responses }: Settings): Promise<never> {
    // An interceptor may have put other options in the place of the call's; its schemas stay.
    const telling = sent.settings.responses === responses ? sent.settings : { ...sent.settings, responses };
    const outcome = await toOutcome(sent, telling);
    if (watchesOutcomes(settings)) tellOutcome(outcome, originOf(addressOf(sent.config)), settings);
    return outcome as never;
  }

  /** The address of a call that was stopped before axios merged the instance's into it. */
  function addressOf(config: Addressed): Addressed {
    return { ...instance.defaults, ...config };
  }

  const bare = (method: string) => (url: string, config?: OutcomeRequestConfig) =>
    request({ ...config, method, url });
  const withBody = (method: string) => (url: string, data?: unknown, config?: OutcomeRequestConfig) =>
    request({ ...config, method, url, data });

  let follower: TaskFollower | undefined;
  /** What follows the tasks of this client, loaded by the first of them. */
  async function tasks(): Promise<TaskFollower> {
    if (!attached) throw detached();
    if (follower !== undefined) return follower;
    const chunk = await loadTasks();
    // One for all tasks of the client, also where two loads ran at once.
    follower ??= new chunk.TaskFollower({
      instance,
      settings,
      wrap: wrapAdapter,
      async send(axios, config, within) {
        // Polls of a detached instance would go out without retries and without a deadline.
        if (!attached) throw detached();
        return send(axios, config, settings, within);
      },
    });
    return follower;
  }

  async function* watch(
    outcome: AnyOutcome,
    options?: FollowOptions,
  ): AsyncGenerator<WatchedPoll<AnyOutcome>, void> {
    if (!attached) throw detached();
    // The task goes on where the chunk cannot be loaded, and may be followed once it is there again.
    const loaded = await tasks().catch(() => undefined);
    if (loaded === undefined) yield { number: 0, waitedMs: 0, outcome };
    else yield* loaded.watch(outcome, options);
  }

  return {
    request,
    get: bare('get'),
    delete: bare('delete'),
    head: bare('head'),
    options: bare('options'),
    post: withBody('post'),
    put: withBody('put'),
    patch: withBody('patch'),
    // As above: what these resolve to is what their signatures say of the catalogue and the schemas.
    outcomeOf: (from: unknown) => outcomeByClient(from, settings) as Promise<never>,
    watch: (outcome, options) => watch(outcome as never, options) as AsyncGenerator<never, void>,
    complete: (outcome, options) => lastOf(watch(outcome as never, options)) as Promise<never>,
    async resume(token, options) {
      return lastOf((await tasks()).resume(token, options)) as Promise<never>;
    },
    async cancel(outcome, options) {
      const sent = await (await tasks()).cancel(outcome as AnyOutcome, options);
      return conclude({ ...sent, settings }, settings);
    },
    detach() {
      if (attached) detach();
      attached = false;
    },
  };
}

function detached(): TypeError {
  return new TypeError('axios-outcome: this client is detached; attachOutcomes makes a new one');
}

/** The last poll has the outcome. */
async function lastOf(polls: AsyncGenerator<WatchedPoll<AnyOutcome>, void>): Promise<AnyOutcome> {
  let last: AnyOutcome | undefined;
  for await (const { outcome } of polls) last = outcome;
  if (last === undefined) throw new TypeError('axios-outcome: a task ended without an outcome');
  return last;
}
