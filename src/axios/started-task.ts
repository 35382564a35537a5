import { type Exchange, type ResponseLike, responseOf } from '../classify/exchange.js';
import { plainHeaders } from '../classify/headers.js';
import { decodeBody } from '../classify/problem/body.js';
import { findTask } from '../delayed/start.js';
import { type TaskRecord, writeToken } from '../delayed/token.js';
import { redactUrls } from '../outcome/redact-text.js';
import type { Redact } from '../outcome/secret-names.js';
import type { AnyOutcome, AnyResponses, Task } from '../outcome/types.js';
import { findOperation } from '../retry/repeatability.js';
import type { TaskAnswer } from '../semantics/dialect.js';
import { type Addressed, absoluteAddress, methodOf, pathOf } from './address.js';
import type { Settings } from './options.js';

/** What this process knows of a task beside its token. */
export interface KnownTask {
  readonly record: TaskRecord;
  /** The headers that the call itself was given. */
  readonly headers: unknown;
  /** The schemas that the call was given, with those of its client. */
  readonly schemas?: AnyResponses;
}
const knownTasks = new WeakMap<Task, KnownTask>();

/** The task behind an outcome of this process. */
export function knownTask(task: Task): KnownTask | undefined {
  return knownTasks.get(task);
}

/** Keeps the schemas of the call for the task's own result. */
export function rememberSchemas(outcome: AnyOutcome, schemas: AnyResponses): void {
  const known = outcome.kind === 'delayed' ? knownTasks.get(outcome.task) : undefined;
  if (known && outcome.kind === 'delayed') knownTasks.set(outcome.task, { ...known, schemas });
}

type Telling = Pick<Settings, 'catalogue' | 'redact' | 'delayed'>;

/** Tells in a `delayed` outcome where its task is followed; any other outcome is returned as it is. */
export function withTask(
  outcome: AnyOutcome,
  exchange: Exchange,
  config: Addressed,
  settings: Telling,
): AnyOutcome {
  if (outcome.kind !== 'delayed') return outcome;
  const response = responseOf(exchange)?.response;
  const url = absoluteAddress(config);
  if (response === undefined || url === undefined) return outcome;
  const record = findTask(startAnswer(response, url, config, settings), settings.delayed.dialects);
  if (record === undefined) return outcome;
  const token = tokenOf(record, settings.redact);
  const monitor = redactUrls(record.link.monitor, settings.redact);
  const task = Object.freeze({ ...outcome.task, ...(token === undefined ? {} : { token }), monitor });
  const headers = 'headers' in config ? config.headers : undefined;
  knownTasks.set(task, { record, headers });
  return Object.freeze({ ...outcome, task });
}

function startAnswer(
  response: ResponseLike,
  url: string,
  config: Addressed,
  { catalogue }: Telling,
): TaskAnswer {
  const method = methodOf(config);
  const operation = findOperation(method, pathOf(config), catalogue);
  return {
    method,
    url,
    status: response.status,
    headers: plainHeaders(response.headers),
    body: decodeBody(response.data, response.headers).details,
    ...(operation === undefined ? {} : { operation }),
  };
}

/**
 * A token is kept in queues and logs, so an address in it has no parameter that
 * holds a secret. Where the secret is not in a parameter, there is no token, and
 * the task can be followed by this process only.
 */
function tokenOf(record: TaskRecord, redact: Redact): string | undefined {
  const monitor = publicAddress(record.link.monitor, redact);
  const result = record.link.result === undefined ? undefined : publicAddress(record.link.result, redact);
  if (monitor === undefined || (record.link.result !== undefined && result === undefined)) return undefined;
  return writeToken({ ...record, link: { monitor, ...(result === undefined ? {} : { result }) } });
}

function publicAddress(address: string, redact: Redact): string | undefined {
  const url = new URL(address);
  for (const [name, value] of [...url.searchParams]) {
    const parameter = `?${new URLSearchParams({ [name]: value })}`;
    if (redactUrls(parameter, redact) !== parameter) url.searchParams.delete(name);
  }
  return redactUrls(url.href, redact) === url.href ? url.href : undefined;
}
