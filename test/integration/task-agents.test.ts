// What an instance's agents say of it reaches no trusted origin (RFC 8446, 4.4.2: a client's certificate).
import http from 'node:http';
import https from 'node:https';
import { connect as connectTcp } from 'node:net';
import { connect, createSecureContext, type TLSSocket } from 'node:tls';
import axios, { type AxiosRequestConfig } from 'axios';
import { describe, expect, it, onTestFinished } from 'vitest';
import { attachOutcomes } from '../../src/index.js';
import { faultServer, reply, testOnly } from './fault-server.js';
import { taskServer } from './task-server.js';

const quick = { pollIntervalMs: 2, maxPollIntervalMs: 2 };
const { key, cert } = testOnly;

/** Whether the agents of an instance are used at its own origin, and at a trusted one. */
async function usedAgents(agents: AxiosRequestConfig): Promise<{ home: boolean; elsewhere: boolean }> {
  const other = await taskServer({ 'GET /end': [{ body: {} }] });
  const server = await taskServer({
    'POST /jobs': [{ status: 202, headers: { Location: `${other.origin}/end` } }],
  });
  const used = { home: false, elsewhere: false };
  const send = axios.getAdapter('http');
  const instance = axios.create({
    baseURL: server.origin,
    proxy: false,
    ...agents,
    adapter: (config) => {
      const isUsed = config.httpAgent !== undefined || config.httpsAgent !== undefined;
      used[config.url?.startsWith(other.origin) ? 'elsewhere' : 'home'] = isUsed;
      return send({ ...config, httpAgent: undefined, httpsAgent: undefined });
    },
  });
  const client = attachOutcomes(instance, { delayed: { ...quick, trustedOrigins: [other.origin] } });
  expect((await client.complete(await client.post('/jobs'))).kind).toBe('success');
  return used;
}

class WithCertificate extends https.Agent {
  // Where nobody can see it from outside.
  override createConnection(...[options]: Parameters<https.Agent['createConnection']>) {
    return connect({ ...(options as object), key, cert });
  }
}

describe('an agent is used at a trusted origin', () => {
  it.each<[string, AxiosRequestConfig]>([
    ['of Node’s http', { httpAgent: new http.Agent() }],
    [
      'with limits',
      { httpAgent: new http.Agent({ keepAlive: true, maxSockets: 2, maxFreeSockets: 1, timeout: 900 }) },
    ],
    ['of Node’s https', { httpsAgent: new https.Agent({ keepAlive: true, scheduling: 'fifo' }) }],
    [
      'with authorities and ciphers',
      { httpsAgent: new https.Agent({ ca: cert, minVersion: 'TLSv1.2', rejectUnauthorized: true }) },
    ],
    [
      'with a look-up and a local address',
      { httpsAgent: new https.Agent({ localAddress: '127.0.0.1', family: 4 } as object) },
    ],
  ])('%s', async (_, agents) => {
    expect(await usedAgents(agents)).toEqual({ home: true, elsewhere: true });
  });
});

describe('an agent stays at home', () => {
  const opaque = Object.assign(new https.Agent(), { createConnection: () => connectTcp(9) });
  it.each<[string, AxiosRequestConfig]>([
    ['with a certificate', { httpsAgent: new https.Agent({ cert }) }],
    ['with a key', { httpsAgent: new https.Agent({ key }) }],
    ['with both in PKCS #12', { httpsAgent: new https.Agent({ pfx: 'x' }) }],
    ['with a passphrase', { httpsAgent: new https.Agent({ passphrase: 'x' }) }],
    [
      'with both in a context',
      { httpsAgent: new https.Agent({ secureContext: createSecureContext({ key, cert }) }) },
    ],
    [
      'with a session of TLS, which is resumed',
      { httpsAgent: new https.Agent({ session: Buffer.from('x') }) },
    ],
    [
      'with a key of an engine',
      { httpsAgent: new https.Agent({ privateKeyIdentifier: 'x', privateKeyEngine: 'y' }) },
    ],
    ['with a pre-shared key', { httpsAgent: new https.Agent({ pskCallback: () => null }) }],
    [
      'with headers or basic authentication',
      { httpAgent: new http.Agent({ headers: { 'X-Api-Key': 'x' }, auth: 'u:p' } as object) },
    ],
    ['with an option that nobody knows', { httpAgent: new http.Agent({ identity: 'x' } as object) }],
    ['of a class that has one', { httpsAgent: new WithCertificate() }],
    ['that connects by a function of its own', { httpsAgent: opaque }],
    ['that is no agent of Node’s', { httpAgent: { addRequest() {} } }],
  ])('%s', async (_, agents) => {
    expect(await usedAgents(agents)).toEqual({ home: true, elsewhere: false });
  });
});

it('over TLS: a trusted origin sees no certificate of a context', async () => {
  const seen: unknown[] = [];
  const tls = https.createServer(
    { key, cert, requestCert: true, rejectUnauthorized: false },
    (request, response) => {
      // A server over TLS has sockets of TLS.
      const { subject } = (request.socket as TLSSocket).getPeerCertificate();
      seen.push(subject?.CN);
      response.end('{}');
    },
  );
  await new Promise<void>((listening) => tls.listen(0, '127.0.0.1', listening));
  onTestFinished(() => {
    tls.closeAllConnections();
    tls.close();
  });
  const address = tls.address();
  const trusted = `https://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
  const home = await faultServer(reply(202, '', { Location: `${trusted}/end` }));
  const secureContext = createSecureContext({ key, cert, ca: cert });
  const httpsAgent = new https.Agent({ secureContext });
  const instance = axios.create({ baseURL: home.origin, proxy: false, httpsAgent });
  await instance.get(trusted);
  const client = attachOutcomes(instance, {
    retry: { retries: 0 },
    delayed: { ...quick, deadlineMs: 300, trustedOrigins: [trusted] },
  });
  // Without the context nobody knows the authority: the poll fails, and the certificate stays here.
  expect((await client.complete(await client.post('/jobs'))).kind).toBe('delayed');
  expect(seen).toEqual(['localhost']);
});
