import { Agent } from 'node:http';
import { describe, expect, it } from 'vitest';
import { type Answer, faultServer, reply, reset } from './fault-server.js';
import { behind, ends, times } from './proxy-client.js';
import { deadUpstream, haproxy, isMissing } from './proxy-server.js';

const balance = (port: number, more = '') => haproxy(`server one 127.0.0.1:${port} ${more}`);

describe.skipIf(isMissing('haproxy'))('behind HAProxy', () => {
  it('a GET comes through once the health check finds that the server is back', async () => {
    const upstream = await deadUpstream();
    const client = behind(await balance(upstream.port, 'check inter 20ms fall 1 rise 1'), {
      retries: 50,
      baseDelayMs: 20,
      maxDelayMs: 20,
      jitter: 'none',
      budget: false,
      beforeAttempt: (_, number) => number === 6 && upstream.recover(),
    });
    const outcome = await client.get('/work');
    expect(outcome).toMatchObject({ kind: 'success', data: { recovered: true } });
    const { length } = outcome.attempts;
    expect(length).toBeGreaterThan(5);
    expect(ends(outcome)).toEqual([...times(length - 1, 503), 200]);
    expect(upstream.seen).toEqual(['GET /work']);
  });

  it('timeout queue: a GET gets in line again, a POST is not sent twice', async () => {
    let release = () => {};
    const occupied: Answer = (socket, seen) => {
      release = () => reply(200)(socket, seen);
    };
    const upstream = await faultServer(occupied, reply(200, 'done'));
    const front = await balance(upstream.port, 'maxconn 1\n timeout queue 50ms');
    const first = behind(front).get('/first');
    await expect.poll(() => upstream.seen.length, { interval: 5 }).toBe(1);

    const posted = await behind(front).post('/work');
    expect(posted).toMatchObject({ kind: 'unavailable', status: 503, effect: 'unknown' });
    expect(posted).toMatchObject({ retry: { stopped: 'unsafe' } });
    expect(ends(posted)).toEqual([503]);

    const beforeAttempt = (_: object, number: number) => number === 3 && release();
    const got = await behind(front, { beforeAttempt }).get('/work');
    expect(got).toMatchObject({ kind: 'success', data: 'done' });
    expect(ends(got)).toEqual([503, 503, 200]);
    expect(await first).toMatchObject({ kind: 'success' });
    expect(upstream.seen.map(({ method, path }) => `${method} ${path}`)).toEqual(['GET /first', 'GET /work']);
  });

  it('a Retry-After over maxHintMs in its error page ends the call at once, and the outcome has retryAt', async () => {
    const page = '<html><body><h1>503</h1>Back in two minutes</body></html>';
    const front = await haproxy(
      `http-error status 503 content-type text/html string "${page}" hdr Retry-After 120`,
    );
    const before = Date.now();
    const outcome = await behind(front).post('/work');
    if (outcome.kind !== 'unavailable') throw new Error(outcome.kind);
    // RFC 9110, 15.6.4: a 503 that says when was turned away, so nothing was done.
    expect(outcome).toMatchObject({ status: 503, effect: 'none', problem: { details: page } });
    expect(outcome.retry).toEqual({ stopped: 'hint', retryAt: expect.any(Number) });
    expect(outcome.retry.retryAt).toBeGreaterThanOrEqual(before + 120_000);
    expect(await front.served()).toEqual(['POST /work 503']);
  });

  // As its maintainers say it should (haproxy/haproxy 2375 and 3414): a client may send it again.
  // The upstream has the request by then, so only one that is safe to repeat is.
  it('HAProxy closes a kept-alive connection: a GET is sent again, a POST is not', async () => {
    const kept: Answer = (socket) => socket.write('HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n');
    const upstream = await faultServer(kept, reset, kept, reset, reply(200, 'done'));
    const front = await balance(upstream.port);

    const client = behind(front, {}, new Agent({ keepAlive: true }));

    await client.get('/first');
    const posted = await client.post('/work');
    expect(posted).toMatchObject({ kind: 'unreachable', code: 'ECONNRESET', effect: 'unknown' });
    expect(posted).toMatchObject({ retry: { stopped: 'unsafe' } });

    await client.get('/first');
    const got = await client.get('/work');
    expect(got).toMatchObject({ kind: 'success', data: 'done' });
    expect(ends(got)).toEqual(['ECONNRESET', 200]);
    expect(upstream.seen.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'GET /first',
      'POST /work',
      'GET /first',
      'GET /work',
      'GET /work',
    ]);
  });
});
