// Where a request goes, as axios and URL parsers read it.
import { describe, expect, it } from 'vitest';
import { methodOf, originOf, pathOf } from '../../src/classify/request-address.js';
import { leastCpuMs } from '../cpu-time.js';

describe('origin and path of an address', () => {
  it.each<[string, string | undefined, string, string]>([
    // url, baseURL, origin, path
    ['http://a.test/x', undefined, 'http://a.test', '/x'],
    ['HTTP://A.test/X', undefined, 'http://a.test', '/X'],
    ['http://a.test', undefined, 'http://a.test', '/'],
    ['http://a.test?x=1', undefined, 'http://a.test', '/'],
    ['http://a.test#x', undefined, 'http://a.test', '/'],
    ['http://a.test/x?y=/z#w', undefined, 'http://a.test', '/x'],
    ['http://a.test/x#y?z', undefined, 'http://a.test', '/x'],
    // RFC 9110, 4.2.1 and 4.2.2: the default port.
    ['http://a.test:80/x', undefined, 'http://a.test', '/x'],
    ['https://a.test:443/x', undefined, 'https://a.test', '/x'],
    ['http://a.test:443/x', undefined, 'http://a.test:443', '/x'],
    ['https://a.test:80/x', undefined, 'https://a.test:80', '/x'],
    ['http://a.test:8080/x', undefined, 'http://a.test:8080', '/x'],
    // A user and a password are no part of the origin.
    ['http://u:p@a.test/x', undefined, 'http://a.test', '/x'],
    ['http://u@a.test/x', undefined, 'http://a.test', '/x'],
    ['http://u:p/q@a.test/x', undefined, 'http://a.test', '/x'],
    ['http://u:p/q@a.test', undefined, 'http://a.test', '/'],
    ['http://u:1:2/q@a.test/x', undefined, 'http://a.test', '/x'],
    ['http://u:p@q/r@a.test/x', undefined, 'http://a.test', '/x'],
    ['http://u@q/r@a.test/x', undefined, 'http://a.test', '/x'],
    // An @ in the path is no password.
    ['http://u@a.test/x@y', undefined, 'http://a.test', '/x@y'],
    ['http://u:p@localhost/x@y', undefined, 'http://localhost', '/x@y'],
    ['http://u:p@a:81/x@y', undefined, 'http://a:81', '/x@y'],
    ['http://a/x@y', undefined, 'http://a', '/x@y'],
    ['http://u@localhosts/r@a.test/x', undefined, 'http://a.test', '/x'],
    ['http://u@abc.d/r@y', undefined, 'http://abc.d', '/r@y'],
    ['http://u@q:1x/r@a.test/x', undefined, 'http://a.test', '/x'],
    ['http://u@abc:81/r@y', undefined, 'http://abc:81', '/r@y'],
    ['http://u:x:1/q@a.test/x', undefined, 'http://a.test', '/x'],
    ['http://u:81x/q@a.test/x', undefined, 'http://a.test', '/x'],
    ['http://:81/x@y', undefined, 'http://:81', '/x@y'],
    ['http://a.test/x@y', undefined, 'http://a.test', '/x@y'],
    ['http://a.test:81/x@y', undefined, 'http://a.test:81', '/x@y'],
    ['http://[::1]:81/x@y', undefined, 'http://[::1]:81', '/x@y'],
    ['http://u:p@a.test/x@y', undefined, 'http://a.test', '/x@y'],
    ['http://u:p@a.test:81/x@y', undefined, 'http://a.test:81', '/x@y'],
    ['http://u:p@[::1]:81/x@y', undefined, 'http://[::1]:81', '/x@y'],
    // As lenient as URL parsers.
    ['  http://a.test/x  ', undefined, 'http://a.test', '/x'],
    ['http:\\\\a.test\\x', undefined, 'http:\\\\a.test', '/\\x'],
    ['http:a.test/x', undefined, 'http:a.test', '/x'],
    ['//a.test/x', undefined, '//a.test', '/x'],
    ['ftp://a.test/x', undefined, 'ftp://a.test', '/x'],
    // An address relative to the page.
    ['/x', undefined, '', '/x'],
    ['x', undefined, '', '/x'],
    ['', undefined, '', '/'],
    // axios's combineURLs.
    ['/x', 'http://a.test', 'http://a.test', '/x'],
    ['x', 'http://a.test/', 'http://a.test', '/x'],
    ['///x', 'http://a.test//', '//', '/x'],
    ['x', 'http://a.test/v1///', 'http://a.test', '/v1/x'],
    ['', 'http://a.test/v1', 'http://a.test', '/v1'],
    ['http://b.test/x', 'http://a.test', 'http://b.test', '/x'],
    ['HTTP://b.test/x', 'http://a.test', 'http://b.test', '/x'],
    ['//b.test/x', 'http://a.test', '//b.test', '/x'],
    ['x//y', 'http://a.test', 'http://a.test', '/x//y'],
    ['x://y', 'http://a.test', 'x://y', '/'],
    ['///x', 'http://a.test', '//', '/x'],
    ['x-1+y.2://b.test/z', 'http://a.test', 'x-1+y.2://b.test', '/z'],
    ['a/http://b.test', undefined, '', '/a/http://b.test'],
    ['.x://y', 'http://a.test', 'http://a.test', '/.x://y'],
    ['/x', '', '', '/x'],
  ])('%j under %j', (url, baseURL, origin, path) => {
    expect([originOf({ url, baseURL }), pathOf({ url, baseURL })]).toEqual([origin, path]);
  });

  it.each(['@.', '@a:1', ':@', '@', '[@', '/@', 'a:'])(
    '80,000 times %j takes less than 50 ms of processor',
    async (piece) => {
      const url = `http://${piece.repeat(80_000)}/x@y`;
      expect(await leastCpuMs(() => originOf({ url }) + pathOf({ url }), 50)).toBeLessThan(50);
    },
  );

  it('a URL object is read as its text', () => {
    const url = new URL('http://a.test/x?y') as never;
    expect([originOf({ url }), pathOf({ url })]).toEqual(['http://a.test', '/x']);
  });

  it('a config without url and baseURL has an empty origin and the path /', () => {
    expect([originOf({}), pathOf({})]).toEqual(['', '/']);
    expect([originOf({ url: null as never }), pathOf({ url: null as never })]).toEqual(['', '/']);
  });
});

describe('methodOf', () => {
  it.each<[unknown, string]>([
    ['post', 'POST'],
    ['PoSt', 'POST'],
    [undefined, 'GET'],
    [null, 'GET'],
  ])('%j is %s', (method, expected) => {
    expect(methodOf({ method: method as never })).toBe(expected);
  });
});
