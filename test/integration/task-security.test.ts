import { Agent, type IncomingHttpHeaders } from 'node:http';
import axios, { type AxiosInstance, type AxiosRequestConfig } from 'axios';
import { afterEach, describe, expect, it } from 'vitest';
import type { http } from '../../src/catalogues/http/statuses.js';
import { attachOutcomes, type DelayedOptions, defineDialect, type OutcomeClient } from '../../src/index.js';
import { type Routes, type TaskServer, taskServer } from './task-server.js';

const quick = { pollIntervalMs: 2, maxPollIntervalMs: 2 };
const everything = /LEAK/;

/** An instance that has a secret wherever axios can hold one. */
function secretive(origin: string, config: AxiosRequestConfig = {}): AxiosInstance {
  const instance = axios.create({
    baseURL: origin,
    headers: { 'X-Api-Key': 'LEAK', Cookie: 'session=LEAK' },
    auth: { username: 'LEAK', password: 'LEAK' },
    params: { api_key: 'LEAK' },
    withCredentials: true,
    xsrfHeaderName: 'X-LEAK',
    ...config,
  });
  instance.interceptors.request.use((request) => {
    request.headers.set('X-Interceptor', 'LEAK');
    return request;
  });
  return instance;
}

function clientOf(
  origin: string,
  delayed: DelayedOptions = {},
  config: AxiosRequestConfig = {},
): OutcomeClient<typeof http> {
  return attachOutcomes(secretive(origin, config), {
    retry: {
      attemptHeader: 'X-Attempt',
      beforeAttempt: ({ headers }) => headers.set('X-Signature', 'LEAK'),
      reauthenticate: () => true,
    },
    delayed: { ...quick, ...delayed },
  });
}

const call = { headers: { 'X-Auth-Token': 'LEAK' } };
const toldBy = (server: TaskServer) =>
  JSON.stringify(server.received.map(({ url, headers }) => [url, headers]));

/** Each way in which a server can send a client to another one; `{}` is the other one's origin. */
const ways: readonly (readonly [string, (elsewhere: string) => Routes])[] = [
  [
    'the monitor',
    (elsewhere) => ({ 'POST /jobs': [{ status: 202, headers: { Location: `${elsewhere}/end` } }] }),
  ],
  [
    'an updated monitor',
    (elsewhere) => ({
      'POST /jobs': [{ status: 202, headers: { 'Operation-Location': '/monitor' } }],
      'GET /monitor': [
        { body: { status: 'Running' }, headers: { 'Operation-Location': `${elsewhere}/end` } },
      ],
    }),
  ],
  [
    'a redirect of the monitor',
    (elsewhere) => ({
      'POST /jobs': [{ status: 202, headers: { Location: '/monitor' } }],
      'GET /monitor': [{ status: 307, headers: { Location: `${elsewhere}/end` } }],
    }),
  ],
  [
    'the result',
    (elsewhere) => ({
      'POST /jobs': [{ status: 202, headers: { 'Operation-Location': '/monitor' } }],
      'GET /monitor': [{ body: { status: 'Succeeded', resourceLocation: `${elsewhere}/end` } }],
    }),
  ],
  [
    'a 303',
    (elsewhere) => ({
      'POST /jobs': [{ status: 202, headers: { Location: '/monitor' } }],
      'GET /monitor': [{ status: 303, headers: { Location: `${elsewhere}/end` } }],
    }),
  ],
  [
    'a redirect of the result',
    (elsewhere) => ({
      'POST /jobs': [{ status: 202, headers: { Location: '/monitor' } }],
      'GET /monitor': [{ status: 303, headers: { Location: '/result' } }],
      'GET /result': [{ status: 302, headers: { Location: `${elsewhere}/end` } }],
    }),
  ],
  [
    'an address with a user name and a password',
    (elsewhere) => ({
      'POST /jobs': [
        { status: 202, headers: { Location: `${elsewhere.replace('//', '//LEAK:LEAK@')}/end` } },
      ],
    }),
  ],
  [
    'an address without a scheme',
    (elsewhere) => ({
      'POST /jobs': [{ status: 202, headers: { Location: `${elsewhere.replace('http:', '')}/end` } }],
    }),
  ],
];
const cases = ['http', 'fetch'].flatMap((adapter) => ways.map(([way, routes]) => ({ adapter, way, routes })));
const end = { 'GET /end': [{ body: { status: 'Succeeded', result: 1 } }] };

describe.each(cases)('$way leads to another origin, over $adapter', ({ adapter, routes }) => {
  it('the origin is not trusted: it gets no request, and the outcome says why', async () => {
    const other = await taskServer(end);
    const server = await taskServer(routes(other.origin));
    const client = clientOf(server.origin, {}, { adapter });
    const ended = await client.complete(await client.post('/jobs', {}, call));
    expect(ended).toMatchObject({ kind: 'malformed' });
    const [issue] = ended.kind === 'malformed' ? ended.issues : [];
    expect(issue?.message).toContain(`it leads to ${other.origin}, which is not in trustedOrigins`);
    expect(JSON.stringify(ended)).not.toMatch(everything);
    expect(other.received).toEqual([]);
  });

  it('the origin is trusted: it gets the request without credentials', async () => {
    const other = await taskServer(end);
    const server = await taskServer(routes(other.origin));
    const client = clientOf(server.origin, { trustedOrigins: [other.origin] }, { adapter });
    const ended = await client.complete(await client.post('/jobs', {}, call));
    expect(ended.kind).toBe('success');
    expect(other.log).toEqual(['GET /end']);
    expect(toldBy(other)).not.toMatch(everything);
    const headers: IncomingHttpHeaders = other.received[0]?.headers ?? {};
    for (const name of ['authorization', 'cookie', 'x-api-key', 'x-auth-token', 'referer']) {
      expect(headers[name]).toBeUndefined();
    }
    // The task's own origin did get them, so that this test can fail.
    expect(toldBy(server)).toMatch(everything);
  });
});

describe('other things that must not reach a trusted origin', () => {
  afterEach(() => {
    delete axios.defaults.headers.common['Authorization'];
    delete axios.defaults.params;
    delete axios.defaults.auth;
  });
  const routes = (elsewhere: string): Routes => ({
    'POST /jobs': [{ status: 202, headers: { Location: `${elsewhere}/end` } }],
  });

  it('a token in axios’s own defaults', async () => {
    axios.defaults.headers.common['Authorization'] = 'Bearer LEAK';
    axios.defaults.params = { key: 'LEAK' };
    axios.defaults.auth = { username: 'LEAK', password: 'LEAK' };
    const other = await taskServer(end);
    const server = await taskServer(routes(other.origin));
    const client = clientOf(server.origin, { trustedOrigins: [other.origin] });
    expect((await client.complete(await client.post('/jobs'))).kind).toBe('success');
    expect(other.log).toEqual(['GET /end']);
    expect(toldBy(other)).not.toMatch(everything);
    expect(other.received[0]?.headers.authorization).toBeUndefined();
  });

  it('`headers` of the follow options', async () => {
    const other = await taskServer(end);
    const server = await taskServer(routes(other.origin));
    const client = clientOf(server.origin, { trustedOrigins: [other.origin] });
    await client.complete(await client.post('/jobs'), { headers: { 'X-Auth-Token': 'LEAK' } });
    expect(toldBy(other)).not.toMatch(everything);
  });

  it('an agent with a client certificate', async () => {
    const other = await taskServer(end);
    const server = await taskServer(routes(other.origin));
    // Node's own type of an http agent's options knows no certificate.
    const httpAgent = new Agent({ cert: 'LEAK' } as object);
    const used: unknown[] = [];
    const adapter = axios.getAdapter('http');
    const client = clientOf(
      server.origin,
      { trustedOrigins: [other.origin] },
      {
        httpAgent,
        adapter: (config) => {
          used.push([config.url?.startsWith(other.origin), config.httpAgent === httpAgent]);
          return adapter(config);
        },
      },
    );
    expect((await client.complete(await client.post('/jobs'))).kind).toBe('success');
    expect(used).toEqual([
      [false, true],
      [true, false],
    ]);
  });

  it('a request to cancel', async () => {
    const other = await taskServer({ 'DELETE /end': [{}], ...end });
    const server = await taskServer(routes(other.origin));
    const elsewhere = defineDialect({
      name: 'elsewhere',
      start: ({ headers }) => (headers['location'] ? { monitor: headers['location'] } : undefined),
      read: () => ({ state: 'running' }),
      cancel: ({ monitor }) => ({ method: 'DELETE', url: monitor }),
    });
    const client = clientOf(server.origin, { trustedOrigins: [other.origin], dialects: [elsewhere] });
    const outcome = await client.post('/jobs');
    if (outcome.kind !== 'delayed') throw new Error(outcome.kind);
    await expect(client.cancel(outcome)).rejects.toThrow(/cannot be cancelled: it leads to/);
    expect(other.received).toEqual([]);
  });

  it('credentials for a token of a trusted origin, which anyone may have written', async () => {
    const other = await taskServer({
      'POST /jobs': [{ status: 202, headers: { Location: '/end' } }],
      ...end,
    });
    // A token from over there, as an attacker has it who can begin a task there.
    const theirs = attachOutcomes(axios.create({ baseURL: other.origin }), { delayed: quick });
    const outcome = await theirs.post('/jobs');
    const { token = '' } = outcome.kind === 'delayed' ? outcome.task : {};
    const ours = clientOf('http://127.0.0.1:9', { trustedOrigins: [other.origin] });
    expect((await ours.resume(token, { headers: { 'X-Auth-Token': 'LEAK' } })).kind).toBe('success');
    expect((await ours.complete(JSON.parse(JSON.stringify(outcome)))).kind).toBe('success');
    expect(other.log).toEqual(['POST /jobs', 'GET /end', 'GET /end']);
    expect(toldBy(other)).not.toMatch(everything);
  });
});

describe('a public host (played by an adapter) names a monitor', () => {
  /** Says 202 with a monitor for POST, and counts what else is asked of which address. */
  async function followed(origin: string, monitor: string, trustedOrigins: readonly string[]) {
    const asked: string[] = [];
    const instance = axios.create({
      baseURL: origin,
      adapter: (config) => {
        if (config.method === 'get') asked.push(String(config.url));
        const [status, headers] = config.method === 'post' ? [202, { location: monitor }] : [200, {}];
        return Promise.resolve({ status, statusText: '', headers, data: 'x', config });
      },
    });
    const client = attachOutcomes(instance, { delayed: { ...quick, trustedOrigins } });
    const ended = await client.complete(await client.post('/jobs'));
    const message = ended.kind === 'malformed' ? ended.issues[0]?.message : undefined;
    return { asked, kind: ended.kind, message };
  }

  it.each([
    'http://localhost/x',
    'http://sub.localhost/x',
    'http://localhost./x',
    'http://127.0.0.1/x',
    'http://127.1/x',
    'http://2130706433/x',
    'http://0x7f.0.0.1/x',
    'http://0.0.0.0/x',
    'http://169.254.169.254/latest/meta-data',
    'http://[::1]/x',
    'http://[::]/x',
    'http://[fe80::1]/x',
    'http://[::ffff:127.0.0.1]/x',
    'http://[::ffff:a9fe:a9fe]/x',
    'http://[::ffff:0.0.0.0]/x',
    'http://[::7f00:1]/x',
    'http://[64:ff9b::127.0.0.1]/x',
  ])('%s is refused, also if it is trusted', async (monitor) => {
    const { origin } = new URL(monitor);
    const { asked, kind, message } = await followed('http://api.example.com', monitor, [origin]);
    expect([kind, asked]).toEqual(['malformed', []]);
    expect(message).toContain('it leads from a public host to');
  });

  it('https never becomes http, also at the same host and if it is trusted', async () => {
    const monitor = 'http://api.example.com/x';
    const { asked, kind, message } = await followed('https://api.example.com', monitor, [
      'http://api.example.com',
    ]);
    expect([kind, asked]).toEqual(['malformed', []]);
    expect(message).toContain('it leads from https to http');
  });

  it.each(['file:///etc/passwd', 'ftp://api.example.com/x', 'javascript:alert(1)', 'data:text/plain,x'])(
    '%s is no address to ask',
    async (monitor) => {
      const { asked, kind } = await followed('https://api.example.com', monitor, []);
      expect([kind, asked]).toEqual(['malformed', []]);
    },
  );

  it('another port is another origin', async () => {
    const { asked, message } = await followed(
      'https://api.example.com',
      'https://api.example.com:8443/x',
      [],
    );
    expect(asked).toEqual([]);
    expect(message).toContain('https://api.example.com:8443, which is not in trustedOrigins');
  });

  it('the default port and another case of the host are the same origin', async () => {
    const { asked, kind } = await followed('https://api.example.com', 'HTTPS://API.example.com:443/x', []);
    expect([kind, asked]).toEqual(['success', ['https://api.example.com/x']]);
  });

  it('another public origin that is trusted is asked', async () => {
    const { asked, kind } = await followed('https://api.example.com', 'https://jobs.example.com/x', [
      'https://jobs.example.com',
    ]);
    expect([kind, asked]).toEqual(['success', ['https://jobs.example.com/x']]);
  });
});
