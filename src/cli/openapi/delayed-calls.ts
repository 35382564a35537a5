import type { ReportRow } from '../report/report.js';
import { shortened } from '../text/plain-text.js';
import type { ApiOperation } from './description.js';
import { entriesOf, fieldsOf, textOf } from './fields.js';
import type { ApiResponse } from './response.js';

export interface DelayedCalls {
  /** Statuses of success that can start a task too. */
  readonly started: ReadonlySet<number>;
  readonly rows: readonly ReportRow[];
}

/** Headers that name a monitor, whatever the 2xx (Azure REST API Guidelines, Long-running operations). */
const monitors = ['operation-location', 'azure-asyncoperation'];

/** The operations that answer before they are done. */
export function delayedCalls(operations: readonly ApiOperation[]): DelayedCalls {
  const started = new Set<number>();
  const rows = operations.flatMap((operation) =>
    operation.responses.flatMap((response) => {
      const { key, headers } = response;
      const isNamed = monitors.some((header) => headers.includes(header));
      if (key !== 202 && (!isNamed || typeof key !== 'number' || key >= 300)) return [];
      if (typeof key === 'number' && key !== 202 && key !== 204) started.add(key);
      return rowOf(operation, response, operations);
    }),
  );
  return { started, rows };
}

function rowOf(
  operation: ApiOperation,
  response: ApiResponse,
  operations: readonly ApiOperation[],
): ReportRow {
  const header = [...monitors, 'location'].find((name) => response.headers.includes(name));
  const followed =
    header === undefined ? [] : [`the header ${header} names its monitor: complete() follows it`];
  const linked = linkReasons(response, operations);
  const callbacks = entriesOf(operation.node['callbacks']).map(([name]) => name);
  const called =
    callbacks.length === 0 ? [] : [`the API tells of its end by calling back (${callbacks.join(', ')})`];
  const reasons = [...followed, ...linked, ...called];
  const question =
    linked.length > 0
      ? 'write a dialect that follows this link (docs/delayed-tasks.md)'
      : 'is there a request that asks for the task? Then write a dialect for it (docs/delayed-tasks.md)';
  return {
    at: response.at,
    subject: `${response.key} of ${response.at}`,
    result: 'delayed',
    because:
      reasons.length > 0
        ? reasons
        : ['the description does not say how to follow the task: it has no header, link or callback'],
    decide: header === undefined ? [question] : [],
  };
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
