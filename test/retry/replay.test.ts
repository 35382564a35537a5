// What can be sent again, and what is let go of.
import { EventEmitter } from 'node:events';
import { PassThrough, Readable } from 'node:stream';
import axios, { type AxiosAdapter, AxiosError } from 'axios';
import NpmFormData from 'form-data';
import { describe, expect, it, vi } from 'vitest';
import { attachOutcomes } from '../../src/index.js';
import {
  closeConnection,
  closeIdleSockets,
  discardBody,
  isReplayable,
  isSendable,
  isSpent,
  isStreamLike,
  noteEndOfFetch,
  releaseAnswer,
} from '../../src/retry/replay.js';

function* generator() {
  yield Buffer.from('a');
}
async function* asyncGenerator() {
  yield Buffer.from('a');
}
function npmForm(): NpmFormData {
  const form = new NpmFormData();
  form.append('a', '1');
  return form;
}
/** An iterable that can be walked once: it is its own iterator. */
const oneShot = () => [Buffer.from('a')].values();

const gone: readonly (readonly [string, () => unknown])[] = [
  ['Node’s stream', () => Readable.from(['a'])],
  ['the platform’s stream', () => new Blob(['a']).stream()],
  ['npm’s form-data', npmForm],
  ['a generator', generator],
  ['an async generator', asyncGenerator],
  ['an iterator', oneShot],
  ['an async iterable', () => ({ [Symbol.asyncIterator]: asyncGenerator })],
];
const kept: readonly (readonly [string, unknown])[] = [
  ['nothing', undefined],
  ['null', null],
  ['a text', 'a'],
  ['a number', 7],
  ['a Buffer', Buffer.from('a')],
  ['bytes', new Uint8Array(1)],
  ['an ArrayBuffer', new ArrayBuffer(1)],
  ['a DataView', new DataView(new ArrayBuffer(1))],
  ['a Blob', new Blob(['a'])],
  ['a File', new File(['a'], 'a')],
  ['a form', new FormData()],
  ['parameters', new URLSearchParams({ a: '1' })],
  ['a plain object', { a: 1 }],
  ['a list', ['a']],
];

describe('a body is sent again byte for byte, or not at all', () => {
  it.each(kept)('%s can be sent again', (_, body) => expect(isReplayable(body)).toBe(true));
  it.each(gone)('%s cannot be sent again', (_, make) => expect(isReplayable(make())).toBe(false));
  it('a function cannot be sent again', () => expect(isReplayable(() => 'a')).toBe(false));

  it.each(gone)('%s: no second attempt is made', async (_, make) => {
    const adapter = vi.fn<AxiosAdapter>(async (config) => {
      throw new AxiosError('reset', 'ECONNRESET', config);
    });
    const client = attachOutcomes(axios.create({ adapter, transformRequest: [(data) => data] }), {
      retry: { baseDelayMs: 0 },
    });
    const outcome = await client.put('/a', make());
    expect(outcome).toMatchObject({ kind: 'unreachable', retry: { stopped: 'body' }, attempts: [{}] });
    expect(adapter).toHaveBeenCalledOnce();
  });
  it.each(kept)('%s: a second attempt is made', async (_, body) => {
    const bodies: unknown[] = [];
    const adapter: AxiosAdapter = async (config) => {
      bodies.push(config.data);
      throw new AxiosError('reset', 'ECONNRESET', config);
    };
    const client = attachOutcomes(axios.create({ adapter, transformRequest: [(data) => data] }), {
      retry: { baseDelayMs: 0, retries: 1 },
    });
    await client.put('/a', body);
    expect(bodies).toEqual([body, body]);
  });
});

describe('what a body function may return', () => {
  it.each([...kept.filter(([name]) => !/number|object|list/.test(name))])('%s', (_, body) => {
    expect(isSendable(body)).toBe(true);
    expect(isSpent(body)).toBe(false);
  });
  it.each(gone.filter(([name]) => !/^an iterator/.test(name)))('%s', (_, make) => {
    expect(isSendable(make())).toBe(true);
    expect(isSpent(make())).toBe(false);
  });
  it.each([{ a: 1 }, 7, true, Symbol('a'), () => 'a'])('not %s', (body) =>
    expect(isSendable(body)).toBe(false),
  );

  it('a stream that was read, is being read, or is destroyed counts as spent', async () => {
    const ended = Readable.from(['a']);
    for await (const _ of ended);
    const destroyed = new PassThrough();
    destroyed.destroy();
    const begun = Readable.from(['a', 'b']);
    await begun[Symbol.asyncIterator]().next();
    const locked = new Blob(['a']).stream();
    locked.getReader();
    const used = new Response('a');
    await used.text();
    for (const body of [ended, destroyed, begun, locked, used]) expect(isSpent(body)).toBe(true);
  });
});

describe('releasing a stream', () => {
  it('a late error of the stream is ignored', async () => {
    const stream = new Readable({ read() {}, destroy: (_, done) => setTimeout(done, 5, new Error('late')) });
    discardBody(stream);
    await vi.waitFor(() => expect(stream.errored).toMatchObject({ message: 'late' }));
    expect(stream.destroyed).toBe(true);
  });
  it('reads from the stream before it is destroyed, so that the stream that axios wraps is freed too', async () => {
    const source = new PassThrough();
    async function* wrapped() {
      yield* source;
    }
    const body = Readable.from(wrapped());
    discardBody(body);
    source.write('a');
    await vi.waitFor(() => expect(source.destroyed).toBe(true));
  });
  it('cancels a web stream, also if that fails', async () => {
    const cancel = vi.fn(() => Promise.reject(new Error('cannot')));
    discardBody(new ReadableStream({ cancel }));
    await vi.waitFor(() => expect(cancel).toHaveBeenCalledOnce());
  });
  it.each([
    undefined,
    null,
    'a',
    7,
    {},
    { destroy: 'x' },
    { cancel: 1 },
    {
      destroy() {
        throw new Error('x');
      },
    },
  ])('ignores %s, and nothing throws', (body) => expect(() => discardBody(body)).not.toThrow());
  it('closes the connection of a stream, but not of an answer in memory', () => {
    const destroy = vi.fn();
    releaseAnswer({ status: 503, data: 'text', request: { destroy } } as never);
    expect(destroy).not.toHaveBeenCalled();
    releaseAnswer({ status: 503, data: Readable.from(['a']), request: { destroy } } as never);
    expect(destroy).toHaveBeenCalledOnce();
    releaseAnswer({
      status: 503,
      data: Readable.from(['a']),
      request: {
        destroy() {
          throw new Error('x');
        },
      },
    } as never);
    releaseAnswer({ status: 503, data: Readable.from(['a']) });
  });
  it.each([
    [Readable.from(['a']), true],
    [new Blob(['a']).stream(), true],
    [new Blob(['a']), true],
    ['a', false],
    [null, false],
    [{ stream: 1 }, false],
    [{ slice: 1 }, false],
    [
      new Proxy(
        {},
        {
          has: () => {
            throw new Error('trap');
          },
        },
      ),
      false,
    ],
  ])('isStreamLike checks the methods of a value', (body, expected) =>
    expect(isStreamLike(body)).toBe(expected),
  );
});

describe('the idle connections of an agent', () => {
  const socket = () => Object.assign(new EventEmitter(), { destroy: vi.fn() });
  function failed(change: object = {}) {
    const [here, there, used] = [socket(), socket(), socket()];
    const agent = {
      freeSockets: { 'a.example:80:': [here], 'b.example:80:': [there] },
      sockets: { 'a.example:80:': [used] },
    };
    return {
      here,
      there,
      used,
      error: { request: { reusedSocket: true, agent, host: 'a.example', ...change } },
    };
  }
  it('are closed if a reused connection to the same host broke', () => {
    const { here, there, used, error } = failed();
    closeIdleSockets(error);
    expect(here.destroy).toHaveBeenCalledOnce();
    expect(there.destroy).not.toHaveBeenCalled();
    expect(used.destroy).not.toHaveBeenCalled();
  });
  it('also if follow-redirects wraps the request', () => {
    const { here, error } = failed();
    closeIdleSockets({ request: { _currentRequest: error.request } });
    expect(here.destroy).toHaveBeenCalledOnce();
  });
  it.each<[string, object]>([
    ['the connection was new', { reusedSocket: false }],
    ['nobody says whether it was', { reusedSocket: undefined }],
    ['the host is not known', { host: undefined }],
  ])('stay open if %s', (_, change) => {
    const { here, error } = failed(change);
    closeIdleSockets(error);
    expect(here.destroy).not.toHaveBeenCalled();
  });
  it.each([
    undefined,
    null,
    {},
    { request: { reusedSocket: true, host: 'a' } },
    { request: { reusedSocket: true, host: 'a', agent: {} } },
    { request: { reusedSocket: true, host: 'a', agent: { freeSockets: { 'a:': 7 } } } },
  ])('the error %j does not throw', (error) => expect(() => closeIdleSockets(error)).not.toThrow());
});

describe('streams of other libraries lack some methods', () => {
  it.each<[string, (end: () => void) => object, string]>([
    ['destroy alone', (destroy) => ({ destroy }), 'destroyed'],
    ['no method on', (destroy) => ({ destroy, on: 1, read() {} }), 'destroyed'],
    ['no method read', (destroy) => ({ destroy, on() {}, read: 1 }), 'destroyed'],
    ['destroy that is no method, and cancel', (cancel) => ({ destroy: 1, cancel }), 'cancelled'],
  ])('%s: it is %s', (_, make) => {
    const end = vi.fn();
    discardBody(make(end));
    expect(end).toHaveBeenCalledOnce();
  });
  it.each([{ destroy: 1 }, { cancel: 1 }, { destroy: 1, cancel: 1 }, {}, 'a', 7, null, undefined])(
    '%j has no method to end it, and nothing throws',
    (body) => expect(() => discardBody(body)).not.toThrow(),
  );
});

describe('closing the connection of an answer', () => {
  const response = { status: 503, headers: {}, data: undefined };
  it('ends the fetch of a Request', () => {
    const request = { destroy: vi.fn() };
    const end = vi.fn();
    noteEndOfFetch(request, end);
    closeConnection({ ...response, request } as never);
    expect(end).toHaveBeenCalledOnce();
    expect(request.destroy).not.toHaveBeenCalled();
  });
  it("destroys Node's request", () => {
    const request = { destroy: vi.fn() };
    closeConnection({ ...response, request } as never);
    expect(request.destroy).toHaveBeenCalledOnce();
  });
  it.each([undefined, null, 'a', 7, {}, { destroy: 1 }])('a request of %j is left alone', (request) => {
    expect(() => closeConnection({ ...response, request } as never)).not.toThrow();
  });
});
