import type { Operation } from '../../semantics/catalogue.js';
import type { ReportRow } from '../report/report.js';
import { shortened } from '../text/plain-text.js';
import type { ApiOperation, Description } from './description.js';
import { entriesOf, fieldsOf, textOf } from './fields.js';
import { type LinkedTask, linkedTask } from './linked-tasks.js';
import type { ApiResponse } from './response.js';

export interface DelayedCalls {
  /** Statuses of success that can start a task too. */
  readonly started: ReadonlySet<number>;
  /** The tasks that can be followed by a link. */
  readonly tasks: readonly LinkedTask[];
  /** The calls that start these. */
  readonly calls: readonly Operation[];
  readonly rows: readonly ReportRow[];
}

/** Headers that name a monitor, whatever the 2xx (Azure REST API Guidelines, Long-running operations). */
const monitors = ['operation-location', 'azure-asyncoperation'];

/** The operations that answer before they are done, and how such a task is followed to its end. */
export function delayedCalls({ operations, references }: Description): DelayedCalls {
  const tasks: LinkedTask[] = [];
  const calls: Operation[] = [];
  const started = new Set<number>();
  const rows = operations.flatMap((operation) =>
    operation.responses.flatMap((response) => {
      const { key, headers } = response;
      const named = monitors.find((header) => headers.includes(header));
      if (key !== 202 && (named === undefined || typeof key !== 'number' || key >= 300)) return [];
      if (typeof key === 'number' && key !== 202 && key !== 204) started.add(key);
      const task = named === undefined ? linkedTask(response, operations, references) : undefined;
      if (task !== undefined && operation.path.startsWith('/')) {
        const { method, path } = operation;
        tasks.push(task);
        calls.push({ method, path, task: { dialect: task.dialect, id: task.id } });
      }
      return rowOf(operation, response, operations, task);
    }),
  );
  return { started, tasks, calls, rows };
}

function rowOf(
  operation: ApiOperation,
  response: ApiResponse,
  operations: readonly ApiOperation[],
  task: LinkedTask | undefined,
): ReportRow {
  const header = [...monitors, 'location'].find((name) => response.headers.includes(name));
  const followed =
    header === undefined ? [] : [`the header ${header} names its monitor: complete() follows it`];
  const linked = linkReasons(response, operations);
  const callbacks = entriesOf(operation.node['callbacks']).map(([name]) => name);
  const called =
    callbacks.length === 0 ? [] : [`the API tells of its end by calling back (${callbacks.join(', ')})`];
  const loose = header === undefined && linked.length === 0 && called.length === 0;
  return {
    at: response.at,
    subject: `${response.key} of ${response.at}`,
    result: 'delayed',
    because: [
      ...followed,
      ...linked,
      ...called,
      ...(loose ? ['nothing documents how its task is followed: no header, no link, no callback'] : []),
    ],
    decide: header === undefined ? [toDecide(linked.length > 0, task)] : [],
  };
}

function toDecide(isLinked: boolean, task: LinkedTask | undefined): string {
  if (task !== undefined) {
    const { dialect, field, done, failed, cancelled, running } = task;
    const told = [
      `${listed(done)} end it well`,
      `${listed([...failed, ...cancelled])} badly`,
      `${listed(running)} not yet`,
    ];
    return `the dialect ${dialect} was written: do the words of ${field} mean what it takes them for (${told.join(', ')})?`;
  }
  return isLinked
    ? 'write a dialect that follows this link (docs/delayed-tasks.md): its documentation does not tell all that it takes'
    : 'is there a request that asks for the task? Then write a dialect for it (docs/delayed-tasks.md)';
}

function listed(words: readonly string[]): string {
  return words.length === 0 ? 'none' : words.map((word) => `“${word}”`).join(' ');
}

/** `link job: GET /jobs/{id} with id = $response.body#/job_id`. */
function linkReasons({ links }: ApiResponse, operations: readonly ApiOperation[]): string[] {
  return entriesOf(links).flatMap(([name, value]) => {
    const link = fieldsOf(value) ?? {};
    const id = textOf(link['operationId']);
    const target = operations.find((operation) => operation.id === id);
    const to = target === undefined ? id || textOf(link['operationRef']) : `${target.method} ${target.path}`;
    if (to === '') return [];
    const given = entriesOf(link['parameters']).map(
      ([parameter, of]) => `${parameter} = ${shortened(String(of), 60)}`,
    );
    return [`the link ${name} leads to ${to}${given.length > 0 ? ` with ${given.join(', ')}` : ''}`];
  });
}
