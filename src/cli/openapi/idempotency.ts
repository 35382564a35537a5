import type { ReportRow } from '../report/report.js';
import type { ApiOperation } from './description.js';
import { placesOf } from './status-row.js';

export interface KeyedCalls {
  /** Every POST and PATCH takes an Idempotency-Key. */
  readonly all: boolean;
  readonly rows: readonly ReportRow[];
}

const header = 'idempotency-key';
const kin = /idempoten|request-token|client-token/;

/** Which calls take an `Idempotency-Key`; a key only helps where the API looks at it. */
export function keyedCalls(operations: readonly ApiOperation[]): KeyedCalls {
  const calls = operations
    .filter(({ method }) => method === 'POST' || method === 'PATCH')
    .map((call) => ({ ...call, at: `${call.method} ${call.path}` }));
  const keyed = calls.filter(({ headers }) => headers.includes(header));
  const others = calls.filter(
    ({ headers }) => !headers.includes(header) && headers.some((name) => kin.test(name)),
  );
  const all = keyed.length > 0 && keyed.length === calls.length;
  const rows: ReportRow[] = [];
  if (keyed.length > 0)
    rows.push({
      at: placesOf(keyed),
      subject: 'Idempotency-Key',
      result: all ? 'every POST and PATCH gets one' : 'no key by itself',
      because: [`${keyed.length} of ${calls.length} POST and PATCH operations document the header`],
      decide: all
        ? ['does the API know a repeated request by its key?']
        : ['give the calls that take one their own idempotencyKey'],
    });
  if (others.length > 0)
    rows.push({
      at: placesOf(others),
      subject: [...new Set(others.flatMap(({ headers }) => headers.filter((name) => kin.test(name))))].join(
        ', ',
      ),
      result: 'not used',
      because: ['the client sends Idempotency-Key, and no header of another name'],
      decide: ['a call that sets this header is safe to repeat by it: say so for the call with shouldRetry'],
    });
  return { all, rows };
}
