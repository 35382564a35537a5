import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { azure } from '../../src/catalogues/azure/index.js';
import { dew } from '../../src/catalogues/dew/index.js';
import { github } from '../../src/catalogues/github/index.js';
import { http } from '../../src/catalogues/http/index.js';
import { openai } from '../../src/catalogues/openai/index.js';
import { stripe } from '../../src/catalogues/stripe/index.js';
import { assess } from '../../src/classify/assess.js';
import { plainHeaders } from '../../src/classify/headers.js';
import { isBrokenJson } from '../../src/classify/json-body.js';
import { builtInDialects } from '../../src/delayed/dialects/built-in.js';
import { judge } from '../../src/delayed/judge.js';
import { findTask } from '../../src/delayed/start.js';
import { type Catalogue, classify } from '../../src/index.js';
import { readAlternatives } from '../../src/outcome/build.js';
import { hintOf, isVetoed } from '../../src/retry/hint.js';
import { evidenceOf } from '../../src/retry/safety.js';
import { cpuTime } from '../cpu-time.js';

/** `ANSWERS=100000` for a long run. */
const answers = Number(process.env['ANSWERS'] ?? 2_000);

const trap = () => {
  throw new Error('trap');
};
const traps = { get: trap, has: trap, ownKeys: trap, getOwnPropertyDescriptor: trap, getPrototypeOf: trap };

/** How a value is made: fast-check itself would trip over some of them. */
type Made = () => unknown;
const just =
  (value: unknown): Made =>
  () =>
    value;

/** What is no data: each kind throws where it is touched in one way or another. */
const hostile = fc.constantFrom<Made>(
  () => new Proxy({}, traps),
  () => new Proxy([], traps),
  () => new Proxy(() => {}, traps),
  () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    return proxy;
  },
  () => ({ toString: trap, valueOf: trap, toJSON: trap }),
  () => Object.create(null),
  () => ({
    get [Symbol.toStringTag](): string {
      return trap();
    },
  }),
  () => ({ [Symbol.iterator]: trap, get: trap }),
  () => {
    const gone = new Uint8Array(8);
    structuredClone(gone.buffer, { transfer: [gone.buffer] });
    return gone;
  },
  () => Symbol('s'),
  () => 10n ** 30n,
  () => new Date(Number.NaN),
  () => new Map([['status', 'Succeeded']]),
  () => {
    const ring: Record<string, unknown> = {};
    ring['error'] = ring;
    ring['details'] = [ring];
    return ring;
  },
);

const names = [
  ...[
    'error',
    'errors',
    'code',
    'Code',
    'message',
    'Message',
    'status',
    'state',
    'details',
    'detail',
    'title',
  ],
  ...['type', '@type', 'retryDelay', 'seconds', 'nanos', 'error_code', 'errCode', 'externalMessage', 'name'],
  ...['done', 'response', 'metadata', 'properties', 'provisioningState', 'task_id', 'job_id', 'task_status'],
  ...[
    'documentation_url',
    'odata.error',
    'request_id',
    'fields',
    'field',
    'source',
    '__proto__',
    'constructor',
  ],
];
const words = [
  ...[
    'Succeeded',
    'In progress',
    'failed',
    'Zombie',
    'operations/1',
    'SUCCESS_X',
    'KMS.0303',
    'secondary rate',
  ],
  ...[
    'type.googleapis.com/google.rpc.RetryInfo',
    '34.4s',
    '\ud800',
    '\udc00a',
    '\u0000',
    '<Error><Code>x',
    '<title>',
  ],
  ...[
    '{"error":{"code":"x"}}',
    '{"status":"Succ',
    '[',
    '../..',
    'x'.repeat(70_000),
    '5, x',
    'NaN',
    '%',
    '%ud8',
  ],
];
/** Any character, halves of surrogate pairs too. */
const text = fc.oneof(
  fc.constantFrom(...words),
  fc.string({ unit: 'binary' }),
  fc
    .array(fc.integer({ min: 0xd7f0, max: 0xe010 }), { maxLength: 8 })
    .map((codes) => String.fromCharCode(...codes)),
);
const record = (pairs: readonly (readonly [string, Made])[]) =>
  Object.fromEntries(pairs.map(([name, made]) => [name, made()]));
const { body } = fc.letrec<{ body: Made }>((tie) => ({
  body: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    text.map(just),
    fc.constantFrom(true, false, null, undefined, 0, 1, 404, -1, 1e308, Number.NaN).map(just),
    hostile,
    fc.array(tie('body'), { maxLength: 4 }).map(
      (all): Made =>
        () =>
          all.map((made) => made()),
    ),
    fc.array(fc.tuple(fc.constantFrom(...names), tie('body')), { maxLength: 6 }).map(
      (pairs): Made =>
        () =>
          record(pairs),
    ),
    fc.constantFrom(...names).map(
      (name): Made =>
        () =>
          Object.defineProperty({}, name, { get: trap, enumerable: true }),
    ),
    text.map(
      (each): Made =>
        () =>
          new TextEncoder().encode(each),
    ),
  ),
}));
const headerNames = [
  ...[
    'content-type',
    'Retry-After',
    'retry-after-ms',
    'x-amz-retry-after',
    'RateLimit',
    'RateLimit-Reset',
    'Date',
  ],
  ...[
    'x-ratelimit-reset',
    'x-ratelimit-remaining',
    'x-ratelimit-reset-tokens',
    'x-should-retry',
    'Location',
    'Link',
  ],
  ...['Operation-Location', 'Azure-AsyncOperation', 'x-amzn-errortype', 'x-ms-error-code', 'x-request-id'],
  ...['stripe-should-retry', '__proto__', 'constructor', 'toString', ''],
];
const headerValue = fc.oneof(
  fc
    .constantFrom(
      ...[
        'application/json',
        'application/problem+json',
        'text/html; charset=utf-16',
        'application/json; charset=x',
      ],
      ...[
        '0',
        '6m0s',
        '"p";r=0;t=5',
        'limit=1, remaining=0, reset=3',
        '1795645284000',
        'https://[',
        '//',
        '/a',
        'false',
      ],
      ...[';rel='.repeat(2_000), `<a>;${'rel='.repeat(2_000)}`, ','.repeat(9_000)],
    )
    .map(just),
  text.map(just),
  fc.anything().map(just),
  hostile,
);
const pairs = fc.array(fc.tuple(fc.constantFrom(...headerNames), headerValue), { maxLength: 6 });
const headers = fc.oneof(
  pairs.map(
    (each): Made =>
      () =>
        record(each),
  ),
  pairs.map(
    (each): Made =>
      () =>
        new Map(Object.entries(record(each))),
  ),
  pairs.map(
    (each): Made =>
      () =>
        Object.entries(record(each)),
  ),
  pairs.map(
    (each): Made =>
      () =>
        Object.defineProperty(record(each), 'date', { get: trap, enumerable: true }),
  ),
  hostile,
  fc.constantFrom<unknown>(undefined, null, 5, 'text').map(just),
);
const answer = fc.record({
  status: fc.oneof(
    fc.constantFrom(200, 201, 202, 204, 300, 303, 304, 400, 401, 403, 409, 429, 500, 503),
    fc.nat(1_100),
  ),
  body,
  headers,
});
const catalogues: readonly Catalogue[] = [http, dew, github, openai, stripe, azure];

/** Everything that reads an answer before an outcome is made of it. */
function readAll(status: number, data: unknown, given: unknown): void {
  // A custom adapter or a mock may put anything there.
  const response = { status, data, headers: given as object, config: {} };
  for (const catalogue of catalogues) {
    const assessment = classify({ response }, catalogue);
    evidenceOf(assessment);
    hintOf(response.headers, assessment, 0, 1_700_000_000_000);
    for (const url of [
      '/',
      ...(catalogue.operations ?? []).filter(({ task }) => task).map(({ path }) => path),
    ].slice(0, 3)) {
      assess({ response }, { method: 'PUT', url }, catalogue);
      assess({ response }, { method: 'POST', url }, catalogue);
    }
  }
  isVetoed(response.headers);
  isBrokenJson(response, 5);
  readAlternatives(response.headers);
  for (const dialect of builtInDialects) {
    const task = { dialect: dialect.name, id: 'name', words: { done: ['Zombie'] } };
    const operation = { method: 'POST', path: '/v1/{project_id}/x', task };
    const told = {
      method: 'POST',
      url: 'https://api.example/v1/p/x',
      status,
      headers: plainHeaders(response.headers),
      body: data,
      operation,
    };
    findTask(told, []);
    judge(dialect, { answer: told, exchange: 0, stopped: false }, { monitor: told.url }, operation);
  }
}

describe('nothing that arrives makes reading throw', () => {
  it(`${answers} answers of all sorts, none above 50 ms`, () => {
    let slowest = 0;
    readAll(500, { error: 'x' }, {});
    fc.assert(
      fc.property(answer, (given) => {
        const [data, sent] = [given.body(), given.headers()];
        const took = cpuTime();
        readAll(given.status, data, sent);
        slowest = Math.max(slowest, took());
      }),
      { numRuns: answers },
    );
    // Six catalogues and eight dialects in one go; the collection of garbage may come in between.
    expect(slowest).toBeLessThan(14 * 50);
  });
});
