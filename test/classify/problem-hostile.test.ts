import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { http } from '../../src/catalogues/http/index.js';
import { readProblem } from '../../src/classify/problem/read-problem.js';
import { type Catalogue, classify, type Problem } from '../../src/index.js';
import { anyCharacter } from '../any-character.js';
import { cpuTime } from '../cpu-time.js';
import { runs } from '../runs.js';

const problemOf = (data: unknown, headers: object = {}) =>
  classify({ response: { status: 400, data, headers } }, http).problem;
const bytes = (text: string) => new TextEncoder().encode(text);

describe('a hostile server', () => {
  const deep = (levels: number) => `${'{"error":'.repeat(levels)}1${'}'.repeat(levels)}`;
  const searched = 65_536;
  const filled = (unit: string) => unit.repeat(Math.floor(searched / unit.length));

  it.each([
    ['10 MB page', `<html><title>503 Busy</title>${'x'.repeat(10_000_000)}`, '503 Busy'],
    ['page whose title comes after 64 kB', `<html>${' '.repeat(searched)}<title>x</title>`, undefined],
    ['10 MB JSON', `{"message":"${'x'.repeat(10_000_000)}"}`, undefined],
    [
      'JSON that ends before 64 kB, and has more behind',
      `{"message":"m"}${filled(' ')} and more`,
      '{"message":"m"}',
    ],
    ['100,000 levels of JSON', deep(100_000), undefined],
    ['100,000 levels of lists', '['.repeat(100_000), undefined],
  ])('%s is kept raw, text or bytes, with at most a short message', (_, body, message) => {
    const took = cpuTime();
    expect(problemOf(body)?.message).toBe(message);
    expect(problemOf(body)?.details).toBe(body);
    const raw = bytes(body);
    expect(problemOf(raw)?.message).toBe(message);
    expect(problemOf(raw)?.details).toBe(raw);
    expect(took()).toBeLessThan(1_000);
  });

  it('deep JSON within 64 kB, and deep JSON that axios has parsed, can be read', () => {
    expect(problemOf(deep(6_000))?.details).toBeTypeOf('object');
    expect(problemOf(JSON.parse(deep(100_000)))?.details).toBeTypeOf('object');
    expect(problemOf('['.repeat(32_000) + ']'.repeat(32_000))?.details).toBeTypeOf('object');
  });

  it.each(
    [
      '<',
      '<title',
      '<title ',
      '<title>',
      '<title x',
      '<h1>',
      '<h1><',
      '<h1 x',
      '&amp;',
      '&',
      '\n',
      ' ',
      ' \n',
      'a\r',
      '{',
      '"',
      'charset',
      '<title></h',
      '<a',
      '<a ',
      '<a:',
      '<a:a:',
      '<a>b',
      '<a>b</',
      '<a>',
      '<Error>',
      '<Code>x</Code>',
      'error',
      '_a',
      '\ud800',
    ].map((unit) => [JSON.stringify(unit), unit]),
  )('64 kB of %s are searched in less than 20 ms', (_, unit) => {
    const starts = ['', '<', '<title>', '<h1>', '<Error>', '<Error><'];
    const bodies = starts.map((start) => start + filled(unit));
    // Once before the clock starts: compiling an expression is not searching.
    for (const body of bodies) problemOf(body);
    for (const body of bodies) {
      // The best of three: the collection of garbage may come in between.
      const tookMs = [1, 2, 3].map(() => {
        const took = cpuTime();
        readProblem(body, {}, http);
        return took();
      });
      expect(Math.min(...tookMs)).toBeLessThan(20);
    }
  });

  it('1 MB headers, and headers that came twice, give short texts', () => {
    const long = 'x'.repeat(1_000_000);
    const problem = problemOf(bytes('hi'), {
      'x-request-id': long,
      'x-amzn-errortype': long,
      'content-type': `text/plain; ${'charset '.repeat(125_000)}`,
    });
    expect(problem?.requestId).toHaveLength(500);
    expect(problem?.code).toHaveLength(500);
    expect(problemOf('', { 'x-request-id': ['a', 'b'] })?.requestId).toBe('a, b');
  });

  it('a million field errors give a hundred', () => {
    const errors = Array.from({ length: 1_000_000 }, () => ({ field: 'a', code: 'b' }));
    expect(problemOf({ message: 'm', documentation_url: 'u', errors })?.fields).toHaveLength(100);
  });

  it('__proto__ and constructor in a body are keys like any other', () => {
    const evil =
      '{"__proto__":{"polluted":1,"code":"E"},"constructor":{"prototype":{"polluted":1}},"title":"t",' +
      '"errors":{"__proto__":["bad"],"constructor":["bad"]},"error":{"__proto__":{"code":"E"}}}';
    for (const body of [evil, bytes(evil), JSON.parse(evil)]) {
      const problem = problemOf(body, { ['__proto__']: 'x', 'content-type': 'application/problem+json' });
      expect(problem?.fields?.map(({ path }) => path)).toEqual(['__proto__', 'constructor']);
      expect(Object.getPrototypeOf(problem)).toBe(Object.prototype);
      expect(problem?.code).toBeUndefined();
    }
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('an object whose getters throw, a revoked proxy and a detached buffer are kept', () => {
    const trap = new Proxy(
      {},
      {
        get: () => {
          throw new Error('trap');
        },
        has: () => {
          throw new Error('trap');
        },
      },
    );
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    const detached = new ArrayBuffer(8);
    structuredClone(detached, { transfer: [detached] });
    for (const body of [trap, proxy, detached]) {
      expect(readProblem(body, {}, http).details).toBe(body);
      expect(readProblem({ message: 'm' }, { 'x-request-id': { toString: body } }, http).message).toBe('m');
    }
  });

  it('a message that is cut keeps whole characters', () => {
    const { message = '' } = problemOf({ message: `${'x'.repeat(499)}😀` }) ?? {};
    expect(message).toBe('x'.repeat(499));
  });
});

describe('fuzzed', () => {
  const names = [
    'error',
    'error_code',
    'error_msg',
    'code',
    'message',
    'Message',
    'status',
    'details',
    'target',
    'title',
    'detail',
    'type',
    '__type',
    'errors',
    'documentation_url',
    'param',
    'fieldList',
    'path',
    'field',
    '@type',
    'request_id',
    'errorCode',
    'Code',
    'Error',
    'odata.error',
    'value',
    'errCode',
    'externalMessage',
    'fault',
    'extensions',
    'source',
    'loc',
    'reason',
    'fieldViolations',
    'invalid-params',
    '__proto__',
    'constructor',
    'toString',
  ];
  const { body } = fc.letrec<{ body: unknown; record: object }>((tie) => ({
    body: fc.oneof(
      { depthSize: 'small' },
      fc.string(),
      fc.double(),
      fc.constantFrom(null, true, 'type.googleapis.com/google.rpc.BadRequest'),
      fc.array(tie('body'), { maxLength: 3 }),
      tie('record'),
    ),
    // By JSON, so that `__proto__` is a key of its own, as it comes over the wire.
    record: fc
      .array(fc.tuple(fc.constantFrom(...names), tie('body')), { maxLength: 6 })
      .map((entries) => Object.fromEntries(entries)),
  }));
  const headers = fc.dictionary(
    fc.constantFrom(
      'content-type',
      'x-request-id',
      'x-amzn-errortype',
      'x-ms-error-code',
      'X-Other',
      '__proto__',
    ),
    fc.oneof(fc.string(), fc.anything(), fc.constant('application/problem+json; charset=utf-16')),
  );
  const untouched = JSON.stringify(Object.getOwnPropertyNames(Object.prototype));

  function expectSound(problem: Problem): void {
    for (const [name, value] of Object.entries(problem)) {
      if (name === 'details') continue;
      expect(['code', 'message', 'requestId', 'title', 'detail', 'type', 'fields']).toContain(name);
      const texts = name === 'fields' ? value.flatMap(Object.values) : [value];
      for (const text of texts) {
        expect(text).toBeTypeOf('string');
        expect(text.length).toBeGreaterThan(0);
        expect(text.length).toBeLessThanOrEqual(500);
      }
    }
    expect(JSON.stringify(Object.getOwnPropertyNames(Object.prototype))).toBe(untouched);
    expect(Object.getPrototypeOf(problem)).toBe(Object.prototype);
  }

  it('any parsed body: no throw, short texts, the body as details', () => {
    fc.assert(
      fc.property(body, headers, (data, given) => {
        const problem = readProblem(data, given, http);
        expectSound(problem);
        if (typeof data !== 'string') expect(problem.details).toBe(data);
      }),
      { numRuns: runs(150) },
    );
  });

  it('the same body gives the same problem, parsed, as text and as bytes', () => {
    fc.assert(
      fc.property(body, headers, (data, given) => {
        fc.pre(typeof data === 'object' && data !== null);
        const json = JSON.stringify(data);
        const parsed = readProblem(JSON.parse(json), given, http);
        expect(readProblem(json, given, http)).toEqual(parsed);
        const { 'content-type': _, ...rest } = given;
        expect(readProblem(bytes(json), rest, http)).toEqual(readProblem(JSON.parse(json), rest, http));
      }),
    );
  });

  it('any text and any bytes: no throw, short texts, kept unless JSON', () => {
    const html = fc
      .array(
        fc.constantFrom(
          ...['<', '>', '<title', '</title', '<h1>', '</h1>', '&amp;', '&', ' ', '\n', 'a', '\ud800'],
          ...['<Error>', '<m:error', '<Code>', '</', '<__proto__>', '<![CDATA[', ']]>', 'xml:lang="'],
        ),
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: anyCharacter }), html, fc.json(), fc.uint8Array()),
        headers,
        (data, given) => {
          const problem = readProblem(data, given, http);
          expectSound(problem);
          if (typeof data === 'string' && !/^\s*[{["]/.test(data.replace('\uFEFF', ''))) {
            expect(problem.details).toBe(data);
          }
        },
      ),
      { numRuns: runs(150) },
    );
  });

  it('any value in the place where a mock or an adapter puts it', () => {
    fc.assert(
      fc.property(
        fc.anything({ withNullPrototype: true, withMap: true, withTypedArray: true, withSparseArray: true }),
        fc.anything(),
        (data, found) => {
          const catalogue = { ...http, readProblem: (() => found) as unknown as Catalogue['readProblem'] };
          expectSound(readProblem(data, {}, catalogue as Catalogue));
        },
      ),
    );
  });
});
