import type { AxiosInstance, ResponseType } from 'axios';
import type { TaskProgress } from '../../delayed/ending.js';
import { type DelayedSettings, delayedSettings, type FollowOptions } from '../../delayed/options.js';
import { originOfAddress } from '../../delayed/origin.js';
import { findDialect } from '../../delayed/start.js';
import { type Removed, readToken, type TaskRecord, TokenError } from '../../delayed/token.js';
import type { AnyOutcome, AnyResponses, RequestSummary } from '../../outcome/types.js';
import type { Catalogue } from '../../semantics/catalogue.js';
import type { Dialect } from '../../semantics/dialect.js';
import type { OwnResponses, Settings } from '../options.js';
import { optionsIn, requestSettings } from '../request-options.js';
import { readResponses } from '../schemas.js';
import { restoreParameters } from './cut-token.js';
import { absoluteAddress } from './start.js';
import type { DelayedOutcome } from './task-record.js';
import { finishUnderWay, type KnownTask, knownTask, publicTask } from './task-record.js';

type Headers = Readonly<Record<string, string>>;

/** Options of following the task of a token. */
export interface ResumeOptions<C extends Catalogue = Catalogue, Own = AnyResponses> extends FollowOptions {
  /**
   * Standard Schemas of the bodies, by status, as for the call that started the task. A token has no
   * schemas. They go before the schemas of the client. Default: the schemas of the client.
   */
  readonly responses?: OwnResponses<C, Own>;
}

/** What a caller gives together with a token. */
interface Given {
  readonly headers?: Headers | undefined;
  readonly params?: FollowOptions['params'] | undefined;
}

/** A task that is about to be followed. */
export interface Followed {
  readonly record: TaskRecord;
  readonly dialect: Dialect;
  /** The origin that may get the credentials of the instance. */
  readonly home: string;
  readonly headers: Headers;
  /** The response type of the call. If it is not known, the response type of the instance. */
  readonly responseType: ResponseType | undefined;
  /** The schemas of the client and of the call. */
  readonly schemas: AnyResponses;
  /** How the task is followed, by the options of the client and the call. */
  readonly delayed: DelayedSettings;
  /** The outcome from which the task is followed. */
  readonly outcome: DelayedOutcome;
  /** How the task ended, if the answer that started it already shows that. */
  readonly ended?: KnownTask['ended'];
  /**
   * The parameters that could not be restored. Present only for the task of a token, which anyone may
   * have written.
   */
  readonly missing?: Required<Removed>;
}

/** The task of an outcome. Undefined if the outcome has no task, or nothing tells how to follow it. */
export function followedOf(
  outcome: AnyOutcome,
  instance: AxiosInstance,
  settings: Settings,
  { headers, params }: Pick<FollowOptions, 'headers' | 'params'>,
): Followed | undefined {
  if (outcome.kind !== 'delayed') return undefined;
  const known = knownTask(outcome.task);
  if (known === undefined) {
    // An outcome that went through JSON has only its token, so it is trusted as little as a token.
    const { token } = outcome.task;
    return token === undefined
      ? undefined
      : fromToken(token, outcome, instance, settings, { headers, params });
  }
  const { record, owner, home, responseType, schemas, delayed } = known;
  return {
    record,
    dialect: dialectOf(record, settings),
    home: owner === settings.owner ? home : homeOf(record, instance, settings),
    headers: headers ?? ownHeaders(known.headers),
    responseType,
    schemas,
    delayed: owner === settings.owner ? delayed : ofClient(settings),
    outcome,
    ended: known.ended,
  };
}

/**
 * The task of a token of any process. The client must own or trust the origin of the token, since anyone
 * may have written it.
 *
 * @throws TokenError that says what is wrong with the token.
 */
export function resumedOf(
  token: string,
  instance: AxiosInstance,
  settings: Settings,
  { headers, params, responses }: ResumeOptions,
): Followed {
  const own = readResponses(responses, 'responses', settings.catalogue);
  const followed = fromToken(token, undefined, instance, settings, { headers, params });
  return { ...followed, schemas: { ...followed.schemas, ...own } };
}

function fromToken(
  token: string,
  outcome: DelayedOutcome | undefined,
  instance: AxiosInstance,
  settings: Settings,
  { headers = {}, params = {} }: Given,
): Followed {
  const cut = readToken(token);
  const home = homeOf(cut, instance, settings);
  const dialect = dialectOf(cut, settings);
  const { record, missing } = restoreParameters(cut, params, home, instance);
  return {
    record,
    missing,
    dialect,
    home,
    headers,
    responseType: instance.defaults.responseType,
    schemas: requestSettings(settings, optionsIn(instance.defaults)).responses,
    delayed: ofClient(settings),
    outcome: outcome ?? restored(record, dialect, settings),
  };
}

/**
 * The only origin that gets the credentials of the instance, whatever a token or the outcome of another
 * client says.
 */
function homeOf(
  { origin }: TaskRecord,
  { defaults: { baseURL } }: AxiosInstance,
  settings: Settings,
): string {
  const home = originOfAddress(absoluteAddress({ baseURL }) ?? '');
  if (origin === home || ofClient(settings).trustedOrigins.includes(origin)) return home;
  throw new TokenError(
    `axios-outcome: this token is from ${origin}; this client's baseURL is at ${home || 'no origin'}. Use the client of that API, or add ${origin} to delayed.trustedOrigins.`,
  );
}

/** The outcome of a task that is still not done, with the last known state. */
export function stillDelayed(
  { record, dialect, home, headers, responseType, schemas, delayed, outcome }: Followed,
  { link, ...seen }: TaskProgress,
  { redact, owner }: Settings,
): Promise<AnyOutcome> {
  const known = { record: { ...record, link }, owner, delayed, home, headers, responseType, schemas };
  // The body was checked when the task was started.
  return finishUnderWay(outcome, known, dialect, seen, { sent: { headers } }, { responses: {}, redact });
}

function ofClient({ delayed, catalogue }: Settings): DelayedSettings {
  return delayedSettings(delayed, catalogue);
}

function dialectOf({ dialect: name }: TaskRecord, settings: Settings): Dialect {
  const dialect = findDialect(name, ofClient(settings).dialects);
  if (dialect === undefined) {
    throw new TokenError(
      `axios-outcome: this client has no dialect ${JSON.stringify(name.slice(0, 40))}. Give it the dialects and the catalogue of the client that made the token.`,
    );
  }
  return dialect;
}

/** The outcome from which the token was taken, as far as the token tells. */
function restored(record: TaskRecord, dialect: Dialect, { catalogue, redact }: Settings): DelayedOutcome {
  const row = Object.entries(catalogue.statuses).find(([, { kind }]) => kind === 'delayed');
  const status = Number(row?.[0] ?? 202);
  const request: RequestSummary = { method: record.method, path: record.path };
  const task = publicTask(record, dialect, { hintMs: undefined, state: undefined }, redact, undefined);
  return {
    kind: 'delayed',
    ok: true,
    status,
    httpStatus: status,
    headers: {},
    ...(row === undefined ? {} : { documented: row[1] }),
    effect: 'pending',
    request,
    attempts: [],
    data: undefined,
    task,
  };
}

/** Headers that belong to the body, the conditions or the key of the call, and headers that change the method. */
const notOfAPoll = /^(content-|idempotency-key$|host$|expect$|if-|range$|prefer$|x-(http-)?method)/i;

/** The headers of the call that also fit a GET of its monitor. */
function ownHeaders(given: unknown): Headers {
  if (typeof given !== 'object' || given === null) return {};
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(given)) {
    if (typeof value === 'string' && !notOfAPoll.test(name)) headers[name] = value;
  }
  return headers;
}
