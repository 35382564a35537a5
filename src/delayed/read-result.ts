import { parses, promisesOneJson } from '../classify/json-body.js';
import { recordOf, textOf } from '../classify/problem/shapes.js';
import type { TaskAnswer, TaskReading } from '../semantics/dialect.js';
import { running, runningBy, stateIn } from './state-words.js';
import { problemOf } from './status-monitor.js';

/**
 * Where a monitor without a form of its own may have a word for the state. A result
 * may have such a word too, as a machine that is `active`: so only words that say
 * by themselves that work goes on, or failed, count here.
 */
const places = ['status', 'state', 'properties.provisioningState'].concat(
  ...['task', 'job', 'operation'].map((name) => [`${name}.status`, `${name}.state`]),
);

/**
 * Reads an answer below 300 that is the result of the task, unless it shows that
 * it is none: an answer that is unfinished, failed, cut or a problem is never a
 * success, whatever its status. The signs, in this order: the type
 * `application/problem+json` (RFC 9457, 3), JSON that is not whole, a word for the
 * state, `done: false`, an error.
 */
export function readResult(answer: TaskAnswer): TaskReading {
  const { status, headers, body } = answer;
  const type = headers['content-type'] ?? '';
  const record = recordOf(body) ?? {};
  if (/^application\/problem\+json/i.test(type)) return { state: 'failed', problem: body };
  if (isCut(body, type)) return { state: 'unreadable', message: 'the JSON of the answer is not whole' };
  const told = stateIn(answer, ...places);
  const more = { progress: record['percentComplete'] };
  // What the catalogue says of the field decides for every word in it.
  const isNamed = (answer.operation?.task?.field ?? answer.operation?.task?.words) !== undefined;
  if (told && (isNamed || !told.unknown)) {
    const { word, state } = told;
    if (state === 'running') return runningBy(told, more);
    if (state !== 'done') return { state, word, problem: problemOf(record) };
    // RFC 9110, 15.3.3: 202 says that the task is not done, and "success" may be that of the poll.
    return status === 202 && !isNamed ? running(undefined, more) : { state, word, data: body };
  }
  if (status === 202 || record['done'] === false) return running(undefined, more);
  if (isError(record)) return { state: 'failed', problem: body };
  return { state: 'done', data: body };
}

/** JSON that broke off, or a page in its place; axios leaves as a text what it cannot parse. */
function isCut(body: unknown, type: string): boolean {
  if (typeof body !== 'string' || !promisesOneJson(type || 'application/json')) return false;
  return (type === '' ? /^\s*[{[]/ : /^\s*[{["<]/).test(body) && !parses(body);
}

/** An error beside no word for the state, or a problem by its members (RFC 9457, 3.1) under another type. */
function isError({ error, status, title, detail }: Readonly<Record<string, unknown>>): boolean {
  if (textOf(error) !== undefined || Object.keys(recordOf(error) ?? {}).length > 0) return true;
  return typeof status === 'number' && status >= 400 && (textOf(title) ?? textOf(detail)) !== undefined;
}
