import axios, { type AxiosAdapter, AxiosError, AxiosHeaders, type InternalAxiosRequestConfig } from 'axios';
import { describe, expect, it } from 'vitest';
import { dew } from '../../src/catalogues/dew/index.js';
import {
  attachOutcomes,
  isOutcome,
  match,
  type OutcomeClient,
  OutcomeError,
  unwrap,
} from '../../src/index.js';

type Step = number | string | [number, unknown, Record<string, string>?];

/** An adapter that answers with statuses, and fails with codes, one after the other. */
function script(...steps: Step[]): AxiosAdapter {
  let next = 0;
  return async (config: InternalAxiosRequestConfig) => {
    const step = steps[Math.min(next++, steps.length - 1)] ?? 200;
    if (typeof step === 'string') throw new AxiosError(step, step, config);
    const [status, data = '', headers = {}] = typeof step === 'number' ? [step] : step;
    const response = { status, statusText: '', data, headers: new AxiosHeaders(headers), config };
    if (status >= 200 && status < 300) return response;
    throw new AxiosError(
      'status',
      status < 500 ? 'ERR_BAD_REQUEST' : 'ERR_BAD_RESPONSE',
      config,
      {},
      response,
    );
  };
}
function client(...steps: Step[]): OutcomeClient<typeof dew> {
  const instance = axios.create({ baseURL: 'https://kms.example/v1', adapter: script(...steps) });
  return attachOutcomes(instance, { catalogue: dew, retry: { baseDelayMs: 0, throttleDelayMs: 0 } });
}

describe('an outcome is plain data', () => {
  it('is frozen, cloneable, JSON, no thenable, and knows no secrets of its request', async () => {
    const kms = client([200, '{"id":1}', { 'Set-Cookie': 's=secret', 'X-Request-Id': 'r' }]);
    const outcome = await kms.post(
      '/key?sig=secret',
      { pin: 'secret' },
      { headers: { Authorization: 'secret' } },
    );
    expect(Object.isFrozen(outcome)).toBe(true);
    expect(structuredClone(outcome)).toEqual(outcome);
    expect(JSON.parse(JSON.stringify(outcome))).toEqual(outcome);
    expect('then' in outcome).toBe(false);
    expect(JSON.stringify(outcome)).not.toContain('secret');
    expect(outcome).toMatchObject({
      kind: 'success',
      data: { id: 1 },
      request: { method: 'POST', path: '/v1/key' },
    });
  });

  it('of a failure can be cloned and printed, and carries no config', async () => {
    const outcome = await client('ECONNRESET').post(
      '/key?sig=secret',
      { pin: 'secret' },
      { auth: { username: 'u', password: 'secret' } },
    );
    expect(structuredClone(outcome)).toMatchObject({ kind: 'unreachable', code: 'ECONNRESET' });
    expect(JSON.stringify(outcome)).not.toContain('secret');
  });

  it('is known by its shape, also restored', async () => {
    const outcome = await client(404).get('/key');
    expect(isOutcome(outcome)).toBe(true);
    expect(isOutcome(JSON.parse(JSON.stringify(outcome)))).toBe(true);
    for (const other of [null, 1, {}, { kind: 'success' }, new Error('x')])
      expect(isOutcome(other)).toBe(false);
  });
});

describe('effect: what happened to the work', () => {
  it.each<[string, 'get' | 'post' | 'put', Step[], string]>([
    ['a success was applied', 'post', [200], 'applied'],
    ['202 is pending (RFC 9110, 15.3.3)', 'post', [202], 'pending'],
    ['a refused connection did nothing', 'post', ['ECONNREFUSED'], 'none'],
    ['a POST that was reset is unknown', 'post', ['ECONNRESET'], 'unknown'],
    ['a POST that got 502 is unknown', 'post', [502], 'unknown'],
    ['a GET that got 502 did nothing (RFC 9110, 9.2.1)', 'get', [502], 'none'],
    ['a 4xx did nothing', 'post', [400], 'none'],
    [
      'a POST turned away with a Retry-After did nothing',
      'post',
      [[503, '', { 'Retry-After': '0' }]],
      'none',
    ],
    ['a POST that got a bare 503 is unknown', 'post', [503], 'unknown'],
    ['an undocumented 2xx was applied', 'post', [201], 'applied'],
    [
      'a lost first attempt is not undone by a refused second one',
      'put',
      ['ECONNRESET', 'ECONNREFUSED'],
      'unknown',
    ],
    ['nor by a rejected one', 'put', ['ECONNRESET', 404], 'unknown'],
    ['but by a successful one', 'put', ['ECONNRESET', 200], 'applied'],
  ])('%s', async (_, method, steps, effect) => {
    expect(await client(...steps).request({ method, url: '/key' })).toMatchObject({ effect });
  });
});

describe('a call that was stopped', () => {
  it('before anything was sent did nothing', async () => {
    const controller = new AbortController();
    const config = {
      signal: controller.signal,
      outcome: { retry: { beforeAttempt: () => controller.abort('enough') } },
    };
    const outcome = await client(200).post('/key', {}, config);
    expect(outcome).toMatchObject({ kind: 'cancelled', effect: 'none', reason: 'enough' });
  });
});

describe('malformed: a success whose body is not what was promised', () => {
  const json = { 'Content-Type': 'application/json' };
  it('a body that is not JSON although it says so, quietly parsed or strictly', async () => {
    const quiet = await client([200, '<html>', json]).post('/key');
    expect(quiet).toMatchObject({
      kind: 'malformed',
      status: 'other',
      httpStatus: 200,
      effect: 'applied',
      data: '<html>',
    });
    const strict = { responseType: 'json' as const, transitional: { silentJSONParsing: false } };
    expect(await client([200, '<html>', json]).post('/key', {}, strict)).toMatchObject({
      kind: 'malformed',
      effect: 'applied',
    });
  });
  it('a JSON text, an empty body and a text that was asked for are fine', async () => {
    expect(await client([200, '"text"', json]).get('/key')).toMatchObject({ kind: 'success', data: 'text' });
    expect(await client([200, '', json]).get('/key')).toMatchObject({ kind: 'success' });
    expect(await client([200, '<x>', json]).get('/key', { responseType: 'text' })).toMatchObject({
      kind: 'success',
    });
  });
});

describe('what each kind carries', () => {
  it('300: the alternatives of Link and Location (RFC 9110, 15.4.1)', async () => {
    const link = '</a.en>; rel="alternate", </style>; rel=stylesheet, </a.zh>; rel=alternate';
    const outcome = await client([300, '', { Link: link, Location: '/a.en' }]).get('/a');
    expect(outcome).toMatchObject({ kind: 'choices', ok: false, alternatives: ['/a.en', '/a.zh'] });
  });
  it('202: the task, with the wait that the server asks for', async () => {
    const outcome = await client([202, '{"task_id":"t"}', { 'Retry-After': '3' }]).post('/unbind');
    expect(outcome).toMatchObject({
      kind: 'delayed',
      ok: true,
      task: { retryAfterMs: 3000 },
      data: { task_id: 't' },
    });
  });
  it('a status outside the catalogue: other, and the number', async () => {
    expect(await client(418).get('/tea')).toMatchObject({
      kind: 'unexpected',
      status: 'other',
      httpStatus: 418,
    });
  });
  it('attempts: all of them, with why', async () => {
    const outcome = await client(503, 'ECONNRESET', 200).get('/key');
    expect(outcome.attempts).toMatchObject([
      {
        number: 1,
        status: 503,
        waitedMs: 0,
        because: expect.stringMatching(/service unavailable: sent again/),
      },
      { number: 2, code: 'ECONNRESET', because: expect.stringMatching(/maybe processed: sent again/) },
      { number: 3, status: 200, because: 'done' },
    ]);
  });
});

describe('match and unwrap', () => {
  it('match calls the function of the kind, or _', async () => {
    const outcome = await client(404).get('/key');
    expect(match(outcome, { rejected: ({ status }) => status, _: () => 0 })).toBe(404);
    expect(match(outcome, { success: () => 1, _: ({ kind }) => kind })).toBe('rejected');
  });
  it('match without a function for the kind says so', async () => {
    const outcome = await client(404).get('/key');
    // @ts-expect-error the other kinds are missing
    expect(() => match(outcome, { success: () => 1 })).toThrow(/no function for the kind rejected/);
  });
  it('unwrap returns the data of a success', async () => {
    expect(unwrap(await client([200, '{"id":1}']).get<{ id: number }>('/key'))).toEqual({ id: 1 });
  });
  it('unwrap throws the rest, saying the request, the answer, its meaning and what to do', async () => {
    const body = '{"error":{"error_code":"KMS.0205","error_msg":"Invalid key ID"}}';
    const outcome = await client([400, body]).post('/key?sig=secret');
    expect(() => unwrap(outcome)).toThrow(OutcomeError);
    expect(() => unwrap(outcome)).toThrow(
      'POST /v1/key: rejected, 400 Bad Request (KMS.0205). The server said: Invalid key ID. The key ID is not in a valid form. Send the key_id as KMS gave it.',
    );
    const unsure = await client([502, '{"error_code":"APIG.0201","error_msg":"late"}']).post('/key');
    expect(() => unwrap(unsure)).toThrow(
      /The work may have been done: check before sending it again\. [A-Z]/,
    );
    const lost = await client('ECONNRESET').post('/key');
    expect(() => unwrap(lost)).toThrow(/unreachable, ECONNRESET.*may have been done/);
  });
});
