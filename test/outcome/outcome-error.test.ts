import { inspect } from 'node:util';
import { processError } from '@vitest/utils/error';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AnyOutcome, OutcomeError, unwrap } from '../../src/index.js';
import { clip } from '../../src/outcome/short-text.js';
import { call } from './scripted.js';

const bytes = (text: string) => Buffer.byteLength(text);

/** What Node, its console, loggers and vitest show of an error. */
function prints(error: OutcomeError): Readonly<Record<string, string>> {
  return {
    'console.log': inspect(error),
    // Node prints an error that nobody caught like this.
    'an uncaught error': inspect(error, { customInspect: false, depth: 5 }),
    'console.dir': inspect(error, { depth: null }),
    'a field of a log': inspect({ error }, { depth: 9 }),
    'a browser’s console': error.stack ?? '',
    JSON: JSON.stringify(error),
    // Last, since it changes the error's cause. The stack is where vitest finds the places that it prints.
    vitest: printedByVitest(processError(error)),
  };
}

/** As vitest prints what a worker sent: the message, the places, what else there is, and the cause. */
function printedByVitest({ name, message, stack = '', cause, ...others }: SerializedError): string {
  // It leaves out what an error has from its class.
  for (const key of Object.getOwnPropertyNames(Error.prototype)) Reflect.deleteProperty(others, key);
  const places = stack.match(/^ +at .*$/gm) ?? [];
  const more = Object.keys(others).length > 0 ? inspect(others, { depth: 9 }) : '';
  const because = cause ? `\nCaused by: ${printedByVitest(cause)}` : '';
  return `${name}: ${message}\n${places.join('\n')}${more}${because}`;
}

interface SerializedError {
  readonly name?: string;
  readonly message: string;
  readonly stack?: string;
  readonly cause?: SerializedError;
}

const texts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 900 }),
  fc.constantFrom(
    '键'.repeat(900),
    'x'.repeat(5_000),
    '😀'.repeat(300),
    '"\\'.repeat(400),
    'ü'.repeat(900),
    '',
  ),
);
/** An outcome as JSON may restore it, each text of which is any. */
const outcomes = fc
  .record({
    kind: fc.constantFrom('rejected', 'unavailable', 'failed', 'malformed', 'unreachable', 'nothing'),
    effect: fc.constantFrom('none', 'unknown', 'applied'),
    request: fc.record({ method: texts, path: texts }),
    httpStatus: fc.constantFrom(503, undefined),
    code: texts,
    documented: fc.record({ name: texts, source: texts, meaning: fc.record({ en: texts }) }),
    problem: fc.record({
      code: texts,
      message: texts,
      documented: fc.record({
        source: texts,
        meaning: fc.record({ en: texts }),
        remedy: fc.record({ en: texts }),
      }),
    }),
    issues: fc.array(fc.record({ path: fc.array(texts, { maxLength: 3 }) }), { maxLength: 5 }),
    cause: fc.record({ name: texts, message: texts, code: texts, stack: texts }),
    data: fc.constant({ secret: 's3cr3t-in-the-body'.repeat(50) }),
    headers: fc.constant({ 'x-long': 'h'.repeat(4_000) }),
  })
  // The shape of an outcome, whose texts may be any.
  .map((made) => ({ ...made, ok: false, attempts: [] }) as unknown as AnyOutcome);

/** An error of a stack as deep as it may be, with long names of files. */
function deep(outcome: AnyOutcome, depth = 20): OutcomeError {
  return depth === 0 ? new OutcomeError(outcome) : deep(outcome, depth - 1);
}

describe('an OutcomeError that is printed', () => {
  it('stays under 1 kB and shows nothing of the body, whatever the outcome holds', () => {
    fc.assert(
      fc.property(outcomes, (outcome) => {
        for (const [where, text] of Object.entries(prints(deep(outcome)))) {
          expect([where, bytes(text) < 1_000, text.includes('s3cr3t')]).toEqual([where, true, false]);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('says what happened, where, and why: message, first frames, cause', async () => {
    const error = new OutcomeError(await call(['ECONNREFUSED']));
    expect(error.stack).toMatch(/^OutcomeError: GET \/v1\/key: unreachable, ECONNREFUSED\. .*\n {4}at /);
    expect(inspect(error)).toMatch(/\[cause\].*ECONNREFUSED/);
    expect(error.cause).toMatchObject({ name: 'AxiosError', message: 'ECONNREFUSED', code: 'ECONNREFUSED' });
  });

  it('keeps what is to be done where the server said much', async () => {
    const outcome = await call([[400, JSON.stringify({ error_msg: '键'.repeat(900) })]]);
    const { message } = new OutcomeError(outcome);
    expect(message).toMatch(
      /^GET \/v1\/key: rejected, 400 Bad Request\. The server said: 键+….* Change the request/,
    );
  });

  it('has the whole outcome all the same, for code that reads it', async () => {
    const outcome = await call([[404, '{"error_msg":"gone"}']]);
    try {
      unwrap(outcome);
      expect.unreachable();
    } catch (error) {
      expect(error).toMatchObject({ name: 'OutcomeError', outcome: { kind: 'rejected', status: 404 } });
      expect((error as OutcomeError).outcome).toBe(outcome);
      expect({ ...(error as OutcomeError) }).not.toHaveProperty('outcome');
    }
  });

  it('works where an engine has no stack, or one without the message (Firefox, Safari)', async () => {
    const outcome = await call([404]);
    const { stackTraceLimit } = Error;
    Error.stackTraceLimit = 0;
    expect(new OutcomeError(outcome).stack).toMatch(/^OutcomeError: GET \/v1\/key[^\n]*$/);
    Error.stackTraceLimit = stackTraceLimit;
    const { prepareStackTrace } = Error;
    Error.prepareStackTrace = () => 'unwrap@http://x/a.js:1:2\nmain@http://x/b.js:3:4';
    expect(new OutcomeError(outcome).stack).toBe('unwrap@http://x/a.js:1:2\nmain@http://x/b.js:3:4');
    Error.prepareStackTrace = () => [];
    expect(new OutcomeError(outcome).stack).toEqual([]);
    if (prepareStackTrace === undefined) Reflect.deleteProperty(Error, 'prepareStackTrace');
    else Error.prepareStackTrace = prepareStackTrace;
  });
});

it('a text that is cut has at most so many bytes, and no half of a pair', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 3, max: 60 }), (text, most) => {
      const cut = clip(text, most);
      expect(bytes(cut)).toBeLessThanOrEqual(Math.max(most, 0));
      expect(cut === text || text.startsWith(cut.slice(0, -1))).toBe(true);
      expect(cut).not.toMatch(/\p{Cs}/u);
    }),
  );
});
