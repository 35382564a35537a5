import axios from 'axios';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dew } from '../../src/catalogues/dew/index.js';
import { attachOutcomes, ConfigurationError } from '../../src/index.js';
import {
  outcomeMatchers,
  type Step,
  sequence,
  type VirtualClock,
  virtualClock,
} from '../../src/testing/index.js';

expect.extend(outcomeMatchers);

let clock: VirtualClock;
beforeEach(() => {
  clock = virtualClock();
});
afterEach(() => clock.restore());

const bare = (...steps: Step[]) => axios.create({ adapter: sequence(steps).adapter, validateStatus: null });

describe('the steps are answered one after the other', () => {
  it('and the last one stays', async () => {
    const http = bare(503, 429, 200);
    const statuses: number[] = [];
    for (let n = 0; n < 4; n++) statuses.push((await http.get('/')).status);
    expect(statuses).toEqual([503, 429, 200, 200]);
  });

  it('with what each says of itself', async () => {
    const { adapter } = sequence([
      { status: 403, code: 'KMS.0301' },
      { status: 201, body: 'as it is', headers: { ETag: '"1"' }, retryAfterSeconds: 7 },
      204,
    ]);
    const http = axios.create({ adapter, validateStatus: null });
    expect((await http.get('/')).data).toMatchObject({ status: 403, code: 'KMS.0301' });
    const { data, headers } = await http.get('/');
    expect([data, headers['etag'], headers['retry-after']]).toEqual(['as it is', '"1"', '7']);
    expect((await http.get('/')).data).toBe('');
  });

  it("with the catalogue's names, bodies and request id", async () => {
    const { adapter } = sequence([{ status: 403, code: 'KMS.0301' }], { catalogue: dew });
    const outcome = await attachOutcomes(axios.create({ adapter }), { catalogue: dew }).get('/');
    expect(outcome).toHaveOutcome({ kind: 'rejected', status: 403, code: 'KMS.0301', effect: 'none' });
    expect('problem' in outcome && outcome.problem.requestId).toBe('test-request-1');
  });

  it('over as the caller refuses a status, or does not', async () => {
    const { adapter } = sequence([404, 502]);
    const http = axios.create({ adapter });
    await expect(http.get('/')).rejects.toMatchObject({ code: 'ERR_BAD_REQUEST', status: 404 });
    await expect(http.get('/')).rejects.toMatchObject({ code: 'ERR_BAD_RESPONSE', status: 502 });
  });

  it.each([
    ['arraybuffer', (data: ArrayBuffer) => new TextDecoder().decode(data)],
    ['blob', (data: Blob) => data.text()],
    ['stream', (data: ReadableStream) => new Response(data).text()],
    ['text', (data: string) => data],
  ] as const)('as the %s that was asked for', async (responseType, read) => {
    const { data } = await bare({ status: 200, body: { a: 1 } }).get('/', { responseType });
    expect(await read(data as never)).toBe('{"a":1}');
  });
});

describe('a latency is that of the network', () => {
  it('and runs into the timeout of axios, as axios says it', async () => {
    const slow = bare({ status: 200, latencyMs: 500 });
    const outcome = await clock.run(() => attachOutcomes(slow).post('/', {}, { timeout: 200 }));
    expect(outcome).toHaveOutcome({ kind: 'unreachable', code: 'ECONNABORTED', effect: 'unknown' });
    expect(clock.elapsedMs).toBe(200);
    const transitional = { clarifyTimeoutError: true };
    const failed = clock.run(() =>
      bare({ status: 200, latencyMs: 500 }).get('/', { timeout: 200, transitional }),
    );
    await expect(failed).rejects.toMatchObject({ code: 'ETIMEDOUT', message: 'timeout of 200ms exceeded' });
  });

  it('ends where the caller stops, by a signal or a cancel token, and leaves no timer', async () => {
    const stop = new AbortController();
    const { token, cancel } = axios.CancelToken.source();
    const http = bare({ status: 200, latencyMs: 500 });
    const both = [http.get('/', { signal: stop.signal }), http.get('/', { cancelToken: token })];
    const ends = Promise.allSettled(both);
    await clock.advance(100);
    stop.abort();
    cancel('enough');
    const results = await ends;
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(clock.elapsedMs).toBe(100);
    const gone = AbortSignal.abort();
    await expect(http.get('/', { signal: gone })).rejects.toMatchObject({ code: 'ERR_CANCELED' });
  });

  it('is kept by a failure too', async () => {
    const http = bare({ failure: 'reset', latencyMs: 40 });
    await expect(clock.run(() => http.get('/'))).rejects.toMatchObject({
      code: 'ECONNRESET',
      message: 'read ECONNRESET',
    });
    expect(clock.elapsedMs).toBe(40);
  });
});

it('what was asked is kept, credentials included', async () => {
  const api = sequence([200]);
  const http = axios.create({ adapter: api.adapter, baseURL: 'https://api.example/v1' });
  await http.put('/a', { b: 1 }, { params: { c: 2 }, headers: { Authorization: 'Bearer t' } });
  expect(api.requests).toMatchObject([
    {
      method: 'PUT',
      url: 'https://api.example/v1/a?c=2',
      body: '{"b":1}',
      headers: { authorization: 'Bearer t' },
      receivedAt: Date.now(),
    },
  ]);
});

it.each([
  [[], 'steps is []'],
  [['resett'], 'a step is "resett"'],
  [[{ failure: 'x' }], 'a step is "x"'],
  [
    [{ failure: 'reset', status: 200 }],
    'status of a step is 200. There is no field "status". Known fields: failure, latencyMs',
  ],
  [[99], 'status of a step is 99. Write a number from 100 to 999'],
  [[200.5], 'status of a step is 200.5'],
  [[null], 'a step is null'],
  [[['reset']], 'a step is ["reset"]'],
  [[{}], 'status of a step is undefined'],
  [
    [{ status: 503, retryAfter: 3 }],
    'retryAfter of a step is 3. There is no field "retryAfter". Known fields: status, code',
  ],
  [[{ status: 503, retryAfterSeconds: 1.5 }], 'retryAfterSeconds of a step is 1.5. Write whole seconds'],
  [[{ status: 503, retryAfterSeconds: -1 }], 'retryAfterSeconds of a step is -1'],
  [[{ status: 200, latencyMs: '5' }], 'latencyMs of a step is "5". Write milliseconds from 0'],
  [[{ failure: 'reset', latencyMs: -5 }], 'latencyMs of a step is -5'],
  [[{ status: 200, broken: 'half' }], 'broken of a step is "half". Write one of: cut, garbled'],
  [[{ status: 400, code: 5 }], 'code of a step is 5. Write an error code'],
  [
    [{ status: 200, headers: { etag: 1 } }],
    'headers of a step is an object. Write an object whose values are texts',
  ],
  [
    [{ status: 200, body: () => 1 }],
    'the body of a step is a function. Write a text, or a value that JSON.stringify can write',
  ],
  [503, 'steps is 503. Write a list of at least one step'],
])('%j is no list of steps', (steps, message) => {
  // Callers without types may pass anything.
  const wrong = () => sequence(steps as Step[]);
  expect(wrong).toThrow(ConfigurationError);
  expect(wrong).toThrow(message);
});

it('a body that JSON cannot say is told when it is given', () => {
  const circle: Record<string, unknown> = {};
  circle['self'] = circle;
  for (const body of [circle, 1n]) {
    expect(() => sequence([{ status: 200, body }])).toThrow(
      /the body of a step is .*a value that JSON\.stringify can write/,
    );
  }
});

it.each([
  [
    { catalog: dew },
    'catalog of sequence is an object. There is no field "catalog". Did you mean "catalogue"?',
  ],
  [null, 'the options of sequence is null'],
  [{ catalogue: 'dew' }, 'catalogue is "dew"'],
])('wrong options are named: %#', (options, message) => {
  // Callers without types may pass anything.
  const wrong = () => sequence([200], options as object);
  expect(wrong).toThrow(ConfigurationError);
  expect(wrong).toThrow(message);
});
