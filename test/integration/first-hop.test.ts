// What a later hop's failure says is not about the request that the caller sent.
import { Agent } from 'node:https';
import axios, { type AxiosRequestConfig } from 'axios';
import { describe, expect, it } from 'vitest';
import { attachOutcomes } from '../../src/index.js';
import { brokenTlsServer, closedPort, faultServer, reply, selfSignedServer } from './fault-server.js';

function client(config: AxiosRequestConfig) {
  const instance = axios.create({ proxy: false, timeout: 2_000, ...config });
  return attachOutcomes(instance, { retry: { baseDelayMs: 1, retries: 2 } });
}
const adapters = ['http', 'fetch'];

describe.each(adapters)('a request that was redirected has reached its server, over %s', (adapter) => {
  it.each([303, 307])('%i to a port where nobody listens: a POST is not sent again', async (status) => {
    const location = `http://127.0.0.1:${await closedPort()}/x`;
    const server = await faultServer(reply(status, '', { Location: location }));
    const outcome = await client({ baseURL: server.origin, adapter }).post('/pay', { a: 1 });
    expect(outcome).toMatchObject({ kind: 'unreachable', code: 'ECONNREFUSED', effect: 'unknown' });
    expect(server.seen).toHaveLength(1);
  });

  it('307 to a host that has no address: a POST is not sent again', async () => {
    const server = await faultServer(reply(307, '', { Location: 'http://nonexistent.invalid/x' }));
    const outcome = await client({ baseURL: server.origin, adapter }).post('/pay', { a: 1 });
    expect(outcome).toMatchObject({ kind: 'unreachable', effect: 'unknown' });
    expect(server.seen).toHaveLength(1);
  });

  it('a GET is sent again', async () => {
    const location = `http://127.0.0.1:${await closedPort()}/x`;
    const server = await faultServer(reply(307, '', { Location: location }));
    const outcome = await client({ baseURL: server.origin, adapter }).get('/look');
    expect(outcome).toMatchObject({ kind: 'unreachable', code: 'ECONNREFUSED', effect: 'none' });
    expect(server.seen).toHaveLength(3);
  });

  it('a refused request that was not redirected has effect none', async () => {
    const baseURL = `http://127.0.0.1:${await closedPort()}`;
    const outcome = await client({ baseURL, adapter }).post('/pay', {});
    expect(outcome).toMatchObject({ code: 'ECONNREFUSED', effect: 'none', attempts: [{}, {}, {}] });
  });

  it('a redirect loop has its own code, and the request is not sent again', async () => {
    const server = await faultServer(reply(307, '', { Location: '/again' }));
    const outcome = await client({ baseURL: server.origin, adapter, maxRedirects: 20 }).get('/again');
    expect(outcome).toMatchObject({ code: 'ERR_FR_TOO_MANY_REDIRECTS', attempts: [{}] });
    expect(server.seen.length).toBeLessThanOrEqual(21);
  });
});

describe('TLS that breaks', () => {
  it('303 to a server whose certificate is refused: the POST may have been carried out', async () => {
    const untrusted = await selfSignedServer(reply(200));
    const server = await faultServer(reply(303, '', { Location: untrusted.origin }));
    const outcome = await client({ baseURL: server.origin }).post('/pay', {});
    expect(outcome).toMatchObject({ code: 'DEPTH_ZERO_SELF_SIGNED_CERT', effect: 'unknown', attempts: [{}] });
  });

  it.each([
    ['post', 'unknown', 1],
    ['get', 'none', 3],
  ] as const)('after a %s was read: effect %s', async (method, effect, requests) => {
    const server = await brokenTlsServer();
    const httpsAgent = new Agent({ rejectUnauthorized: false });
    const outcome = await client({ baseURL: server.origin, httpsAgent }).request({ method, url: '/pay' });
    expect(outcome).toMatchObject({ kind: 'unreachable', effect });
    expect(server.seen).toHaveLength(requests);
  });
});
