import { Agent } from 'node:http';
import type { Socket } from 'node:net';
import { Readable } from 'node:stream';
import axios, { type AxiosAdapter, AxiosError, AxiosHeaders, type AxiosRequestConfig } from 'axios';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { http } from '../../src/catalogues/http/statuses.js';
import { attachOutcomes, type OutcomeClient } from '../../src/index.js';
import { type Answer, cutByLength, faultServer, resetInBody } from './fault-server.js';

/** More than axios, Node.js and the kernel would buffer of an answer that nobody reads. */
const size = 300_000;

/** Keeps the connection; of each path, the first request gets the first status, and so on. */
function script(...statuses: number[]): { answer: Answer; failed: Socket[] } {
  const arrivals = new Map<string, number>();
  const failed: Socket[] = [];
  const answer: Answer = (socket, { path }) => {
    const arrival = arrivals.get(path) ?? 0;
    arrivals.set(path, arrival + 1);
    const status = statuses[arrival] ?? statuses.at(-1) ?? 200;
    if (status >= 400) failed.push(socket);
    socket.write(`HTTP/1.1 ${status} Status\r\nContent-Length: ${size}\r\n\r\n${'x'.repeat(size)}`);
  };
  return { answer, failed };
}

function client(config: AxiosRequestConfig): OutcomeClient<typeof http> {
  const instance = axios.create({ proxy: false, responseType: 'stream', ...config });
  return attachOutcomes(instance, { retry: { retries: 2, baseDelayMs: 1 } });
}

function agentOf(maxSockets: number): Agent {
  const agent = new Agent({ keepAlive: true, maxSockets });
  onTestFinished(() => agent.destroy());
  return agent;
}

/** Reads a body, Node's stream or the platform's, to its end. */
async function lengthOf(body: unknown): Promise<number> {
  if (typeof body !== 'object' || body === null || !(Symbol.asyncIterator in body))
    throw new Error('no stream');
  let length = 0;
  // Both kinds of stream give bytes.
  for await (const chunk of body as AsyncIterable<Uint8Array>) length += chunk.length;
  return length;
}

const scripts = [
  [503, 200],
  [503, 503, 200],
];

describe.each(['http', 'fetch'])('a failed stream over the %s adapter', (adapter) => {
  // The fetch adapter takes no agent: there, that each socket is let go of is what shows it.
  it.each([
    { calls: 6, sockets: 4, statuses: scripts[0] },
    { calls: 6, sockets: 4, statuses: scripts[1] },
    { calls: 1, sockets: 1, statuses: scripts[1] },
  ])('frees its socket for the next attempt: $calls over $sockets, $statuses', async (row) => {
    const { calls, sockets, statuses = [] } = row;
    const { answer, failed } = script(...statuses);
    const server = await faultServer(answer);
    const { get } = client({ baseURL: server.origin, adapter, httpAgent: agentOf(sockets) });

    const lengths = await Promise.all(
      Array.from({ length: calls }, async (_, call) => {
        const outcome = await get(`/${call}`);
        expect(outcome.attempts.map(({ status }) => status)).toEqual(statuses);
        return outcome.kind === 'success' ? lengthOf(outcome.data) : outcome.kind;
      }),
    );

    expect(lengths).toEqual(Array(calls).fill(size));
    expect(server.seen).toHaveLength(calls * statuses.length);
    await vi.waitFor(() => expect(failed.filter((socket) => !socket.destroyed)).toEqual([]));
    expect(failed).toHaveLength(calls * (statuses.length - 1));
  });

  it('the last answer is left to the code that uses the instance, which can read all of it', async () => {
    const { answer } = script(503);
    const server = await faultServer(answer);
    const config = { baseURL: server.origin, proxy: false, responseType: 'stream', adapter } as const;
    const instance = axios.create({ ...config, httpAgent: agentOf(1) });
    attachOutcomes(instance, { retry: { retries: 2, baseDelayMs: 1 } });

    const error: unknown = await instance.get('/work').catch((reason: unknown) => reason);

    if (!axios.isAxiosError(error)) throw new Error('no AxiosError');
    expect(await lengthOf(error.response?.data)).toBe(size);
    expect(server.seen).toHaveLength(3);
  });

  it('up to 64 kB of it are read for the problem of an outcome, and its socket is freed', async () => {
    const { answer, failed } = script(503);
    const server = await faultServer(answer);
    const { get } = client({ baseURL: server.origin, adapter, httpAgent: agentOf(1) });

    const outcome = await get('/work');

    expect(outcome).toMatchObject({ kind: 'unavailable', retry: { stopped: 'attempts' } });
    expect(outcome.kind === 'unavailable' && outcome.problem.details).toBe('x'.repeat(65_536));
    expect(structuredClone(outcome)).toEqual(outcome);
    await vi.waitFor(() => expect(failed.map(({ destroyed }) => destroyed)).toEqual([true, true, true]));
  });
});

describe.each(['http', 'fetch'])('a stream handed to the caller by the %s adapter', (adapter) => {
  it.each([
    ['is cut', cutByLength(200)],
    ['is reset', resetInBody(200)],
  ])(
    'is never tried again when it %s (docs/retry-safety.md, The table: bytes already handed over)',
    async (_name, answer) => {
      const server = await faultServer(answer);
      const onAttempt = vi.fn();
      const config = { baseURL: server.origin, proxy: false, adapter } as const;
      const { get } = attachOutcomes(axios.create(config), { retry: { baseDelayMs: 0 }, onAttempt });

      const outcome = await get('/work', { responseType: 'stream' });

      expect(outcome).toMatchObject({ kind: 'success', effect: 'applied' });
      await expect(outcome.kind === 'success' && lengthOf(outcome.data)).rejects.toThrow(
        /aborted|terminated/,
      );
      // A retry without a wait would have arrived by now.
      await new Promise((resolve) => setTimeout(resolve, 20));
      expect(server.seen).toHaveLength(1);
      expect(onAttempt).toHaveBeenCalledOnce();
      expect(outcome).toMatchObject({ kind: 'success', attempts: [{ number: 1, status: 200 }] });
    },
  );

  it.each([
    ['without a deadline', {}],
    ['with a deadline', { deadlineMs: 5_000 }],
  ])('is still stopped by the signal of the caller, %s', async (_name, options) => {
    let open: Socket | undefined;
    const server = await faultServer((socket) => {
      open = socket;
      socket.write('HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf');
    });
    const controller = new AbortController();
    const { get } = client({ baseURL: server.origin, adapter });

    const outcome = await get('/work', { signal: controller.signal, outcome: { retry: options } });
    expect(outcome.kind).toBe('success');
    const read = outcome.kind === 'success' ? lengthOf(outcome.data) : undefined;
    controller.abort();

    await expect(read).rejects.toThrow(/cancel|abort/i);
    await vi.waitFor(() => expect(open?.destroyed).toBe(true));
  });
});

it.each([
  ['a limit of its length', { maxContentLength: 1e6 }],
  ['a limit of its length, and no redirects', { maxContentLength: 1e6, maxRedirects: 0 }],
  ['a listener to its progress', { onDownloadProgress() {} }],
])('a failed stream that axios wraps frees its socket too: %s', async (_name, config) => {
  const { answer, failed } = script(503, 503, 200);
  const server = await faultServer(answer);
  const { get } = client({ baseURL: server.origin, httpAgent: agentOf(1), ...config });

  const outcome = await get('/work');

  expect(outcome.kind === 'success' && (await lengthOf(outcome.data))).toBe(size);
  await vi.waitFor(() => expect(failed.map(({ destroyed }) => destroyed)).toEqual([true, true]));
});

function nodeStream(gone: () => void, failure: Error | null): Readable {
  return new Readable({
    read() {},
    destroy(_, done) {
      gone();
      done(failure);
    },
  });
}

it('the renewal of credentials can use the socket of the 401', async () => {
  const stalling = `HTTP/1.1 401 Status\r\nContent-Length: ${size}\r\n\r\nx`;
  const { origin, seen } = await faultServer((socket, { path }) => {
    const isFirst = seen.filter((each) => each.path === '/work').length === 1;
    socket.write(path === '/work' && isFirst ? stalling : 'HTTP/1.1 200 Status\r\nContent-Length: 0\r\n\r\n');
  });
  const httpAgent = agentOf(1);
  const instance = axios.create({ baseURL: origin, proxy: false, responseType: 'stream', httpAgent });
  const reauthenticate = () => axios.get(`${origin}/login`, { httpAgent, proxy: false, timeout: 5_000 });
  attachOutcomes(instance, { retry: { reauthenticate } });
  expect((await instance.get('/work')).status).toBe(200);
  expect(seen.map(({ path }) => path)).toEqual(['/work', '/login', '/work']);
});

describe('a failed stream is released before the next attempt', () => {
  const kinds: readonly [name: string, make: (gone: () => void) => unknown][] = [
    ["the platform's", (gone) => new ReadableStream({ cancel: gone })],
    [
      "the platform's, whose cancel fails",
      (gone) =>
        new ReadableStream({
          cancel() {
            gone();
            throw new Error('cannot cancel');
          },
        }),
    ],
    ["Node's", (gone) => nodeStream(gone, null)],
    ["Node's, whose destroy fails", (gone) => nodeStream(gone, new Error('cannot destroy'))],
    [
      'a stand-in of one, whose destroy throws',
      (gone) => ({
        destroy() {
          gone();
          throw new Error('cannot destroy');
        },
      }),
    ],
  ];

  it.each(kinds)('%s', async (_name, make) => {
    // The body never ends: it is read for a code for 5 s, and given up.
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const events: string[] = [];
    const adapter: AxiosAdapter = async (config) => {
      events.push('attempt');
      const data = make(() => events.push('gone'));
      const status = events.length < 3 ? 503 : 200;
      const response = { status, statusText: '', data, headers: new AxiosHeaders(), config };
      if (status === 503) throw new AxiosError('503', 'ERR_BAD_RESPONSE', config, {}, response);
      return response;
    };
    const outcome = client({ adapter }).get('/work');
    await vi.advanceTimersByTimeAsync(5_100);
    expect(await outcome).toMatchObject({ kind: 'success' });
    expect(events).toEqual(['attempt', 'gone', 'attempt']);
  });
});
