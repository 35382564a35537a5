import type { AxiosInstance } from 'axios';
import type { DefaultCatalogue } from '../catalogues/http/statuses.js';
import { type Addressed, originOf } from '../classify/request-address.js';
import type { WatchedPoll } from '../delayed/follow.js';
import type { FollowOptions } from '../delayed/options.js';
import type { AnyOutcome, AnyResponses, NoResponses, Outcome, OverResponses } from '../outcome/types.js';
import type { Catalogue } from '../semantics/catalogue.js';
import { wrapAdapter } from './adapters.js';
import type { Around, RequestScope } from './around.js';
import type { ClientOfInstance } from './client-of-instance.js';
import { type DescribedConfig, filled, withKindOfHttp } from './described.js';
import type { DescribedClient } from './described-client.js';
import { reportOutcome, sourceOf, watchesOutcomes } from './events.js';
import type { OutcomeCallConfig, OutcomeRequestConfig, Settings } from './options.js';
import { outcomeByClient } from './outcome-of.js';
import type { Recorded } from './recorded-result.js';
import { type Call, callOf } from './request-options.js';
import { send } from './send.js';
import type { TaskFollower } from './tasks/follower.js';
import { loadTasks } from './tasks/load.js';
import { toOutcome } from './to-outcome.js';

/**
 * A method without a body. It has one signature and no overloads, so that a union of clients can be
 * called.
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
 * The methods of an axios instance, which resolve to outcomes. They never reject because of HTTP or the
 * network. A bug in the caller's code (a transform that throws, a wrong option) is still thrown.
 */
export interface OutcomeClient<C extends Catalogue = DefaultCatalogue, R = NoResponses>
  extends ClientOfInstance<C, R> {
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
  /**
   * Returns the same client, typed by the description of the API: by operation and status. `Paths` is the
   * `paths` type that openapi-typescript generates. `path` in the config fills the `{name}`s of the
   * address (RFC 6570, 3.2.2).
   *
   * @example
   * const api = client.describedBy<paths>();
   * const outcome = await api.get('/repos/{owner}/{repo}', { path: { owner, repo } });
   * if (outcome.status === 404) console.log(outcome.problem.details.message);
   */
  describedBy<Paths>(): DescribedClient<Paths, C, R>;
}

/** Makes the client of an attached instance. `detach` is called at most once. */
export function makeClient(
  instance: AxiosInstance,
  settings: Settings,
  detach: () => void,
): OutcomeClient<Catalogue> {
  let attached = true;

  // `never` fits every signature. The outcome's type depends on the catalogue, the schemas and D, which
  // are types only.
  async function request(given: OutcomeRequestConfig, isDescribed = false): Promise<never> {
    if (!attached) throw detached();
    const call = callOf(given, instance, settings);
    const { around } = settings;
    if (around?.request) return requestWithin(call, around.request, isDescribed);
    // `await` here is faster: a returned promise needs three more turns of the microtask queue.
    return await conclude(await send(instance, call.config, call.settings), call.settings, isDescribed);
  }

  /** Sends a request inside `around.request`, from before the interceptors to the outcome. */
  function requestWithin(call: Call, around: Around['request'] & {}, isDescribed: boolean): Promise<never> {
    const { config, settings: ofCall } = call;
    const scope: RequestScope = { type: 'request', ...sourceOf(addressOf(config)) };
    const whole = async () => conclude(await send(instance, config, ofCall, scope), ofCall, isDescribed);
    return around<never>(scope, whole, (outcome: AnyOutcome) => outcome);
  }

  /** Makes the outcome of a request that has ended, and reports it to listeners. */
  async function conclude(sent: Recorded, { responses }: Settings, isDescribed = false): Promise<never> {
    // An interceptor may have replaced the options of the call. The schemas of the call still count.
    const outcomeSettings =
      sent.settings.responses === responses ? sent.settings : { ...sent.settings, responses };
    const outcome = await toOutcome(sent, outcomeSettings);
    if (watchesOutcomes(settings)) reportOutcome(outcome, originOf(addressOf(sent.config)), settings);
    return (isDescribed ? withKindOfHttp(outcome, sent, outcomeSettings) : outcome) as never;
  }

  /** The address of a call that was stopped before axios merged the config of the instance into it. */
  function addressOf(config: Addressed): Addressed {
    return { ...instance.defaults, ...config };
  }

  let follower: TaskFollower | undefined;
  /** The follower of this client's tasks. The first task loads it. */
  async function tasks(): Promise<TaskFollower> {
    if (!attached) throw detached();
    if (follower !== undefined) return follower;
    const chunk = await loadTasks();
    // All tasks of the client share one follower, also if two tasks loaded the chunk at the same time.
    follower ??= new chunk.TaskFollower({
      instance,
      settings,
      wrap: wrapAdapter,
      async send(axios, config, within) {
        // Polls of a detached instance would have no retries and no deadline.
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
    // If the chunk cannot be loaded, the task stays `delayed`, and can be followed later.
    const loaded = await tasks().catch(() => undefined);
    if (loaded === undefined) yield { number: 0, waitedMs: 0, outcome };
    else yield* loaded.watch(outcome, options);
  }

  const client: OutcomeClient<Catalogue> = {
    ...methodsOf((config) => request(config)),
    // The methods are the same; only their types come from the description.
    describedBy: () =>
      ({ ...client, ...methodsOf(async (config) => request(filled(config), true)) }) as never,
    // The casts hold: these methods resolve to what their signatures say for the catalogue and the
    // schemas.
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
  return client;
}

/** The methods of an axios instance. `request` sends. */
function methodsOf(request: (config: DescribedConfig) => Promise<never>) {
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
  };
}

function detached(): TypeError {
  return new TypeError(
    'axios-outcome: this client is detached. Call attachOutcomes(instance) for a new client.',
  );
}

/** The outcome of the last poll. */
async function lastOf(polls: AsyncGenerator<WatchedPoll<AnyOutcome>, void>): Promise<AnyOutcome> {
  let last: AnyOutcome | undefined;
  for await (const { outcome } of polls) last = outcome;
  if (last === undefined) throw new TypeError('axios-outcome: a task ended without an outcome');
  return last;
}
