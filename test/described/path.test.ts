import axios from 'axios';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attachOutcomes, ConfigurationError } from '../../src/index.js';

const sentTo: (string | undefined)[] = [];
const instance = axios.create({
  adapter: (config) => {
    sentTo.push(config.url);
    return Promise.resolve({ data: 1, status: 200, statusText: 'OK', headers: {}, config });
  },
});
const api = attachOutcomes(instance).describedBy<{ [template: string]: { get: object } }>();

/** The address that a template and its values are sent to. */
async function sent(template: string, path?: object): Promise<string> {
  sentTo.length = 0;
  // The values are of every kind that callers without types may give.
  await api.get(template, { ...(path && { path }) } as never);
  return sentTo.join(' and ');
}

describe('RFC 6570, simple string expansion', () => {
  // The examples of 3.2.2, with the values of 3.2: what else stands in the path is kept.
  it.each([
    ['/{var}', { var: 'value' }, '/value'],
    ['/{hello}', { hello: 'Hello World!' }, '/Hello%20World%21'],
    ['/{half}', { half: '50%' }, '/50%25'],
    ['/O{empty}X', { empty: '' }, '/OX'],
    ['/map', {}, '/map'],
    ['/{x}/{y}', { x: '1024', y: '768' }, '/1024/768'],
    ['/{path}/here', { path: '/foo/bar' }, '/%2Ffoo%2Fbar/here'],
    ['/{list}', { list: ['red', 'green', 'blue'] }, '/red,green,blue'],
    ['/{keys}', { keys: { semi: ';', dot: '.', comma: ',' } }, '/semi,%3B,dot,.,comma,%2C'],
    ['/{v}', { v: "-._~!$&'()*+,;=:@" }, '/-._~%21%24%26%27%28%29%2A%2B%2C%3B%3D%3A%40'],
    ['/{v}', { v: 'ü/漢' }, '/%C3%BC%2F%E6%BC%A2'],
    ['/{n}/{no}/{big}', { n: 0, no: false, big: 12n }, '/0/false/12'],
    ['/{row}-{column}.json', { row: 1, column: 2 }, '/1-2.json'],
    ['/{user-id}/{a.b}/{$c}', { 'user-id': 1, 'a.b': 2, $c: 3 }, '/1/2/3'],
    ['/{a}/{a}', { a: '{b}', b: 'no' }, '/%7Bb%7D/%7Bb%7D'],
    ['/{v}', { v: '$&$1' }, '/%24%26%241'],
    ['/{list}', { list: ['a', undefined, null, 'b'] }, '/a,b'],
    ['/{keys}', { keys: { a: 1, b: undefined } }, '/a,1'],
  ])('%s', async (template, path, address) => {
    expect(await sent(template, path)).toBe(address);
  });

  it('any text comes back as it was, and stays in its segment', async () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1 });
    await fc.assert(
      fc.asyncProperty(text, async (value) => {
        fc.pre(!/^\.{1,2}$/.test(value));
        const address = await sent('/a/{v}/b', { v: value });
        expect(address).toMatch(/^\/a\/(?:[\w.~-]|%[\dA-F]{2})+\/b$/);
        expect(decodeURIComponent(address.slice(3, -2))).toBe(value);
        expect(new URL(address, 'http://a').pathname).toBe(address);
      }),
      { numRuns: 100 },
    );
  });
});

describe('a path that cannot be filled is refused before anything is sent', () => {
  const refused = async (template: string, path?: object) => {
    const error: unknown = await sent(template, path).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ConfigurationError);
    expect(sentTo).toEqual([]);
    return (error as Error).message;
  };

  it.each([
    [undefined],
    [{}],
    [{ owner: 'o' }],
    [{ owner: 'o', repo: undefined }],
    [{ owner: 'o', repo: null }],
    [Object.create({ owner: 'o', repo: 'r' }) as object],
  ])('for a missing parameter, which it names: %o', async (path) => {
    expect(await refused('/repos/{owner}/{repo}', path)).toMatch(
      /Path parameter "(?:owner|repo)" of \/repos\/\{owner\}\/\{repo\} is missing\. Write path: \{ (?:owner|repo): … \}\.$/,
    );
  });

  it('for the name of a method that every object has', async () => {
    expect(await refused('/{constructor}', {})).toContain('constructor');
    expect(await refused('/{__proto__}', {})).toContain('__proto__');
  });

  // RFC 3986, 5.2.4: such a segment is taken out, and the address is another one.
  it.each(['', '.', '..', [], {}, [null]])('for a value that is no segment: %o', async (value) => {
    expect(await refused('/users/{id}/keys', { id: value })).toContain('{id}');
    expect(await refused('/users/{id}', { id: value })).toContain('{id}');
  });

  it('for values that are such a segment together', async () => {
    expect(await refused('/{a}{b}', { a: '.', b: '.' })).toContain('".."');
  });
});
