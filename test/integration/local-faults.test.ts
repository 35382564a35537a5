// What is wrong with a request's own body is its caller's matter, and no matter of the network.
import { createReadStream } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import axios, { type AxiosInstance, type AxiosRequestConfig } from 'axios';
import oldest from 'axios-oldest';
import NpmFormData from 'form-data';
import { describe, expect, it, onTestFinished } from 'vitest';
import { attachOutcomes, explain, OutcomeError, outcomeOf } from '../../src/index.js';

/** A server that says how the body came to it. */
async function echoing(): Promise<string> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('error', () => {}).on('data', (chunk) => chunks.push(chunk));
    request.on('end', () => {
      const type = request.headers['content-type'] ?? '';
      const key = request.headers['x-key'];
      response.setHeader('Content-Type', 'application/json');
      response.end(JSON.stringify({ type, key, body: Buffer.concat(chunks).toString('latin1') }));
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  // A server that listens on a port has an address with one.
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const transports = [
  ['http', axios, 'http'],
  ['fetch', axios, 'fetch'],
  ['axios 1.6.0', oldest, 'http'],
] as const;

type Transport = readonly [name: string, copy: unknown, adapter: string];
async function setUp([, copy, adapter]: Transport, config: AxiosRequestConfig = {}) {
  // The instance of either copy of the types.
  const { create } = copy as typeof axios;
  const instance: AxiosInstance = create({ baseURL: await echoing(), proxy: false, adapter, ...config });
  return { instance, client: attachOutcomes(instance, { retry: { baseDelayMs: 0 } }) };
}

function form(): FormData {
  const made = new FormData();
  made.set('name', 'x'.repeat(500));
  return made;
}
function npmForm(): NpmFormData {
  const made = new NpmFormData();
  made.append('name', 'x'.repeat(500));
  return made;
}
const long = () => Readable.from([Buffer.from('x'.repeat(500))]);
async function* broken() {
  yield Buffer.from('a');
  throw new Error('a bug of the generator');
}

describe.each(transports)('over %s', (...transport) => {
  const bodies: readonly (readonly [string, () => unknown])[] = [
    ['a text', () => 'x'.repeat(500)],
    ['a form', form],
    ['a form made by a function', () => form],
    ['a stream', long],
    ['a stream made by a function', () => long],
    // Of npm's form-data, fetch sends the name of its class, as it does of any object.
    ...(transport[2] === 'fetch'
      ? []
      : [['npm’s form-data', npmForm] as const, ['one by a function', () => npmForm] as const]),
  ];
  it.each(bodies)('%s over maxBodyLength was not sent, says so, and nobody cancelled it', async (_, make) => {
    const { client, instance } = await setUp(transport, { maxBodyLength: 100 });
    const outcome = await client.post('/files', make());
    expect(outcome).toMatchObject({
      kind: 'unreachable',
      code: 'ERR_BAD_REQUEST',
      effect: 'none',
      attempts: [{}],
    });
    const advice = 'check its address, its body and `maxBodyLength`';
    expect(new OutcomeError(outcome).message).toContain(advice);
    expect(explain(outcome)).toContain(advice);
    expect(explain(outcome, { locale: 'zh' })).toContain('maxBodyLength');
    expect(`${new OutcomeError(outcome).message}${explain(outcome)}`).not.toMatch(/network|caller stopped/i);
    expect(await outcomeOf(instance.post('/files', make()))).toMatchObject({
      kind: 'unreachable',
      effect: 'none',
    });
  });

  it.each<[string, () => unknown, RegExp]>([
    ['a file that is missing', () => createReadStream('/nonexistent/file'), /^ENOENT.*open/],
    ['one by a function', () => () => createReadStream('/nonexistent/file'), /^ENOENT.*open/],
    ['a folder', () => createReadStream('/'), /^EISDIR/],
    ['a generator that throws', () => Readable.from(broken()), /^a bug of the generator$/],
    ['one by a function', () => () => Readable.from(broken()), /^a bug of the generator$/],
    [
      'a function that throws',
      () => () => {
        throw new Error('no body today');
      },
      /^no body today$/,
    ],
    ['what JSON cannot hold', () => ({ a: 1n }), /BigInt/],
    ['a symbol', () => Symbol('a'), /symbol|Data after transformation/i],
  ])('%s: its own error is thrown, once', async (_name, make, message) => {
    let made = 0;
    const { client } = await setUp(transport);
    const body = make();
    const counting = () => {
      made++;
      return (body as () => unknown)();
    };
    const counted = typeof body === 'function' ? counting : body;
    await expect(client.post('/files', counted)).rejects.toThrow(message);
    expect(made).toBeLessThanOrEqual(1);
  });

  it('a function in `paramsSerializer` that throws: its own error is thrown, once', async () => {
    const { client } = await setUp(transport);
    let called = 0;
    const serialize = () => {
      called++;
      throw new Error('a bug of the serializer');
    };
    const sent = client.get('/files', { params: { a: 1 }, paramsSerializer: { serialize } });
    await expect(sent).rejects.toThrow('a bug of the serializer');
    expect(called).toBe(1);
  });

  it.each<[string, () => unknown, RegExp, string?]>([
    ['a form', form, /^multipart\/form-data; boundary=/],
    [
      'parameters',
      () => new URLSearchParams({ a: '1' }),
      /^application\/x-www-form-urlencoded;charset=utf-8$/,
      'a=1',
    ],
    ['a Blob with a type', () => new Blob(['hey'], { type: 'text/x' }), /^text\/x$/, 'hey'],
    ['a Blob without', () => new Blob(['hey']), /^application\/octet-stream$/, 'hey'],
    ['a text', () => 'hey', /^application\/octet-stream$/, 'hey'],
    ['a Buffer', () => Buffer.from('hey'), /^application\/octet-stream$/, 'hey'],
    ['bytes', () => new TextEncoder().encode('hey'), /^application\/octet-stream$/, 'hey'],
    [
      'a view of a part',
      () => new Uint8Array(new TextEncoder().encode('-hey-').buffer, 1, 3),
      /^application\/octet/,
      'hey',
    ],
    ['a stream', () => Readable.from([Buffer.from('hey')]), /^application\/octet-stream$/, 'hey'],
    ['nothing', () => undefined, /./, ''],
  ])('%s by a function goes out as its own type', async (_name, make, type, body) => {
    const { client } = await setUp(transport, { headers: { 'X-Key': 'kept' } });
    const outcome = await client.post('/files', make);
    expect(outcome).toMatchObject({
      kind: 'success',
      data: { type: expect.stringMatching(type), key: 'kept' },
    });
    if (body !== undefined) expect(outcome).toMatchObject({ data: { body } });
    const { data } = outcome as { readonly data?: { readonly body: string } };
    if (make === form) expect(data?.body).toContain('name="name"');
  });

  it('a Content-Type of the caller wins, also if an interceptor set plain headers', async () => {
    const { client, instance } = await setUp(transport);
    instance.interceptors.request.use((config) => {
      // As careless interceptors do.
      config.headers = { ...config.headers, 'X-Key': 'kept' } as never;
      return config;
    });
    const headers = { 'Content-Type': 'application/json' };
    expect(await client.post('/files', () => '{"a":1}', { headers })).toMatchObject({
      data: { type: 'application/json', key: 'kept', body: '{"a":1}' },
    });
  });
});

it('a locked stream cannot be sent over fetch: the error is thrown, and nothing is retried', async () => {
  const { client } = await setUp(transports[1]);
  const stream = new Blob(['hey']).stream();
  stream.getReader();
  await expect(client.post('/files', stream)).rejects.toThrow(/locked|disturbed/);
});

it('a header that fetch refuses was not sent: effect none, and never asked again', async () => {
  const { client } = await setUp(transports[1]);
  for (const headers of [{ 'Transfer-Encoding': 'x' }, { Expect: '100-continue' }]) {
    const outcome = await client.post('/files', 'hey', { headers });
    expect(outcome).toMatchObject({ kind: 'unreachable', effect: 'none', attempts: [{}] });
  }
});

it('an address that cannot be parsed becomes an outcome, since it may come from the server', async () => {
  for (const transport of transports) {
    const { client } = await setUp(transport, { baseURL: 'http://[' });
    expect(await client.get('/a')).toMatchObject({ kind: 'unreachable', effect: 'none', attempts: [{}] });
  }
});
