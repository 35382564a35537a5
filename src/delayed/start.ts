import { unlessItThrows } from '../classify/problem/shapes.js';
import type { Dialect, TaskAnswer, TaskLink, TaskReading } from '../semantics/dialect.js';
import { azureAsyncOperation, azureProvisioningState } from './dialects/azure-async-operation.js';
import { dewKeyPair } from './dialects/dew-key-pair.js';
import { googleOperation } from './dialects/google-operation.js';
import { huaweiJob } from './dialects/huawei-job.js';
import { location } from './dialects/location.js';
import { operationLocation } from './dialects/operation-location.js';
import { sameRequest } from './dialects/same-request.js';
import { originOfAddress, resolveAddress } from './origin.js';
import type { TaskRecord } from './token.js';

/**
 * The built-in dialects in the order in which they are tried. First the dialects that the catalogue must
 * name, then dialects that read headers, then dialects that read the body, then the same request again.
 */
export const builtInDialects: readonly Dialect[] = [
  dewKeyPair,
  huaweiJob,
  operationLocation,
  azureAsyncOperation,
  location,
  azureProvisioningState,
  googleOperation,
  sameRequest,
];

/** Finds a dialect by its name, first in `more`, then in the built-in dialects. */
export function findDialect(name: string, more: readonly Dialect[] = []): Dialect | undefined {
  return [...more, ...builtInDialects].find((dialect) => dialect.name === name);
}

/**
 * Finds the task that an answer started. The dialect that the documentation names for the call is tried
 * first, then `more`, then the built-in dialects. Undefined if no dialect knows how to follow the task:
 * then the outcome stays `delayed`.
 */
export function findTask(answer: TaskAnswer, more: readonly Dialect[]): FoundTask | undefined {
  const named = answer.operation?.task?.dialect ?? '';
  const ordered = [...more, ...builtInDialects].sort((a, b) => rank(a, named) - rank(b, named));
  for (const dialect of ordered) {
    const found = startOf(dialect, answer);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A task that an answer started. */
export interface FoundTask {
  readonly record: TaskRecord;
  /** The server's word for the state of the task, if the answer already has such a word. */
  readonly state: string | undefined;
  /** How the task ended, if the answer already shows that. Then there is nothing to poll. */
  readonly ended?: EndReading;
}

function rank({ name }: Dialect, named: string): number {
  return name === named ? 0 : 1;
}

function startOf(dialect: Dialect, answer: TaskAnswer): FoundTask | undefined {
  // A dialect written in JavaScript may return any value, such as `{ monitor: body.url }` when the body
  // has no `url`.
  const link: Partial<TaskLink> | undefined = unlessItThrows(() => dialect.start(answer));
  const monitor = resolve(link?.monitor, answer.url);
  if (monitor === undefined) return undefined;
  const result = resolve(link?.result, answer.url);
  const record = {
    dialect: dialect.name,
    method: answer.method,
    path: new URL(answer.url).pathname,
    origin: originOfAddress(answer.url),
    link: { monitor, ...(result === undefined ? {} : { result }) },
  };
  const reading = unlessItThrows(() => dialect.read(answer, record.link));
  const ended = isEnd(reading) && isOfMonitor(answer, record.link) ? reading : undefined;
  const word = ended?.word ?? (reading?.state === 'running' ? reading.word : undefined);
  // A longer text is no state. It is not shortened, since redaction would not find half a secret.
  const state = typeof word === 'string' && word.length <= 100 ? word : undefined;
  return { record, state, ...(ended === undefined ? {} : { ended }) };
}

/**
 * Whether the answer that starts a task has the form of its monitor. It has not if the call's own address
 * is the result: then its body is the resource. It has not if only `Location` names the monitor: then its
 * body may be anything.
 */
function isOfMonitor({ url, headers }: TaskAnswer, { monitor, result }: TaskLink): boolean {
  return result !== resolve(url, url) && monitor !== resolve(headers['location'], url);
}

/** The reading of a task that has ended. */
type EndReading = Extract<TaskReading, { readonly state: 'done' | 'failed' | 'cancelled' }>;

function isEnd(reading: TaskReading | undefined): reading is EndReading {
  return ['done', 'failed', 'cancelled'].includes(reading?.state ?? '');
}

function resolve(address: unknown, base: string): string | undefined {
  return typeof address === 'string' ? resolveAddress(address, base) : undefined;
}
