import type { AxiosInstance } from 'axios';
import { originOfAddress } from '../delayed/origin.js';
import { readToken, type TaskRecord, TokenError } from '../delayed/token.js';
import type { AnyOutcome, AnyResponses, RequestSummary } from '../outcome/types.js';
import type { Dialect } from '../semantics/dialect.js';
import { originOf } from './address.js';
import type { Settings } from './options.js';
import { knownTask } from './started-task.js';

type Headers = Readonly<Record<string, string>>;

/** A task that is about to be followed. */
export interface Followed {
  readonly record: TaskRecord;
  readonly dialect: Dialect;
  readonly headers: Headers;
  /** The request that started it. */
  readonly request: RequestSummary;
  /** What bodies look like, by the client and by the call. */
  readonly schemas: AnyResponses;
  /** The server's first word on when to ask. */
  readonly hintMs: number | undefined;
  /** The outcome of a task that is still not done. */
  readonly pending: (hintMs: number | undefined) => AnyOutcome;
}

/** The task of an outcome; undefined where there is none, or nothing tells how to follow it. */
export function followedOf(outcome: AnyOutcome, settings: Settings, headers?: Headers): Followed | undefined {
  if (outcome.kind !== 'delayed') return undefined;
  const known = knownTask(outcome.task);
  const record =
    known?.record ?? (outcome.task.token === undefined ? undefined : readToken(outcome.task.token));
  if (record === undefined) return undefined;
  return {
    record,
    dialect: dialectOf(record, settings),
    headers: headers ?? ownHeaders(known?.headers),
    request: outcome.request,
    schemas: known?.schemas ?? settings.responses,
    hintMs: outcome.task.retryAfterMs,
    pending: (hintMs) => ({
      ...outcome,
      task: { ...outcome.task, ...(hintMs === undefined ? {} : { retryAfterMs: hintMs }) },
    }),
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
  headers: Headers = {},
): Followed {
  const record = readToken(token);
  const own = originOfAddress(originOf(instance.defaults));
  if (record.origin !== own && !settings.delayed.trustedOrigins.includes(record.origin)) {
    throw new TokenError(
      `axios-outcome: this token is from ${record.origin}; this client's baseURL is at ${own || 'no origin'}, and trustedOrigins does not name it`,
    );
  }
  const request = Object.freeze({ method: record.method, path: record.path });
  return {
    record,
    dialect: dialectOf(record, settings),
    headers,
    request,
    schemas: settings.responses,
    hintMs: undefined,
    pending: (hintMs) => restored(token, record, request, settings, hintMs),
  };
}

function dialectOf({ dialect: name }: TaskRecord, { delayed }: Settings): Dialect {
  const dialect = delayed.dialects.find((one) => one.name === name);
  if (dialect === undefined) {
    throw new TokenError(`axios-outcome: this client has no dialect ${JSON.stringify(name.slice(0, 40))}`);
  }
  return dialect;
}

/** As the outcome was that the token was taken from, as far as the token tells. */
function restored(
  token: string,
  record: TaskRecord,
  request: RequestSummary,
  { catalogue }: Settings,
  hintMs: number | undefined,
): AnyOutcome {
  const row = Object.entries(catalogue.statuses).find(([, { kind }]) => kind === 'delayed');
  const status = Number(row?.[0] ?? 202);
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
    task: Object.freeze({
      token,
      monitor: record.link.monitor,
      ...(hintMs === undefined ? {} : { retryAfterMs: hintMs }),
    }),
  });
}

/** The headers of the call that make sense for a GET of its monitor: not those of its body, nor its key. */
function ownHeaders(given: unknown): Headers {
  if (typeof given !== 'object' || given === null) return {};
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(given)) {
    if (typeof value !== 'string' || /^(content-|idempotency-key$|host$|expect$|if-)/i.test(name)) continue;
    headers[name] = value;
  }
  return headers;
}
