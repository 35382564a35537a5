import axios from 'axios';
import { describe, expect, it } from 'vitest';
import { http } from '../../src/catalogues/http/index.js';
import { type AnyOutcome, attachOutcomes, OutcomeError, outcomeOf, unwrap } from '../../src/index.js';
import { problemResponse } from '../../src/server/index.js';
import { everyOutcome } from '../../src/testing/every-outcome.js';
import { countedApi } from './counted-api.js';
import { serverOf } from './framework-servers.js';
import { scriptedServer } from './scripted-server.js';

/** What the upstream says, and nobody else may hear. */
const secret = 'inner-secret';
const details = { code: 'E-1', message: `${secret} at db-7.internal`, requestId: secret };

function outcome(kind: string, more: object = {}): AnyOutcome {
  const made: unknown = {
    kind,
    ok: false,
    effect: 'none',
    request: { method: 'GET', path: `/${secret}` },
    attempts: [],
    problem: details,
    data: details,
    headers: { 'x-request-id': secret, location: `https://${secret}.example` },
    ...more,
  };
  // The shape of an outcome, made by hand.
  return made as AnyOutcome;
}

describe('what a server answers for its upstream (RFC 9110, 15.6)', () => {
  it.each([
    ['unavailable', { httpStatus: 503 }, 503],
    ['unavailable', { httpStatus: 429 }, 503],
    ['unavailable', { httpStatus: 504 }, 503],
    ['failed', { httpStatus: 500 }, 502],
    ['malformed', { httpStatus: 200 }, 502],
    ['unexpected', { httpStatus: 418 }, 502],
    ['rejected', { httpStatus: 404 }, 502],
    ['redirected', { httpStatus: 302 }, 502],
    ['choices', { httpStatus: 300 }, 502],
    ['unmodified', { httpStatus: 304 }, 502],
    ['empty', { httpStatus: 204 }, 502],
    ['delayed', { httpStatus: 202 }, 504],
    ['success', { httpStatus: 200 }, 500],
    ['unreachable', { code: 'ECONNREFUSED' }, 502],
    ['unreachable', { code: 'CERT_HAS_EXPIRED' }, 502],
    ['unreachable', { code: 'ETIMEDOUT' }, 504],
    ['unreachable', { code: 'ECONNABORTED' }, 504],
    ['unreachable', { code: 'ESOCKETTIMEDOUT' }, 504],
    ['unreachable', { code: 'ERR_SOCKET_CONNECTION_TIMEOUT' }, 504],
    ['unreachable', { code: 'UND_ERR_HEADERS_TIMEOUT' }, 504],
    ['unreachable', { code: 'UND_ERR_CONNECT_TIMEOUT' }, 504],
    ['cancelled', { reason: 'shutdown' }, 503],
    ['cancelled', { reason: new DOMException('late', 'TimeoutError') }, 504],
    ['a kind of tomorrow', {}, undefined],
  ])('%s %o: %s', (kind, more, status) => {
    const made = outcome(kind, more);
    for (const given of [made, new OutcomeError(made)])
      expect(problemResponse(given as unknown)?.status).toBe(status);
  });

  it('the body is a problem document (RFC 9457) that says nothing of the upstream, for any outcome that HTTP documents', async () => {
    const ends = everyOutcome(http, { problem: () => details, data: details }).map(({ adapter }) =>
      outcomeOf(axios.get(`https://${secret}.example/${secret}`, { adapter })),
    );
    const all = await Promise.all(ends);
    expect(all.length).toBeGreaterThan(40);
    for (const made of [...all, outcome('failed'), outcome('malformed')] as AnyOutcome[]) {
      const { status, headers, body } = problemResponse(made);
      expect(headers['Content-Type']).toBe('application/problem+json');
      expect(JSON.parse(body)).toMatchObject({ status, title: expect.any(String) });
      expect(body + JSON.stringify(headers)).not.toContain(secret);
      expect(body).not.toContain('E-1');
    }
  });

  it('Retry-After is in whole seconds, rounded up, and only where the upstream said when (RFC 9110, 10.2.3)', () => {
    const seconds = (ms: number | undefined, kind = 'unavailable') =>
      problemResponse(
        outcome(kind, {
          retry: { stopped: 'hint', ...(ms === undefined ? {} : { retryAt: Date.now() + ms }) },
        }),
      ).headers['Retry-After'];
    expect(seconds(1_200)).toBe('2');
    expect(seconds(300_000)).toBe('300');
    expect(seconds(-5_000)).toBe('0');
    expect(seconds(undefined)).toBeUndefined();
    expect(seconds(Number.NaN)).toBeUndefined();
    // RFC 9110, 15.6.3: a 502 says nothing of later.
    expect(seconds(1_200, 'failed')).toBeUndefined();
  });

  it('`map` decides for some outcomes, and tells what it wants to', () => {
    const map = (made: AnyOutcome) =>
      made.kind === 'rejected' && made.httpStatus === 404
        ? { status: 404, title: 'No such order', code: made.problem.code }
        : undefined;
    const mapped = problemResponse(outcome('rejected', { httpStatus: 404 }), { map });
    expect([mapped.status, JSON.parse(mapped.body)]).toEqual([
      404,
      { status: 404, title: 'No such order', code: 'E-1' },
    ]);
    expect(problemResponse(outcome('rejected', { httpStatus: 409 }), { map }).status).toBe(502);
    const worded = problemResponse(outcome('failed'), { map: () => ({ type: '/problems/upstream' }) });
    expect(JSON.parse(worded.body)).toMatchObject({
      type: '/problems/upstream',
      title: 'Bad Gateway',
      status: 502,
    });
    const throttled = outcome('unavailable', { retry: { stopped: 'hint', retryAt: Date.now() + 4_000 } });
    const { headers } = problemResponse(throttled, { map: () => ({ status: 429 }) });
    expect(headers['Retry-After']).toBe('4');
  });

  it('what is no outcome is not its business', () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    for (const other of [
      new TypeError('a bug'),
      undefined,
      null,
      'text',
      proxy,
      { outcome: 1 },
      new axios.AxiosError('x'),
    ]) {
      expect(problemResponse(other)).toBeUndefined();
    }
  });
});

const frameworks = ['express', 'fastify', 'a route handler of Next'] as const;

describe.each(frameworks)('in %s', (framework) => {
  async function answerWhere(upstream: { status: number; headers?: Record<string, string> }) {
    const { instance } = countedApi(() => ({ ...upstream, body: details }));
    const client = attachOutcomes(instance);
    const origin = await serverOf(framework, async () => unwrap(await client.get('/orders/7')));
    return fetch(origin);
  }

  it('an upstream that is not available is 503 with Retry-After, and its body stays inside', async () => {
    const answer = await answerWhere({ status: 503, headers: { 'Retry-After': '300' } });
    const body = await answer.text();
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '300']);
    expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(JSON.parse(body)).toEqual({
      status: 503,
      title: 'Service Unavailable',
      detail: 'An upstream service is not available now.',
    });
  });

  it('a refusal is 502, data is 200, and an error of one’s own is 500', async () => {
    expect((await answerWhere({ status: 403 })).status).toBe(502);
    expect((await answerWhere({ status: 200 })).status).toBe(200);
    const origin = await serverOf(framework, () => Promise.reject(new TypeError('a bug')));
    expect((await fetch(origin)).status).toBe(500);
  });
});

it('an AxiosError of an attached instance goes through outcomeOf', async () => {
  const { baseURL } = await scriptedServer(() => ({ status: 503, headers: { 'Retry-After': '300' } }));
  const instance = axios.create({ baseURL });
  attachOutcomes(instance);
  const error: unknown = await instance.get('/orders/7').catch((thrown: unknown) => thrown);
  const made = await outcomeOf(error);
  expect(problemResponse(made as unknown)).toMatchObject({ status: 503, headers: { 'Retry-After': '300' } });
});
