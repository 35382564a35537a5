import axios, { type AxiosAdapter } from 'axios';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { attachOutcomes, outcomeOf, TokenError } from '../../src/index.js';
import { type TaskServer, taskServer } from './task-server.js';
import { signed } from './token-checksum.js';

const quick = { pollIntervalMs: 2, maxPollIntervalMs: 2 };
const routes = {
  'POST /jobs': [{ status: 202, headers: { Location: '/monitor' } }],
  'GET /monitor': [{ status: 202 }, { body: { pages: 12 } }],
};
const unending = { ...routes, 'GET /monitor': [{ status: 202 }] };
const secret = { headers: { 'X-Api-Key': 'LEAK' }, auth: { username: 'LEAK', password: 'LEAK' } };
/** `LEAK:LEAK`, as basic authentication writes it. */
const leak = /LEAK|TEVBSzpMRUFL/;
const toldBy = ({ received }: TaskServer) => JSON.stringify(received.map(({ headers }) => headers));

describe('credentials go only to the origin of their client (docs/delayed-tasks.md, What a server cannot do)', () => {
  async function begun(answers: typeof routes | typeof unending) {
    const server = await taskServer(answers);
    const theirs = axios.create({ baseURL: server.origin, headers: { 'X-Auth-Token': 'THEIRS' } });
    attachOutcomes(theirs, { delayed: quick });
    return { server, theirs };
  }

  it('an outcome of another client is refused if its origin is not trusted', async () => {
    const { server, theirs } = await begun(routes);
    const outcome = await outcomeOf(theirs.post('/jobs'));
    const ours = attachOutcomes(axios.create({ baseURL: 'http://127.0.0.1:9', ...secret }));
    await expect(ours.complete(outcome)).rejects.toThrow(TokenError);
    expect(server.log).toEqual(['POST /jobs']);
  });

  it('an outcome of another client is followed without credentials if its origin is trusted', async () => {
    const { server, theirs } = await begun(routes);
    const outcome = await outcomeOf(theirs.post('/jobs'));
    const ours = attachOutcomes(axios.create({ baseURL: 'http://127.0.0.1:9', ...secret }), {
      delayed: { ...quick, trustedOrigins: [server.origin] },
    });
    expect((await ours.complete(outcome)).kind).toBe('success');
    expect(server.log).toEqual(['POST /jobs', 'GET /monitor', 'GET /monitor']);
    expect(toldBy(server)).not.toMatch(leak);
  });

  it('a task of a bare instance at the client’s own origin is followed with credentials', async () => {
    const server = await taskServer(routes);
    const outcome = await outcomeOf(axios.post(`${server.origin}/jobs`));
    const ours = attachOutcomes(axios.create({ baseURL: server.origin, ...secret }), { delayed: quick });
    expect((await ours.complete(outcome)).kind).toBe('success');
    expect(toldBy(server)).toMatch(leak);
  });

  it('a task of a trusted origin that is still delayed gets no credentials when it is followed again', async () => {
    const { server, theirs } = await begun(unending);
    const outcome = await outcomeOf(theirs.post('/jobs'));
    const { token = '' } = outcome.kind === 'delayed' ? outcome.task : {};
    const ours = attachOutcomes(axios.create({ baseURL: 'http://127.0.0.1:9', ...secret }), {
      delayed: { ...quick, trustedOrigins: [server.origin] },
    });
    const still = await ours.resume(token, { deadlineMs: 400 });
    expect(still.kind).toBe('delayed');
    const before = server.log.length;
    await ours.complete(still, { deadlineMs: 400 });
    expect(server.log.length).toBeGreaterThan(before);
    expect(toldBy(server)).not.toMatch(leak);
  });
});

describe('a forged token with a valid checksum', () => {
  const at = (origin: string) => ({ dialect: 'location', method: 'POST', path: '/jobs', origin });

  it.each(['//evil.example/x', 'monitor', 'http://[', 'http://127.0.0.1:99999/'])(
    'is malformed with the address %s',
    async (address) => {
      const server = await taskServer(routes);
      const client = attachOutcomes(axios.create({ baseURL: server.origin }), { delayed: quick });
      const monitor = `${server.origin}/monitor`;
      for (const link of [{ monitor: address }, { monitor, result: address }]) {
        const token = signed({ ...at(server.origin), ...link });
        await expect(client.resume(token)).rejects.toThrow(TokenError);
        await expect(client.resume(token)).rejects.toThrow(
          'malformed: its address is not an http or https URL',
        );
      }
      expect(server.log).toEqual([]);
    },
  );

  it('the user name and password in its addresses are not sent', async () => {
    const server = await taskServer(routes);
    const client = attachOutcomes(axios.create({ baseURL: server.origin }), { delayed: quick });
    const monitor = `${server.origin.replace('//', '//LEAK:LEAK@')}/monitor`;
    expect((await client.resume(signed({ ...at(server.origin), monitor }))).kind).toBe('success');
    expect(toldBy(server)).not.toMatch(leak);
  });
});

describe('in a browser', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('a client without a baseURL has the origin of the page, also for a token', async () => {
    vi.stubGlobal('location', { href: 'https://app.example.com/reports' });
    const asked: unknown[] = [];
    const adapter: AxiosAdapter = async (config) => {
      asked.push(config.url);
      const [status, headers] = config.method === 'post' ? [202, { location: '/api/monitor' }] : [200, {}];
      return { status, statusText: '', headers, data: 'x', config };
    };
    const create = () => attachOutcomes(axios.create({ baseURL: '/api', adapter }), { delayed: quick });
    const outcome = await create().post('/jobs');
    const { token = '' } = outcome.kind === 'delayed' ? outcome.task : {};
    expect((await create().resume(token)).kind).toBe('success');
    expect(asked).toEqual(['/jobs', 'https://app.example.com/api/monitor']);
  });

  /** XMLHttpRequest follows redirects by itself, and tells where it was led to (XHR Standard, responseURL). */
  async function ledTo(responseURL: string, of: 'monitor' | 'result') {
    const adapter: AxiosAdapter = async (config) => {
      const answer = { status: 200, statusText: '', headers: {}, data: 'x', config };
      if (config.method === 'post') {
        return { ...answer, status: 202, headers: { 'operation-location': '/monitor' } };
      }
      const isMonitor = config.url?.endsWith('/monitor') === true;
      const data = isMonitor ? { status: 'Succeeded', resourceLocation: '/result' } : 'x';
      return { ...answer, data, request: isMonitor === (of === 'monitor') ? { responseURL } : {} };
    };
    const client = attachOutcomes(axios.create({ baseURL: 'https://api.example.com', adapter }), {
      delayed: quick,
    });
    return client.complete(await client.post('/jobs'));
  }

  it.each(['monitor', 'result'] as const)(
    'an answer from another origin is not taken as its %s',
    async (of) => {
      const ended = await ledTo('https://evil.example/x', of);
      const [issue] = ended.kind === 'malformed' ? ended.issues : [];
      expect(issue?.message).toContain('it leads to https://evil.example, which is not in trustedOrigins');
      expect((await ledTo('https://api.example.com/moved', of)).kind).toBe('success');
      for (const noAddress of ['', 'https://[']) expect((await ledTo(noAddress, of)).kind).toBe('success');
    },
  );
});
