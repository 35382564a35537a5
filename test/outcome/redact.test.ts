import axios, { AxiosError, AxiosHeaders } from 'axios';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { attachOutcomes, ConfigurationError, outcomeAdapter, outcomeOf, unwrap } from '../../src/index.js';

type Fields = { status?: number; data?: unknown; headers?: Record<string, unknown>; error?: string };

function instanceOf({ status = 200, data = '', headers = {}, error }: Fields) {
  return axios.create({
    adapter: async (config) => {
      if (error !== undefined) throw new AxiosError(error, 'ECONNRESET', config);
      const response = { status, statusText: '', data, headers: new AxiosHeaders(headers as never), config };
      if (status < 300) return response;
      throw new AxiosError('refused', undefined, config, {}, response);
    },
  });
}
const get = (fields: Fields, redact?: readonly string[], url = '/a') =>
  attachOutcomes(instanceOf(fields), { retry: false, ...(redact && { redact }) }).get(url);

async function headerOf(name: string, value: string, redact?: readonly string[]) {
  const outcome = await get({ headers: { [name]: value } }, redact);
  return 'headers' in outcome ? outcome.headers[name.toLowerCase()] : undefined;
}

describe('response headers are redacted by their names', () => {
  it.each([
    'Set-Cookie',
    'Cookie',
    'Authorization',
    'Proxy-Authorization',
    'X-Auth-Token',
    'X-Subject-Token',
    'X-Amz-Security-Token',
    'X-Api-Key',
    'ApiKey',
    'Ocp-Apim-Subscription-Key',
    'X-Functions-Key',
    'X-CSRF-Token',
    'X-Client-Secret',
    'X-User-Password',
    'X-Session-Id',
    'Signature',
    'X-Goog-IAP-JWT-Assertion',
  ])('%s', async (name) => expect(await headerOf(name, 'v')).toBe('[redacted]'));

  it.each([
    ['ETag', '"abc"'],
    ['X-Request-Id', 'r-1'],
    ['RateLimit', '"default";r=0;t=5'],
    ['X-RateLimit-Remaining-Tokens', '99'],
    ['Anthropic-RateLimit-Tokens-Limit', '99'],
    ['WWW-Authenticate', 'Bearer realm="api", error="invalid_token", token=x'],
    ['Proxy-Authenticate', 'Basic realm=proxy'],
    ['Access-Control-Allow-Credentials', 'true'],
    ['Surrogate-Key', 'page-7'],
    ['Idempotency-Key', 'k-1'],
    ['Content-Type', 'application/json; charset=utf-8'],
    ['Cache-Control', 'private, max-age=0'],
    ['Strict-Transport-Security', 'max-age=1; includeSubDomains'],
    ['Retry-After', '0'],
  ])('but not %s', async (name, value) => expect(await headerOf(name, value)).toBe(value));

  it('and by the names of `redact`, in any case', async () => {
    expect(await headerOf('X-Customer', 'v', ['x-CUSTOMER'])).toBe('[redacted]');
    expect(await headerOf('X-Customer', 'v', ['customer'])).toBe('v');
  });
});

describe('URLs lose user names, passwords and the values of secret parameters', () => {
  it.each([
    ['https://u:p@a.example/x', 'https://a.example/x'],
    ['https://u:p@ss@a.example/x@y', 'https://a.example/x@y'],
    ['https://u:p/w@a.example/x', 'https://a.example/x'],
    ['https://a.example:80/@scope/x', 'https://a.example:80/@scope/x'],
    ['/x?token=1&page=2', '/x?token=[redacted]&page=2'],
    ['/x?a=1&X-Amz-Signature=s&X-Amz-Date=d#f', '/x?a=1&X-Amz-Signature=[redacted]&X-Amz-Date=[redacted]#f'],
    ['/x?sig=s&se=2026', '/x?sig=[redacted]&se=2026'],
    ['/x?code=1;password=a?b&c=d', '/x?code=[redacted];password=[redacted]&c=d'],
    ['/x?%74oken=1&user[password]=2', '/x?%74oken=[redacted]&user[password]=[redacted]'],
    ['/x;jsessionid=1?a=b', '/x;jsessionid=[redacted]?a=b'],
    ['/x#access_token=1&token_type=bearer', '/x#access_token=[redacted]&token_type=bearer'],
    ['/x?page_token=1&nextToken=2&$skiptoken=3', '/x?page_token=1&nextToken=2&$skiptoken=3'],
    ['/in?to=%2Fx%3Ftoken%3D1%26b%3D2', '/in?to=%2Fx%3Ftoken%3D%5Bredacted%5D%26b%3D2'],
    ['/in?to=%E0%A4%A', '/in?to=%E0%A4%A'],
    ['/x?token', '/x?token'],
    ['/x?customer=7&b=1', '/x?customer=[redacted]&b=1'],
  ])('%s', async (given, safe) => {
    const redact = ['customer'];
    expect(await headerOf('Location', given, redact)).toBe(safe);
    expect(await headerOf('Link', `<${given}>; rel="next"`, redact)).toBe(`<${safe}>; rel="next"`);
    expect(await headerOf('Refresh', `5; url=${given}`, redact)).toBe(`5; url=${safe}`);
    const moved = { headers: { Location: given } };
    expect(await get({ status: 302, ...moved }, redact)).toMatchObject({ location: safe });
    expect(await get({ status: 300, ...moved }, redact)).toMatchObject({ alternatives: [safe] });
  });

  it('the address to follow stands, whole, in the AxiosResponse of the instance', async () => {
    const location = '/x?token=1';
    const error = await instanceOf({ status: 302, headers: { location } })
      .get('/a')
      .catch((thrown: unknown) => thrown);
    expect(axios.isAxiosError(error) && error.response?.headers['location']).toBe(location);
    expect(await outcomeOf(error)).toMatchObject({ location: '/x?token=[redacted]' });
  });
});

describe('the path of the request', () => {
  it.each([
    ['https://a.example?token=ab/cd', '/'],
    ['https://u:p/w@a.example/x?y', '/x'],
    ['https://u:p@a.example', '/'],
    ['http:u:p@a.example/x', '/x'],
    ['//u:p@a.example/x', '/x'],
    [' https://u:p@a.example/x', '/x'],
    ['https://a.example:8080/@scope/x', '/@scope/x'],
    ['https://[::1]:8080/@scope/x', '/@scope/x'],
    ['/x;jsessionid=1/y', '/x;jsessionid=[redacted]'],
  ])('%s', async (url, path) => {
    expect((await get({}, undefined, url)).request).toEqual({ method: 'GET', path });
  });
});

describe('messages', () => {
  it.each([
    ['GET https://u:p@a.example/x?any=1 failed', 'GET https://a.example/x?… failed'],
    ['no match for { "body": "x", "headers": {} }', 'no match for {…}'],
    ['sent Authorization: Digest abc', 'sent Authorization: [redacted]'],
    ['sent Bearer eyJhbGci.x.y twice', 'sent Bearer [redacted] twice'],
    ['a Bearer token is missing', 'a Bearer token is missing'],
    ['Basic authentication failed.', 'Basic authentication failed.'],
    ['connect ECONNREFUSED 127.0.0.1:80', 'connect ECONNREFUSED 127.0.0.1:80'],
    ['password=hunter2 was wrong', 'password=[redacted] was wrong'],
    [`${'a '.repeat(495)}https://u:longpassword@a.example/`, `${'a '.repeat(495)}…`],
  ])('of a cause: %s', async (error, message) => {
    const outcome = await get({ error });
    expect(outcome).toMatchObject({ kind: 'unreachable', cause: { message } });
  });

  it('of a problem lose what the names of parameters give away; its details are the answer itself', async () => {
    const message = 'see https://u:p@a.example/x?id=7&token=1 (token=2)';
    const outcome = await get({ status: 404, data: { code: 'c', message } });
    expect(outcome).toMatchObject({
      problem: {
        message: 'see https://a.example/x?id=7&token=[redacted] (token=[redacted]',
        details: { message },
      },
    });
    expect(() => unwrap(outcome)).toThrow('see https://a.example/x?id=7&token=[redacted]');
  });

  it('of a problem that was cut within a password', async () => {
    const message = `${'a'.repeat(480)} https://user:password@a.example`;
    expect(await get({ status: 404, data: { message } })).toMatchObject({
      problem: { message: `${'a'.repeat(480)} https://…` },
    });
  });
});

describe('what an error answer quotes of the credentials that were sent', () => {
  const config = {
    baseURL: 'https://me:p%40ssword@api.example/',
    params: { api_key: 'key/123456', q: 'question' },
    auth: { username: 'me', password: 'hunter22' },
    headers: { 'X-Auth-Token': 'tok-123456', Cookie: 'a=cookie-1; b=cookie-2', 'X-Other': 'other-1' },
  };
  const ask = (fields: Fields, redact: readonly string[] = []) =>
    attachOutcomes(instanceOf(fields), { retry: false, redact }).get('/a?sig=s1gn4ture', config);

  it.each([
    ['tok-123456', '[redacted]'],
    ['<tok-123456>', '<[redacted]>'],
    ['cookie-1, cookie-2', '[redacted], [redacted]'],
    ['hunter22', '[redacted]'],
    [btoa('me:hunter22'), '[redacted]'],
    ['p@ssword', '[redacted]'],
    ['s1gn4ture', '[redacted]'],
    ['key/123456 or key%2F123456', '[redacted] or [redacted]'],
    ['me, question, other-1', 'me, question, other-1'],
  ])('%s', async (text, safe) => {
    const data = { code: 'c', message: text, deep: [{ text }], errors: [{ pointer: '/a', detail: text }] };
    expect(await ask({ status: 400, data, headers: { 'X-Echo': text } })).toMatchObject({
      headers: { 'x-echo': safe },
      problem: { code: 'c', message: safe, details: { deep: [{ text: safe }] } },
    });
    expect(await ask({ status: 599, data })).toMatchObject({ kind: 'unexpected', data: { message: safe } });
    expect(await ask({ status: 502, data: Buffer.from(text) })).toMatchObject({ problem: { details: safe } });
  });

  // RFC 7617, 2: the header has both in base64, wherever axios took them from.
  it.each([
    ['an address', { baseURL: 'https://me:p%40ss@word@api.example/' }, 'p@ss@word', 'me:p@ss@word'],
    [
      'an address with a key alone',
      { baseURL: 'https://key-123456@api.example/' },
      'key-123456',
      'key-123456:',
    ],
    ['a key alone', { auth: { username: 'key-123456', password: '' } }, 'key-123456', 'key-123456:'],
    [
      'an address with a password alone',
      { baseURL: 'https://:hunter22@api.example/' },
      'hunter22',
      ':hunter22',
    ],
    [
      'the auth of a proxy',
      { proxy: { host: 'proxy.example', port: 1, auth: { username: 'me', password: 'hunter22' } } },
      'hunter22',
      'me:hunter22',
    ],
  ])('of Basic credentials from %s', async (_, given, secret, pair) => {
    const data = { code: btoa(pair), message: `Basic ${btoa(pair)} ${secret}` };
    const outcome = await attachOutcomes(instanceOf({ status: 400, data }), { retry: false }).get(
      '/a',
      given,
    );
    expect(outcome).toMatchObject({
      problem: { code: '[redacted]', message: 'Basic [redacted] [redacted]' },
    });
  });

  it('of a Basic header with a password alone', async () => {
    const headers = { Authorization: `Basic ${btoa(':hunter22')}` };
    const instance = instanceOf({ status: 400, data: { message: 'hunter22 is wrong' } });
    expect(await attachOutcomes(instance, { retry: false }).get('/a', { headers })).toMatchObject({
      problem: { message: '[redacted] is wrong' },
    });
  });

  it('where a message was cut within one', async () => {
    const outcome = await ask({ status: 400, data: { message: `${'a'.repeat(494)} tok-123456` } });
    expect(JSON.stringify(outcome)).not.toContain('tok-');
  });

  it.each(['code', 'title', 'detail', 'type', 'request_id'])('where %s was cut within one', async (name) => {
    const data = { message: 'no', [name]: `${'a'.repeat(494)}/tok-123456` };
    expect(JSON.stringify(await ask({ status: 400, data }))).not.toContain('tok-');
  });
  it('where the id of a request in a header was cut within one', async () => {
    const headers = { 'x-request-id': `${'a'.repeat(494)}/tok-123456` };
    const outcome = await ask({ status: 400, headers, data: { message: 'no' } });
    expect(outcome).toHaveProperty('problem.requestId');
    expect(JSON.stringify(outcome)).not.toContain('tok-');
  });

  it('by the names of `redact` too', async () => {
    expect(await ask({ status: 400, data: { message: 'other-1' } }, ['x-other'])).toMatchObject({
      problem: { message: '[redacted]' },
    });
  });

  it('and nothing of a good answer, whose body is what was asked for; a body that quotes nothing is the very one', async () => {
    const data = { token: 'tok-123456' };
    expect(await ask({ data }).then(unwrap)).toBe(data);
    const error = { code: 'c' };
    const outcome = await ask({ status: 400, data: error });
    expect('problem' in outcome && outcome.problem.details).toBe(error);
  });
});

describe('`redact` names fields of bodies', () => {
  const data = { id: 1, Card: { pan: '4111' }, rows: [{ pan: 1 }, [{ PAN: null }]] };
  const redact = ['pan', 'card'];

  it('anywhere in `data`, and leaves the body of the AxiosResponse alone', async () => {
    const instance = instanceOf({ data });
    const client = attachOutcomes(instance, { redact });
    const safe = { id: 1, Card: '[redacted]', rows: [{ pan: '[redacted]' }, [{ PAN: '[redacted]' }]] };
    expect(await client.get('/a')).toMatchObject({ data: safe });
    const response = await instance.get('/a');
    expect(response.data).toBe(data);
    expect(await outcomeOf(response)).toMatchObject({ data: safe });
    expect(await client.outcomeOf(response)).toMatchObject({ data: safe });
  });

  it('without it a body is the very object that came', async () => {
    expect(await get({ data }).then(unwrap)).toBe(data);
  });

  it('in a problem, its details and its texts, but not in the catalogue’s row', async () => {
    const problem = { code: 'c', message: 'm 4111', pan: '4111' };
    const outcome = await get({ status: 404, data: problem }, ['pan', 'message', 'meaning']);
    const safe = { code: 'c', message: '[redacted]' };
    expect(outcome).toMatchObject({ problem: { ...safe, details: { ...safe, pan: '[redacted]' } } });
    expect(outcome.kind === 'rejected' && outcome.documented).toMatchObject({ name: 'Not Found' });
  });

  it('after schemas, which see the body as it came, and in what they say of it', async () => {
    const responses = {
      200: z.object({ id: z.number(), pan: z.string().length(4, 'pan 4111 is too short') }),
    };
    const client = (pan: string) =>
      attachOutcomes(instanceOf({ data: { id: 1, pan } }), { responses, redact: ['pan'] }).get('/a');
    expect(await client('4111')).toMatchObject({ kind: 'success', data: { id: 1, pan: '[redacted]' } });
    expect(await client('411')).toMatchObject({
      kind: 'malformed',
      data: { pan: '[redacted]' },
      issues: [{ message: '[redacted]', path: ['pan'] }],
    });
  });

  it('in JSON that could not be parsed, nothing is left from such a field on', async () => {
    const headers = { 'content-type': 'application/json' };
    const outcome = await get({ headers, data: '{"id":1,"PAN" : {"a":"4111' }, ['pan']);
    expect(outcome).toMatchObject({ kind: 'malformed', data: '{"id":1,[redacted]' });
  });

  it('through circles, 100,000 levels, `__proto__` and getters that throw; objects of a class stay', async () => {
    const circle: Record<string, unknown> = { pan: 1 };
    circle['self'] = circle;
    const copy = (await get({ data: circle }, ['pan']).then(unwrap)) as typeof circle;
    expect([copy['pan'], copy['self']]).toEqual(['[redacted]', copy]);

    const deep = `${'{"a":'.repeat(100_000)}{"pan":1}${'}'.repeat(100_000)}`;
    let inner: unknown = await get({ data: JSON.parse(deep) }, ['pan']).then(unwrap);
    for (let level = 0; level < 100_000; level++) inner = (inner as { a: unknown }).a;
    expect(inner).toEqual({ pan: '[redacted]' });

    const hostile = JSON.parse('{"__proto__":{"polluted":1},"pan":2}');
    const safe = (await get({ data: hostile }, ['pan']).then(unwrap)) as object;
    expect(Object.getPrototypeOf(safe)).toBe(Object.prototype);
    expect(Object.hasOwn(safe, '__proto__')).toBe(true);
    expect('polluted' in safe).toBe(false);

    const trap = {
      get pan() {
        throw new Error('4111');
      },
      get other() {
        throw new Error('4111');
      },
    };
    expect(await get({ data: trap }, ['pan'])).toMatchObject({ data: '[redacted]' });
    const date = new Date();
    expect(await get({ data: { date } }, ['pan']).then(unwrap)).toEqual({ date });
  });

  it('outcomeOf adds its own names to those of the client', async () => {
    const instance = instanceOf({ data: { a: 1, b: 2, c: 3 } });
    attachOutcomes(instance, { redact: ['a'] });
    const outcome = await outcomeOf(instance.get('/a'), { redact: ['b'] });
    expect(outcome).toMatchObject({ data: { a: '[redacted]', b: '[redacted]', c: 3 } });
    const bare = await outcomeOf(instanceOf({ data: { b: 1 } }).get('/a'), { redact: ['b'] });
    expect(bare).toMatchObject({ data: { b: '[redacted]' } });
  });

  it('a client reads with its own names what another instance was answered', async () => {
    const client = attachOutcomes(axios.create(), { redact: ['a'] });
    expect(await client.outcomeOf(instanceOf({ data: { a: 1, b: 2 } }).get('/a'))).toMatchObject({
      data: { a: '[redacted]', b: 2 },
    });
  });

  it('outcomeAdapter hands its names to outcomeOf', async () => {
    const { adapter } = instanceOf({ data: { a: 1 } }).defaults;
    const hidden = axios.create({ adapter: outcomeAdapter({ adapter: adapter as never, redact: ['a'] }) });
    expect(await outcomeOf(hidden.get('/a'))).toMatchObject({ data: { a: '[redacted]' } });
  });
});

describe('a wrong `redact` is refused where it is given', () => {
  it.each([
    ['pan', 'redact is "pan". Write an array of names, such as ["pan"].'],
    [{}, 'redact is an object. Write an array of names, such as ["pan"].'],
    [[7], 'redact[0] is 7. Write a name that is not empty.'],
    [['a', ''], 'redact[1] is "". Write a name that is not empty.'],
  ])('%j', async (redact, message) => {
    const wrong = { redact: redact as never };
    expect(() => attachOutcomes(axios.create(), wrong)).toThrow(
      new ConfigurationError(`axios-outcome: ${message}`),
    );
    expect(() => outcomeAdapter(wrong)).toThrow(ConfigurationError);
    await expect(outcomeOf(instanceOf({}).get('/a'), wrong)).rejects.toThrow(ConfigurationError);
  });
});
