import type { AxiosInstance, ResponseType } from 'axios';
import { findDialect } from '../../delayed/dialects/built-in.js';
import type { TaskProgress } from '../../delayed/ending.js';
import { originOfAddress } from '../../delayed/origin-of-address.js';
import { readToken, type TaskRecord } from '../../delayed/token.js';
import { TokenError } from '../../delayed/token-error.js';
import type { AnyOutcome, AnyResponses, RequestSummary } from '../../outcome/types.js';
import type { Dialect } from '../../semantics/dialect.js';
import type { Settings } from '../options.js';
import { absoluteAddress } from '../request-address.js';
import { type KnownTask, knownTask, rememberTask } from './known-tasks.js';
import { publicTask } from './task-record.js';

type Headers = Readonly<Record<string, string>>;
type DelayedOutcome = Extract<AnyOutcome, { readonly kind: 'delayed' }>;

/** A task that is about to be followed. */
export interface Followed {
  readonly record: TaskRecord;
  readonly dialect: Dialect;
  /** The origin to which the instance's credentials may go. */
  readonly home: string;
  readonly headers: Headers;
  /** As what the call wants its data; as the instance does, where that is not known. */
  readonly responseType: ResponseType | undefined;
  /** What bodies look like, by the client and by the call. */
  readonly schemas: AnyResponses;
  /** The outcome that the task is followed from. */
  readonly outcome: DelayedOutcome;
  /** How it ended, where the answer that started it shows that already. */
  readonly ended?: KnownTask['ended'];
}

/** The task of an outcome; undefined where there is none, or nothing tells how to follow it. */
export function followedOf(
  outcome: AnyOutcome,
  instance: AxiosInstance,
  settings: Settings,
  headers?: Headers,
): Followed | undefined {
  if (outcome.kind !== 'delayed') return undefined;
  const known = knownTask(outcome.task);
  if (known === undefined) {
    // An outcome that was JSON in between has its token, and is trusted no more than that.
    const { token } = outcome.task;
    return token === undefined ? undefined : fromToken(token, outcome, instance, settings, headers);
  }
  const { record, owner, home, responseType } = known;
  return {
    record,
    dialect: dialectOf(record, settings),
    home: owner === settings.delayed ? home : homeOf(record, instance, settings),
    headers: headers ?? ownHeaders(known.headers),
    responseType,
    schemas: known.schemas ?? settings.responses,
    outcome,
    ended: known.ended,
  };
}

/**
 * The task of a token, in whichever process. Its origin must be the client's own
 * or one that it trusts: a token comes from a queue or a form, and not from here.
 *
 * @throws TokenError that says what is wrong with the token.
 */
export function resumedOf(
  token: string,
  instance: AxiosInstance,
  settings: Settings,
  headers?: Headers,
): Followed {
  return fromToken(token, undefined, instance, settings, headers);
}

function fromToken(
  token: string,
  outcome: DelayedOutcome | undefined,
  instance: AxiosInstance,
  settings: Settings,
  headers: Headers = {},
): Followed {
  const record = readToken(token);
  const home = homeOf(record, instance, settings);
  const dialect = dialectOf(record, settings);
  return {
    record,
    dialect,
    home,
    headers,
    responseType: instance.defaults.responseType,
    schemas: settings.responses,
    outcome: outcome ?? restored(record, dialect, settings),
  };
}

/** What the instance knows by heart goes to its own origin, whatever a token or another client's outcome says. */
function homeOf(
  { origin }: TaskRecord,
  { defaults: { baseURL } }: AxiosInstance,
  { delayed }: Settings,
): string {
  const home = originOfAddress(absoluteAddress({ baseURL }) ?? '');
  if (origin === home || delayed.trustedOrigins.includes(origin)) return home;
  throw new TokenError(
    `axios-outcome: this token is from ${origin}; this client's baseURL is at ${home || 'no origin'}, and trustedOrigins does not name it`,
  );
}

/** The outcome of a task that is still not done, with all that following it has shown. */
export function stillDelayed(
  { record, dialect, home, headers, responseType, schemas, outcome }: Followed,
  { link, hintMs, state }: TaskProgress,
  { redact, delayed }: Settings,
): AnyOutcome {
  const moved = { ...record, link };
  const task = publicTask(moved, dialect, redact, { hintMs, state });
  rememberTask(task, { record: moved, owner: delayed, home, headers, responseType, schemas });
  return Object.freeze({ ...outcome, task });
}

function dialectOf({ dialect: name }: TaskRecord, { delayed }: Settings): Dialect {
  const dialect = findDialect(name, delayed.dialects);
  if (dialect === undefined) {
    throw new TokenError(`axios-outcome: this client has no dialect ${JSON.stringify(name.slice(0, 40))}`);
  }
  return dialect;
}

/** As the outcome was that the token was taken from, as far as the token tells. */
function restored(record: TaskRecord, dialect: Dialect, { catalogue, redact }: Settings): DelayedOutcome {
  const row = Object.entries(catalogue.statuses).find(([, { kind }]) => kind === 'delayed');
  const status = Number(row?.[0] ?? 202);
  const request: RequestSummary = Object.freeze({ method: record.method, path: record.path });
  return Object.freeze({
    kind: 'delayed',
    ok: true,
    status,
    httpStatus: status,
    headers: Object.freeze({}),
    ...(row === undefined ? {} : { documented: row[1] }),
    effect: 'pending',
    request,
    attempts: Object.freeze([]),
    data: undefined,
    task: publicTask(record, dialect, redact, { hintMs: undefined, state: undefined }),
  });
}

/** Those of its body, its conditions and its key; and those that would make another method of GET. */
const notOfAPoll = /^(content-|idempotency-key$|host$|expect$|if-|range$|prefer$|x-(http-)?method)/i;

/** The headers of the call that make sense for a GET of its monitor. */
function ownHeaders(given: unknown): Headers {
  if (typeof given !== 'object' || given === null) return {};
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(given)) {
    if (typeof value === 'string' && !notOfAPoll.test(name)) headers[name] = value;
  }
  return headers;
}
