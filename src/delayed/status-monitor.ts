import { recordOf } from '../classify/problem/shapes.js';
import type { TaskAnswer, TaskReading } from '../semantics/dialect.js';
import { running, runningBy, stateIn } from './state-words.js';

/** Whether an answer with this status may have started a task. */
export function mayStart(status: number): boolean {
  return status === 200 || status === 201 || status === 202;
}

/** Whether the result is at the address of the call (RFC 9110, 9.3.4 and RFC 5789). */
function writesItsUrl(method: string): boolean {
  return method === 'PUT' || method === 'PATCH';
}

/**
 * Where the result will be when the task has succeeded: for PUT and PATCH at the address of the call, for
 * POST at the `Location` of the answer that started the task. DELETE has no result to fetch.
 */
export function resultAddress({ method, url, headers }: TaskAnswer): string | undefined {
  if (method === 'DELETE') return undefined;
  return writesItsUrl(method) ? url : headers['location'];
}

/** An address in the body of the monitor. */
export function namedAddress(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/**
 * Reads a monitor as Azure's guidelines define it: `{ status, percentComplete?, error? }`. `header` may
 * name a new monitor. `done` says where the result is; each family of APIs has its own rule.
 */
export function readStatusMonitor(
  answer: TaskAnswer,
  header: string,
  done: (monitor: Record<string, unknown>) => { readonly result?: string; readonly data?: unknown },
): TaskReading {
  const { status: httpStatus, headers, body } = answer;
  const monitor = recordOf(body) ?? {};
  const stateWord = httpStatus < 300 ? stateIn(answer, 'status') : undefined;
  const more = { progress: monitor['percentComplete'], monitor: headers[header] };
  if (stateWord === undefined) {
    // 202 itself says that the task is not done (RFC 9110, 15.3.3). No other status does.
    if (httpStatus === 202 && monitor['status'] === undefined) return running(undefined, more);
    return { state: 'unreadable', message: 'the monitor has no status that can be read' };
  }
  const { word, state } = stateWord;
  if (state === 'running') return runningBy(stateWord, more);
  if (state === 'done') return { state, word, ...done(monitor) };
  return { state, word, problem: problemOf(monitor) };
}

/** The error of the monitor, without the other fields of the monitor. */
export function problemOf(monitor: Record<string, unknown>): unknown {
  const { error } = monitor;
  return error === undefined || error === null ? monitor : { error };
}
