import { describe, expect, it } from 'vitest';
import { faultServer, reply } from './fault-server.js';
import { behind, dewBehind, ends } from './proxy-client.js';
import { deadUpstream, isMissing, nginx, unusedPort } from './proxy-server.js';

const pass = (port: number, more = '') =>
  nginx(`location / { proxy_pass http://127.0.0.1:${port}; ${more} }`);

/** Lets one request through, and the next only after so long. */
const limited = (port: number, rate: string, more = '') =>
  nginx(
    `limit_req zone=all; location / { proxy_pass http://127.0.0.1:${port}; } ${more}`,
    `limit_req_zone $binary_remote_addr zone=all:64k rate=${rate};`,
  );

describe.skipIf(isMissing('nginx'))('behind nginx', () => {
  it('a GET comes through to an upstream that recovers', async () => {
    const upstream = await deadUpstream();
    const client = behind(await pass(upstream.port), {
      beforeAttempt: (_, number) => number === 3 && upstream.recover(),
    });
    const outcome = await client.get('/work');
    expect(outcome).toMatchObject({ kind: 'success', data: { recovered: true } });
    expect(ends(outcome)).toEqual([502, 502, 200]);
    expect(upstream.seen).toEqual(['GET /work']);
  });

  it('limit_req answers 503 by default: a GET is sent again, a POST might have been carried out', async () => {
    const upstream = await faultServer(reply(200));
    const front = await limited(upstream.port, '1r/m');
    await behind(front).get('/first');

    const got = await behind(front).get('/work');
    expect(got).toMatchObject({ kind: 'unavailable', status: 503, effect: 'none' });
    expect(ends(got)).toEqual([503, 503, 503]);

    const posted = await behind(front).post('/work');
    expect(posted).toMatchObject({ kind: 'unavailable', effect: 'unknown', retry: { stopped: 'unsafe' } });
    expect(ends(posted)).toEqual([503]);
    expect(upstream.seen.map(({ path }) => path)).toEqual(['/first']);
  });

  it.each(['GET', 'POST'])('limit_req_status 429: a %s is sent again until it is let in', async (method) => {
    const upstream = await faultServer(reply(200, 'done'));
    // An empty key is not limited: the third attempt comes through, however slow this machine is.
    const front = await nginx(
      `limit_req zone=early; limit_req_status 429; location / { proxy_pass http://127.0.0.1:${upstream.port}; }`,
      `map $http_x_attempt $key { 3 ''; default all; }
       limit_req_zone $key zone=early:64k rate=1r/m;`,
    );
    await behind(front).get('/first');
    const outcome = await dewBehind(front, { attemptHeader: 'X-Attempt' }).request({
      method,
      url: '/v1.0/p/kms/create-key',
    });
    expect(outcome).toMatchObject({ kind: 'success', effect: 'applied', data: 'done' });
    expect(ends(outcome)).toEqual([429, 429, 200]);
    expect(outcome.attempts[0]?.because).toMatch(/^throttled/);
    expect(upstream.seen.map(({ path }) => path)).toEqual(['/first', '/v1.0/p/kms/create-key']);
  });

  // RFC 9110, 15.6.4 and 10.2.3: a 503 that says when to come back was turned away.
  it('a Retry-After that it adds to its 503 is waited for, and lets a POST be sent again', async () => {
    const upstream = await faultServer(reply(200, 'done'));
    const busy = 'location @busy { add_header Retry-After 1 always; return 503; }';
    const front = await limited(upstream.port, '70r/m', `error_page 503 @busy; ${busy}`);
    await behind(front).get('/first');
    const outcome = await behind(front).post('/work');
    expect(outcome).toMatchObject({ kind: 'success', effect: 'applied', data: 'done' });
    expect(ends(outcome)).toEqual([503, 200]);
    expect(outcome.attempts[1]?.waitedMs).toBeGreaterThanOrEqual(1000);
    expect(await front.served()).toEqual(['GET /first 200', 'POST /work 503', 'POST /work 200']);
  });

  it('the X-Request-Id that it adds is read although its page is HTML', async () => {
    const front = await pass(await unusedPort(), 'add_header X-Request-Id $request_id always;');
    const outcome = await dewBehind(front).post('/v1.0/p/kms/create-key');
    expect(outcome).toMatchObject({
      kind: 'unavailable',
      status: 502,
      problem: { requestId: expect.stringMatching(/^[0-9a-f]{32}$/) },
    });
  });

  it('a body over client_max_body_size is rejected with 413, and not sent again', async () => {
    const upstream = await faultServer(reply(200));
    const front = await pass(upstream.port, 'client_max_body_size 10;');
    const outcome = await behind(front).put('/work', 'x'.repeat(11));
    expect(outcome).toMatchObject({ kind: 'rejected', status: 413, effect: 'none' });
    expect(await front.served()).toEqual(['PUT /work 413']);
    expect(upstream.seen).toEqual([]);
  });
});
