import { once } from 'node:events';
import { Agent, createServer, get } from 'node:http';
import { Readable } from 'node:stream';
import { ReadableStream } from 'node:stream/web';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readWithin } from '../../src/classify/problem/read-stream.js';

const text = (read: { bytes: Uint8Array } | undefined) => new TextDecoder().decode(read?.bytes);
const chunks = (...parts: string[]) => parts.map((part) => Buffer.from(part));

/** A stream that never ends, and says how much was asked of it and whether it was let go of. */
function endless() {
  const seen = { pulled: 0, cancelled: false };
  const stream = new ReadableStream({
    pull(controller) {
      seen.pulled++;
      controller.enqueue(new Uint8Array(1_000));
    },
    cancel() {
      seen.cancelled = true;
    },
  });
  return { seen, stream };
}

describe('a body that is not in memory yet is read within a limit', () => {
  it.each([
    ['a Node Readable', () => Readable.from(chunks('ab', 'cd'))],
    ['a Node Readable that gives texts', () => Readable.from(chunks('ab', 'cd')).setEncoding('utf8')],
    ['a web stream', () => new Response('abcd').body],
    ['a web stream of Buffers', () => ReadableStream.from(chunks('a', '', 'bcd'))],
    ['a Blob', () => new Blob(['ab', 'cd'])],
  ])('%s', async (_, body) => {
    for (const [limit, expected, cut] of [
      [10, 'abcd', false],
      [4, 'abcd', false],
      [3, 'abc', true],
      [0, '', true],
    ] as const) {
      const read = await readWithin(body(), limit);
      expect([text(read), read?.cut, read?.bytes.constructor]).toEqual([expected, cut, Uint8Array]);
    }
  });

  it.each([['text'], [undefined], [null], [7], [{}], [[1]], [new Uint8Array(2)], [new ArrayBuffer(2)]])(
    '%j is in memory, and is not read',
    async (body) => {
      expect(await readWithin(body, 10)).toBeUndefined();
    },
  );

  it('a web stream that is longer is cancelled soon', async () => {
    const { seen, stream } = endless();
    expect(await readWithin(stream, 2_500)).toMatchObject({ cut: true, bytes: { length: 2_500 } });
    expect(seen.cancelled).toBe(true);
    expect(seen.pulled).toBeLessThan(6);
  });

  it('a Node stream that is longer is destroyed, and its late errors are ignored', async () => {
    const stream = new Readable({
      read() {
        this.push(Buffer.alloc(1_000));
      },
      destroy(_, done) {
        setImmediate(done, new Error('late'));
      },
    });
    expect(await readWithin(stream, 2_500)).toMatchObject({ cut: true, bytes: { length: 2_500 } });
    expect(stream.destroyed).toBe(true);
    await new Promise((resolve) => setTimeout(resolve, 5));
  });

  it('a big chunk is not kept in memory', async () => {
    const big = new Uint8Array(1_000_000);
    const read = await readWithin(ReadableStream.from([big]), 10);
    expect(read?.bytes.buffer.byteLength).toBe(10);
  });
});

describe('nothing rejects', () => {
  function* breaking() {
    yield Buffer.from('ab');
    throw new Error('broken');
  }
  const locked = new ReadableStream();
  locked.getReader();
  const destroyed = Readable.from(chunks('ab')).destroy();
  const strange = (read: () => unknown) => ({
    getReader: () => ({ read, cancel: () => Promise.reject(new Error('no')) }),
  });
  it.each<[string, unknown, string]>([
    ['a Node stream that breaks gives what came before', Readable.from(breaking()), 'ab'],
    ['a web stream that breaks gives what came before', ReadableStream.from(breaking()), 'ab'],
    ['a stream of objects', ReadableStream.from([{ a: 1 }]), ''],
    ['a locked stream', locked, ''],
    ['a destroyed stream', destroyed, ''],
    [
      'a reader that throws, and cannot be cancelled',
      strange(() => {
        throw new Error('no');
      }),
      '',
    ],
    ['a reader that gives nothing', strange(() => undefined), ''],
    ['a body that is a stream by name only', { pipe() {}, [Symbol.asyncIterator]: () => undefined }, ''],
  ])('%s', async (_, body, expected) => {
    const read = await readWithin(body, 10);
    expect([text(read), read?.cut]).toEqual([expected, true]);
  });

  it('whatever the body is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.anything(), async (body) => {
        expect(await readWithin(body, 10)).toBeUndefined();
      }),
    );
  });
});

describe('a body that never comes', () => {
  it.each([
    ['a web stream', new ReadableStream({ start: (controller) => controller.enqueue(Buffer.from('ab')) })],
    ['a Node stream', new Readable({ read() {} })],
  ])('%s is let go of when the signal says so', async (_, stream) => {
    if (stream instanceof Readable) stream.push('ab');
    const caller = new AbortController();
    const reading = readWithin(stream, 10, caller.signal);
    setTimeout(() => caller.abort(), 5);
    const read = await reading;
    expect([text(read), read?.cut]).toEqual(['ab', true]);
  });
  it('is not waited for if the signal is already aborted', async () => {
    const { seen, stream } = endless();
    expect(await readWithin(stream, 10, AbortSignal.abort())).toMatchObject({ cut: true });
    expect(seen.cancelled).toBe(true);
  });
});

it('a response that was read to its end keeps its connection open for the next request', async () => {
  const server = createServer((_, response) => response.end('abcd')).listen(0);
  await once(server, 'listening');
  let connections = 0;
  server.on('connection', () => connections++);
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  for (const limit of [4, 10]) {
    const [response] = await once(get({ port, agent }), 'response');
    expect(await readWithin(response, limit)).toMatchObject({ cut: false });
  }
  expect(connections).toBe(1);
  agent.destroy();
  server.close();
});
