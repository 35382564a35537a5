import type { Operation } from '../../semantics/catalogue.js';
import type { ReportRow } from '../report/report.js';
import type { ApiOperation } from './description.js';
import { placesOf } from './status-row.js';

/** The marks by which a description says that sending a request twice leaves the same state behind. */
const marks = ['x-repeatable', 'x-idempotent', 'x-idempotency', 'x-safe', 'x-readonly', 'x-read-only'];
const unsafe = new Set(['POST', 'PATCH']);

export interface RepeatableCalls {
  readonly operations: readonly Operation[];
  readonly rows: readonly ReportRow[];
}

/**
 * The POSTs and PATCHes that are marked repeatable; a name such as `/search` marks
 * nothing. A client finds operations by the end of their path, so those that end
 * alike and are not marked are listed as well, and before.
 */
export function repeatableCalls(operations: readonly ApiOperation[]): RepeatableCalls {
  const calls = operations.filter(({ method, path }) => unsafe.has(method) && path.startsWith('/'));
  const marked = calls.filter((call) => markOf(call) !== undefined);
  const alike = calls.filter(
    (call) => !marked.includes(call) && marked.some((other) => endsAlike(call, other)),
  );
  const listed = [...marked, ...alike].sort(
    (a, b) => segments(b.path).length - segments(a.path).length || params(a.path) - params(b.path),
  );
  const rows = marked.map((call) => ({
    at: `${call.method} ${call.path}`,
    subject: `${call.method} ${call.path}`,
    result: 'repeatable',
    because: [`${markOf(call)}: true says so`],
    decide: ['does a second request leave the same state behind, whatever happened to the first?'],
  }));
  return {
    operations: listed.map((call) => ({
      method: call.method,
      path: call.path,
      ...(marked.includes(call) ? { repeatable: true } : {}),
    })),
    rows,
  };
}

function markOf({ node }: ApiOperation): string | undefined {
  return marks.find((mark) => node[mark] === true);
}

function segments(path: string): string[] {
  return path.split('/').filter((part) => part !== '');
}

function params(path: string): number {
  return path.split('{').length;
}

/** Whether a request of one could be taken for one of the other, by the end of its path. */
function endsAlike(call: ApiOperation, marked: ApiOperation): boolean {
  const [own, end] = [segments(call.path), segments(marked.path)];
  if (call.method !== marked.method || own.length < end.length) return false;
  return end.every((part, index) => {
    const other = own[own.length - end.length + index] ?? '';
    return part === other || part.includes('{') || other.includes('{');
  });
}

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
