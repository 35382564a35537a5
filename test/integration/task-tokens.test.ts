import axios from 'axios';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { z } from 'zod';
import { attachOutcomes, explain, TokenError } from '../../src/index.js';
import { type Received, type Reply, taskServer } from './task-server.js';
import { signed } from './token-checksum.js';

const delayed = { pollIntervalMs: 2, maxPollIntervalMs: 2 };
const running: Reply = { status: 202 };
const done: Reply = { body: { pages: 12 } };

async function begun(...monitor: readonly Reply[]) {
  const server = await taskServer({
    'POST /jobs': [{ status: 202, headers: { Location: '/monitor?sig=SECRET&page=1' } }],
    'GET /monitor': monitor.length === 0 ? [running, done] : monitor,
  });
  const client = attachOutcomes(axios.create({ baseURL: server.origin }), { delayed });
  const outcome = await client.post(
    '/jobs',
    { secret: 'BODY' },
    { headers: { Authorization: 'Bearer HEADER' } },
  );
  if (outcome.kind !== 'delayed' || outcome.task.token === undefined) throw new Error(outcome.kind);
  return { server, client, outcome, token: outcome.task.token };
}

/** The token with other fields, as somebody would who does not know the checksum. */
function edited(token: string, change: object): string {
  return JSON.stringify({ ...JSON.parse(token), ...change });
}

describe('a token (docs/delayed-tasks.md, Tokens)', () => {
  it('is versioned JSON without credentials and bodies', async () => {
    const { token, server } = await begun();
    expect(JSON.parse(token)).toEqual({
      version: 1,
      dialect: 'location',
      method: 'POST',
      path: '/jobs',
      origin: server.origin,
      monitor: `${server.origin}/monitor?page=1`,
      // Its name alone, so that it can be said what is missing.
      removed: { monitor: ['sig'] },
      check: expect.stringMatching(/^[\da-f]{8}$/),
    });
    expect(token).not.toMatch(/SECRET|BODY|HEADER/);
  });

  it('exists below 8 kB; a task with a longer address can be followed only in this process', async () => {
    for (const [length, isThere] of [
      [7_000, true],
      [8_000, false],
    ] as const) {
      const server = await taskServer({
        'POST /jobs': [{ status: 202, headers: { Location: `/monitor?x=${'y'.repeat(length)}` } }],
        'GET /monitor': [{ body: 1 }],
      });
      const client = attachOutcomes(axios.create({ baseURL: server.origin }), { delayed });
      const outcome = await client.post('/jobs');
      const { token } = outcome.kind === 'delayed' ? outcome.task : {};
      expect([length, token !== undefined]).toEqual([length, isThere]);
      expect(token?.length ?? 0).toBeLessThan(8_000);
      expect((await client.complete(outcome)).kind).toBe('success');
    }
  });

  it('is still usable after its outcome went through JSON', async () => {
    const { outcome, server } = await begun();
    const restored = JSON.parse(JSON.stringify(outcome));
    const other = attachOutcomes(axios.create({ baseURL: server.origin }), { delayed });
    expect(await other.complete(restored)).toMatchObject({ kind: 'success', data: { pages: 12 } });
    expect(server.log.filter((line) => line.startsWith('POST'))).toHaveLength(1);
  });
});

describe('a token is refused with an error that says why', () => {
  it.each<[string, (token: string) => unknown, string]>([
    ['no text', () => 5, 'a token is a text of up to 8,000 characters'],
    ['empty', () => '', 'a token is a text'],
    ['too long', (token) => token + ' '.repeat(8_000), 'a token is a text of up to 8,000 characters'],
    ['no JSON', (token) => token.slice(0, -5), 'malformed: it is not a JSON object'],
    ['a list', () => '[]', 'malformed: it is not a JSON object'],
    ['lacks a part', (token) => edited(token, { monitor: undefined }), 'malformed: a field is missing'],
    [
      'another version',
      (token) => edited(token, { version: 2 }),
      'has version 2, but this library reads version 1',
    ],
    ['no version', (token) => edited(token, { version: 'x' }), 'has version unknown'],
    [
      'changed monitor',
      (token) => edited(token, { monitor: 'http://127.0.0.1:9/x' }),
      'was changed after it was made',
    ],
    [
      'changed origin',
      (token) => edited(token, { origin: 'http://evil.example' }),
      'was changed after it was made',
    ],
    ['an added part', (token) => edited(token, { more: 1 }), 'was changed after it was made'],
  ])('%s', async (_, spoil, message) => {
    const { server, client, token } = await begun();
    // Callers without types may pass anything.
    const spoilt = spoil(token) as string;
    await expect(client.resume(spoilt)).rejects.toThrow(TokenError);
    await expect(client.resume(spoilt)).rejects.toThrow(message);
    expect(server.log).toEqual(['POST /jobs']);
  });

  it('a token of another origin that is not trusted is refused', async () => {
    const { token, server, outcome } = await begun();
    for (const baseURL of ['http://127.0.0.1:9', 'https://api.example.com', undefined]) {
      const other = attachOutcomes(axios.create(baseURL === undefined ? {} : { baseURL }), { delayed });
      const message = `this token is from ${server.origin}; this client's baseURL is at`;
      await expect(other.resume(token)).rejects.toThrow(message);
      // An outcome that was JSON in between is its token, and no more than that.
      await expect(other.complete(JSON.parse(JSON.stringify(outcome)))).rejects.toThrow(message);
    }
    expect(server.log).toEqual(['POST /jobs']);
  });

  it('its error is a TypeError named TokenError', async () => {
    const { client } = await begun();
    const error: unknown = await client.resume('{}').catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(TypeError);
    expect(error).toMatchObject({ name: 'TokenError' });
  });
});

describe('a token that was cut: its address had a parameter that may be a secret', () => {
  const code = 'SECRET';
  const needed = 'code';
  /** As an Azure Function has it: without the code, every address of the task is refused. */
  async function guarded(config: { readonly params?: object } = {}) {
    const guard =
      (answer: Reply) =>
      ({ url }: Received): Reply =>
        new URL(url, 'http://x').searchParams.get('code') === code ? answer : { status: 401 };
    const server = await taskServer({
      'POST /jobs': [{ status: 202, headers: { 'Operation-Location': `/monitor?api=2&code=${code}` } }],
      'GET /monitor': [
        guard({ body: { status: 'Running' } }),
        guard({ body: { status: 'Succeeded', resourceLocation: `/result?code=${code}` } }),
      ],
      'GET /result': [guard(done)],
    });
    const client = attachOutcomes(axios.create({ baseURL: server.origin, ...config }), { delayed });
    const outcome = await client.post('/jobs');
    const { token = '' } = outcome.kind === 'delayed' ? outcome.task : {};
    expect(token).not.toContain(code);
    return { server, client, token, outcome };
  }
  const said = /monitor answered 401\. Its address had the parameter "code"\. A token leaves it out/;

  it('resume, complete and watch say which parameter is missing, and what to write', async () => {
    const { client, token, outcome } = await guarded();
    const restored = JSON.parse(JSON.stringify(outcome)) as typeof outcome;
    for (const call of [() => client.resume(token), () => client.complete(restored)]) {
      await expect(call()).rejects.toThrow(TokenError);
      await expect(call()).rejects.toThrow(said);
      await expect(call()).rejects.toThrow(/Write client\.resume\(token, \{ params: \{ "code": … \} \}\)/);
    }
    await expect(client.watch(restored).next()).rejects.toThrow(said);
  });

  it('with `params` it is followed to its end', async () => {
    const { client, token, outcome, server } = await guarded();
    const params = { [needed]: code };
    expect(await client.resume(token, { params })).toMatchObject({ kind: 'success', data: { pages: 12 } });
    expect(server.log.slice(-3)).toEqual([
      `GET /monitor?api=2&code=${code}`,
      `GET /monitor?api=2&code=${code}`,
      `GET /result?code=${code}`,
    ]);
    const restored = JSON.parse(JSON.stringify(outcome)) as typeof outcome;
    expect((await client.complete(restored, { params })).kind).toBe('success');
  });

  it('parameters of the instance count too', async () => {
    const { client, token } = await guarded({ params: { code } });
    expect((await client.resume(token)).kind).toBe('success');
  });

  it('a new token of the resumed task lacks the parameter too, and says so', async () => {
    const { client, token } = await guarded();
    const still = await client.resume(token, { params: { code }, deadlineMs: 1 });
    const { token: next = '' } = still.kind === 'delayed' ? still.task : {};
    expect(next).not.toContain(code);
    await expect(client.resume(next)).rejects.toThrow(said);
    expect((await client.resume(next, { params: { code } })).kind).toBe('success');
  });

  it('another refusal is the outcome, and its last attempt names the missing parameter', async () => {
    const { client, token } = await begun({ status: 403 });
    const refused = await client.resume(token);
    expect(refused).toMatchObject({ kind: 'rejected', status: 403 });
    expect(refused.attempts.at(-1)?.because).toMatch(
      /Its address had the parameter "sig"\. .*params: \{ "sig": … \}/,
    );
    expect(explain(refused)).toContain('"sig"');
    const gone = await begun({ status: 404 });
    expect((await gone.client.resume(gone.token)).attempts.at(-1)?.because).toMatch(/the parameter "sig"/);
  });

  it.each([302, 307])('%i to a log-in page elsewhere says the same', async (status) => {
    const { client, token } = await begun({ status, headers: { Location: 'https://login.example/' } });
    const refused = await client.resume(token);
    expect(refused.kind).toBe('malformed');
    expect(refused.attempts.at(-1)?.because).toMatch(/Its address had the parameter "sig"\./);
  });

  it('200 with a log-in page is not the result, and says the same', async () => {
    const headers = { 'Content-Type': 'text/html; charset=utf-8' };
    const { client, token } = await begun({
      status: 200,
      headers,
      body: '\n<!doctype html><title>Log in</title>',
    });
    const refused = await client.resume(token);
    expect(refused.kind).toBe('malformed');
    expect(refused.attempts.at(-1)?.because).toMatch(/Its address had the parameter "sig"\./);
  });

  it('a refused result names its missing parameter too', async () => {
    const server = await taskServer({
      'POST /jobs': [
        { status: 202, headers: { 'Operation-Location': '/monitor', Location: `/result?sig=${code}` } },
      ],
      'GET /monitor': [{ body: { status: 'Succeeded' } }],
      'GET /result': [({ url }) => (url.includes(`sig=${code}`) ? done : { status: 401 })],
    });
    const client = attachOutcomes(axios.create({ baseURL: server.origin }), { delayed });
    const outcome = await client.post('/jobs');
    const { token = '' } = outcome.kind === 'delayed' ? outcome.task : {};
    await expect(client.resume(token)).rejects.toThrow(
      /result answered 401\. Its address had the parameter "sig"/,
    );
    expect((await client.resume(token, { params: { sig: code } })).kind).toBe('success');
  });

  it('a parameter that was not needed is not mentioned', async () => {
    const { client, token } = await begun();
    expect((await client.resume(token)).kind).toBe('success');
    // A monitor that answered before, and is then gone, has expired.
    const gone = await begun(running, { status: 404 });
    expect(await gone.client.resume(gone.token)).toMatchObject({
      kind: 'failed',
      task: { ended: 'expired' },
    });
    // Nor where the address is whole.
    const whole = await taskServer({
      'POST /jobs': [{ status: 202, headers: { Location: '/monitor' } }],
      'GET /monitor': [{ status: 403 }],
    });
    const client2 = attachOutcomes(axios.create({ baseURL: whole.origin }), { delayed });
    const outcome = await client2.post('/jobs');
    const { token: other = '' } = outcome.kind === 'delayed' ? outcome.task : {};
    const refused = await client2.resume(other);
    expect(refused).toMatchObject({ kind: 'rejected', status: 403 });
    expect(refused.attempts.at(-1)?.because).not.toMatch(/parameter/);
  });

  it('a parameter goes only to the client’s own origin, whatever a token says', async () => {
    const elsewhere = await taskServer({ 'GET /monitor': [{ status: 401 }] });
    const { token, server } = await guarded();
    const { check: _, version: __, ...fields } = JSON.parse(token);
    const forged = signed({
      ...fields,
      monitor: `${elsewhere.origin}/monitor`,
      removed: { monitor: ['code'] },
    });
    const client = attachOutcomes(axios.create({ baseURL: server.origin, params: { code } }), {
      delayed: { ...delayed, trustedOrigins: [elsewhere.origin] },
    });
    const resumed = client.resume(forged, { params: { code } });
    await expect(resumed).rejects.toThrow(/your parameters are not sent there/);
    expect(elsewhere.log).toEqual(['GET /monitor']);
  });

  it.each<[unknown, RegExp]>([
    ['code=1', /params is "code=1".*Write an object whose values are texts/],
    [null, /params is null/],
    [{ code: 7 }, /params\.code is 7.*Write a text/],
  ])('params %j are refused', async (params, message) => {
    const { client, token } = await begun();
    // As callers without types may write it.
    await expect(client.resume(token, { params: params as never })).rejects.toThrow(message);
  });

  it.each([{ monitor: 'code' }, { monitor: [7] }, { result: [''] }, 'code', 7])(
    'a token with %j in their place is malformed',
    async (removed) => {
      const { client, token } = await begun();
      const { check: _, version: __, ...fields } = JSON.parse(token);
      await expect(client.resume(signed({ ...fields, removed }))).rejects.toThrow(/malformed/);
    },
  );
});

describe('resume with the schemas of the call that started the task', () => {
  const report = z.object({ pages: z.number().transform((pages) => ({ count: pages })) });
  const other = z.object({ pages: z.string() });

  it('gives the output of the schema as the data of the result, in types too', async () => {
    const { client, token } = await begun();
    const ended = await client.resume(token, { responses: { 200: report } });
    expect(ended).toMatchObject({ kind: 'success', data: { pages: { count: 12 } } });
    if (ended.status === 200) expectTypeOf(ended.data).toEqualTypeOf<{ pages: { count: number } }>();
    if (ended.status === 201) expectTypeOf(ended.data).toEqualTypeOf<unknown>();
  });

  it('a result that does not match is malformed, with its issues, and its effect is applied', async () => {
    const { client, token } = await begun();
    const ended = await client.resume(token, { responses: { 200: other } });
    expect(ended).toMatchObject({
      kind: 'malformed',
      effect: 'applied',
      data: { pages: 12 },
      issues: [{ path: ['pages'] }],
    });
  });

  it('replaces the schemas of the client and of the instance, status by status', async () => {
    const { token, server } = await begun();
    const schemas = { 200: other, 404: other };
    const defaults: object = { outcome: { responses: schemas } };
    const ofInstance = attachOutcomes(axios.create({ baseURL: server.origin, ...defaults }), { delayed });
    const ofClient = attachOutcomes(axios.create({ baseURL: server.origin }), {
      delayed,
      responses: schemas,
    });
    for (const client of [ofInstance, ofClient]) {
      expect((await client.resume(token)).kind).toBe('malformed');
      expect((await client.resume(token, { responses: { 404: report } })).kind).toBe('malformed');
      expect((await client.resume(token, { responses: { 200: report } })).kind).toBe('success');
    }
    const ended = await ofClient.resume(token, { responses: { 200: report } });
    if (ended.status === 200) expectTypeOf(ended.data).toEqualTypeOf<{ pages: { count: number } }>();
    if (ended.status === 404) expectTypeOf(ended.problem).toEqualTypeOf<{ pages: string }>();
  });

  it('checks the problem of a refused monitor by the schema of its status', async () => {
    const { client, token } = await begun({ status: 403, body: { why: 'closed' } });
    const closed = z.object({ why: z.literal('closed') });
    const ended = await client.resume(token, { responses: { 403: closed, problem: other } });
    expect(ended).toMatchObject({ kind: 'rejected', status: 403, problem: { why: 'closed' } });
    if (ended.status === 403) expectTypeOf(ended.problem).toEqualTypeOf<{ why: 'closed' }>();
  });

  it('keeps them for a task that is not done: complete uses them', async () => {
    const { client, token } = await begun();
    const still = await client.resume(token, { responses: { 200: report }, deadlineMs: 1 });
    expect(still.kind).toBe('delayed');
    const ended = await client.complete(still);
    expect(ended).toMatchObject({ kind: 'success', data: { pages: { count: 12 } } });
    if (ended.status === 200) expectTypeOf(ended.data).toEqualTypeOf<{ pages: { count: number } }>();
  });

  it('refuses a status that the catalogue does not document, and a value that is not a schema', async () => {
    const { client, token, server } = await begun();
    // @ts-expect-error HTTP documents no 299
    const undocumented = client.resume(token, { responses: { 299: report } });
    await expect(undocumented).rejects.toThrow('a key of responses');
    // @ts-expect-error no Standard Schema
    const none = client.resume(token, { responses: { 200: {} } });
    await expect(none).rejects.toThrow('responses[200]');
    // @ts-expect-error the data is either told by D or found by a schema
    void client.resume<number>(token, { responses: { 200: {} } }).catch(() => {});
    // @ts-expect-error complete has the schemas of the call itself
    const completed = client.complete({ kind: 'success' }, { responses: { 200: report } });
    await expect(completed).rejects.toThrow(
      'Unknown option "responses" in the options of complete, watch or resume',
    );
    expect(server.log).toEqual(['POST /jobs']);
  });
});

describe('options of complete, watch and resume', () => {
  it.each([
    [{ deadlineMs: 0 }, 'deadlineMs'],
    [{ deadlineMs: Number.NaN }, 'deadlineMs'],
    [{ onPoll: 'x' }, 'onPoll'],
    [{ signal: {} }, 'signal'],
    [{ dealineMs: 5 }, 'dealineMs'],
    [null, 'options'],
  ])('%j is refused by name', async (options, name) => {
    const { client, outcome, token } = await begun();
    await expect(client.complete(outcome, options as never)).rejects.toThrow(name);
    await expect(client.resume(token, options as never)).rejects.toThrow(name);
  });

  it('a client that is detached follows nothing', async () => {
    const { client, outcome, token } = await begun();
    client.detach();
    await expect(client.complete(outcome)).rejects.toThrow('this client is detached');
    await expect(client.resume(token)).rejects.toThrow('this client is detached');
  });

  it('a client that is detached while it follows a task asks nothing more, and says so', async () => {
    const { client, outcome, server } = await begun();
    const ended = client.complete(outcome);
    client.detach();
    await expect(ended).rejects.toThrow('this client is detached');
    expect(server.log).toEqual(['POST /jobs']);
  });

  it.each([
    [{ pollIntervalMs: 0 }, 'delayed.pollIntervalMs'],
    [{ concurrency: 1.5 }, 'delayed.concurrency'],
    [{ trustedOrigins: ['https://a.example/'] }, 'delayed.trustedOrigins'],
    [{ dialects: [{}] }, 'dialect.name'],
  ])('delayed: %j is refused when the first task needs it', async (given, name) => {
    const { token } = await begun();
    const client = attachOutcomes(axios.create(), { delayed: given as never });
    await expect(client.resume(token)).rejects.toThrow(name);
  });
  it('an unknown option of delayed tasks is refused where it is given', () => {
    const delayed = { retries: 1 } as never;
    const message = 'Unknown option "retries" in delayed';
    expect(() => attachOutcomes(axios.create(), { delayed })).toThrow(message);
  });
});
