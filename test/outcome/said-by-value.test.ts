// What a request had sent is in no text of an outcome that is not a plain success, wherever an answer quotes it.
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { inspect } from 'node:util';
import axios, {
  type AxiosAdapter,
  AxiosError,
  AxiosHeaders,
  type AxiosRequestConfig,
  type InternalAxiosRequestConfig,
} from 'axios';
import { afterEach, describe, expect, it } from 'vitest';
import {
  attachOutcomes,
  defineDialect,
  explain,
  OutcomeError,
  outcomeOf,
  type RetryOptions,
} from '../../src/index.js';
import { toLog } from '../../src/logging/index.js';
import {
  isSecretField,
  isSecretHeader,
  isSecretParameter,
  nothingMore,
} from '../../src/outcome/redact/secret-names.js';
import { sentSecrets, withoutSecrets } from '../../src/outcome/redact/sent-secrets.js';
import { leastCpuMs } from '../cpu-time.js';

const secret = 'aB3/x+y=Z9~secretive';
const json = { 'Content-Type': 'application/json' };

interface Given {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly data?: unknown;
}
type Answering = (config: InternalAxiosRequestConfig) => Given | Error;

function adapterOf(answer: Answering): AxiosAdapter {
  return async (config) => {
    const given = answer(config);
    if (given instanceof Error) throw given;
    const { status, headers = {}, data = '' } = given;
    const response = { status, statusText: '', data, headers: new AxiosHeaders({ ...headers }), config };
    if (config.validateStatus?.(status) ?? true) return response;
    throw new AxiosError('status', 'ERR_BAD_REQUEST', config, {}, response);
  };
}
const bearer = { headers: { Authorization: `Bearer ${secret}` } };

function clientOf(answer: Answering, config: AxiosRequestConfig = bearer, retry: RetryOptions = {}) {
  const instance = axios.create({ baseURL: 'https://api.example', adapter: adapterOf(answer), ...config });
  return {
    instance,
    client: attachOutcomes(instance, {
      retry: { retries: 0, ...retry },
      delayed: { pollIntervalMs: 1, maxPollIntervalMs: 1 },
    }),
  };
}

/** Everything that anybody prints of an outcome. */
function printed(outcome: Parameters<typeof explain>[0]): string {
  const error = new OutcomeError(outcome as never);
  return [
    JSON.stringify(outcome),
    inspect(outcome, { depth: 20 }),
    explain(outcome),
    explain(outcome, { locale: 'zh' }),
    `${error.stack} ${inspect(error)}`,
    JSON.stringify(toLog(error)),
  ].join('\n');
}
const inner = secret.slice(4, 12);
const clean = (outcome: Parameters<typeof explain>[0]) => expect(printed(outcome)).not.toContain(inner);

const schema = (message: string) => ({
  '~standard': {
    version: 1 as const,
    vendor: 'test',
    validate: () => ({ issues: [{ message, path: ['a', 'b'] }] }),
  },
});

describe('a bearer token that an answer quotes is not in', () => {
  it.each<[string, Given | Error]>([
    ['location', { status: 302, headers: { Location: `https://b.example/${secret}/x` } }],
    [
      'location, encoded',
      { status: 302, headers: { Location: `/in?to=${encodeURIComponent(`/x?back=${secret}`)}` } },
    ],
    [
      'alternatives',
      {
        status: 300,
        headers: { Link: `</${encodeURIComponent(secret)}>; rel=alternate`, Location: `/${secret}` },
      },
    ],
    ['headers', { status: 404, headers: { 'X-Debug': `you sent ${secret}` } }],
    [
      'headers that look like addresses',
      { status: 404, headers: { 'Content-Location': `/a?x=${encodeURIComponent(secret)}` } },
    ],
    ['the data of a choice', { status: 300, data: { sent: secret } }],
    ['the data of an undocumented status', { status: 299, data: { sent: [secret] } }],
    [
      'a problem',
      {
        status: 400,
        headers: json,
        data: JSON.stringify({ code: secret, message: `${secret}!`, title: secret }),
      },
    ],
    [
      'its fields',
      {
        status: 422,
        headers: json,
        data: JSON.stringify({ message: 'x', errors: [{ field: secret, message: secret }] }),
      },
    ],
    ['its request id', { status: 500, headers: { 'X-Request-Id': secret } }],
    [
      'its details, names too',
      { status: 500, headers: json, data: JSON.stringify({ seen: { [secret]: { [`x-${secret}`]: 1 } } }) },
    ],
    ['a page', { status: 502, headers: { 'Content-Type': 'text/html' }, data: `<title>${secret}</title>` }],
    ['JSON that is cut', { status: 200, headers: json, data: `{"sent":"${secret}` }],
    [
      'JSON that PHP wrote, cut',
      { status: 400, headers: json, data: `{"sent":"${secret.replaceAll('/', '\\/')}` },
    ],
    ['an error of the adapter', new AxiosError(`could not send ${secret}`, 'ECONNRESET')],
    ['its code', new AxiosError('failed', `E ${secret}`)],
    ['its name', Object.assign(new AxiosError('failed', 'ECONNRESET'), { name: secret })],
  ])('%s', async (_, given) => {
    const { client, instance } = clientOf((config) =>
      given instanceof Error ? Object.assign(given, { config }) : given,
    );
    for (const outcome of [await client.get('/a'), await outcomeOf(instance.get('/a'))]) {
      expect(outcome.kind).not.toBe('success');
      clean(outcome);
    }
  });

  it('the issues of a schema, and the body that did not fit', async () => {
    const { client } = clientOf(() => ({ status: 200, headers: json, data: JSON.stringify({ a: secret }) }));
    const outcome = await client.get('/a', {
      responses: { 200: schema(`got ${secret}, and "password":"hunter22"`) },
    });
    expect(outcome).toMatchObject({ kind: 'malformed', issues: [{ path: ['a', 'b'] }] });
    clean(outcome);
    expect(printed(outcome)).not.toContain('hunter22');
  });

  it('the reason of an abort', async () => {
    const causes = (depth: number): Error =>
      new Error(`${depth} ${secret}`, { cause: depth === 0 ? secret : causes(depth - 1) });
    const named = Object.assign(new Error('x'), { name: secret });
    for (const reason of [
      `gave up on ${secret}`,
      { sent: [secret] },
      new Error(secret),
      named,
      causes(2),
      causes(9),
    ]) {
      const controller = new AbortController();
      const { client } = clientOf(() => ({ status: 503 }), bearer, { retries: 1, baseDelayMs: 60_000 });
      const call = client.get('/a', { signal: controller.signal });
      setImmediate(() => controller.abort(reason));
      const outcome = await call;
      expect(outcome).toMatchObject({ kind: 'cancelled', reason: expect.anything() });
      clean(outcome);
    }
  });

  it('what a good answer gives is the caller’s, and stays', async () => {
    const { client } = clientOf(() => ({
      status: 200,
      headers: json,
      data: JSON.stringify({ token: secret }),
    }));
    expect(await client.get('/a')).toMatchObject({ kind: 'success', data: { token: secret } });
  });
});

describe('nor in a delayed task', () => {
  const heard: string[] = [];
  const hear = (event: unknown) => void heard.push(JSON.stringify(event));
  afterEach(() => {
    for (const name of ['poll', 'outcome']) unsubscribe(`axios-outcome:${name}`, hear);
    heard.length = 0;
  });

  it.each<[string, Given, Given?]>([
    ['the monitor and the state', { status: 200, headers: json, data: `{"status":"Busy ${secret}"}` }],
    [
      'the state of a failure',
      {
        status: 200,
        headers: json,
        data: JSON.stringify({ status: 'Failed', error: { code: 'X', message: secret } }),
      },
    ],
    [
      'an answer that says nothing',
      { status: 200, headers: json, data: JSON.stringify({ status: [secret] }) },
    ],
    ['a refusal', { status: 403, headers: json, data: JSON.stringify({ message: secret }) }],
    [
      'a result elsewhere',
      {
        status: 200,
        headers: json,
        data: JSON.stringify({ status: 'Succeeded', resourceLocation: `https://evil.example/${secret}` }),
      },
    ],
  ])('%s', async (_, polled) => {
    for (const name of ['poll', 'outcome']) subscribe(`axios-outcome:${name}`, hear);
    const start = {
      status: 202,
      headers: { ...json, 'Operation-Location': `/m/${secret}?token=${secret}` },
      data: `{"sent":"${secret}","status":"Running"}`,
    };
    const { client } = clientOf(({ method }) => (method === 'post' ? start : polled));
    const outcome = await client.post('/jobs');
    expect(outcome).toMatchObject({ kind: 'delayed' });
    clean(outcome);
    const polls: unknown[] = [];
    const ended = await client.complete(outcome, { deadlineMs: 25, onPoll: (poll) => polls.push(poll) });
    clean(ended);
    expect(polls.length).toBeGreaterThan(0);
    expect(JSON.stringify(polls)).not.toContain(inner);
    expect(heard.join()).not.toContain(inner);
  });

  it('a secret in the address of a monitor is redacted by its name', async () => {
    const start = { status: 202, headers: { 'Operation-Location': '/m?sig=abcdef&page=2' } };
    const { client } = clientOf(() => start);
    const outcome = await client.post('/jobs');
    const monitor = outcome.kind === 'delayed' ? outcome.task?.monitor : undefined;
    expect(monitor).toBe('https://api.example/m?sig=[redacted]&page=2');
  });

  it('a word of a dialect of one’s own, however long, in every event', async () => {
    const filler = 'x'.repeat(90);
    const mine = defineDialect({
      name: 'mine',
      start: ({ status }) => (status === 202 ? { monitor: '/m' } : undefined),
      read: ({ body }) => ({ state: 'running', word: `${filler}${String(body)}` }),
    });
    for (const name of ['poll', 'outcome']) subscribe(`axios-outcome:${name}`, hear);
    const instance = axios.create({
      baseURL: 'https://api.example',
      adapter: adapterOf(({ method }) => ({ status: method === 'post' ? 202 : 200, data: secret })),
      ...bearer,
    });
    const client = attachOutcomes(instance, {
      delayed: { dialects: [mine], pollIntervalMs: 1, maxPollIntervalMs: 1 },
    });
    const polls: unknown[] = [];
    const outcome = await client.post('/jobs');
    const ended = await client.complete(outcome, { deadlineMs: 25, onPoll: (poll) => polls.push(poll) });
    const all = `${JSON.stringify([outcome, ended, polls])}${heard.join()}`;
    // Half of it neither.
    expect(all).not.toContain(secret.slice(0, 6));
    expect(all).toContain(filler);
  });
});

describe('whatever the request had sent it in', () => {
  const quote = (config: Partial<InternalAxiosRequestConfig>) => config;
  it.each<[string, AxiosRequestConfig, string]>([
    ['a token without its scheme', { headers: { Authorization: `Bearer ${secret}` } }, secret],
    ['a scheme nobody knows', { headers: { Authorization: `Custom ${secret}` } }, secret],
    ['a key of Azure’s gateway', { headers: { 'Ocp-Apim-Subscription-Key': secret } }, secret],
    ['a key of Azure’s functions', { headers: { 'X-Functions-Key': secret } }, secret],
    ['a cookie', { headers: { Cookie: `a=1; sid=${secret}; b=2` } }, secret],
    [
      'basic authentication, the password of its header',
      { headers: { Authorization: `Basic ${btoa(`me:${secret}`)}` } },
      secret,
    ],
    ['axios’s own `auth`', { auth: { username: 'me', password: secret } }, secret],
    ['`auth` in its header', { auth: { username: 'me', password: secret } }, btoa(`me:${secret}`)],
    ['a password without a user name', { auth: { username: '', password: secret } }, secret],
    ['a key for a user name, without a password', { auth: { username: secret, password: '' } }, secret],
    ['an address', { baseURL: `https://me:${encodeURIComponent(secret)}@api.example` }, secret],
    ['a parameter of the address', { url: `/a?subscription-key=${encodeURIComponent(secret)}` }, secret],
    ['a fragment', { url: `/a#access_token=${encodeURIComponent(secret)}` }, secret],
    ['a parameter of the path', { url: `/a;jsessionid=${encodeURIComponent(secret)}` }, secret],
    ['`params`', { params: { 'x-functions-key': secret } }, secret],
    ['`params`, deep', { params: { filter: { private_key: [secret] } } }, secret],
    ['URLSearchParams', { params: new URLSearchParams({ pass: secret }) }, secret],
    ['a field of JSON', { data: { login: { password: secret } } }, secret],
    ['what is below such a field', { data: { credentials: { id: secret } } }, secret],
    ['a field of a form', { data: new URLSearchParams({ client_secret: secret }) }, secret],
  ])('%s', async (_, config, quoted) => {
    const { client } = clientOf(
      () => ({ status: 400, headers: json, data: JSON.stringify({ message: `sent ${quoted}` }) }),
      config,
    );
    const outcome = await client.request({ method: 'post', ...quote(config as never) } as AxiosRequestConfig);
    expect(outcome).toMatchObject({ kind: 'rejected', problem: { message: 'sent [redacted]' } });
  });

  it('a header of beforeAttempt', async () => {
    const beforeAttempt = (config: InternalAxiosRequestConfig) =>
      void config.headers.set('X-Auth-Token', secret);
    const { client } = clientOf(() => ({ status: 400, data: `no ${secret}` }), {}, { beforeAttempt });
    clean(await client.get('/a'));
  });

  it.each([
    ['as it is', secret],
    ['percent-encoded', encodeURIComponent(secret)],
    ['in small letters', encodeURIComponent(secret).replace(/%../g, (each) => each.toLowerCase())],
    ['as a form writes it', `${new URLSearchParams({ a: secret })}`.slice(2)],
    ['as JSON', JSON.stringify(secret)],
    ['as PHP writes JSON', JSON.stringify(secret).replaceAll('/', '\\/')],
  ])('and however the answer writes it: %s', async (_, written) => {
    const { client } = clientOf(() => ({ status: 400, data: `you sent ${written}` }));
    clean(await client.get('/a'));
  });
});

describe('sentSecrets and withoutSecrets', () => {
  const all = (config: object) => sentSecrets(config, nothingMore);
  const without = (text: string, config: object) => withoutSecrets(text, all(config));

  it('a secret that begins like another leaves no tail of it', () => {
    const headers = { 'X-Api-Key': 'abcdef', 'X-Auth-Token': 'abcdef-ghijkl', Cookie: 'sid=abcdef-gh' };
    expect(without('abcdef-ghijkl abcdef abcdef-gh', { headers })).toBe('[redacted] [redacted] [redacted]');
  });
  it('an empty credential, or a short one, blanks no innocent text', () => {
    for (const value of ['', ' ', 'abc', '12345']) {
      const headers = { 'X-Api-Key': value, Authorization: `Bearer ${value}`, Cookie: `sid=${value}; a` };
      expect(without('abc 12345 and all the rest', { headers: { ...headers } })).toBe(
        'abc 12345 and all the rest',
      );
      expect(without('abc 12345', { auth: { username: value, password: value } })).toBe('abc 12345');
    }
    expect(all({ auth: { username: '', password: '' }, url: '/a?token=' })).toBeUndefined();
  });
  it('what is public stays: an Idempotency-Key, a page token, a cache key', () => {
    const headers = { 'Idempotency-Key': 'order-7788', 'X-Cache-Key': 'page-7788' };
    expect(all({ headers, url: '/a?page_token=cursor-7788' })).toBeUndefined();
  });
  it('a number under such a name is looked for as it was sent', () => {
    expect(without('pin 123456', { params: { pin: 123_456 } })).toBe('pin [redacted]');
  });
  it('in a body, `code` and `key` are no secrets, and are not looked for', () => {
    expect(all({ data: JSON.stringify({ code: 'E.12345', key: 'photos/7.jpg' }) })).toBeUndefined();
  });
  it('a body without fields is left alone: bytes, a stream, a long text', () => {
    const long = JSON.stringify({ password: secret, x: 'x'.repeat(70_000) });
    for (const data of [Buffer.from(secret), new Blob([secret]), long, '{"password":"', 7, null]) {
      expect(all({ data })).toBeUndefined();
    }
  });
  it('of 2,000 secrets in a body, 100 are looked for, so that no request makes a search without end', () => {
    const tokens = Array.from({ length: 2_000 }, (_, at) => `token-number-${at}`);
    expect(all({ data: JSON.stringify({ secret: tokens }) })).toHaveLength(100);
  });
  it('a secret that is a part of the text [redacted] changes no other redaction', () => {
    const headers = { 'X-Api-Key': 'redacted', 'X-Auth-Token': secret, Cookie: 'sid=[redact' };
    expect(without(`you sent ${secret}`, { headers })).toBe('you sent [redacted]');
  });
  it('fifteen secrets are found in a text of a megabyte in 50 ms', async () => {
    const address = `https://u:${'\u{50000}x'.repeat(300)}@api.example/?sig=%ud8ud8`;
    const sent = all({
      url: address,
      headers: { 'X-Api-Key': address },
      auth: { username: address, password: 'p' },
    });
    expect(sent?.length).toBeGreaterThan(5);
    const said = `${'x%ud8'.repeat(200_000)}${address}`;
    expect(await leastCpuMs(() => withoutSecrets(said, sent), 50)).toBeLessThan(50);
    expect(withoutSecrets(said, sent)).toContain('[redacted]');
  });
  it('the body of another object is kept as it came', () => {
    const sent = all({ headers: { 'X-Api-Key': secret } });
    const made = new Map([['a', secret]]);
    expect(withoutSecrets(made, sent)).toBe(made);
  });
});

describe('one list of names for headers, parameters and fields', () => {
  const everywhere = [
    ...['token', 'access_token', 'X-Auth-Token', 'X-Amz-Security-Token', 'X-Subject-Token', 'refreshToken'],
    ...[
      'subscription-key',
      'Ocp-Apim-Subscription-Key',
      'x-functions-key',
      'function_key',
      'private_key',
      'privateKey',
    ],
    ...[
      'api_key',
      'apikey',
      'X-API-Key',
      'accessKey',
      'account-key',
      'master_key',
      'pass',
      'user[pass]',
      'db-pass',
    ],
    ...[
      'password',
      'passwd',
      'passphrase',
      'pwd',
      'client_secret',
      'Signature',
      'credentials',
      'Authorization',
    ],
    ...[
      'pass_phrase',
      'pass-word',
      'passcode',
      'PHPSESSID',
      'sessid',
      'connectionString',
      'connection_string',
    ],
    ...[
      'auth_code',
      'authCode',
      'access_code',
      'device_code',
      'verification_code',
      'security_code',
      'otp_code',
    ],
    ...['auth_key', 'authkey', 'appKey', 'app_key', 'application-key', 'clientKey', 'consumer_key'],
    ...['sharedKey', 'encryption_key', 'license_key'],
    ...['cookie', 'Set-Cookie', 'session_id', 'JSESSIONID', 'jwt', 'csrf', 'X-XSRF', 'code_verifier'],
  ];
  it.each(everywhere)('%s is a secret everywhere', (name) => {
    const are = [isSecretHeader, isSecretParameter, isSecretField].map((is) => is(name, nothingMore));
    expect(are).toEqual([true, true, true]);
  });

  it.each([
    'key',
    'x-key',
    'auth',
    'X-Auth',
    'sig',
    'sid',
    'otp',
    'pin',
    'hmac',
    'code',
    'ticket',
    'client_assertion',
    'SAMLResponse',
  ])('%s is one in headers and parameters; in a body it may be anything', (name) => {
    expect([isSecretHeader, isSecretParameter].map((is) => is(name, nothingMore))).toEqual([true, true]);
    expect(isSecretField(name, nothingMore)).toBe(false);
  });
  it.each(['X-Amz-Date', 'X-Goog-Date', 'x-obs-x', 'q-sign-time'])(
    '%s is one in addresses that are signed; of a header, that is how storages call theirs',
    (name) => {
      expect(isSecretParameter(name, nothingMore)).toBe(true);
      expect(isSecretHeader(name, nothingMore)).toBe(false);
    },
  );

  it.each([
    ...[
      'page_token',
      'nextToken',
      '$skiptoken',
      'continuation-token',
      'x-ms-continuation-token',
      'syncToken',
    ],
    ...[
      'token_type',
      'token_endpoint',
      'authorization_url',
      'X-Amz-Algorithm',
      'token_expires',
      'session-uri',
    ],
    ...[
      'Cache-Key',
      'Surrogate-Key',
      'X-Cache-Key',
      'Idempotency-Key',
      'public_key',
      'publicKey',
      'sort-key',
      'partition_key',
    ],
    ...[
      'Access-Control-Allow-Credentials',
      'X-RateLimit-Remaining-Tokens',
      'max_tokens',
      'monkey',
      'compass',
      'author',
    ],
    ...['X-Bypass-WAF', 'status_code', 'error_code', 'country_code', 'mapKey', 'author_code'],
    ...['turkey', 'design', 'shipping', 'encode', 'signal', 'passenger', 'message', 'status', 'id'],
  ])('%s is none', (name) => {
    const are = [isSecretHeader, isSecretParameter, isSecretField].map((is) => is(name, nothingMore));
    expect(are).toEqual([false, false, false]);
  });

  it('the names of `redact` are secrets everywhere, in any case', () => {
    const mine = new Set(['x-customer']);
    for (const is of [isSecretHeader, isSecretParameter, isSecretField])
      expect(is('X-Customer', mine)).toBe(true);
  });
});

describe('messages lose what names give away', () => {
  it.each([
    ['bad request: X-Functions-Key: abc123def', 'bad request: X-Functions-Key: [redacted]'],
    ['Ocp-Apim-Subscription-Key: abc 123\nnext line', 'Ocp-Apim-Subscription-Key: [redacted]\nnext line'],
    ['{"user":"u","password":"p w","n":1}', '{"user":"u","password":"[redacted]","n":1}'],
    ["{'private_key': 'abc', 'x': 'y'}", "{'private_key': '[redacted]', 'x': 'y'}"],
    ['{\\"token\\":\\"abc\\",\\"n\\":1}', '{\\"token\\":\\"[redacted]\\",\\"n\\":1}'],
    ['{"password"=>"p w", "n"=>1}', '{"password"=>"[redacted]", "n"=>1}'],
    ['sent BEARER abc.def1 twice', 'sent BEARER [redacted] twice'],
    ['{"pass":12345,"ok":true}', '{"pass":[redacted],"ok":true}'],
    ['subscription-key=abc&page=2', 'subscription-key=[redacted]&page=2'],
    ['the token: it is expired', 'the token: it is expired'],
    ['GET /v1/refresh-token: refused', 'GET /v1/refresh-token: refused'],
    ['{"code":"E.1","key":"photos/1"}', '{"code":"E.1","key":"photos/1"}'],
    ['max_tokens: 5 is too small', 'max_tokens: 5 is too small'],
  ])('%j', async (message, safe) => {
    const { client } = clientOf(
      () => ({ status: 400, headers: json, data: JSON.stringify({ message }) }),
      {},
    );
    expect(await client.get('/a')).toMatchObject({ problem: { message: safe } });
  });
});
