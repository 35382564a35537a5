// Standard Schema, version 1: https://standardschema.dev
import { type } from 'arktype';
import axios, { type AxiosAdapter, AxiosError, AxiosHeaders, type AxiosInstance } from 'axios';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  attachOutcomes,
  ConfigurationError,
  defineCatalogue,
  outcomeAdapter,
  outcomeOf,
  unwrap,
} from '../../src/index.js';

const libraries = [
  {
    library: 'zod',
    key: z.object({ id: z.string().transform(Number) }),
    other: z.object({ other: z.boolean() }),
    later: z.object({ id: z.string().transform(async (id) => Number(id)) }),
    problem: z.object({ why: z.string() }),
  },
  {
    library: 'valibot',
    key: v.object({ id: v.pipe(v.string(), v.transform(Number)) }),
    other: v.object({ other: v.boolean() }),
    later: v.objectAsync({
      id: v.pipeAsync(
        v.string(),
        v.transformAsync(async (id) => Number(id)),
      ),
    }),
    problem: v.object({ why: v.string() }),
  },
  {
    library: 'arktype',
    key: type({ id: type('string').pipe((id) => Number(id)) }),
    other: type({ other: 'boolean' }),
    // arktype has no asynchronous schemas.
    later: type({ id: type('string').pipe((id) => Number(id)) }),
    problem: type({ why: 'string' }),
  },
];
const good = '{"id":"7"}';
const bad = '{"id":7}';

/** An instance whose every answer is this one. */
function instance(status: number, data: string, config: object = {}): AxiosInstance {
  const adapter: AxiosAdapter = async (config) => {
    const response = { status, statusText: '', data, headers: new AxiosHeaders(), config };
    if (status < 300) return response;
    throw new AxiosError('status', 'ERR_BAD_RESPONSE', config, {}, response);
  };
  return axios.create({ adapter, ...config });
}
const client = (status: number, data: string) => attachOutcomes(instance(status, data), { retry: false });

describe.each(libraries)('a schema of $library', ({ key, other, later, problem }) => {
  const output = { kind: 'success', status: 200, data: { id: 7 } };

  it('per call makes its output the data', async () => {
    expect(await client(200, good).get('/a', { responses: { 200: key } })).toMatchObject(output);
    expect(await client(200, good).get('/a', { outcome: { responses: { 200: key } } })).toMatchObject(output);
    expect(await client(200, good).post('/a', {}, { responses: { 200: key } })).toMatchObject(output);
    expect(await client(200, good).request({ url: '/a', responses: { 200: key } })).toMatchObject(output);
  });

  it('per client holds for every call, and a call of its own goes over it', async () => {
    const kms = attachOutcomes(instance(200, good), { responses: { 200: key } });
    expect(await kms.get('/a')).toMatchObject(output);
    expect(await kms.outcomeOf(instance(200, good).get('/a'))).toMatchObject(output);
    expect(await kms.get('/a', { responses: { 200: other } })).toMatchObject({ kind: 'malformed' });
    expect(await kms.get('/a', { responses: { 404: other } })).toMatchObject(output);
  });

  it('goes with outcomeOf, for a response, an error and a promise', async () => {
    const responses = { 200: key, 404: problem };
    expect(await outcomeOf(instance(200, good).get('/a'), { responses })).toMatchObject(output);
    expect(await outcomeOf(await instance(200, good).get('/a'), { responses })).toMatchObject(output);
    const error = await instance(404, '{"why":"gone","more":1}')
      .get('/a')
      .catch((error: unknown) => error);
    const outcome = await outcomeOf(error, { responses });
    expect(outcome).toMatchObject({ kind: 'rejected', status: 404, problem: { why: 'gone' } });
  });

  it('may be asynchronous', async () => {
    expect(await client(200, good).get('/a', { responses: { 200: later } })).toMatchObject(output);
    expect(await client(200, bad).get('/a', { responses: { 200: later } })).toMatchObject({
      kind: 'malformed',
    });
  });

  it.each(['get', 'post'] as const)(
    'a good answer that does not fit is malformed, its work done: %s',
    async (method) => {
      const outcome = await client(200, bad).request({ method, url: '/a', responses: { 200: key } });
      expect(outcome).toMatchObject({
        kind: 'malformed',
        ok: false,
        status: 'other',
        httpStatus: 200,
        effect: 'applied',
        data: { id: 7 },
        issues: [{ message: expect.stringMatching(/string/), path: ['id'] }],
        retry: { stopped: 'not-retryable' },
        documented: { name: 'OK' },
        attempts: [{ status: 200 }],
      });
      expect(Object.isFrozen(outcome)).toBe(true);
      expect(structuredClone(outcome)).toEqual(outcome);
      expect(JSON.parse(JSON.stringify(outcome))).toEqual(outcome);
    },
  );

  it.each([
    [404, 'get', 'none', 'not-retryable'],
    [404, 'post', 'none', 'not-retryable'],
    [502, 'post', 'unknown', 'unsafe'],
    [503, 'get', 'none', 'attempts'],
  ] as const)(
    'a %i to %s that does not fit is malformed, its effect %s',
    async (status, method, effect, stopped) => {
      // Only one of them is there; the types want to see which.
      const responses = { [status]: problem } as { readonly 404: typeof problem };
      const outcome = await client(status, '{"why":1}').request({ method, url: '/a', responses });
      expect(outcome).toMatchObject({
        kind: 'malformed',
        httpStatus: status,
        effect,
        data: { why: 1 },
        issues: [{ path: ['why'] }],
        retry: { stopped },
      });
    },
  );

  it('as `problem` holds for every error without its own', async () => {
    const responses = { problem, 404: other };
    const said = { problem: { why: 'x' } };
    expect(await client(400, '{"why":"x"}').get('/a', { responses })).toMatchObject(said);
    expect(await client(503, '{"why":"x"}').get('/a', { responses })).toMatchObject(said);
    expect(await client(404, '{"other":true}').get('/a', { responses })).toMatchObject({
      kind: 'rejected',
      problem: { other: true },
    });
    expect(await client(200, good).get('/a', { responses })).toMatchObject({ data: { id: '7' } });
  });

  it('is the same object after calls, and is never copied by the client', async () => {
    const responses = { 200: key, problem };
    const seen: unknown[] = [];
    const http = instance(200, good);
    http.interceptors.request.use((config) => {
      seen.push(Reflect.get(config, 'responses'), Reflect.get(config, 'outcome'));
      return config;
    });
    const kms = attachOutcomes(http);
    const config = { responses, outcome: { responses, retry: { retries: 1 } } };
    await kms.get('/a', { responses });
    await kms.get('/a', config);
    expect(seen).toEqual([undefined, undefined, undefined, { retry: { retries: 1 } }]);
    expect(responses[200]).toBe(key);
    expect(responses.problem).toBe(problem);
    expect(config.outcome.responses).toBe(responses);
  });

  it("works after axios's merging: in axios.create, and in a request of the instance itself", async () => {
    const outcome = { responses: { 200: key } };
    // Axios hands through the keys that it does not know; its types do not.
    const own = { outcome } as object;
    const ofInstance = instance(200, good, own);
    expect(await outcomeOf(ofInstance.get('/a'))).toMatchObject(output);
    expect(await outcomeOf(instance(200, good).get('/a', own))).toMatchObject(output);
    expect(await outcomeOf(await instance(200, bad).get('/a', own))).toMatchObject({ kind: 'malformed' });
    const over = { outcome: { responses: { 200: other } } } as object;
    expect(await outcomeOf(ofInstance.get('/a', over))).toMatchObject({ kind: 'malformed' });

    const kms = attachOutcomes(ofInstance);
    expect(await kms.get('/a')).toMatchObject(output);
    expect(await kms.get('/a', { responses: { 200: other } })).toMatchObject({ kind: 'malformed' });
    expect(await outcomeOf(ofInstance.get('/a'))).toMatchObject(output);
    const adapter = outcomeAdapter({ adapter: instance(200, good).defaults.adapter ?? 'http' });
    expect(await outcomeOf(axios.get('/a', { adapter, ...own }))).toMatchObject(output);
  });
});

describe('a schema that refers to itself', () => {
  interface Tree {
    readonly name: string;
    readonly kids: readonly Tree[];
  }
  const ofZod = z.object({
    name: z.string(),
    get kids() {
      return z.array(ofZod);
    },
  });
  const ofValibot: v.GenericSchema<Tree> = v.object({
    name: v.string(),
    kids: v.array(v.lazy(() => ofValibot)),
  });
  const ofArktype = type({ name: 'string', kids: 'this[]' });
  const fits = '{"name":"a","kids":[{"name":"b","kids":[]}]}';
  const doesNot = '{"name":"a","kids":[{"name":1,"kids":[]}]}';

  it.each([
    ['zod', ofZod],
    ['valibot', ofValibot],
    ['arktype', ofArktype],
  ])("of %s, also after axios's merging", async (_, tree) => {
    const responses = { 200: tree };
    const own = { outcome: { responses } } as object;
    for (const config of [{ responses }, own]) {
      expect(await client(200, fits).get('/a', config)).toMatchObject({ kind: 'success' });
      const outcome = await client(200, doesNot).get('/a', config);
      expect(outcome).toMatchObject({ issues: [{ path: ['kids', 0, 'name'] }] });
    }
    expect(await outcomeOf(instance(200, fits, own).get('/a', own))).toMatchObject({ kind: 'success' });
    const malformed = await outcomeOf(instance(200, doesNot, own).get('/a', own));
    expect(malformed).toMatchObject({ issues: [{ path: ['kids', 0, 'name'] }] });
  });

  it('of no library, a plain object with a cycle, given to the client', async () => {
    const validate = (value: unknown) => ({ value });
    const cyclic = { '~standard': { version: 1 as const, vendor: 'own', validate }, self: {} };
    cyclic.self = cyclic;
    const responses = { 200: cyclic };
    expect(await client(200, good).get('/a', { responses })).toMatchObject({ kind: 'success' });
    expect(await client(200, good).get('/a', { outcome: { responses } })).toMatchObject({ kind: 'success' });
    const kms = attachOutcomes(instance(200, good), { responses });
    expect(await kms.get('/a')).toMatchObject({ kind: 'success' });
  });
});

describe('unwrap of an answer that does not fit', () => {
  it('says that the work was done only where it was', async () => {
    const responses = { 200: z.string(), 404: z.string() };
    const done = await client(200, good).post('/a', {}, { responses });
    expect(() => unwrap(done)).toThrow(/malformed, 200 OK\. The request was carried out\. The answer cannot/);
    const refused = await client(404, good).post('/a', {}, { responses });
    expect(() => unwrap(refused)).toThrow(/malformed, 404 Not Found\. The answer cannot/);
  });
});

describe('what a schema does not touch', () => {
  const never = z.never();

  it('a body that was broken before, no answer, and a status outside the catalogue', async () => {
    const responses = { 200: never, problem: never };
    const headers = new AxiosHeaders({ 'Content-Type': 'application/json' });
    const adapter: AxiosAdapter = async (config) => {
      return { status: 200, statusText: '', data: '<html>', headers, config };
    };
    const broken = await attachOutcomes(axios.create({ adapter })).get('/a', { responses });
    expect(broken).toMatchObject({ kind: 'malformed', issues: [{ message: expect.stringMatching(/JSON/) }] });
    const refused: AxiosAdapter = async (config) => {
      throw new AxiosError('refused', 'ECONNREFUSED', config);
    };
    const kms = attachOutcomes(axios.create({ adapter: refused }), { retry: false });
    expect(await kms.get('/a', { responses })).toMatchObject({ kind: 'unreachable' });
    expect(await client(299, good).get('/a', { responses })).toMatchObject({
      kind: 'unexpected',
      data: { id: '7' },
    });
  });

  it('a status that has none: the data as it came, and the problem as it was read', async () => {
    const responses = { 201: never };
    expect(await client(200, good).get('/a', { responses })).toMatchObject({ data: { id: '7' } });
    const body = '{"error":{"code":"X.1","message":"no"}}';
    expect(await client(404, body).get('/a', { responses })).toMatchObject({ problem: { code: 'X.1' } });
  });
});

describe('a body that moves its status to another kind (docs/writing-a-catalogue.md, The statuses: `or`)', () => {
  const row = { retry: 'never', source: 'docs' } as const;
  const shop = defineCatalogue({
    name: 'Shop',
    source: 'docs',
    statuses: {
      200: { ...row, name: 'OK', kind: 'success', or: ['rejected', 'delayed'] },
      202: { ...row, name: 'Accepted', kind: 'delayed' },
      400: { ...row, name: 'Bad', kind: 'rejected', or: ['unavailable', 'success'] },
    },
    codes: {
      no: { kind: 'rejected', statuses: [200], source: 'docs' },
      wait: { kind: 'delayed', statuses: [200], source: 'docs' },
      busy: { kind: 'unavailable', statuses: [400], source: 'docs' },
      fine: { kind: 'success', statuses: [400], source: 'docs' },
    },
  });
  const own = z.object({ own: z.literal(true) });
  const problem = z.object({ code: z.string() });
  const ask = (status: number, body: object, responses: object) =>
    attachOutcomes(instance(status, JSON.stringify(body)), { catalogue: shop, retry: false }).get('/a', {
      // The types have tests of their own.
      responses: responses as { readonly 200: typeof own },
    });

  it('from data to a problem: the schema of the data is not asked, that of problems is', async () => {
    const moved = await ask(200, { code: 'no' }, { 200: own });
    expect(moved).toMatchObject({ kind: 'rejected', status: 200, problem: { code: 'no', details: {} } });
    expect(await ask(200, { code: 'no', more: 1 }, { 200: own, problem })).toMatchObject({
      kind: 'rejected',
      problem: { code: 'no' },
    });
    expect(await ask(200, { code: 'no' }, { 200: own, problem: own })).toMatchObject({ kind: 'malformed' });
  });

  it('from a problem to data: no schema is asked', async () => {
    expect(await ask(400, { code: 'fine' }, { 400: own, problem: own })).toMatchObject({
      kind: 'success',
      status: 400,
      data: { code: 'fine' },
    });
  });

  it('from data to data, and from problem to problem: the schema of the status holds', async () => {
    expect(await ask(200, { code: 'wait' }, { 200: problem })).toMatchObject({ kind: 'delayed' });
    expect(await ask(200, { code: 'wait' }, { 200: own })).toMatchObject({ kind: 'malformed' });
    expect(await ask(400, { code: 'busy', more: 1 }, { 400: problem })).toMatchObject({
      kind: 'unavailable',
      problem: { code: 'busy' },
    });
    expect(await ask(400, { code: 'busy' }, { 400: own })).toMatchObject({ kind: 'malformed' });
  });
});

describe('a task whose first answer does not fit', () => {
  it('is malformed, and can be followed all the same', async () => {
    const adapter: AxiosAdapter = async (config) => {
      const headers = new AxiosHeaders({ 'Operation-Location': '/operations/1' });
      return { status: 202, statusText: '', data: '{"id":7}', headers, config };
    };
    const http = axios.create({ adapter, baseURL: 'https://api.example' });
    const outcome = await attachOutcomes(http).post('/a', {}, { responses: { 202: z.string() } });
    expect(outcome).toMatchObject({
      kind: 'malformed',
      effect: 'pending',
      task: { token: expect.any(String), monitor: expect.stringContaining('/operations/1') },
    });
  });
});

describe('a schema of its own making', () => {
  const schema = (validate: (value: unknown) => never) => ({
    '~standard': { version: 1 as const, vendor: 'own', validate },
  });

  it('that throws is a bug in it, and thrown', async () => {
    const bug = new RangeError('a bug');
    const responses = {
      200: schema(() => {
        throw bug;
      }),
    };
    await expect(client(200, good).get('/a', { responses })).rejects.toBe(bug);
    await expect(outcomeOf(instance(200, good).get('/a'), { responses })).rejects.toBe(bug);
  });

  it('whose issues cannot be cloned: the outcome still can', async () => {
    const issues = [
      { message: 'wrong', path: [{ key: 'a' }, Symbol('s'), 0], schema: () => {}, input: Symbol('i') },
    ];
    const own = { version: 1 as const, vendor: 'own', validate: () => ({ issues }) };
    const outcome = await client(200, good).get('/a', { responses: { 200: { '~standard': own } } });
    expect(outcome).toMatchObject({ issues: [{ message: 'wrong', path: ['a', 'Symbol(s)', 0] }] });
    expect(structuredClone(outcome)).toEqual(outcome);
  });
});

describe('wrong schemas are refused by name', () => {
  const fine = z.unknown();
  const wrong: readonly [unknown, RegExp][] = [
    ['zod', /responses is "zod".*an object with a schema for each status/],
    [null, /responses is null/],
    [{ 200: {} }, /responses\[200\] is an object.*Standard Schema/],
    [{ 200: undefined }, /responses\[200\] is undefined.*Standard Schema/],
    [{ 200: { '~standard': {} } }, /responses\[200\] is an object/],
    [{ 299: fine }, /a key of .*responses is "299".*a status that HTTP/],
    [{ problems: fine }, /a key of .*responses is "problems".*or "problem"/],
  ];

  it.each(wrong)('%j', async (given, message) => {
    // What types refuse, code without types may still give.
    const responses = given as { readonly 200: typeof fine };
    expect(() => attachOutcomes(instance(200, good), { responses })).toThrow(message);
    expect(() => attachOutcomes(instance(200, good), { responses })).toThrow(ConfigurationError);
    await expect(client(200, good).get('/a', { responses })).rejects.toThrow(message);
    await expect(client(200, good).get('/a', { outcome: { responses } })).rejects.toThrow(
      new RegExp(message.source.replace('responses', 'outcome.responses')),
    );
    await expect(outcomeOf(instance(200, good).get('/a'), { responses })).rejects.toThrow(message);
  });

  it('and nothing is sent', async () => {
    let sent = 0;
    const adapter: AxiosAdapter = async (config) => {
      sent++;
      return { status: 200, statusText: '', data: '', headers: new AxiosHeaders(), config };
    };
    const kms = attachOutcomes(axios.create({ adapter }));
    // @ts-expect-error 299 is not documented
    await expect(kms.get('/a', { responses: { 299: fine } })).rejects.toThrow(ConfigurationError);
    expect(sent).toBe(0);
  });

  it('outcomeAdapter has none: it answers with responses, and outcomeOf checks them', () => {
    // @ts-expect-error no such option
    expect(() => outcomeAdapter({ responses: { 200: fine } })).toThrow(/Unknown option "responses"/);
  });
});
