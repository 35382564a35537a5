// What the transport shows of redirects and of the TLS handshake.
import { describe, expect, it } from 'vitest';
import {
  handshakeFinished,
  mayBeOfAGet,
  mayHaveBeenRedirected,
  noteRedirect,
} from '../../src/classify/connection.js';

/** An object with a prototype of its own, such as a ClientRequest, a Request or an XMLHttpRequest. */
const transport = (fields: object): object => Object.assign(Object.create({}), fields);

describe('mayHaveBeenRedirected: a refusal proves "never sent" only at the first host', () => {
  const failed = (config: object, failure: object, request?: unknown) =>
    mayHaveBeenRedirected({ error: { config, request } }, failure);
  const to = (url: string, more: object = {}) => ({ url, ...more });

  it('follow-redirects counts the redirects', () => {
    const elsewhere = { address: '10.0.0.9', port: 1 };
    expect(failed(to('http://a.test/'), elsewhere, { _redirectCount: 0 })).toBe(false);
    expect(failed(to('http://a.test/'), elsewhere, { _redirectCount: 1 })).toBe(true);
    expect(failed(to('http://127.0.0.1/'), { address: '127.0.0.1', port: 80 }, { _redirectCount: 1 })).toBe(
      true,
    );
  });

  it.each<[string, object, object, boolean]>([
    ['the host of a look-up is the host of the URL', to('http://a.test/'), { hostname: 'a.test' }, false],
    ['… in capitals', to('http://a.test/'), { hostname: 'A.TEST' }, false],
    ['the host of a look-up is another', to('http://a.test/'), { hostname: 'b.test' }, true],
    [
      'the address and port of the URL',
      to('http://127.0.0.1:81/'),
      { address: '127.0.0.1', port: 81 },
      false,
    ],
    ['another port', to('http://127.0.0.1:81/'), { address: '127.0.0.1', port: 82 }, true],
    [
      'another address on the same port',
      to('http://127.0.0.1:81/'),
      { address: '127.0.0.2', port: 81 },
      true,
    ],
    ['the port of http', to('http://127.0.0.1/'), { address: '127.0.0.1', port: 80 }, false],
    ['the port of https', to('https://127.0.0.1/'), { address: '127.0.0.1', port: 443 }, false],
    ['the port of https, for http', to('http://127.0.0.1/'), { address: '127.0.0.1', port: 443 }, true],
    ['an IPv6 address', to('http://[::1]:81/'), { address: '::1', port: 81 }, false],
    ['localhost by IPv4', to('http://localhost:81/'), { address: '127.0.0.1', port: 81 }, false],
    ['localhost by IPv6', to('http://localhost:81/'), { address: '::1', port: 81 }, false],
    ['localhost by another address', to('http://localhost:81/'), { address: '10.0.0.1', port: 81 }, true],
    ['a name whose address nobody knows', to('http://a.test:81/'), { address: '10.0.0.1', port: 81 }, true],
    ['a base URL', to('/x', { baseURL: 'http://127.0.0.1:81' }), { address: '127.0.0.1', port: 81 }, false],
    [
      'a base URL with another port',
      to('/x', { baseURL: 'http://127.0.0.1:81' }),
      { address: '127.0.0.1', port: 82 },
      true,
    ],
    ['no address', to('http://a.test/'), { port: 81 }, false],
    ['no port', to('http://a.test/'), { address: '10.0.0.1' }, false],
    ['a URL that cannot be parsed', to('//'), { hostname: 'b.test' }, false],
    ['no URL', {}, { hostname: 'b.test' }, false],
  ])('%s', (_name, config, failure, redirected) => {
    expect(failed(config, failure)).toBe(redirected);
  });

  const other = { hostname: 'b.test' };
  it.each<[string, object, unknown, boolean]>([
    ['maxRedirects 0 follows none', { maxRedirects: 0 }, undefined, false],
    ['maxRedirects 5 follows', { maxRedirects: 5 }, undefined, true],
    [
      'a Request of mode `follow` follows, whatever maxRedirects says',
      { maxRedirects: 0 },
      { redirect: 'follow' },
      true,
    ],
    ['a Request of mode `manual` does not', {}, { redirect: 'manual' }, false],
    ['a Request of mode `error` does not', {}, { redirect: 'error' }, false],
    [
      'fetchOptions win over the Request',
      { fetchOptions: { redirect: 'follow' } },
      { redirect: 'manual' },
      true,
    ],
    ['fetchOptions may forbid it', { fetchOptions: { redirect: 'error' } }, undefined, false],
  ])('%s', (_name, config, request, redirected) => {
    expect(failed(to('http://a.test/', config), other, request)).toBe(redirected);
  });

  it('the config that was sent counts, not the one of the error', () => {
    const error = { config: { url: 'http://a.test/' } };
    expect(mayHaveBeenRedirected({ error, sent: { url: 'http://b.test/' } }, other)).toBe(false);
    expect(
      mayHaveBeenRedirected(
        { error, sent: { url: 'http://b.test/', maxRedirects: 0 } },
        { hostname: 'a.test' },
      ),
    ).toBe(false);
  });
});

describe('mayBeOfAGet: an answer to the GET that a redirect made of a POST (RFC 9110, 15.4)', () => {
  it.each<[string, unknown, object, boolean]>([
    ['a GET stays a GET', transport({ redirect: 'follow' }), { method: 'get' }, false],
    ['a HEAD too, in capitals', transport({ redirect: 'follow' }), { method: 'HEAD' }, false],
    ['a method that only begins like GET', transport({ redirect: 'follow' }), { method: 'getx' }, true],
    ['a method that only ends like GET', transport({ redirect: 'follow' }), { method: 'xget' }, true],
    ['no method', transport({ redirect: 'follow' }), {}, false],
    ['a Request that follows', transport({ redirect: 'follow' }), { method: 'post' }, true],
    ['a Request that does not', transport({ redirect: 'manual' }), { method: 'post' }, false],
    ['http2, which follows none', transport({ sentHeaders: {} }), { method: 'post' }, false],
    ['http, and the last request was a POST', transport({ method: 'POST' }), { method: 'post' }, false],
    ['http, and the last request was a GET', transport({ method: 'get' }), { method: 'post' }, true],
    ['a request that does not tell', transport({}), { method: 'post' }, true],
    ['the plain object of a mock', { redirect: 'follow' }, { method: 'post' }, false],
    ['a plain object without a prototype', Object.create(null), { method: 'post' }, false],
    ['no request', undefined, { method: 'post' }, false],
    ['null', null, { method: 'post' }, false],
    ['fetch without a class Request', false, { method: 'post' }, true],
    ['… whose maxRedirects axios ignores', false, { method: 'post', maxRedirects: 0 }, true],
    [
      '… whose fetchOptions forbid it',
      false,
      { method: 'post', fetchOptions: { redirect: 'manual' } },
      false,
    ],
  ])('%s', (_name, request, config, expected) => {
    expect(mayBeOfAGet(request, config)).toBe(expected);
  });

  it('a watched fetch says whether it followed', () => {
    const followed = transport({ redirect: 'follow' });
    const stayed = transport({ redirect: 'follow' });
    noteRedirect(followed, true);
    noteRedirect(stayed, false);
    expect(mayBeOfAGet(followed, { method: 'post' })).toBe(true);
    expect(mayBeOfAGet(stayed, { method: 'post' })).toBe(false);
  });
});

describe('handshakeFinished: while it is false, no byte of the request was sent (Node’s TLSSocket)', () => {
  it.each<[string, unknown, boolean | undefined]>([
    ['the handshake runs', { socket: { secureConnecting: true } }, false],
    ['the handshake is over', { socket: { secureConnecting: false } }, true],
    [
      'the request is inside one of follow-redirects',
      { _currentRequest: { socket: { secureConnecting: true } } },
      false,
    ],
    ['the socket has no TLS', { socket: {} }, undefined],
    ['there is no socket', {}, undefined],
    ['there is no request', undefined, undefined],
  ])('%s', (_name, request, expected) => {
    expect(handshakeFinished({ request })).toBe(expected);
  });
});
