import axios from 'axios';
import { setupCache } from 'axios-cache-interceptor';
import { describe, expect, it } from 'vitest';
import { attachOutcomes, outcomeOf } from '../../src/index.js';
import { type Answer, faultServer, reply, reset } from '../integration/fault-server.js';
import { inTurn, scriptedServer } from './scripted-server.js';

describe('with axios-cache-interceptor', () => {
  it('a miss is retried and cached, a hit sends nothing, and both are outcomes', async () => {
    const { baseURL, seen } = await scriptedServer(inTurn(503, 200));
    const cached = setupCache(axios.create({ baseURL }));
    const client = attachOutcomes(cached, { retry: { baseDelayMs: 1 } });

    const missed = await client.get('/keys');
    expect(missed).toMatchObject({ kind: 'success', data: { id: 7 } });
    expect(missed.attempts.map(({ status }) => status)).toEqual([503, 200]);

    const hit = await client.get('/keys');
    expect(hit).toMatchObject({ kind: 'success', data: { id: 7 } });
    expect(await outcomeOf(cached.get('/keys'))).toMatchObject({ kind: 'success', data: { id: 7 } });
    expect(seen).toHaveLength(2);
  });

  it('attached first or last makes no difference, and a failure is not cached', async () => {
    const { baseURL, seen } = await scriptedServer(inTurn(404, 200));
    const instance = axios.create({ baseURL });
    const client = attachOutcomes(instance);
    setupCache(instance);
    expect(await client.get('/keys')).toMatchObject({ kind: 'rejected', status: 404 });
    expect(await client.get('/keys')).toMatchObject({ kind: 'success' });
    expect(seen).toHaveLength(2);
  });

  const failures: readonly (readonly [string, Answer, object])[] = [
    [
      '404',
      reply(404, '{"code":"E.1"}'),
      { kind: 'rejected', status: 404, problem: { code: 'E.1' }, attempts: [{}] },
    ],
    ['503', reply(503), { kind: 'unavailable', attempts: [{}, {}, {}], retry: { stopped: 'attempts' } }],
    ['a reset', reset, { kind: 'unreachable', code: 'ECONNRESET', attempts: [{}, {}, {}] }],
    [
      'JSON that is cut',
      reply(200, '{"half":', { 'Content-Type': 'application/json' }),
      { kind: 'malformed' },
    ],
  ];
  it.each(['before', 'after'].flatMap((order) => failures.map((row) => [order, ...row] as const)))(
    'attached %s it, three calls that share one request for %s: each gets its outcome',
    async (...row) => {
      const [order, , answer, expected] = row;
      const server = await faultServer(answer);
      const instance = axios.create({ baseURL: server.origin, proxy: false });
      if (order === 'before') setupCache(instance);
      const client = attachOutcomes(instance, { retry: { baseDelayMs: 1 } });
      if (order === 'after') setupCache(instance);
      const get = () => client.get('/keys');
      const outcomes = await Promise.all([get(), get(), get(), outcomeOf(instance.get('/keys'))]);
      for (const outcome of outcomes) expect(outcome).toMatchObject(expected);
      expect(server.seen.length).toBeLessThanOrEqual(3);
    },
  );

  it('one of them is aborted: the others go on', async () => {
    const server = await faultServer(
      () => {},
      reply(200, '{"id":7}', { 'Content-Type': 'application/json' }),
    );
    const client = attachOutcomes(setupCache(axios.create({ baseURL: server.origin, proxy: false })));
    const aborted = client.get('/keys', { signal: AbortSignal.timeout(20) });
    const [first, second] = await Promise.all([aborted, client.get('/keys')]);
    expect(first).toMatchObject({ kind: 'cancelled', effect: 'none' });
    expect(second).toMatchObject({ kind: 'success', data: { id: 7 } });
  });

  it('304 on its revalidation: the cached data are the answer (RFC 9111, 4.3.4)', async () => {
    const headers = { ETag: '"one"', 'Cache-Control': 'max-age=0' };
    const { baseURL, seen } = await scriptedServer((number, { headers: sent }) =>
      sent['if-none-match'] ? { status: 304, headers } : { status: number < 2 ? 503 : 200, headers },
    );
    const client = attachOutcomes(
      setupCache(axios.create({ baseURL }), { etag: true, interpretHeader: true }),
      {
        retry: { baseDelayMs: 1 },
      },
    );
    expect(await client.get('/keys')).toMatchObject({ kind: 'success', data: { id: 7 } });
    expect(await client.get('/keys')).toMatchObject({ kind: 'success', data: { id: 7 } });
    expect(seen.map(({ headers: sent }) => sent['if-none-match'])).toEqual([undefined, undefined, '"one"']);
  });
});
