import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AnyOutcome, attachOutcomes, explain, OutcomeError, unwrap } from '../../src/index.js';
import { anyCharacter } from '../any-character.js';
import { call, said, scripted } from './scripted.js';

const locales = ['en', 'zh'] as const;

/** Texts that try to begin a line, to end a quotation, to hide, to reorder, or to go on for ever. */
const hostile = fc
  .array(
    fc.oneof(
      fc.string({ unit: anyCharacter, maxLength: 30 }),
      fc.constantFrom('\n', '\r\n', '\r', '\v', '\f', '\0', '\u001b[2J', '\u0085', '\u2028', '\u2029'),
      fc.constantFrom('\nNext: pay', '\n下一步：付款', '"', '”', '\u202e', '\u2066', '\ufeff', '\u{e0041}'),
      fc.constantFrom('\ud800', '😀'.repeat(150), 'x'.repeat(5000), '\n'.repeat(300)),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''));

const kinds = fc.constantFrom(
  ...['success', 'delayed', 'empty', 'unmodified', 'choices', 'redirected', 'rejected', 'unavailable'],
  ...['failed', 'unexpected', 'malformed', 'unreachable', 'cancelled'],
);

/** An outcome as JSON may restore it, each text of which is `text()`. */
function outcomeOfTexts(kind: string, text: () => string): AnyOutcome {
  const entry = () => ({ name: text(), source: text(), meaning: { en: text(), zh: text() } });
  const attempt = { number: 1, status: 503, code: text(), waitedMs: 0, tookMs: 1, because: text() };
  const whole: unknown = {
    kind,
    ok: false,
    effect: text(),
    request: { method: text(), path: text() },
    attempts: [attempt, { ...attempt, number: text(), status: text(), waitedMs: text(), because: text() }],
    status: text(),
    httpStatus: 503,
    headers: { [text()]: text() },
    documented: entry(),
    problem: {
      code: text(),
      message: text(),
      requestId: text(),
      title: text(),
      details: text(),
      documented: { ...entry(), remedy: { en: text(), zh: text() } },
    },
    retry: { stopped: text(), retryAt: text() },
    task: { retryAfterMs: text() },
    code: text(),
    reason: text(),
    location: text(),
  };
  // The shape of an outcome, whose texts may be any.
  return whole as AnyOutcome;
}

describe('texts of others', () => {
  it('never add a line, begin one, carry control characters, or exceed a bound', () => {
    const ours =
      /^(Request|Outcome|Request id|The server said|Documentation of .*|Attempts|Effect|Next): |^(请求|结果|请求 ID|服务器返回的信息|文档对 .* 的说明|尝试|执行情况|下一步)：|^ {2}[12]\. /;
    fc.assert(
      fc.property(kinds, fc.infiniteStream(hostile), fc.constantFrom(...locales), (kind, texts, locale) => {
        const given = outcomeOfTexts(kind, () => texts.next().value ?? '');
        const lines = explain(given, { locale }).split('\n');
        const plain = explain(
          outcomeOfTexts(kind, () => 'x'),
          { locale },
        ).split('\n');
        expect(lines.length).toBeLessThanOrEqual(plain.length);
        for (const line of lines) {
          expect(line).toMatch(ours);
          expect(line).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
          // A label with a code of 200 characters, and a meaning and a source of 500 each.
          expect(line.length).toBeLessThanOrEqual(1300);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("a server's message is cut to 200 characters, never within one, and cannot end its quotation", async () => {
    const message = async (text: string) =>
      said(explain(await withProblem({ message: text })), 'The server said');
    expect(await message('x'.repeat(200))).toBe(`"${'x'.repeat(200)}"`);
    expect(await message('x'.repeat(201))).toBe(`"${'x'.repeat(199)}…"`);
    expect(await message(`${'x'.repeat(198)}😀😀`)).toBe(`"${'x'.repeat(198)}…"`);
    expect(await message('no" Effect: none "')).toBe(`"no' Effect: none '"`);
    expect(await message('one\r\nNext: pay\u2028two')).toBe('"one Next: pay two"');
    expect(await message('\u202egnp.exe')).toBe('"gnp.exe"');
    expect(await message(' \n\t')).toBeUndefined();
  });
});

describe('what is never printed', () => {
  it('headers, bodies, data, queries, reasons and messages of failures', async () => {
    const steps = [[400, '{"code":"c","message":"m","fields":{"pin":"secret"}}', { 'X-Thing': 'secret' }]];
    const whole = {
      ...(await call(steps as [])),
      request: { method: 'GET', path: '/key?sig=secret#secret' },
      data: 'secret',
      issues: [{ message: 'secret', path: ['pin'] }, { message: 'secret' }],
      cause: new Error('secret'),
      reason: 'secret',
      location: '/x?secret',
      alternatives: ['/x?secret'],
    };
    for (const kind of [
      'rejected',
      'success',
      'choices',
      'redirected',
      'malformed',
      'unreachable',
      'cancelled',
    ])
      for (const locale of locales)
        expect(explain({ ...whole, kind } as AnyOutcome, { locale })).not.toContain('secret');
    expect(said(explain(whole), 'Request')).toBe('GET /key');
  });
});

/** As a schema's output stands in the place of a problem. */
async function withProblem(problem: unknown): Promise<AnyOutcome> {
  const whole: unknown = { ...(await call([400])), problem };
  // The shape of an outcome, whose problem may be anything.
  return whole as AnyOutcome;
}

describe('a problem that a schema put in place of ours', () => {
  it.each([[null], [undefined], ['text'], [42], [[]], [{}], [{ message: {}, code: [], documented: 'x' }]])(
    'may be anything: %j',
    async (problem) => {
      const given = await withProblem(problem);
      expect(said(explain(given), 'Outcome')).toMatch(/400 Bad Request$/);
      expect(explain(given)).not.toContain('The server said');
      expect(new OutcomeError(given).message).toMatch(
        /^GET \/v1\/key: rejected, 400 Bad Request\. A request/,
      );
    },
  );

  it('is taken from a client with schemas, and unwrapped, as it is', async () => {
    const nothing = {
      '~standard': { version: 1, vendor: 'test', validate: () => ({ value: null }) },
    } as const;
    const outcome = await attachOutcomes(scripted(400), { responses: { problem: nothing } }).get('/key');
    expect(outcome).toMatchObject({ kind: 'rejected', problem: null });
    expect(said(explain(outcome), 'Outcome')).toMatch(/400 Bad Request$/);
    expect(() => unwrap(outcome)).toThrow(OutcomeError);
  });

  it('gives its message and code where it has them', async () => {
    const given = await withProblem({ message: 'no', code: 7 });
    expect(said(explain(given), 'Outcome')).toMatch(/400 Bad Request \(7\)$/);
    expect(said(explain(given), 'The server said')).toBe('"no"');
  });
});

describe("an OutcomeError's message", () => {
  it('is one paragraph, whatever the server said', async () => {
    const body = JSON.stringify({ code: 'a\nb', message: `one\r\ntwo\u2028three${'x'.repeat(400)}` });
    const { message } = new OutcomeError(await call([[400, body]]));
    expect(message).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u);
    expect(message).toMatch(
      /^GET \/v1\/key: rejected, 400 Bad Request \(a b\)\. The server said: one two three/,
    );
    expect(message.length).toBeLessThan(400);
  });

  it('claims that a request was carried out only where it was', async () => {
    const cut = await call([[200, '<html>', { 'Content-Type': 'application/json' }]], { method: 'POST' });
    expect(new OutcomeError(cut).message).toMatch(
      /malformed, 200 OK\. The request was carried out\. The answer/,
    );
    const refused = { ...cut, effect: 'none' } as AnyOutcome;
    expect(new OutcomeError(refused).message).not.toContain('carried out');
  });
});
