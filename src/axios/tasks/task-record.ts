import type { ResponseType } from 'axios';
import { type Exchange, sentConfig } from '../../classify/exchange.js';
import type { Ended } from '../../delayed/ending.js';
import type { DelayedSettings } from '../../delayed/options.js';
import { type TaskRecord, writeToken } from '../../delayed/token.js';
import { type Finishing, finish } from '../../outcome/finish.js';
import type { Redact } from '../../outcome/redact/secret-names.js';
import { type Sent, sentSecrets, withoutSecrets } from '../../outcome/redact/sent-secrets.js';
import { redactUrls } from '../../outcome/redact/text.js';
import type { AnyOutcome, AnyResponses, Task } from '../../outcome/types.js';
import { betweenCopies } from '../../semantics/between-copies.js';
import type { Dialect } from '../../semantics/dialect.js';
import type { EndedRequest } from '../recorded-result.js';

/** An outcome of a task that is not done yet. */
export type DelayedOutcome = Extract<AnyOutcome, { readonly kind: 'delayed' }>;

/** What this process knows about a task, besides its token. */
export interface KnownTask {
  readonly record: TaskRecord;
  /** The client that made the call. Another client has no credentials for its origin. */
  readonly owner: object;
  /** The options with which the task is followed. */
  readonly delayed: DelayedSettings;
  /** The origin that may get the credentials of the owner. */
  readonly home: string;
  /** The headers of the call. */
  readonly headers: unknown;
  /** The response type of the call. */
  readonly responseType?: ResponseType | undefined;
  /** How the task ended, if the answer that started it already shows that. */
  readonly ended?: Ended<EndedRequest> | undefined;
  /** The schemas of the call and of its client. */
  readonly schemas: AnyResponses;
}
const knownTasks: WeakMap<Task, KnownTask> = /* @__PURE__ */ betweenCopies('tasks', () => new WeakMap());

/** The task of an outcome that this process made. */
export function knownTask(task: Task): KnownTask | undefined {
  return knownTasks.get(task);
}

/** The last known state of a task. */
export interface Seen {
  readonly hintMs: number | undefined;
  readonly state: string | undefined;
}

/** Finishes the outcome of a task that goes on, and keeps what only this process knows about it. */
export async function finishUnderWay(
  built: DelayedOutcome,
  known: KnownTask,
  dialect: Dialect | undefined,
  seen: Seen,
  exchange: Exchange,
  finishing: Finishing,
): Promise<AnyOutcome> {
  const { token, ...rest } = publicTask(known.record, dialect, seen, finishing.redact, sentConfig(exchange));
  // A task that has ended has no token, since its monitor may never have existed.
  const task = known.ended || token === undefined ? rest : { token, ...rest };
  const outcome = await finish({ ...built, task }, exchange, finishing);
  if ('task' in outcome && outcome.task) knownTasks.set(outcome.task, known);
  return outcome;
}

/** The task as an outcome shows it: without secrets, so that it can be stored anywhere. */
export function publicTask(
  record: TaskRecord,
  dialect: Dialect | undefined,
  { hintMs, state }: Seen,
  redact: Redact,
  sent: unknown,
): Task {
  const token = tokenOf(record, redact, sentSecrets(sent, redact));
  return {
    ...(token === undefined ? {} : { token }),
    monitor: redactUrls(record.link.monitor, redact),
    ...(hintMs === undefined ? {} : { retryAfterMs: hintMs }),
    ...(state === undefined ? {} : { state }),
    ...(dialect?.cancel === undefined ? {} : { cancellable: true as const }),
  };
}

/**
 * Makes the token of a task. A token may be kept in queues and logs. So a query parameter that may be a
 * secret is removed from the addresses, and only its name is kept. If another part of an address is a
 * secret, there is no token, and only this process can follow the task.
 */
function tokenOf(record: TaskRecord, redact: Redact, sent: Sent): string | undefined {
  const { link, removed: before = {} } = record;
  const monitor = publicAddress(link.monitor, redact, sent, before.monitor);
  const result =
    link.result === undefined ? undefined : publicAddress(link.result, redact, sent, before.result);
  if (monitor === undefined || (link.result !== undefined && result === undefined)) return undefined;
  const removed = {
    ...(monitor.removed.length > 0 ? { monitor: monitor.removed } : {}),
    ...(result && result.removed.length > 0 ? { result: result.removed } : {}),
  };
  return writeToken({
    ...record,
    // The path is used only in messages.
    path: redactUrls(record.path, redact),
    link: { monitor: monitor.href, ...(result === undefined ? {} : { result: result.href }) },
    ...(Object.keys(removed).length > 0 ? { removed } : {}),
  });
}

/** The address without query parameters that may be secrets, and their names. Parameters that were removed before are removed again. */
function publicAddress(
  address: string,
  redact: Redact,
  sent: Sent,
  before: readonly string[] = [],
): { readonly href: string; readonly removed: readonly string[] } | undefined {
  const url = new URL(address);
  const removed = new Set(before);
  for (const [name, value] of url.searchParams) {
    const parameter = `?${new URLSearchParams({ [name]: value })}`;
    const isPublic = redactUrls(parameter, redact) === parameter && withoutSecrets(value, sent) === value;
    if (!isPublic) removed.add(name);
  }
  for (const name of removed) url.searchParams.delete(name);
  const { href } = url;
  const isPublic = redactUrls(href, redact) === href && withoutSecrets(href, sent) === href;
  return isPublic ? { href, removed: [...removed] } : undefined;
}
