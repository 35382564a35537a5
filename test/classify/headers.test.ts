// Headers of any adapter: AxiosHeaders, Headers, plain objects, and what mocks make of them.
import { AxiosHeaders } from 'axios';
import { describe, expect, it } from 'vitest';
import { plainHeaders, readHeader, textOf } from '../../src/classify/headers.js';

const throwing = {
  get bad() {
    throw new Error('no');
  },
  Good: 'yes',
};

describe('readHeader', () => {
  it.each<[string, object | null | undefined, string | undefined]>([
    ['AxiosHeaders', new AxiosHeaders({ 'Retry-After': '5' }), '5'],
    ['Headers', new Headers({ 'Retry-After': '5' }), '5'],
    ['a plain object', { 'Retry-After': '5' }, '5'],
    ['a plain object without a prototype', Object.assign(Object.create(null), { 'retry-after': '5' }), '5'],
    ['a Map, whose names are in any case', new Map([['Retry-After', '5']]), '5'],
    ['pairs', [['Retry-After', '5']], undefined],
    ['a value that is a number', { 'retry-after': 5 }, '5'],
    ['repeated values', { 'retry-after': ['5', '6'] }, '5, 6'],
    ['a header that must not be sent', { 'retry-after': false }, undefined],
    ['another header', { 'retry-later': '5' }, undefined],
    [
      'a `get` that throws',
      {
        get: () => {
          throw new Error('no');
        },
      },
      undefined,
    ],
    ['a header named get that is no function', { get: 'x', 'retry-after': '5' }, '5'],
    ['null', null, undefined],
    ['nothing', undefined, undefined],
  ])('of %s', (_name, headers, value) => {
    expect(readHeader(headers, 'retry-after')).toBe(value);
  });
  it('of a text, which callers without types may pass, there is none', () => {
    expect(readHeader('retry-after: 5' as never, 'retry-after')).toBeUndefined();
  });
  it('a name that every object inherits is no header', () => {
    expect(readHeader({}, 'constructor')).toBeUndefined();
    expect(readHeader({}, '__proto__')).toBeUndefined();
  });
});

describe('plainHeaders', () => {
  it.each<[string, object, object]>([
    ['AxiosHeaders', new AxiosHeaders({ A: '1', B: '2' }), { a: '1', b: '2' }],
    ['Headers', new Headers({ A: '1', B: '2' }), { a: '1', b: '2' }],
    [
      'a Map',
      new Map<unknown, unknown>([
        ['A', 1],
        ['B', ['2', '3']],
      ]),
      { a: '1', b: '2, 3' },
    ],
    ['a plain object with a function', { A: '1', toJSON: () => ({}) }, { a: '1' }],
    [
      'values that have no text',
      { A: null, B: undefined, C: false, D: Object.create(null), E: '' },
      { e: '' },
    ],
    ['a getter that throws loses only its own header', throwing, { good: 'yes' }],
    ['an empty name', { '': 'x', A: '1' }, { a: '1' }],
    ['iterables of other things than pairs', new Set(['a', ['b', '2']]), { b: '2' }],
    [
      'names that have no text',
      new Map<unknown, unknown>([
        [null, '1'],
        [Object.create(null), '2'],
        [3, '3'],
      ]),
      { 3: '3' },
    ],
    ['an object without headers', {}, {}],
  ])('%s', (_name, headers, plain) => {
    expect(plainHeaders(headers)).toEqual(plain);
  });
  it('a header named __proto__ does not set the prototype', () => {
    const plain = plainHeaders(JSON.parse('{"__PROTO__":"x","__proto__":{"a":"1"},"b":"2"}'));
    expect(Object.getPrototypeOf(plain)).toBe(Object.prototype);
    expect(Object.keys(plain)).toEqual(['b']);
  });
  it('an iterator that throws keeps the headers before it', () => {
    function* pairs() {
      yield ['a', '1'];
      throw new Error('no');
    }
    expect(plainHeaders(pairs())).toEqual({ a: '1' });
  });
  it.each([null, undefined, 'a: 1', 7])('of %j there are none', (headers) => {
    expect(plainHeaders(headers as never)).toEqual({});
  });
});

describe('textOf', () => {
  it.each<[unknown, string | undefined]>([
    ['x', 'x'],
    ['', ''],
    [5, '5'],
    [0, '0'],
    [true, 'true'],
    [false, undefined],
    [null, undefined],
    [undefined, undefined],
    [['a', 'b'], 'a, b'],
    [new URL('http://a.test/x'), 'http://a.test/x'],
    [Object.create(null), undefined],
    [[Object.create(null)], undefined],
    [Symbol('x'), 'Symbol(x)'],
  ])('case %#', (value, text) => {
    expect(textOf(value)).toBe(text);
  });
});
