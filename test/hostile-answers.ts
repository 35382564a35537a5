// Answers that no server should send, and that no client may trip over.
import fc from 'fast-check';

/** How many a run makes; `ANSWERS=100000` for a long one. */
export const answers: number = Number(process.env['ANSWERS'] ?? 150);

const trap = () => {
  throw new Error('trap');
};
const traps = { get: trap, has: trap, ownKeys: trap, getOwnPropertyDescriptor: trap, getPrototypeOf: trap };

/** How a value is made: fast-check itself would trip over some of them. */
export type Made = () => unknown;
const just =
  (value: unknown): Made =>
  () =>
    value;

/** What is no data: each kind throws where it is touched in one way or another. */
export const hostile: fc.Arbitrary<Made> = fc.constantFrom<Made>(
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
const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...words),
  fc.string({ unit: 'binary' }),
  fc
    .array(fc.integer({ min: 0xd7f0, max: 0xe010 }), { maxLength: 8 })
    .map((codes) => String.fromCharCode(...codes)),
);
/** An address, within another one, within a sentence: what redaction looks into. */
const addressed: fc.Arbitrary<string> = fc.tuple(anyText, anyText).map(([one, other]) => {
  const inner = `%3Faccess_token%3D${other}%26page%3D${one}`;
  return `see https://u:${one}@api.example/${other};sid=${one}?page=${other}&to=%2F${inner}&sig=${one}#${other}`;
});
/** Any text, and any within addresses. */
export const text: fc.Arbitrary<string> = fc.oneof({ arbitrary: anyText, weight: 4 }, addressed);
const record = (pairs: readonly (readonly [string, Made])[]) =>
  Object.fromEntries(pairs.map(([name, made]) => [name, made()]));
export const { body }: { readonly body: fc.Arbitrary<Made> } = fc.letrec<{ body: Made }>((tie) => ({
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
/** Names and values of headers. */
export const pairs: fc.Arbitrary<[string, Made][]> = fc.array(
  fc.tuple(fc.constantFrom(...headerNames), headerValue),
  { maxLength: 6 },
);
export const headers: fc.Arbitrary<Made> = fc.oneof(
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
/** An answer of all sorts. */
export const answer: fc.Arbitrary<{ status: number; body: Made; headers: Made }> = fc.record({
  status: fc.oneof(
    fc.constantFrom(200, 201, 202, 204, 300, 303, 304, 400, 401, 403, 409, 429, 500, 503),
    fc.nat(1_100),
  ),
  body,
  headers,
});
