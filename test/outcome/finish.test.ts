// How every outcome leaves the library: redacted and frozen, in each of its parts (ARCHITECTURE.md, outcome/).
import axios, { AxiosError, AxiosHeaders, type InternalAxiosRequestConfig } from 'axios';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { dew } from '../../src/catalogues/dew/index.js';
import { attachOutcomes, type Catalogue, extendCatalogue } from '../../src/index.js';

interface Answer {
  readonly status: number;
  readonly data?: unknown;
  readonly headers?: Record<string, string>;
}
interface Options {
  readonly catalogue?: Catalogue | undefined;
  readonly redact?: readonly string[];
  readonly responses?: Record<number, z.ZodType>;
}
const secret = 'sEcr3t-Value-42';

/** The outcome of one request that carries the secret, for this answer or this failure. */
function ask(answer: Answer | Error, options: Options = {}, method = 'get') {
  const adapter = async (config: InternalAxiosRequestConfig) => {
    if (answer instanceof Error) throw Object.assign(answer, { config });
    const { status, data = '', headers = {} } = answer;
    const response = { status, statusText: '', data, headers: new AxiosHeaders(headers), config };
    if (status < 300) return response;
    throw new AxiosError('refused', undefined, config, {}, response);
  };
  const instance = axios.create({
    adapter,
    baseURL: 'https://a.example',
    headers: { Authorization: `Bearer ${secret}` },
  });
  // The options of code without types.
  const client = attachOutcomes(instance, { retry: false, catalogue: dew, ...options } as object);
  return client.request<unknown>({ url: '/v1/a', method });
}

/** The paths of all objects in a value that are not frozen. Bodies are the caller's own. */
function thawed(value: unknown, path = 'outcome'): string[] {
  if (typeof value !== 'object' || value === null || value instanceof Error) return [];
  const inside = Object.entries(value).flatMap(([key, part]) =>
    key === 'data' || key === 'details' ? [] : thawed(part, `${path}.${key}`),
  );
  return Object.isFrozen(value) ? inside : [path, ...inside];
}

const problem = { error: { error_code: 'KMS.0205', error_msg: 'key is unknown' } };
const fields = { title: 'Bad', errors: [{ field: 'email', message: 'is missing' }] };
const answers: [string, Answer | Error, Options?][] = [
  ['success', { status: 200, data: { a: 1 } }],
  ['empty', { status: 204 }],
  ['unmodified', { status: 304 }, { catalogue: undefined }],
  ['delayed', { status: 202, data: { id: 't' }, headers: { 'operation-location': 'https://a.example/t' } }],
  ['choices', { status: 300, headers: { location: '/a', link: '</b>; rel=alternate' } }],
  ['redirected', { status: 301, headers: { location: '/b' } }, { catalogue: undefined }],
  ['rejected', { status: 400, data: problem }],
  ['rejected', { status: 422, data: fields }, { catalogue: undefined }],
  ['unavailable', { status: 503, headers: { 'retry-after': '1' } }],
  ['failed', { status: 500, data: problem }],
  ['unexpected', { status: 299, data: problem }],
  ['malformed', { status: 200, data: { a: 1 } }, { responses: { 200: z.object({ a: z.string() }) } }],
  ['unreachable', new AxiosError('socket hang up', 'ECONNRESET')],
  ['cancelled', new axios.CanceledError()],
];

describe('every part of an outcome is frozen, except the body', () => {
  it.each<[string, Answer | Error, Options?]>(answers)('%s (%#)', async (kind, answer, options) => {
    const outcome = await ask(answer, options);
    expect(outcome.kind).toBe(kind);
    expect(thawed(outcome)).toEqual([]);
  });
  it("a body stays the caller's own", async () => {
    const outcome = await ask({ status: 200, data: { a: { b: 1 } } });
    expect(outcome).toMatchObject({ kind: 'success', data: { a: { b: 1 } } });
    expect(Object.isFrozen('data' in outcome && outcome.data)).toBe(false);
  });
  it('a row of a catalogue that is not frozen is frozen as part of the outcome', async () => {
    const meaning = { en: 'Gone for good', zh: '已永久删除' };
    const row = { name: 'Gone', kind: 'rejected', retry: 'never', source: 'x', meaning } as const;
    const catalogue = { name: 'Own', source: 'x', statuses: { 410: row } } as const;
    const outcome = await ask({ status: 410 }, { catalogue });
    expect(outcome).toMatchObject({ documented: row });
    expect([Object.isFrozen(row), Object.isFrozen(meaning)]).toEqual([true, true]);
  });
});

describe("the request's credentials are taken out of what an answer says, but not out of a success", () => {
  const said = `you sent ${secret}`;
  it('a success is what the caller asked for', async () => {
    const outcome = await ask({ status: 200, data: { said }, headers: { 'x-said': said } });
    expect(outcome).toMatchObject({ data: { said }, headers: { 'x-said': said } });
  });
  it.each<[string, Answer]>([
    ['rejected', { status: 400, data: { error: { error_code: 'KMS.0205', error_msg: said } } }],
    ['rejected', { status: 400, data: said }],
    ['failed', { status: 500, data: said, headers: { 'x-said': said } }],
    ['unavailable', { status: 503, data: { said: [{ [said]: said }] } }],
    ['choices', { status: 300, headers: { location: `/a/${secret}`, link: `</${secret}>; rel=alternate` } }],
    ['unexpected', { status: 299, data: said }],
    ['delayed', { status: 202, data: { said }, headers: { 'operation-location': `/t/${secret}` } }],
  ])('%s', async (kind, answer) => {
    const outcome = await ask(answer);
    expect(outcome.kind).toBe(kind);
    const { task: _, ...rest } = { task: undefined, ...outcome };
    expect(JSON.stringify(rest)).not.toContain(secret);
    if (outcome.kind === 'delayed') expect(String(outcome.task.monitor)).not.toContain(secret);
    expect(outcome).toHaveProperty('httpStatus', answer.status);
  });
  it('the documented row of a problem is the row of the catalogue', async () => {
    const outcome = await ask({ status: 400, data: problem }, { redact: ['error_msg'] });
    if (outcome.kind !== 'rejected') throw new Error(outcome.kind);
    const row = dew.codes?.['KMS.0205'];
    expect(row).toBeDefined();
    expect(outcome.problem.documented).toBe(row);
    expect(outcome.problem).toMatchObject({
      code: 'KMS.0205',
      details: { error: { error_code: 'KMS.0205', error_msg: '[redacted]' } },
    });
  });
  it('a problem without a documented code gets no row', async () => {
    const outcome = await ask({ status: 400, data: { error: { error_code: 'KMS.9', error_msg: 'x' } } });
    expect('problem' in outcome && outcome.problem).not.toHaveProperty('documented');
  });
});

describe('a schema may replace a problem by anything', () => {
  it.each([['a text'], [7], [null], [undefined], [[secret]], [{ said: secret }]])(
    'by %j',
    async (replaced) => {
      const responses = { 400: z.unknown().transform(() => replaced) };
      for (const redact of [[], ['said']]) {
        const outcome = await ask({ status: 400, data: problem }, { responses, redact });
        expect(outcome.kind).toBe('rejected');
        const shown = JSON.stringify('problem' in outcome ? outcome.problem : 'no problem');
        const wanted = JSON.stringify(replaced)?.replaceAll(secret, '[redacted]');
        expect(shown).toBe(wanted);
      }
    },
  );
});

describe('a delayed outcome says where its task is, without secrets', () => {
  const options: Options = { catalogue: extendCatalogue(dew, { name: 'Own' }) };
  it('the monitor loses the secrets in its address, and the token stays whole', async () => {
    const monitor = 'https://a.example/t?api_key=abc&x=1';
    const outcome = await ask({ status: 202, headers: { 'operation-location': monitor } }, options);
    if (outcome.kind !== 'delayed') throw new Error(outcome.kind);
    expect(outcome.task.monitor).toBe('https://a.example/t?api_key=[redacted]&x=1');
    expect(outcome.task).not.toHaveProperty('state');
  });
  it('an answer without an address has neither monitor nor token', async () => {
    const outcome = await ask({ status: 202 }, options, 'post');
    if (outcome.kind !== 'delayed') throw new Error(outcome.kind);
    expect(outcome.task).not.toHaveProperty('monitor');
    expect(outcome.task).not.toHaveProperty('token');
  });
});

describe('secrets are redacted by their names, also in parts of an outcome', () => {
  it.each([
    ['Bearer abc.DEF-123', 'Bearer [redacted]'],
    ['said: Basic  dXNlcjpwYXNz', 'said: Basic [redacted]'],
    ['https://u:pw@a.example/', 'https://a.example/'],
    ['plain words', 'plain words'],
  ])('a header %j of a success', async (value, shown) => {
    const outcome = await ask({ status: 200, data: 'ok', headers: { 'x-said': value } });
    expect(outcome).toMatchObject({ kind: 'success', headers: { 'x-said': shown } });
  });
  it('an address of more than 64 kB is redacted as a whole if it may hold a secret', async () => {
    const long = `https://a.example/?sig=1&page=${'x'.repeat(66_000)}`;
    const headers = { location: long, 'x-plain': 'x'.repeat(66_000) };
    const outcome = await ask({ status: 301, headers }, { catalogue: undefined });
    if (outcome.kind !== 'redirected') throw new Error(outcome.kind);
    expect(outcome.location).toBe('[redacted]');
    expect(outcome.headers).toMatchObject({ location: '[redacted]', 'x-plain': headers['x-plain'] });
  });
  it('the fields of a problem', async () => {
    const errors = [{ field: 'callback', message: 'https://u:pw@a.example/ is not allowed' }];
    const outcome = await ask({ status: 422, data: { title: 'Bad', errors } }, { catalogue: undefined });
    if (outcome.kind !== 'rejected') throw new Error(outcome.kind);
    const [field] = outcome.problem.fields ?? [];
    expect(field).toMatchObject({ path: 'callback', message: 'https://a.example/ is not allowed' });
  });
  it('the issue of a field that the caller named, at any depth', async () => {
    const inside = z.object({ card: z.string({ error: 'is 4111' }), note: z.string({ error: 'is 4112' }) });
    const options = { responses: { 200: z.object({ order: inside }) }, redact: ['card'] };
    const outcome = await ask({ status: 200, data: { order: { card: 4111, note: 4112 } } }, options);
    if (outcome.kind !== 'malformed') throw new Error(outcome.kind);
    expect(outcome.issues.map(({ path, message }) => [path?.join('.'), message])).toEqual([
      ['order.card', '[redacted]'],
      ['order.note', 'is 4112'],
    ]);
    expect(outcome.data).toEqual({ order: { card: '[redacted]', note: 4112 } });
  });
});
