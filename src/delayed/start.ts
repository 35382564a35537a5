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
 * The dialects in the order in which an answer is tried: those that only an
 * operation of the catalogue can name, then what a header says, then what a body
 * does, and the same request again where nothing else is there.
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

/** The dialect of a name: one of the caller's own, else one that is built in. */
export function findDialect(name: string, more: readonly Dialect[] = []): Dialect | undefined {
  return [...more, ...builtInDialects].find((dialect) => dialect.name === name);
}

/**
 * The task that an answer started: by the dialect that the documentation names
 * for the call, else by the first dialect that knows the answer, `more` before those
 * that are built in. Undefined where
 * nothing tells how to follow it: then the outcome stays `delayed`.
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
  /** The server's own word for its state, where the answer has one already. */
  readonly state: string | undefined;
  /** The answer shows that the task has ended: there is nothing to poll. */
  readonly ended?: EndReading;
}

function rank({ name }: Dialect, named: string): number {
  return name === named ? 0 : 1;
}

function startOf(dialect: Dialect, answer: TaskAnswer): FoundTask | undefined {
  // From JavaScript it may be of any shape, as `{ monitor: body.url }` is of a body without one.
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
  // A longer one is none; cut, half of a secret in it would not be found.
  const state = typeof word === 'string' && word.length <= 100 ? word : undefined;
  return { record, state, ...(ended === undefined ? {} : { ended }) };
}

/**
 * Whether the answer that starts a task is of its monitor's form. It is not where the
 * call's own address is that of the result: then its body is the resource. Nor where
 * `Location` alone names the monitor: what stands beside it may be anything.
 */
function isOfMonitor({ url, headers }: TaskAnswer, { monitor, result }: TaskLink): boolean {
  return result !== resolve(url, url) && monitor !== resolve(headers['location'], url);
}

/** What a task has ended with. */
type EndReading = Extract<TaskReading, { readonly state: 'done' | 'failed' | 'cancelled' }>;

function isEnd(reading: TaskReading | undefined): reading is EndReading {
  return ['done', 'failed', 'cancelled'].includes(reading?.state ?? '');
}

function resolve(address: unknown, base: string): string | undefined {
  return typeof address === 'string' ? resolveAddress(address, base) : undefined;
}
