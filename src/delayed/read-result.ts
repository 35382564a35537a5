import { parses, promisesOneJson } from '../classify/json-body.js';
import { type Fields, find, recordOf, textOf } from '../classify/problem/shapes.js';
import type { TaskAnswer, TaskReading } from '../semantics/dialect.js';
import { running, runningBy, stateIn } from './state-words.js';
import { problemOf } from './status-monitor.js';

/**
 * Where a monitor without a format of its own may have its state. A result may have such a field too: a
 * machine may be `active`. So only words count that clearly say that work goes on, or has failed.
 */
const places = [
  ...['status', 'state', 'Status', 'State', 'properties.provisioningState', 'provisioningState'],
  ...['task', 'job', 'operation'].flatMap((name) => [
    ...[`${name}.status`, `${name}.state`, `${name}_status`, `${name}_state`],
    ...[`${name}Status`, `${name}State`],
  ]),
];

/**
 * Reads an answer below 300 as the result of the task, unless it shows the opposite. An answer that is
 * unfinished, failed, cut or a problem is never a success, whatever its status. The signs, in this order:
 * the type of a problem (RFC 9457, 3 and B), incomplete JSON, a word for the state, `done:
 * false` or `percentComplete` below 100, an error.
 */
export function readResult(answer: TaskAnswer): TaskReading {
  const { status, headers, body } = answer;
  const type = headers['content-type'] ?? '';
  const record = recordOf(body) ?? {};
  if (/^application\/problem\+(?:json|xml)/i.test(type)) return { state: 'failed', problem: body };
  if (isCut(body, type)) return { state: 'unreadable', message: 'the JSON of the answer is incomplete' };
  // An envelope may have a status of its own, such as `ok`. Its word does not hide the word of the task.
  const words = places.flatMap((place) => stateIn(answer, place) ?? []);
  const stateWord = words.find(({ unknown }) => !unknown) ?? words[0];
  const more = { progress: record['percentComplete'] };
  // If the catalogue names the field or its words, every word in the field counts.
  const isNamed = (answer.operation?.task?.field ?? answer.operation?.task?.words) !== undefined;
  if (stateWord && (isNamed || !stateWord.unknown)) {
    const { word, state } = stateWord;
    if (state === 'running') return runningBy(stateWord, more);
    if (state !== 'done') return { state, word, problem: problemOf(record) };
    // RFC 9110, 15.3.3: with 202 the task is not done. "success" may be the state of the poll.
    return status === 202 && !isNamed ? running(undefined, more) : { state, word, data: body };
  }
  if (status === 202 || isUnfinished(record)) return running(undefined, more);
  if (isError(record)) return { state: 'failed', problem: body };
  return { state: 'done', data: body };
}

/** Whether the JSON broke off, or a page came instead of JSON. axios leaves a text that it cannot parse. */
function isCut(body: unknown, type: string): boolean {
  if (typeof body !== 'string' || !promisesOneJson(type || 'application/json')) return false;
  return (type === '' ? /^\s*[{[]/ : /^\s*[{["<]/).test(body) && !parses(body);
}

/** Whether the answer is an HTML page, such as a log-in page. */
export function isPage({ headers, body }: TaskAnswer): boolean {
  return (
    /^text\/html\b/i.test(headers['content-type'] ?? '') && typeof body === 'string' && /^\s*</.test(body)
  );
}

function isUnfinished({ done, percentComplete }: Fields): boolean {
  return done === false || (typeof percentComplete === 'number' && percentComplete < 100);
}

/** Fields that name an error: of most APIs, of Huawei (`error_code`, `errCode`), of SOAP and Apigee. */
const errorField = /^(?:error|fault|exception|err(?:or)?_?code)$/i;
/** Texts and numbers in such a field that say that there is no error. */
const noError = /^(?:0*|ok|none|success(?:ful)?|no_?error)$/i;

function saysError(value: unknown): boolean {
  if (typeof value === 'string' || typeof value === 'number') return !noError.test(String(value));
  const parts = Array.isArray(value) ? value : Object.keys(recordOf(value) ?? {});
  return value === true || parts.length > 0;
}

/**
 * Whether the body has an error, says that the work failed, or has the members of a problem (RFC 9457,
 * 3.1) under another type. With `errors` alone there is no result; beside `data` they are a part of it
 * (JSON:API, Document Structure; GraphQL, 7.1).
 */
function isError(body: Fields): boolean {
  if (find(body, errorField, (value) => saysError(value) || undefined)) return true;
  const { errors, data, success, ok, status, title, detail } = body;
  if (success === false || ok === false) return true;
  const [first] = Array.isArray(errors) ? errors : [];
  if ((textOf(first) ?? recordOf(first)) !== undefined && (data === undefined || data === null)) return true;
  return typeof status === 'number' && status >= 400 && (textOf(title) ?? textOf(detail)) !== undefined;
}
