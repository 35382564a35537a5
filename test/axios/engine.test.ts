// Rules of the loop: what a renewal of credentials depends on, and whom a request reports to.
import axios, { type AxiosAdapter, AxiosError, AxiosHeaders, type InternalAxiosRequestConfig } from 'axios';
import { describe, expect, it } from 'vitest';
import { type Around, around, type RequestScope } from '../../src/axios/around.js';
import { http } from '../../src/catalogues/http/index.js';
import { attachOutcomes, type Catalogue, defineCatalogue, type RetryBudget } from '../../src/index.js';

interface Answer {
  readonly status: number;
  readonly headers?: Record<string, string>;
  /** The request that was sent last, as Node's ClientRequest tells it. */
  readonly request?: object;
}

/** An adapter that gives these answers in turn, the last one again and again. It keeps each config. */
function scripted(...answers: readonly Answer[]) {
  const sent: InternalAxiosRequestConfig[] = [];
  const adapter: AxiosAdapter = async (config) => {
    const {
      status,
      headers = {},
      request,
    } = answers[Math.min(sent.length, answers.length - 1)] ?? { status: 200 };
    sent.push(config);
    const response = {
      status,
      statusText: '',
      data: '',
      headers: new AxiosHeaders(headers),
      config,
      request,
    };
    if (status < 400) return response;
    throw new AxiosError('status', 'ERR_BAD_REQUEST', config, request, response);
  };
  return { adapter, sent };
}
const unauthorized: Answer = { status: 401 };
const ok: Answer = { status: 200 };

describe('a renewal of credentials', () => {
  const renewing = (
    reauthenticate: () => unknown,
    catalogue: Catalogue | undefined,
    answers: readonly Answer[],
  ) => {
    const { adapter, sent } = scripted(...answers);
    const options = { retry: { reauthenticate: reauthenticate as () => void, baseDelayMs: 0 } };
    const instance = axios.create({ baseURL: 'http://api.test', adapter });
    return { client: attachOutcomes(instance, { ...options, ...(catalogue && { catalogue }) }), sent };
  };

  it('does not run if the documented header of the server forbids a retry', async () => {
    let renewals = 0;
    const catalogue = defineCatalogue({ ...http, name: 'Acme', retryHeader: 'x-again' });
    const vetoed = { status: 401, headers: { 'x-again': 'false' } };
    const { client } = renewing(() => void renewals++, catalogue, [vetoed, ok]);
    expect(await client.get('/a')).toMatchObject({ kind: 'rejected', httpStatus: 401, attempts: [{}] });
    expect(renewals).toBe(0);
    const allowed = renewing(() => void renewals++, catalogue, [unauthorized, ok]);
    expect(await allowed.client.get('/a')).toMatchObject({ kind: 'success' });
    expect(renewals).toBe(1);
  });

  it('runs for a repeatable request that a redirect turned into a GET, and not for a POST (RFC 9110, 15.4)', async () => {
    const request = Object.assign(Object.create({}), { method: 'GET' });
    for (const [method, renewed] of [
      ['put', 1],
      ['post', 0],
    ] as const) {
      let renewals = 0;
      const { client } = renewing(() => void renewals++, undefined, [{ status: 401, request }, ok]);
      const outcome = await client[method]('/a', {});
      expect([method, renewals, outcome.kind]).toEqual([method, renewed, renewed ? 'success' : 'rejected']);
    }
  });

  it('that the caller aborts is cancelled, and the record says what was planned', async () => {
    const controller = new AbortController();
    const { client, sent } = renewing(
      () => {
        controller.abort('enough');
        return new Promise(() => {});
      },
      undefined,
      [unauthorized, ok],
    );
    const outcome = await client.post('/a', {}, { signal: controller.signal });
    expect(outcome).toMatchObject({ kind: 'cancelled', effect: 'none', reason: 'enough' });
    expect(outcome.attempts).toMatchObject([
      { status: 401, because: expect.stringContaining('renewal of credentials') },
    ]);
    expect(sent).toHaveLength(1);
  });

  it('that outlives the deadline leaves the 401 as the answer', async () => {
    const { adapter } = scripted(unauthorized);
    const client = attachOutcomes(axios.create({ adapter }), {
      retry: { reauthenticate: () => new Promise<void>(() => {}), deadlineMs: 20 },
    });
    expect(await client.get('/a')).toMatchObject({
      kind: 'rejected',
      httpStatus: 401,
      attempts: [{ because: 'the deadline passed while credentials were renewed' }],
    });
  });
});

it('a request that is aborted in beforeAttempt was not sent: effect none', async () => {
  const { adapter, sent } = scripted(ok);
  const controller = new AbortController();
  const client = attachOutcomes(axios.create({ adapter }), {
    retry: {
      beforeAttempt: () => {
        controller.abort();
        return new Promise<void>(() => {});
      },
    },
  });
  const outcome = await client.post('/a', {}, { signal: controller.signal });
  expect(outcome).toMatchObject({ kind: 'cancelled', effect: 'none' });
  expect(sent).toHaveLength(0);
});

describe('the budget of a healthy request', () => {
  const heard = async (idle?: () => boolean) => {
    const calls: string[] = [];
    const budget: RetryBudget = {
      take: () => true,
      succeeded: (origin) => void calls.push(origin),
      ...(idle && { idle }),
    };
    const { adapter } = scripted(ok);
    await attachOutcomes(axios.create({ baseURL: 'http://api.test', adapter }), { retry: { budget } }).get(
      '/a',
    );
    return calls;
  };
  it('is told of the start, before the first attempt', async () => {
    const calls: string[] = [];
    const { adapter, sent } = scripted(ok);
    const budget: RetryBudget = {
      take: () => true,
      succeeded: () => {},
      started: (origin) => void calls.push(`${origin} ${sent.length}`),
    };
    const instance = axios.create({ baseURL: 'http://api.test', adapter });
    await attachOutcomes(instance, { retry: { budget } }).get('/a');
    expect(calls).toEqual(['http://api.test 0']);
  });
  it('is told of the success, unless it is idle', async () => {
    expect(await heard()).toEqual(['http://api.test']);
    expect(await heard(() => false)).toEqual(['http://api.test']);
    expect(await heard(() => true)).toEqual([]);
  });
});

describe('the around function of a request', () => {
  it('gets the request and its origin, once, for a call of the client and of the bare instance', async () => {
    const scopes: RequestScope[] = [];
    const found: unknown[] = [];
    const own: Around = {
      async request(scope, next, findingOf) {
        scopes.push(scope);
        const result = await next();
        found.push(findingOf(result)?.kind);
        return result;
      },
    };
    const { adapter, sent } = scripted({ status: 503 }, ok);
    const instance = axios.create({ baseURL: 'http://api.test', adapter });
    const client = attachOutcomes(instance, { retry: { baseDelayMs: 0 }, [around]: own });
    await instance.get('/a?b=1');
    expect(sent).toHaveLength(2);
    await client.get('/c');
    expect(scopes).toMatchObject([
      { type: 'request', request: { method: 'GET', path: '/a' }, origin: 'http://api.test' },
      { type: 'request', request: { method: 'GET', path: '/c' }, origin: 'http://api.test' },
    ]);
    expect(found).toEqual(['success', 'success']);
  });

  it('without one, requests are sent as they are', async () => {
    const { adapter, sent } = scripted({ status: 503 }, ok);
    const client = attachOutcomes(axios.create({ adapter }), { retry: { baseDelayMs: 0 }, [around]: {} });
    expect(await client.get('/a')).toMatchObject({ kind: 'success' });
    expect(sent).toHaveLength(2);
  });
});

describe('the record of attempts', () => {
  it('says how long an attempt took, and why no attempt followed', async () => {
    for (const answers of [[ok], [{ status: 503 }, ok]]) {
      const { adapter } = scripted(...answers);
      const client = attachOutcomes(axios.create({ adapter }), { retry: { baseDelayMs: 0 } });
      const last = (await client.get('/a')).attempts.at(-1);
      expect(last).toMatchObject({
        number: answers.length,
        status: 200,
        because: expect.stringMatching(/^\w/),
      });
      expect(last?.tookMs).toBeGreaterThanOrEqual(0);
      expect(last?.tookMs).toBeLessThan(60_000);
    }
  });
});
