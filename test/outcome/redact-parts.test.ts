// The parts of redaction, each by a table: names of secrets, secrets that a request sent, and texts.
import { describe, expect, it } from 'vitest';
import { copyOf, redactBody } from '../../src/outcome/redact/fields.js';
import { bothOf, readRedact } from '../../src/outcome/redact/redact.js';
import {
  decoded,
  encoded,
  isSecretField,
  isSecretHeader,
  isSecretParameter,
  nothingMore,
} from '../../src/outcome/redact/secret-names.js';
import { sentSecrets, withoutSecrets } from '../../src/outcome/redact/sent-secrets.js';
import { redactFailure, redactMessage, redactUrls } from '../../src/outcome/redact/text.js';

const more = new Set(['pan']);

describe('names of secrets', () => {
  const everywhere = [
    ...[
      'token',
      'access_token',
      'X-Auth-Token',
      'tokenId',
      'secret',
      'client_secret',
      'passwd',
      'password',
      'userPassword',
    ],
    ...[
      'passphrase',
      'pwd',
      'signature',
      'credentials',
      'Authorization',
      'proxy-authorization',
      'cookie',
      'set-cookie',
    ],
    ...[
      'session',
      'sessionId',
      'jwt',
      'csrf',
      'xsrf',
      'x-csrf-header',
      'code_verifier',
      'codeVerifier',
      'code-verifier',
    ],
    ...[
      'apikey',
      'api_key',
      'api-key',
      'accessKey',
      'private_key',
      'subscription-key',
      'x-functions-key',
      'functionKey',
    ],
    ...['accountKey', 'master_key', 'signingkey', 'pass', 'user-pass', 'user[pass]', 'db_pass', 'pan', 'PAN'],
  ];
  const headersAndParameters = [
    'auth',
    'x-auth',
    'key',
    'user_key',
    'sig',
    'sid',
    'otp',
    'pin',
    'hmac',
    'assertion',
    'user[key]',
    'code',
    'ticket',
    'SAMLRequest',
    'samlresponse',
  ];
  const parameters = ['X-Amz-Date', 'X-Goog-Date', 'q-sign-time', 'x-obs-acl', 'x-oss-process', 'q-cos-x'];
  const nowhere = [
    ...[
      'tokens',
      'max_tokens',
      'status',
      'compass',
      'bypass',
      'author',
      'monkey',
      'design',
      'inside',
      'spin',
      'side',
      'codes',
    ],
    ...[
      'zipcode',
      'error_code',
      'tickets',
      'ticket_id',
      'samlrequestid',
      'keys',
      'keyword',
      'passenger',
      'my-x-amz-date',
    ],
    ...[
      'access-control-allow-credentials',
      'x-ratelimit-remaining-tokens',
      'ratelimit-token',
      'cache_key',
      'surrogate-key',
      'idempotency-key',
    ],
    ...[
      'public_key',
      'sortKey',
      'partition-key',
      'primary_key',
      'foreign_key',
      'group-key',
      'row_key',
      'start_key',
      'last_key',
      'next-key',
      'object_key',
      'filekey',
    ],
    ...[
      'page_token',
      'nextToken',
      'continuation-token',
      '$skiptoken',
      'syncToken',
      'token_type',
      'token_uri',
      'tokenUrl',
      'token_endpoint',
    ],
    ...['signature_algorithm', 'X-Goog-Expires', 'token_expires', 'token_expires_in', 'span', 'pa'],
  ];
  it.each(everywhere)('%s in a header, a parameter and a field', (name) => {
    expect([isSecretHeader(name, more), isSecretParameter(name, more), isSecretField(name, more)]).toEqual([
      true,
      true,
      true,
    ]);
  });
  it.each(headersAndParameters)('%s in a header and a parameter', (name) => {
    expect([isSecretHeader(name, more), isSecretParameter(name, more), isSecretField(name, more)]).toEqual([
      true,
      true,
      false,
    ]);
  });
  it.each(parameters)('%s in a parameter', (name) => {
    expect([isSecretHeader(name, more), isSecretParameter(name, more), isSecretField(name, more)]).toEqual([
      false,
      true,
      false,
    ]);
  });
  it.each(nowhere)('not %s', (name) => {
    expect([isSecretHeader(name, more), isSecretParameter(name, more), isSecretField(name, more)]).toEqual([
      false,
      false,
      false,
    ]);
  });
  it('a parameter is decoded first', () => {
    expect(isSecretParameter('%74oken', nothingMore)).toBe(true);
    expect(isSecretParameter('%70an', more)).toBe(true);
    expect(isSecretField('%74oken', nothingMore)).toBe(false);
  });
  it('the option’s names count only where they are given', () => {
    expect([
      isSecretHeader('pan', nothingMore),
      isSecretParameter('pan', nothingMore),
      isSecretField('pan', nothingMore),
    ]).toEqual([false, false, false]);
  });
  it('what cannot be decoded or encoded stays as it is', () => {
    expect([decoded('%41'), decoded('%'), decoded('%E0%A4%A'), decoded('a+b')]).toEqual([
      'A',
      '%',
      '%E0%A4%A',
      'a+b',
    ]);
    expect([encoded('a b'), encoded('\uD800')]).toEqual(['a%20b', '\uD800']);
  });
});

describe('the option `redact`', () => {
  it('is a list of names, in any case', () => {
    expect(readRedact(undefined)).toBe(nothingMore);
    expect(readRedact(['PAN', 'pan', 'Iban'])).toEqual(new Set(['pan', 'iban']));
  });
  it.each([
    ['pan', 'redact is "pan"'],
    [[7], 'redact[0] is 7'],
    [['pan', ''], 'redact[1] is ""'],
    [null, 'redact is null'],
  ])('%j is refused', (given, why) => {
    expect(() => readRedact(given)).toThrow(why);
  });
  it('of the client and of the call count together', () => {
    const [one, other] = [new Set(['a']), new Set(['b'])];
    expect(bothOf(one, other)).toEqual(new Set(['a', 'b']));
    expect(bothOf(one, nothingMore)).toBe(one);
    expect(bothOf(nothingMore, other)).toBe(other);
    expect(bothOf(one, one)).toBe(one);
  });
});

describe('copyOf', () => {
  const replace = (value: unknown) => (value === 'x' ? 'y' : value);
  it('returns the value itself if nothing is replaced', () => {
    const body = { a: ['b', { c: 1 }], d: null };
    expect(copyOf(body, replace)).toBe(body);
    expect(copyOf('z', replace)).toBe('z');
  });
  it('replaces texts and names at any depth, and leaves the value alone', () => {
    const body = { a: ['b', { x: 'x' }], d: null };
    expect(copyOf(body, replace)).toEqual({ a: ['b', { x: 'y' }], d: null });
    expect(
      copyOf(
        body,
        (value) => value,
        (name) => (name === 'x' ? 'z' : name),
      ),
    ).toEqual({ a: ['b', { z: 'x' }], d: null });
    expect(body).toEqual({ a: ['b', { x: 'x' }], d: null });
    expect(copyOf('x', replace)).toBe('y');
  });
  it('keeps circles, shared parts and frozen parts', () => {
    const shared = Object.freeze({ b: 'x' });
    const body: Record<string, unknown> = {
      one: shared,
      other: shared,
      list: Object.freeze(['x']),
      open: ['x'],
    };
    body['self'] = body;
    const copy = copyOf(body, replace) as typeof body;
    expect(copy['self']).toBe(copy);
    expect(copy['one']).toBe(copy['other']);
    expect(copy['one']).toEqual({ b: 'y' });
    expect([copy['one'], copy['list'], copy['open'], copy].map(Object.isFrozen)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
  it('copies an object without a prototype, of another realm, and none of a class', () => {
    const bare = Object.assign(Object.create(null), { a: 'x' });
    const foreign = Object.assign(Object.create(Object.create(null)), { a: 'x' });
    const classy = Object.assign(Object.create(Object.create(Object.prototype)), { a: 'x' });
    const date = new Date(0);
    expect(copyOf({ bare, foreign, classy, date }, replace)).toEqual({
      bare: { a: 'y' },
      foreign: { a: 'y' },
      classy,
      date,
    });
    expect(copyOf(classy, replace)).toBe(classy);
  });
  it('a name __proto__ stays a field', () => {
    const copy = copyOf(JSON.parse('{"__proto__":{"a":"x"},"b":"x"}'), replace) as object;
    expect(Object.keys(copy)).toEqual(['__proto__', 'b']);
    expect(Object.getPrototypeOf(copy)).toBe(Object.prototype);
    expect(JSON.stringify(copy)).toBe('{"__proto__":{"a":"y"},"b":"y"}');
    expect(Object.getOwnPropertyDescriptor(copy, '__proto__')).toMatchObject({
      configurable: true,
      writable: true,
    });
  });
});

describe('redactBody: the fields that the caller named', () => {
  const named = new Set(['pan', 'a.b']);
  it.each<[unknown, unknown]>([
    [
      { pan: 1, other: [{ PAN: 'x' }] },
      { pan: '[redacted]', other: [{ PAN: '[redacted]' }] },
    ],
    [{ pans: 1 }, { pans: 1 }],
    ['{"pan":"4111","b":', '{[redacted]'],
    ['{"a":1,"PAN" : "4111"', '{"a":1,[redacted]'],
    ['{"a.b":1', '{[redacted]'],
    ['{"axb":1', '{"axb":1'],
    ['{"pans":1', '{"pans":1'],
    ['pan: 4111', 'pan: 4111'],
    ['', ''],
    [7, 7],
    [undefined, undefined],
  ])('case %#', (body, safe) => {
    expect(redactBody(body, named)).toEqual(safe);
  });
  it('a body whose getter throws is redacted as a whole', () => {
    const body = {
      get a() {
        throw new Error('no');
      },
    };
    expect(redactBody(body, named)).toBe('[redacted]');
  });
});

function formOf(fields: Readonly<Record<string, string>>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

describe('sentSecrets: the credentials of a request', () => {
  const of = (config: unknown, redact = nothingMore) => sentSecrets(config, redact);
  it.each<[string, unknown, readonly string[]]>([
    ['a header', { headers: { 'X-Api-Key': 'key-123456' } }, ['key-123456']],
    [
      'a token, with and without its scheme',
      { headers: { authorization: 'Bearer abcdefgh' } },
      ['Bearer abcdefgh', 'Bearer%20abcdefgh', 'Bearer+abcdefgh', 'abcdefgh'],
    ],
    [
      'the values of cookies',
      { headers: { cookie: 'a=sessionid; b=1;c=another-one' } },
      ['another-one', 'sessionid'],
    ],
    [
      'a password of Basic',
      { headers: { authorization: `Basic ${btoa('ann:hunter22')}` } },
      ['hunter22', btoa('ann:hunter22')],
    ],
    [
      '… with a colon in it',
      { headers: { authorization: `basic ${btoa('ann:hunter:22')}` } },
      ['hunter:22', 'hunter%3A22'],
    ],
    ['auth', { auth: { username: 'ann', password: 'hunter22' } }, ['hunter22', btoa('ann:hunter22')]],
    [
      'auth with a key as its user name',
      { auth: { username: 'sk_live_1' } },
      ['sk_live_1', btoa('sk_live_1:')],
    ],
    ['auth of a proxy', { proxy: { auth: { username: 'ann', password: 'hunter22' } } }, ['hunter22']],
    ['a password in the URL', { url: 'https://ann:hunter22@a.test/x' }, ['hunter22', btoa('ann:hunter22')]],
    ['… encoded', { url: 'https://ann:hunter%2022@a.test/x' }, ['hunter 22', 'hunter%2022', 'hunter+22']],
    ['… in the base URL', { baseURL: 'https://ann:hunter22@a.test', url: '/x' }, ['hunter22']],
    [
      'a parameter of the URL',
      { url: '/x?token=abcdefgh&b=innocent#access_token=ijklmnop' },
      ['abcdefgh', 'ijklmnop'],
    ],
    ['… after a semicolon', { url: '/x;token=abcdefgh;b=innocent' }, ['abcdefgh']],
    [
      '… encoded, and decoded',
      { url: '/x?token=abc%2Fdefgh' },
      ['abc%2Fdefgh', 'abc/defgh', 'abc%2fdefgh', 'abc\\/defgh'],
    ],
    ['params', { params: { token: 'abcdefgh', b: 'innocent' } }, ['abcdefgh']],
    [
      'params in URLSearchParams',
      { params: new URLSearchParams({ token: 'abcdefgh', b: 'innocent' }) },
      ['abcdefgh'],
    ],
    ['a field of the body', { data: { user: { password: 'hunter22', name: 'innocent' } } }, ['hunter22']],
    ['a field of a FormData', { data: formOf({ password: 'hunter22', name: 'innocent' }) }, ['hunter22']],
    ['a field of a JSON text', { data: ' {"password":"hunter22","name":"innocent"}' }, ['hunter22']],
    ['a list in a JSON text', { data: '[{"password":"hunter22"}]' }, ['hunter22']],
    [
      'a field of a form',
      { data: 'password=hunter+22&name=innocent' },
      ['hunter 22', 'hunter+22', 'hunter%2022'],
    ],
    [
      'everything below a secret name',
      { data: { credentials: { a: ['abcdefgh', { b: 1234567 }], c: true } } },
      ['abcdefgh', '1234567'],
    ],
  ])('%s', (_name, config, secrets) => {
    const found = of(config) ?? [];
    expect(found).toEqual(expect.arrayContaining([...secrets]));
    expect(found.filter((secret) => /innocent|ann$/.test(secret))).toEqual([]);
    expect(found).toEqual([...found].sort((a, b) => b.length - a.length));
    expect(new Set(found).size).toBe(found.length);
  });

  it.each<[string, unknown]>([
    ['no config', undefined],
    [
      'no credentials',
      { headers: { accept: 'application/json' }, url: '/x?page=innocent', data: { name: 'innocent' } },
    ],
    ['a secret of five characters', { headers: { 'x-api-key': '12345' } }],
    ['a secret of more than 16 kB', { headers: { 'x-api-key': 'x'.repeat(16_385) } }],
    ['the text that stands for a secret', { headers: { 'x-api-key': '[redacted]' } }],
    ['a part of it', { headers: { 'x-api-key': 'redacted' } }],
    ['an empty auth', { auth: { username: '', password: '' } }],
    ['auth without texts', { auth: {} }],
    ['a cut JSON body', { data: '{"password":"hunter22"' }],
    ['a body above 64 kB', { data: `password=hunter22&a=${'x'.repeat(65_536)}` }],
    ['a body that is a number', { data: 7 }],
    ['a body of a class', { data: new Date() }],
    [
      'a body that throws',
      {
        data: Object.defineProperty({}, 'password', {
          enumerable: true,
          get: () => {
            throw new Error('no');
          },
        }),
      },
    ],
    ['a boolean', { data: { password: true } }],
  ])('none: %s', (_name, config) => {
    expect(of(config)).toBeUndefined();
  });
  it('a scheme that only contains Basic, and a pair that is not Base64, are one text', () => {
    const pair = btoa('ann:hunter22');
    for (const value of [
      `XBasic ${pair}`,
      `Basic ${pair} more`,
      `Basic ${pair}!`,
      'Basic a',
      `Basic  ${pair}`,
    ]) {
      const found = of({ headers: { authorization: value } }) ?? [];
      expect([value, found.includes('hunter22')]).toEqual([value, value.includes('  ')]);
    }
  });
  it('of a header without a scheme, the whole text counts', () => {
    expect(of({ headers: { authorization: 'abc-123456' } })).toEqual(['abc-123456']);
    expect(of({ headers: { authorization: 'Custom  abc-123456 789' } })).toContain('abc-123456 789');
  });
  it('a form that begins with a bracket later is a form', () => {
    expect(of({ data: 'a[b]={x}&password=hunter22' })).toEqual(['hunter22']);
  });
  it('a pair of more than 10,000 bytes is cut', () => {
    const found = of({ auth: { username: 'ann', password: 'x'.repeat(12_000) } });
    expect(found).toContain(btoa(`ann:${'x'.repeat(9_996)}`));
  });
  it('a secret of six characters counts, and of 16 kB', () => {
    expect(of({ headers: { 'x-api-key': '123456' } })).toEqual(['123456']);
    expect(of({ headers: { 'x-api-key': 'x'.repeat(16_384) } })).toEqual(['x'.repeat(16_384)]);
  });
  it('a secret is looked for as addresses, forms and JSON write it', () => {
    expect(of({ headers: { 'x-api-key': 'a/"é b' } })).toEqual(
      ['a/"é b', 'a/\\"é b', 'a\\/\\"é b', 'a%2F%22%C3%A9%20b', 'a%2f%22%c3%a9%20b', 'a%2F%22%C3%A9+b'].sort(
        (a, b) => b.length - a.length,
      ),
    );
  });
  it('the names of the option count', () => {
    expect(of({ data: { pan: '4111111' } }, more)).toEqual(['4111111']);
    expect(of({ data: { pan: '4111111' } })).toBeUndefined();
  });
  it('a hundred secrets are looked for, in a thousand values', () => {
    const secrets = Array.from({ length: 200 }, (_, at) => `secret-${at}`);
    expect(of({ data: { tokens: 'x', password: secrets } })).toHaveLength(100);
    const late = { password: 'hunter22', others: Array.from({ length: 1_000 }, () => 'x') };
    expect(of({ data: late })).toBeUndefined();
    expect(of({ data: { ...late, others: late.others.slice(3) } })).toEqual(['hunter22']);
  });
});

describe('withoutSecrets', () => {
  it('replaces each occurrence in texts and names, and keeps all else', () => {
    const said = { 'a hunter22': ['hunter22hunter22', 7, null], b: 'innocent' };
    expect(withoutSecrets(said, ['hunter22'])).toEqual({
      'a [redacted]': ['[redacted][redacted]', 7, null],
      b: 'innocent',
    });
    expect(withoutSecrets(said, undefined)).toBe(said);
    expect(withoutSecrets(said, ['other-one'])).toBe(said);
  });
  it('the longer of two secrets leaves no tail', () => {
    const sent = sentSecrets(
      { headers: { 'x-api-key': 'abcdef', 'x-auth-token': 'abcdefghi' } },
      nothingMore,
    );
    expect(withoutSecrets('abcdefghi abcdef', sent)).toBe('[redacted] [redacted]');
  });
  it('a value whose getter throws is kept', () => {
    const said = {
      get a() {
        throw new Error('no');
      },
    };
    expect(withoutSecrets(said, ['hunter22'])).toBe(said);
  });
});

describe('redactUrls', () => {
  it.each<[string, string]>([
    ['https://a.test/x', 'https://a.test/x'],
    ['https://u:p@a.test/x', 'https://a.test/x'],
    ['//u@a.test/x https://v:q@b.test/y', '//a.test/x https://b.test/y'],
    ['https://u:p/q@a.test/x', 'https://a.test/x'],
    ['https://a.test:81/x@y', 'https://a.test:81/x@y'],
    ['https://[::1]:81/x@y', 'https://[::1]:81/x@y'],
    ['/x?a=1&token=abc&b=2', '/x?a=1&token=[redacted]&b=2'],
    ['/x?token=abc#b', '/x?token=[redacted]#b'],
    ['/x;jsessionid=abc?b=2', '/x;jsessionid=[redacted]?b=2'],
    ['/x?token=abc;b=2', '/x?token=[redacted];b=2'],
    ['/x?token=a?b;c', '/x?token=[redacted]'],
    ['<a href="/x?token=abc">', '<a href="/x?token=[redacted]">'],
    ['/x?token=', '/x?token=[redacted]'],
    ['token=abc', 'token=abc'],
    ['/x?next=%2Fy%3Ftoken%3Dabc', '/x?next=%2Fy%3Ftoken%3D%5Bredacted%5D'],
    ['/x?next=%2F%2Fu%3Ap%40a.test', '/x?next=%2F%2Fa.test'],
    ['/x?next=%2Fy', '/x?next=%2Fy'],
    ['Bearer abc.def=', 'Bearer [redacted]'],
    ['bearer abc1; Basic YTpi', 'bearer [redacted]; Basic [redacted]'],
    ['Bearer realm="x"', 'Bearer realm="x"'],
    ['Bearer token is missing', 'Bearer token is missing'],
    ['Bearer token.', 'Bearer token.'],
    ['BEARER abc1', 'BEARER [redacted]'],
  ])('%j', (text, safe) => {
    expect(redactUrls(text, nothingMore)).toBe(safe);
  });
  it('a nesting of five is read, and no sixth', () => {
    const nest = (depth: number) => {
      let value = '/y?token=abc';
      for (let at = 0; at < depth; at++) value = `/x?next=${encodeURIComponent(value)}`;
      return value;
    };
    const readWhole = (text: string) => {
      let value = text;
      for (let at = 0; at < 8; at++) value = decodeURIComponent(value);
      return value;
    };
    expect(readWhole(redactUrls(nest(5), nothingMore))).not.toContain('abc');
    expect(readWhole(redactUrls(nest(6), nothingMore))).toContain('abc');
  });
  it('a text above 64 kB that may hold a secret is redacted as a whole', () => {
    const text = `/x?a=${'x'.repeat(65_531)}`;
    expect(text).toHaveLength(65_536);
    expect(redactUrls(text, nothingMore)).toBe(text);
    expect(redactUrls(`${text}x`, nothingMore)).toBe('[redacted]');
    expect(redactUrls('x'.repeat(65_537), nothingMore)).toBe('x'.repeat(65_537));
  });
  it('the names of the option count', () => {
    expect(redactUrls('/x?pan=4111', more)).toBe('/x?pan=[redacted]');
  });
});

describe('redactMessage', () => {
  it.each<[string, string]>([
    ['x-api-key: abc def', 'x-api-key: [redacted]'],
    ['X-Auth: abc', 'X-Auth: [redacted]'],
    ['preauthorization: abc', 'preauthorization: abc'],
    ['authorizations: abc', 'authorizations: abc'],
    ['Cookie:   a=b', 'Cookie: [redacted]'],
    ['Authorization: abc\nnext line', 'Authorization: [redacted]\nnext line'],
    ['sent Cookie : a=b', 'sent Cookie: [redacted]'],
    ['token: it is expired', 'token: it is expired'],
    ['GET /refresh-token: refused', 'GET /refresh-token: refused'],
    ['content-type: x, api-key: abc', 'content-type: x, api-key: [redacted]'],
    ['{"password":"abc","a":"b"}', '{"password":"[redacted]","a":"b"}'],
    ["{'password': 'abc'}", "{'password': '[redacted]'}"],
    ['{"password":12345,"a":1}', '{"password":[redacted],"a":1}'],
    ['{\\"password\\":\\"abc\\"}', '{\\"password\\":\\"[redacted]\\"}'],
    ['{"code":"KMS.0303"}', '{"code":"KMS.0303"}'],
    ['token=abc was refused', 'token=[redacted] was refused'],
    ['(token=abc, a=b)', '(token=[redacted] a=b)'],
    ['at https://u:p@a.test/x', 'at https://a.test/x'],
    ['Bearer abc1 was refused', 'Bearer [redacted] was refused'],
  ])('%j', (text, safe) => {
    expect(redactMessage(text, nothingMore)).toBe(safe);
  });
});

describe('redactFailure: what an adapter says may quote the request', () => {
  it.each<[string, string]>([
    ['failed at /x?a=b&c=d now', 'failed at /x?… now'],
    ['failed with {"a":1}', 'failed with {…}'],
    ['failed with {\\"a\\":1}\nmore', 'failed with {…}'],
    ['failed with { "a": 1 }', 'failed with {…}'],
    ['failed with {a}', 'failed with {a}'],
    ['failed?', 'failed?'],
    ['x'.repeat(1_000), 'x'.repeat(1_000)],
    [`${'x '.repeat(499)}password=abc`, `${'x '.repeat(499)}…`],
    ['x'.repeat(1_001), '…'],
  ])('case %#', (text, safe) => {
    expect(redactFailure(text, nothingMore)).toBe(safe);
  });
});
