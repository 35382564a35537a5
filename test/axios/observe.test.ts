import { channel, subscribe, unsubscribe } from 'node:diagnostics_channel';
import axios, { type AxiosAdapter, AxiosError, AxiosHeaders } from 'axios';
import {
  type AttemptEvent,
  attachOutcomes,
  ConfigurationError,
  type Outcome,
  type OutcomeEvent,
  outcomeAdapter,
  type PollEvent,
  type RetryEvent,
} from 'axios-outcome';
import { dew } from 'axios-outcome/catalogues/dew';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';

const secret = 'hunter2-very-secret';
const baseURL = `https://user:${secret}@api.example.com:8443`;

interface Scripted {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}

/** Answers in turn, the last one for good, as axios's own adapters do: with text. */
function answering(...answers: readonly Scripted[]): AxiosAdapter {
  let turn = 0;
  return async (config) => {
    const { status, body, headers = {} } = answers[Math.min(turn++, answers.length - 1)] ?? { status: 500 };
    const response = {
      status,
      statusText: '',
      data: body === undefined ? '' : JSON.stringify(body),
      headers: new AxiosHeaders({ 'content-type': 'application/json', ...headers }),
      config,
      request: {},
    };
    if (status < 300) return response;
    throw new AxiosError(`status ${status}`, 'ERR_BAD_RESPONSE', config, {}, response);
  };
}

const quick = { baseDelayMs: 0, throttleDelayMs: 0 };

describe('onOutcome (docs/options.md)', () => {
  it('is called with the outcome of a client method: the same object, once, before the caller gets it', async () => {
    const told: unknown[] = [];
    const http = axios.create({
      baseURL,
      adapter: answering({ status: 503 }, { status: 200, body: { id: 1 } }),
    });
    const client = attachOutcomes(http, { retry: quick, onOutcome: (outcome) => told.push(outcome) });
    const outcome = await client.get('/keys');
    expect(told).toHaveLength(1);
    expect(told[0]).toBe(outcome);
  });

  it.each([
    ['an instance that is attached', (options: Options) => attachedTo(options)],
    ['an adapter in a library that hides its instance', (options: Options) => hidden(options)],
  ])('is called for plain axios code: %s', async (_, make) => {
    const onOutcome = vi.fn<(outcome: Outcome<typeof dew>) => void>();
    const adapter = answering(
      { status: 200, body: { id: 1 } },
      { status: 502 },
      { status: 200, body: { id: 2 } },
      { status: 403, body: { error: { error_code: 'KMS.0301', error_msg: 'token' } } },
    );
    const http = make({ adapter, onOutcome });
    expect((await http.get('/a?q=1')).data).toEqual({ id: 1 });
    expect((await http.get('/b')).data).toEqual({ id: 2 });
    await expect(http.get('/c')).rejects.toMatchObject({ response: { status: 403 } });
    const outcomes = onOutcome.mock.calls.map(([outcome]) => outcome);
    expect(outcomes).toMatchObject([
      { kind: 'success', data: { id: 1 }, request: { method: 'GET', path: '/a' }, attempts: [{ number: 1 }] },
      { kind: 'success', data: { id: 2 }, attempts: [{ status: 502 }, { status: 200 }] },
      { kind: 'rejected', problem: { code: 'KMS.0301' }, request: { path: '/c' } },
    ]);
    expect(outcomes.every(Object.isFrozen)).toBe(true);
  });

  it('does not run transforms or interceptors of plain code a second time', async () => {
    const transform = vi.fn((data: string) => ({ ...JSON.parse(data), shaped: true }));
    const onOutcome = vi.fn();
    const adapter = answering({ status: 200, body: { id: 1 } });
    const http = axios.create({ baseURL, adapter, transformResponse: transform });
    attachOutcomes(http, { onOutcome });
    expect((await http.get('/keys')).data).toEqual({ id: 1, shaped: true });
    expect(transform).toHaveBeenCalledOnce();
    expect(onOutcome.mock.lastCall?.[0]).toMatchObject({ data: { id: 1 } });
    expect(onOutcome.mock.lastCall?.[0].data).not.toHaveProperty('shaped');
  });

  it('gets the outputs of the client’s schemas, and malformed if a body does not fit', async () => {
    const onOutcome = vi.fn();
    const adapter = answering({ status: 200, body: { at: '2026-01-01' } }, { status: 200, body: { at: 7 } });
    const http = axios.create({ baseURL, adapter });
    const at = z.string().transform((text) => new Date(text));
    attachOutcomes(http, { responses: { 200: z.object({ at }) }, onOutcome });
    await http.get('/a');
    await http.get('/b');
    expect(onOutcome.mock.calls[0]?.[0]).toMatchObject({
      kind: 'success',
      data: { at: new Date('2026-01-01') },
    });
    expect(onOutcome.mock.calls[1]?.[0]).toMatchObject({ kind: 'malformed', effect: 'applied' });
  });

  it('is called for an abort and for a failed connection', async () => {
    const onOutcome = vi.fn();
    const stop = new AbortController();
    const adapter: AxiosAdapter = async (config) => {
      if (config.url === '/abort') return new Promise(() => stop.abort());
      throw new AxiosError('connect ECONNREFUSED', 'ECONNREFUSED', config);
    };
    const http = axios.create({ baseURL, adapter });
    attachOutcomes(http, { retry: false, onOutcome });
    await expect(http.get('/abort', { signal: stop.signal })).rejects.toThrow();
    await expect(http.get('/refused')).rejects.toThrow('ECONNREFUSED');
    expect(onOutcome.mock.calls.map(([outcome]) => outcome)).toMatchObject([
      { kind: 'cancelled' },
      { kind: 'unreachable', code: 'ECONNREFUSED', effect: 'none' },
    ]);
  });

  it('is not called for errors of the caller’s own code', async () => {
    const onOutcome = vi.fn();
    const http = axios.create({ baseURL, adapter: answering({ status: 200 }) });
    const beforeAttempt = () => {
      throw new AxiosError('of a request of its own', 'ECONNREFUSED');
    };
    attachOutcomes(http, { retry: { beforeAttempt }, onOutcome });
    await expect(http.get('/keys')).rejects.toThrow('of a request of its own');
    expect(onOutcome).not.toHaveBeenCalled();
  });

  it('its errors are thrown to the caller, as those of the other callbacks', async () => {
    const onOutcome = () => {
      throw new Error('a bug of the listener');
    };
    const http = axios.create({ baseURL, adapter: answering({ status: 200 }) });
    const client = attachOutcomes(http, { onOutcome });
    await expect(client.get('/keys')).rejects.toThrow('a bug of the listener');
    await expect(http.get('/keys')).rejects.toThrow('a bug of the listener');
  });

  it('has to be a function', () => {
    // @ts-expect-error: what a caller without types may give
    expect(() => attachOutcomes(axios.create(), { onOutcome: 'log' })).toThrow(ConfigurationError);
  });

  it('is called for a task at its end, and not for its polls', async () => {
    const { client, onOutcome } = withTask();
    const outcome = await client.post('/reports');
    await client.complete(outcome);
    const kinds = onOutcome.mock.calls.map(([{ kind }]) => kind);
    expect(kinds).toEqual(['delayed', 'success']);
  });
});

describe('events name their request, without secrets', () => {
  const query = `/keys?token=${secret}`;

  it('attempts and retries have method, path and origin, frozen', async () => {
    const events: (AttemptEvent | RetryEvent)[] = [];
    const adapter = answering({ status: 503 }, { status: 200 });
    const client = attachOutcomes(axios.create({ baseURL, adapter }), {
      retry: quick,
      onAttempt: (event) => events.push(event),
      onRetry: (event) => events.push(event),
    });
    const outcome = await client.get(query, { headers: { Authorization: secret } });
    const source = { request: { method: 'GET', path: '/keys' }, origin: 'https://api.example.com:8443' };
    expect(events).toEqual([
      { ...outcome.attempts[0], ...source },
      { attempt: outcome.attempts[0], waitMs: expect.any(Number), ...source },
      { ...outcome.attempts[1], ...source },
    ]);
    expect(events.every((event) => Object.isFrozen(event) && Object.isFrozen(event.request))).toBe(true);
    expect(JSON.stringify(events)).not.toContain(secret);
  });
});

describe('channels of node:diagnostics_channel', () => {
  const messages: { readonly name: string; readonly message: unknown }[] = [];
  const hear = (message: unknown, name: string | symbol) => {
    messages.push({ name: String(name).replace('axios-outcome:', ''), message });
  };
  const names = ['attempt', 'retry', 'outcome', 'poll'].map((name) => `axios-outcome:${name}`);
  beforeEach(() => {
    messages.length = 0;
    for (const name of names) subscribe(name, hear);
  });
  afterEach(() => {
    for (const name of names) unsubscribe(name, hear);
    expect(names.some((name) => channel(name).hasSubscribers)).toBe(false);
  });

  it('publish attempts, retries and outcomes of clients and of plain code without listeners', async () => {
    const answers = [{ status: 503 }, { status: 200, body: { plaintext: secret } }];
    const client = attachOutcomes(axios.create({ baseURL, adapter: answering(...answers) }), {
      retry: quick,
    });
    await client.get('/keys');
    const told = messages.splice(0).map(({ name }) => name);
    expect(told).toEqual(['attempt', 'retry', 'attempt', 'outcome']);
    await hidden({ adapter: answering(...answers) }).get('/keys');
    expect(messages.map(({ name }) => name)).toEqual(told);
    expect(JSON.stringify(messages)).not.toContain(secret);
  });

  it('publish an outcome without data, headers and the body of a problem', async () => {
    const body = { error: { error_code: 'KMS.0301', error_msg: secret } };
    const adapter = answering({ status: 403, body, headers: { 'x-request-id': 'r-1', 'x-key': secret } });
    const client = attachOutcomes(axios.create({ baseURL, adapter }), { catalogue: dew });
    const { attempts } = await client.post('/v1.0/p/kms/decrypt-data', { cipher_text: secret });
    const { message } = messages.at(-1) ?? {};
    expect(message).toEqual({
      kind: 'rejected',
      ok: false,
      effect: 'none',
      httpStatus: 403,
      code: 'KMS.0301',
      requestId: 'r-1',
      request: { method: 'POST', path: '/v1.0/p/kms/decrypt-data' },
      origin: 'https://api.example.com:8443',
      attempts,
    } satisfies OutcomeEvent);
    expect(Object.isFrozen(message)).toBe(true);
    expect(structuredClone(message)).toEqual(message);
  });

  it('publish each poll of a task, with the request that started the task', async () => {
    const { client } = withTask();
    await client.complete(await client.post('/reports'));
    const polls = messages.filter(({ name }) => name === 'poll').map(({ message }) => message as PollEvent);
    expect(polls).toMatchObject([
      { number: 1, state: 'running', nextPollMs: expect.any(Number) },
      { number: 2, state: 'succeeded' },
    ]);
    for (const { request } of polls) expect(request).toEqual({ method: 'POST', path: '/reports' });
  });
});

interface Options {
  readonly adapter: AxiosAdapter;
  readonly onOutcome?: (outcome: Outcome<typeof dew>) => void;
}

function attachedTo({ adapter, ...options }: Options) {
  const http = axios.create({ baseURL, adapter });
  attachOutcomes(http, { catalogue: dew, retry: quick, ...options });
  return http;
}

function hidden(options: Options) {
  return axios.create({ baseURL, adapter: outcomeAdapter({ catalogue: dew, retry: quick, ...options }) });
}

/** A report that is done at the second look. */
function withTask() {
  const onOutcome = vi.fn();
  const monitor = { 'operation-location': 'https://api.example.com:8443/operations/1' };
  const adapter = answering(
    { status: 202, body: {}, headers: monitor },
    { status: 200, body: { status: 'running' } },
    { status: 200, body: { status: 'succeeded', result: { id: 1 } } },
  );
  const delayed = { pollIntervalMs: 1, maxPollIntervalMs: 1 };
  const client = attachOutcomes(axios.create({ baseURL, adapter }), { delayed, onOutcome });
  return { client, onOutcome };
}
