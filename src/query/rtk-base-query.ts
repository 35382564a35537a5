import type { OutcomeClient } from '../axios/client.js';
import type { OutcomeRequestConfig } from '../axios/options.js';
import type { AnyOutcome, Outcome } from '../outcome/types.js';
import type { Catalogue } from '../semantics/catalogue.js';
import { serializable } from './serializable.js';

/** The `meta` of RTK Query, which every call has beside its data or error. It is serializable. */
export interface OutcomeMeta extends Pick<AnyOutcome, 'kind' | 'effect' | 'request' | 'attempts'> {
  /** The status that the server sent, if an answer came. */
  readonly httpStatus?: number;
  /** The headers. Names are in lower case, and credentials are `[redacted]`. */
  readonly headers?: Readonly<Record<string, string>>;
}

type Plain<O> = O extends { readonly cause: Error }
  ? Omit<O, 'cause'> & { readonly cause: { readonly name: string; readonly message: string } }
  : O;

/** An outcome without data, in a form that JSON can hold. RTK Query keeps it as `error`. `isOutcome` recognises it. */
export type OutcomeFailure<C extends Catalogue = Catalogue> = Plain<
  Exclude<Outcome<C>, { readonly kind: 'success' | 'empty' }>
>;

/** A `BaseQueryFn` of RTK Query. Its argument is an address, or the axios config of the call. */
export type OutcomeBaseQuery<C extends Catalogue = Catalogue> = (
  call: string | OutcomeRequestConfig,
  api: { readonly signal: AbortSignal },
  extraOptions: object,
) => Promise<
  | { readonly data: unknown; readonly error?: undefined; readonly meta: OutcomeMeta }
  | { readonly error: OutcomeFailure<C>; readonly data?: undefined; readonly meta: OutcomeMeta }
>;

/**
 * Makes a base query of RTK Query from an outcome client. A success gives its data, and an answer
 * without a body gives `null`. Any other outcome becomes the error, in a serializable form: an Error
 * becomes `{ name, message, code }`, a BigInt becomes a text, and values that JSON cannot hold (a
 * stream, a Blob) are left out. A `delayed` outcome is an error too, since its data is not there yet:
 * `error.task.token` lets the client follow the task.
 *
 * @throws what the client throws: an error of the caller's own code, never an answer or a failure.
 *
 * @example
 * // In a constant of its own: within createApi's own call, TypeScript infers no types of it.
 * const baseQuery = outcomeBaseQuery(attachOutcomes(axios.create({ baseURL })));
 * const api = createApi({
 *   baseQuery,
 *   endpoints: (build) => ({ order: build.query<Order, string>({ query: (id) => `/orders/${id}` }) }),
 * });
 */
export function outcomeBaseQuery<C extends Catalogue, R>(
  client: Pick<OutcomeClient<C, R>, 'request'>,
): OutcomeBaseQuery<C> {
  return async (call, { signal }) => {
    const outcome: AnyOutcome = await send(client, {
      signal,
      ...(typeof call === 'string' ? { url: call } : call),
    });
    const meta = metaOf(outcome);
    if (outcome.kind === 'success') return { data: outcome.data ?? null, meta };
    if (outcome.kind === 'empty') return { data: null, meta };
    // The cast holds: the copy has the same fields, of the same types.
    return { error: serializable(outcome) as OutcomeFailure<C>, meta };
  };
}

async function send(
  client: { request(config: never): Promise<unknown> },
  config: OutcomeRequestConfig,
): Promise<AnyOutcome> {
  // The cast holds: the outcomes of every catalogue are members of AnyOutcome with narrower types.
  return (await client.request(config as never)) as AnyOutcome;
}

function metaOf(outcome: AnyOutcome): OutcomeMeta {
  const { kind, effect, request, attempts } = outcome;
  const answered =
    'httpStatus' in outcome ? { httpStatus: outcome.httpStatus, headers: outcome.headers } : {};
  return { kind, effect, request, attempts, ...answered };
}
