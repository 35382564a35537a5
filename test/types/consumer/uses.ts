// What a user of the package writes. Compiled by each compiler of the matrix
// against the built declarations, by the package's name, and by the newest in consumer.package.ts.
import axios from 'axios';
import {
  attachOutcomes,
  type Catalogue,
  type DataOf,
  defineCatalogue,
  extendCatalogue,
  isOutcome,
  isRetryable,
  match,
  type Outcome,
  type OutcomeClient,
  outcomeAdapter,
  outcomeOf,
  type Problem,
  retryBudget,
  unwrap,
} from 'axios-outcome';
import { type DewCatalogue, dew } from 'axios-outcome/catalogues/dew';
import { http } from 'axios-outcome/catalogues/http';
import { context, fingerprint, toLog } from 'axios-outcome/logging';
import { outcomeBaseQuery, queryRetry, retryAt, swrRetry } from 'axios-outcome/query';
import { problemResponse } from 'axios-outcome/server';
import { key, missing } from './schemas.js';

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
/** Compiles only where the two types are the same. */
function same<A, B>(_proof: Equal<A, B>): void {}

interface Key {
  readonly id: number;
}
const instance = axios.create({
  baseURL: 'https://kms.example',
  adapter: outcomeAdapter({ catalogue: dew }),
});
const kms = attachOutcomes(instance, {
  catalogue: dew,
  retry: { retries: 1, budget: retryBudget(), shouldRetry: ({ kind }) => kind === 'unavailable' },
  onAttempt: ({ number, because }) => console.log(number, because),
});

/** The types that people write in fields and parameters. */
export class Keys {
  readonly kms: OutcomeClient<DewCatalogue>;
  readonly plain: OutcomeClient = attachOutcomes(axios.create());
  constructor(client: OutcomeClient<typeof dew>) {
    this.kms = client;
  }
  describe(): Promise<Outcome<DewCatalogue, Key>> {
    return this.kms.post<Key>('/describe-key', {});
  }
  static async isUp<C extends Catalogue>(client: OutcomeClient<C>): Promise<boolean> {
    return (await client.get('/health')).ok;
  }
}
export const up: Promise<boolean> = Keys.isUp(new Keys(kms).kms);

export async function byStatusAndKind(): Promise<void> {
  const outcome = await kms.post<Key>('/describe-key', {}, { outcome: { retry: { deadlineMs: 1000 } } });
  if (outcome.status === 200) same<typeof outcome.kind, 'success' | 'delayed'>(true);
  if (outcome.kind === 'success') {
    same<typeof outcome.status, 200>(true);
    same<typeof outcome.data, Key>(true);
  }
  if (outcome.status === 400) same<typeof outcome.kind, 'rejected' | 'unavailable'>(true);
  if (outcome.status === 'other') same<typeof outcome.kind, 'unexpected' | 'malformed'>(true);
  if (outcome.ok) same<typeof outcome.kind, 'success' | 'delayed' | 'empty'>(true);
  if (outcome.kind === 'unavailable') {
    same<typeof outcome.status, 400 | 408 | 429 | 502 | 503 | 504>(true);
  }
  if (outcome.kind === 'rejected' && outcome.problem.code === 'KMS.0205') {
    same<typeof outcome.problem.code, 'KMS.0205'>(true);
  }
  if (isRetryable(outcome)) same<typeof outcome.retry.retryAt, number | undefined>(true);
  same<DataOf<typeof outcome>, Key>(true);
  const data: Key = unwrap(outcome);
  console.log(data.id, describe(outcome));
}

function describe(outcome: Outcome<typeof dew, Key>): string {
  switch (outcome.kind) {
    case 'success':
      return String(outcome.data.id);
    case 'delayed':
      return String(outcome.task.retryAfterMs);
    case 'empty':
      return '';
    case 'choices':
      return outcome.alternatives.join();
    case 'rejected':
      return outcome.problem.code ?? outcome.effect;
    case 'unavailable':
    case 'failed':
      return outcome.retry.stopped;
    case 'unexpected':
      return String(outcome.httpStatus);
    case 'malformed':
      return outcome.issues.map(({ message, path }) => `${path?.join('.')}: ${message}`).join();
    case 'unreachable':
      return outcome.code;
    case 'cancelled':
      return String(outcome.reason);
    default:
      return outcome satisfies never;
  }
}

export async function byMatch(): Promise<string | number> {
  return match(await kms.get<Key>('/key'), {
    success: ({ data }) => data.id,
    delayed: ({ task }) => task.retryAfterMs ?? 0,
    empty: () => 0,
    choices: ({ alternatives }) => alternatives.length,
    rejected: ({ problem }) => problem.code ?? '',
    unavailable: ({ retry }) => retry.retryAt ?? 0,
    failed: ({ status }) => status,
    unexpected: ({ httpStatus }) => httpStatus,
    malformed: ({ issues }) => issues.length,
    unreachable: ({ code }) => code,
    cancelled: ({ effect }) => effect,
  });
}

export async function bySchemas(): Promise<void> {
  const own = await kms.get('/key', { responses: { 200: key, 404: missing } });
  if (own.status === 200) same<typeof own.data, { id: number }>(true);
  if (own.status === 404) same<typeof own.problem, { missing: string }>(true);
  if (own.status === 202) same<typeof own.data, unknown>(true);
  if (own.status === 403) own.problem satisfies Problem;
  const client = attachOutcomes(axios.create(), { responses: { 200: key, problem: missing } });
  const over = await client.post('/key', {}, { outcome: { responses: { 200: missing } } });
  if (over.status === 200) same<typeof over.data, { missing: string }>(true);
  if (over.kind === 'failed') same<typeof over.problem, { missing: string }>(true);
}

export async function fromAnything(): Promise<void> {
  const found = await outcomeOf(axios.get<Key>('/key'), { catalogue: dew, responses: { 404: missing } });
  if (found.kind === 'success') same<typeof found.data, Key>(true);
  if (found.status === 404) same<typeof found.problem, { missing: string }>(true);
  const thrown: unknown = new Error();
  const plain = await outcomeOf(thrown);
  if (plain.status === 304) same<typeof plain.kind, 'unmodified'>(true);
  const [one, two] = await Promise.all([kms.get<Key>('/a'), outcomeOf(axios.get<Key[]>('/b'))]);
  if (one.status === 200 && two.status === 200) same<typeof two.data, Key[]>(true);
  if (isOutcome(thrown)) console.log(thrown.kind);
}

export async function byOwnCatalogue(): Promise<void> {
  const shop = defineCatalogue({
    name: 'Shop',
    source: 'docs',
    statuses: {
      200: { name: 'OK', kind: 'success', retry: 'never', source: 'docs' },
      400: { name: 'Bad', kind: 'rejected', or: ['unavailable'], retry: 'never', source: 'docs' },
    },
    codes: { busy: { kind: 'unavailable', statuses: [400], source: 'docs' } },
  });
  const outcome = await attachOutcomes(axios.create(), { catalogue: shop }).get<Key>('/order');
  if (outcome.kind === 'unavailable') same<typeof outcome.status, 400>(true);
  if (outcome.kind === 'rejected' && outcome.problem.code === 'busy') outcome.problem.code satisfies 'busy';
  const proxied = extendCatalogue(dew, {
    statuses: { 503: { name: 'Maintenance', kind: 'failed', retry: 'never', source: 'wiki' } },
  });
  const clients = [attachOutcomes(axios.create(), { catalogue: proxied }), kms] as const;
  for (const client of clients) {
    const found = await client.get<Key>('/a');
    if (found.kind === 'success') same<typeof found.data, Key>(true);
  }
  ({ ...http }) satisfies Catalogue;
}

/** The task of an outcome comes to what the call would have: also where it is narrowed to `delayed`. */
export async function followATask(): Promise<Key | string> {
  const outcome = await kms.post<Key>('/v3/p/keypairs/disassociate', {});
  if (outcome.kind !== 'delayed') return outcome.kind;
  const ended = await kms.complete(outcome, {
    deadlineMs: 60_000,
    onPoll: ({ state }) => console.log(state),
  });
  if (ended.kind === 'success') same<typeof ended.data, Key>(true);
  if (ended.kind === 'delayed') same<typeof ended.task.token, string | undefined>(true);
  if (ended.kind === 'failed' && 'task' in ended) {
    same<typeof ended.task.ended, 'failed' | 'cancelled' | 'expired'>(true);
  }
  for await (const { outcome: last } of kms.watch(outcome)) {
    if (last?.kind === 'success') same<typeof last.data, Key>(true);
  }
  const checked = await kms.resume(outcome.task.token ?? '', { responses: { 200: key, 404: missing } });
  if (checked.status === 200) same<typeof checked.data, { id: number }>(true);
  if (checked.status === 404) same<typeof checked.problem, { missing: string }>(true);
  const resumed = await kms.resume<Key>(outcome.task.token ?? '');
  if (outcome.task.cancellable) console.log((await kms.cancel(outcome)).kind);
  return resumed.kind === 'success' ? resumed.data : resumed.kind;
}

/** The doors beside the core that need no peer: those who write no types of their libraries get ours. */
export async function besideTheCore(): Promise<Response> {
  const { retry, retryDelay } = queryRetry({ retries: 1, maxWaitMs: 5_000 });
  same<ReturnType<typeof retry>, boolean>(true);
  const baseQuery = outcomeBaseQuery(kms);
  const { error, meta } = await baseQuery('/keys', { signal: new AbortController().signal }, {});
  if (error?.kind === 'rejected' && error.problem.code === 'KMS.0205') {
    same<typeof error.problem.code, 'KMS.0205'>(true);
  }
  if (error?.kind === 'unreachable') same<typeof error.cause.message, string>(true);
  console.log(retryDelay(0, new Error('x')), swrRetry(), retryAt(error), meta.attempts.length);
  const outcome = await kms.get<Key>('/keys/1');
  console.log(
    toLog(outcome, { catalogue: dew })['url.template'],
    fingerprint(outcome)?.join(),
    context(outcome),
  );
  const unknown: unknown = outcome;
  same<string | undefined, ReturnType<typeof ofUnknown>>(true);
  const ofUnknown = () => problemResponse(unknown)?.body;
  const answer = problemResponse(outcome, {
    map: ({ kind }) => (kind === 'rejected' ? { status: 404 } : undefined),
  });
  return new Response(answer.body, answer);
}

/** As openapi-typescript writes them. */
interface Paths {
  '/keys/{id}': {
    get: {
      parameters: { query?: { full?: boolean }; path: { id: string } };
      responses: {
        200: { content: { 'application/json': Key } };
        404: { content: { 'application/problem+json': { missing: string } } };
        default: { content: { 'application/json': { code: string } } };
      };
    };
    put?: never;
  };
}

export async function byDescription(): Promise<void> {
  const outcome = await kms
    .describedBy<Paths>()
    .get('/keys/{id}', { path: { id: 'k1' }, params: { full: true } });
  if (outcome.kind === 'success') same<typeof outcome.data, Key>(true);
  if (outcome.status === 404) same<typeof outcome.problem.details, { missing: string }>(true);
  if (outcome.status === 429) same<typeof outcome.problem.details, { code: string }>(true);
  const made = await kms.outcomeOf<{ 200: Key }, { 404: { missing: string } }>(axios.get('/keys/k1'));
  if (made.status === 404) same<typeof made.problem.details, { missing: string }>(true);
}
