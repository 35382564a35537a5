import { describe, expect, it } from 'vitest';
import { type Answer, cutByLength, faultServer, garbage, reply, reset, silence } from './fault-server.js';
import { behind, dewBehind, ends, times } from './proxy-client.js';
import { haproxy, isMissing, nginx, type ProxyServer, unusedPort } from './proxy-server.js';

const proxies = ['nginx', 'haproxy'] as const;
const missing = { nginx: isMissing('nginx'), haproxy: isMissing('haproxy') };

/** A proxy whose patience ends after 100 ms, in front of an upstream at this port. */
const fronts = {
  nginx: (port: number) =>
    nginx(`location / { proxy_pass http://127.0.0.1:${port}; proxy_read_timeout 100ms; }`),
  haproxy: (port: number, state = '') =>
    haproxy(`timeout server 100ms\n server one 127.0.0.1:${port} ${state}`),
};

interface Fault {
  readonly proxy: (typeof proxies)[number];
  readonly name: string;
  /** What the upstream does with a request; without it nobody listens. */
  readonly upstream?: Answer;
  /** Whether the proxy lets a request through to the upstream. */
  readonly reached: boolean;
  readonly front?: (port: number) => Promise<ProxyServer>;
  readonly status: 502 | 503 | 504;
}

const faults: readonly Fault[] = [
  { proxy: 'nginx', name: 'the upstream refuses', status: 502, reached: false },
  { proxy: 'nginx', name: 'the upstream resets', upstream: reset, status: 502, reached: true },
  { proxy: 'nginx', name: 'proxy_read_timeout', upstream: silence, status: 504, reached: true },
  { proxy: 'haproxy', name: 'the server refuses', status: 503, reached: false },
  {
    proxy: 'haproxy',
    name: 'no server is available',
    upstream: reply(200),
    front: (port) => fronts.haproxy(port, 'disabled'),
    status: 503,
    reached: false,
  },
  { proxy: 'haproxy', name: 'timeout server', upstream: silence, status: 504, reached: true },
  { proxy: 'haproxy', name: 'the server resets', upstream: reset, status: 502, reached: true },
  { proxy: 'haproxy', name: 'the server speaks no HTTP', upstream: garbage, status: 502, reached: true },
];

const names = { 502: 'Bad Gateway', 503: 'Service Unavailable', 504: 'Gateway Timeout' };

describe.each(proxies)('%s answers for an upstream that fails (RFC 9110, 15.6.3 to 15.6.5)', (proxy) => {
  const rows = faults.filter((fault) => fault.proxy === proxy);

  describe.skipIf(missing[proxy]).each(rows)('$name: $status', (fault) => {
    async function start() {
      const upstream = fault.upstream && (await faultServer(fault.upstream));
      const front = await (fault.front ?? fronts[proxy])(upstream?.port ?? (await unusedPort()));
      return { front, seen: upstream?.seen ?? [] };
    }

    it.each([
      ['GET', 3, 'attempts', 'none'],
      ['PUT', 3, 'attempts', 'unknown'],
      ['POST', 1, 'unsafe', 'unknown'],
    ] as const)('a %s is sent %i times', async (method, sent, stopped, effect) => {
      const { front, seen } = await start();

      const outcome = await behind(front).request({ method, url: '/work' });

      const { status, reached } = fault;
      expect(outcome).toMatchObject({ kind: 'unavailable', status, effect, retry: { stopped } });
      expect(ends(outcome)).toEqual(times(sent, status));
      expect(await front.served()).toEqual(times(sent, `${method} /work ${status}`));
      expect(seen.map((one) => one.method)).toEqual(times(reached ? sent : 0, method));
    });

    it('the title of its HTML page is the message, and the page is kept as details', async () => {
      const { front } = await start();
      const outcome = await behind(front, { retries: 0 }).get('/work', { responseType: 'json' });
      if (outcome.kind !== 'unavailable') throw new Error(outcome.kind);
      expect(outcome.documented?.name).toBe(names[fault.status]);
      expect(outcome.headers['content-type']).toBe('text/html');
      expect(outcome.problem).toEqual({
        message: expect.stringContaining(`${fault.status} `),
        details: expect.stringMatching(/^<html>.*<\/html>\s*$/s),
      });
    });
  });
});

describe.each(proxies)('behind %s', (proxy) => {
  const front = fronts[proxy];
  const test = it.skipIf(missing[proxy]);

  test('a POST with an Idempotency-Key is sent again after a 504, with the same key', async () => {
    const upstream = await faultServer(silence, reply(201, 'made'));
    const client = behind(await front(upstream.port), { idempotencyKey: true });
    const outcome = await client.post('/work', { id: 1 });
    expect(outcome).toMatchObject({ kind: 'success', status: 201, effect: 'applied' });
    expect(ends(outcome)).toEqual([504, 201]);
    const keys = upstream.seen.map(({ head }) => /^idempotency-key: (.+)$/im.exec(head)?.[1]);
    expect(keys[0]).toMatch(/^[\w-]{36}$/);
    expect(keys).toEqual(times(2, keys[0]));
  });

  test('a 200 that the upstream cuts is cut here too: a POST is applied, a GET is sent again', async () => {
    const upstream = await faultServer(cutByLength(200));
    const client = behind(await front(upstream.port));
    expect(await client.post('/work')).toMatchObject({ kind: 'malformed', effect: 'applied' });
    expect(await client.get('/work')).toMatchObject({ kind: 'malformed' });
    expect(upstream.seen.map(({ method }) => method)).toEqual(['POST', 'GET', 'GET', 'GET']);
  });

  test('DEW: describe-key is a POST that may be repeated, create-key is not', async () => {
    const upstream = await faultServer(silence);
    const kms = dewBehind(await front(upstream.port));
    const paths = () => upstream.seen.map(({ path }) => path);

    const created = await kms.post('/v1.0/p/kms/create-key', { key_alias: 'a' });
    expect(created).toMatchObject({ kind: 'unavailable', status: 504, effect: 'unknown' });
    expect(created).toMatchObject({ retry: { stopped: 'unsafe' }, documented: { name: 'Gateway Timeout' } });
    expect(paths()).toEqual(['/v1.0/p/kms/create-key']);

    const described = await kms.post('/v1.0/p/kms/describe-key', { key_id: 'k' });
    expect(described).toMatchObject({ kind: 'unavailable', status: 504, retry: { stopped: 'attempts' } });
    // DEW Best Practices (dew_06_0028): 3 retries.
    expect(paths().slice(1)).toEqual(times(4, '/v1.0/p/kms/describe-key'));
  });
});
