import { recordOf } from '../classify/problem/shapes.js';
import type { TaskAnswer, TaskReading } from '../semantics/dialect.js';
import { running, runningBy, stateIn } from './state-words.js';

/** Whether an answer may have started a task: it has done something, and may not be done. */
export function mayStart(status: number): boolean {
  return status === 200 || status === 201 || status === 202;
}

/** RFC 9110, 9.3.4 and RFC 5789: what the call made or changed is at the address that it was sent to. */
function writesItsUrl(method: string): boolean {
  return method === 'PUT' || method === 'PATCH';
}

/**
 * Where the result will be when the task has succeeded: that of PUT and PATCH at
 * the address of the call, that of POST at the `Location` of the answer that
 * started it. DELETE leaves nothing to fetch: its `Location` may be gone with it.
 */
export function resultAddress({ method, url, headers }: TaskAnswer): string | undefined {
  if (method === 'DELETE') return undefined;
  return writesItsUrl(method) ? url : headers['location'];
}

/** An address that the monitor's body names. */
export function namedAddress(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/**
 * Reads a status monitor as Azure's guidelines define it: `{ status,
 * percentComplete?, error? }`. `header` is the one that may name a new monitor;
 * `done` says where the result is, which each family of APIs has its own rule for.
 */
export function readStatusMonitor(
  answer: TaskAnswer,
  header: string,
  done: (monitor: Record<string, unknown>) => { readonly result?: string; readonly data?: unknown },
): TaskReading {
  const { status: httpStatus, headers, body } = answer;
  const monitor = recordOf(body) ?? {};
  const told = httpStatus < 300 ? stateIn(answer, 'status') : undefined;
  const more = { progress: monitor['percentComplete'], monitor: headers[header] };
  if (told === undefined) {
    // 202 says by itself that the task is not done (RFC 9110, 15.3.3); nothing else does.
    if (httpStatus === 202 && monitor['status'] === undefined) return running(undefined, more);
    return { state: 'unreadable', message: 'the monitor has no status that is a word' };
  }
  const { word, state } = told;
  if (state === 'running') return runningBy(told, more);
  if (state === 'done') return { state, word, ...done(monitor) };
  return { state, word, problem: problemOf(monitor) };
}

/** The error as an error body has it, without the monitor's own fields. */
export function problemOf(monitor: Record<string, unknown>): unknown {
  const { error } = monitor;
  return error === undefined || error === null ? monitor : { error };
}
