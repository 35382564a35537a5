// A connection that breaks while it is used, as the client's own system tells it.
import { Agent, type AgentOptions } from 'node:http';
import { connect, type Socket } from 'node:net';
import axios from 'axios';
import oldest from 'axios-oldest';
import { describe, expect, it, onTestFinished } from 'vitest';
import { attachOutcomes } from '../../src/index.js';
import { type Answer, faultServer } from './fault-server.js';

const keepAlive: Answer = (socket) => socket.write('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}');
const copies = [
  ['axios', axios],
  ['axios 1.6.0', oldest],
] as const;

/** An agent whose sockets the test can break from the client's side. */
function breakableAgent(options: AgentOptions): { agent: Agent; sockets: Socket[] } {
  const sockets: Socket[] = [];
  const agent = new Agent({ keepAlive: true, ...options });
  // Of the type of all agents, which may also make their own Duplex.
  Object.assign(agent, {
    createConnection(given: { host: string; port: number }) {
      const socket = connect(given.port, given.host);
      sockets.push(socket);
      return socket;
    },
  });
  onTestFinished(() => agent.destroy());
  return { agent, sockets };
}

function failure(code: string, syscall: string): Error {
  return Object.assign(new Error(`${syscall} ${code}`), { code, syscall });
}

describe.each(copies)('%s, over a connection that was kept alive', (_, copy) => {
  it.each(['EHOSTUNREACH', 'ENETUNREACH', 'ETIMEDOUT', 'ECONNREFUSED'])(
    'read %s after the POST has arrived: it is not sent again',
    async (code) => {
      const { agent, sockets } = breakableAgent({ maxSockets: 1 });
      const broken: Answer = () => sockets.at(-1)?.destroy(failure(code, 'read'));
      const server = await faultServer(keepAlive, broken, keepAlive);
      const instance = copy.create({ baseURL: server.origin, proxy: false, httpAgent: agent });
      const client = attachOutcomes(instance, { retry: { baseDelayMs: 0 } });
      await client.post('/first', {});
      const outcome = await client.post('/pay', { a: 1 });
      expect(outcome).toMatchObject({ kind: 'unreachable', code, effect: 'unknown', attempts: [{ code }] });
      expect(server.seen.map(({ path }) => path)).toEqual(['/first', '/pay']);
      expect(sockets).toHaveLength(1);
    },
  );

  it('connect EHOSTUNREACH: it was never sent, and goes again', async () => {
    const { agent, sockets } = breakableAgent({ keepAlive: false });
    const server = await faultServer(keepAlive);
    const instance = copy.create({ baseURL: server.origin, proxy: false, httpAgent: agent });
    const client = attachOutcomes(instance, { retry: { baseDelayMs: 0, retries: 1 } });
    const outcome = client.post('/pay', {});
    await expect.poll(() => sockets.length).toBe(1);
    sockets[0]?.destroy(failure('EHOSTUNREACH', 'connect'));
    expect(await outcome).toMatchObject({ kind: 'success', attempts: [{ code: 'EHOSTUNREACH' }, {}] });
  });
});

it('the same over fetch, whose error has the system error as its cause', async () => {
  for (const [syscall, calls] of [['read', 1] as const, ['connect', 3] as const]) {
    let called = 0;
    const fetch = async () => {
      called++;
      throw new TypeError('fetch failed', { cause: failure('EHOSTUNREACH', syscall) });
    };
    // `env.fetch` is no part of the types before axios 1.12.
    const config = { adapter: 'fetch', env: { fetch }, baseURL: 'http://127.0.0.1:9' } as object;
    const client = attachOutcomes(axios.create(config), { retry: { baseDelayMs: 0 } });
    expect(await client.post('/pay', {})).toMatchObject({ code: 'EHOSTUNREACH' });
    expect([syscall, called]).toEqual([syscall, calls]);
  }
});

/** Answers one request on each connection, and resets whatever comes after it there. */
function resettingPool(): { answer: Answer; dead: Set<Socket> } {
  const dead = new Set<Socket>();
  const answer: Answer = (socket, seen) => {
    if (dead.has(socket)) return void socket.resetAndDestroy();
    if (seen.path === '/fill') dead.add(socket);
    keepAlive(socket, seen);
  };
  return { answer, dead };
}

describe.each(copies)('%s, where all idle connections are dead', (_, copy) => {
  it.each([
    ['first in, first out', 'fifo'],
    ['last in, first out', 'lifo'],
  ] as const)('a retry goes out on a new connection (RFC 9112, 9.3.1), %s', async (_name, scheduling) => {
    const { answer, dead } = resettingPool();
    const server = await faultServer(answer);
    const agent = new Agent({ keepAlive: true, scheduling });
    onTestFinished(() => agent.destroy());
    const instance = copy.create({ baseURL: server.origin, proxy: false, httpAgent: agent });
    const client = attachOutcomes(instance, { retry: { baseDelayMs: 0 } });
    await Promise.all(Array.from({ length: 5 }, () => client.get('/fill')));
    expect(dead.size).toBe(5);
    const outcome = await client.get('/read');
    expect(outcome).toMatchObject({ kind: 'success', attempts: [{ code: 'ECONNRESET' }, { status: 200 }] });
    expect(server.connections()).toBe(6);
    expect(Object.values(agent.freeSockets).flat()).toHaveLength(1);
  });
});

it('idle connections of another host and connections in use stay open', async () => {
  const { answer } = resettingPool();
  const other = await faultServer(keepAlive);
  const server = await faultServer(answer);
  const agent = new Agent({ keepAlive: true });
  onTestFinished(() => agent.destroy());
  const client = attachOutcomes(axios.create({ proxy: false, httpAgent: agent }), {
    retry: { baseDelayMs: 0 },
  });
  // The same address under another name, as another host of the pool.
  const elsewhere = other.origin.replace('127.0.0.1', 'localhost');
  await client.get(`${elsewhere}/fill`);
  await client.get(`${server.origin}/fill`);
  expect(await client.get(`${server.origin}/read`)).toMatchObject({ kind: 'success', attempts: [{}, {}] });
  await client.get(`${elsewhere}/fill`);
  expect(other.connections()).toBe(1);
});

it('after a reset on a new connection, the retry uses an idle connection', async () => {
  const held: Socket[] = [];
  const server = await faultServer((socket, seen) => {
    if (seen.path === '/held' && held.length === 0) held.push(socket);
    else keepAlive(socket, seen);
  });
  const agent = new Agent({ keepAlive: true });
  onTestFinished(() => agent.destroy());
  const client = attachOutcomes(axios.create({ baseURL: server.origin, proxy: false, httpAgent: agent }), {
    retry: { baseDelayMs: 0 },
  });
  const outcome = client.get('/held');
  await client.get('/beside');
  await expect.poll(() => held.length).toBe(1);
  held[0]?.resetAndDestroy();
  expect(await outcome).toMatchObject({ kind: 'success', attempts: [{ code: 'ECONNRESET' }, {}] });
  expect(server.connections()).toBe(2);
});

it('a 503 closes no idle connection', async () => {
  const server = await faultServer((socket, { path }) => {
    if (path === '/busy') socket.write('HTTP/1.1 503 x\r\nContent-Length: 0\r\n\r\n');
    else keepAlive(socket, {} as never);
  });
  const agent = new Agent({ keepAlive: true });
  onTestFinished(() => agent.destroy());
  const client = attachOutcomes(axios.create({ baseURL: server.origin, proxy: false, httpAgent: agent }), {
    retry: { baseDelayMs: 0 },
  });
  await Promise.all(Array.from({ length: 4 }, () => client.get('/fill')));
  expect(await client.get('/busy')).toMatchObject({ kind: 'unavailable', attempts: [{}, {}, {}] });
  expect(Object.values(agent.freeSockets).flat()).toHaveLength(4);
  expect(server.connections()).toBe(4);
});
