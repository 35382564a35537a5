import { Console } from 'node:console';
import { Agent } from 'node:https';
import { Readable, Writable } from 'node:stream';
import { inspect } from 'node:util';
import axios, {
  type AxiosAdapter,
  AxiosError,
  AxiosHeaders,
  type AxiosRequestConfig,
  type InternalAxiosRequestConfig,
} from 'axios';
import fc from 'fast-check';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import {
  type AnyOutcome,
  attachOutcomes,
  explain,
  isOutcome,
  type OutcomeRequestConfig,
  outcomeAdapter,
  outcomeOf,
  unwrap,
} from '../../src/index.js';
import { faultServer, reply } from '../integration/fault-server.js';
import { runs } from '../runs.js';

/** Plants secrets of which each half is unique, so that half a secret is found too. */
class Garden {
  readonly #halves: string[] = [];
  readonly #seed: string;
  readonly #middle: string;

  /** `middle` stands between the halves: what some encodings keep and others do not. */
  constructor(seed: number, middle: string) {
    this.#seed = seed.toString(36);
    this.#middle = middle;
  }
  plant(): string {
    const half = () => {
      const unique = `q${this.#seed}Z${this.#halves.length}x7`;
      this.#halves.push(unique);
      return unique;
    };
    return `${half()}${this.#middle}${half()}`;
  }
  /** The halves that a text holds, as they are or in base64. */
  foundIn(text: string): string[] {
    const decoded = [...text.matchAll(/[A-Za-z\d+/]{16,}={0,2}/g)].map(([run]) => atob64(run)).join('\n');
    return this.#halves.filter((half) => text.includes(half) || decoded.includes(half));
  }
}
const atob64 = (text: string) => Buffer.from(text, 'base64').toString('latin1');

const bodies: Readonly<Record<string, (secret: string) => unknown>> = {
  none: () => undefined,
  object: (secret) => ({ pin: secret, deep: { [secret]: [secret] } }),
  text: (secret) => secret,
  form: (secret) => new URLSearchParams({ password: secret }),
  multipart: (secret) => {
    const form = new FormData();
    form.set('password', secret);
    return form;
  },
  buffer: (secret) => Buffer.from(secret),
  bytes: (secret) => new TextEncoder().encode(secret).buffer,
  blob: (secret) => new Blob([secret]),
  stream: (secret) => Readable.from([secret]),
  function: (secret) => () => secret,
};

/** A secret in every field of a config that axios knows; `cancelToken` and `signal` carry the caller's own word. */
function plantedConfig(garden: Garden, method: string, body: string, quote = 0): OutcomeRequestConfig {
  const s = () => garden.plant();
  const agent = new Agent({ key: s(), passphrase: s() });
  return {
    method,
    baseURL: `https://${encodeURIComponent(s())}:${encodeURIComponent(s())}@api.example/v1`,
    url: `/things?sig=${encodeURIComponent(s())}&anything=${s()}#access_token=${s()}`,
    params: { token: s(), q: s(), nested: { [s()]: s() } },
    headers: {
      Authorization: `Bearer ${s()}`,
      Cookie: `sid=${s()}`,
      'X-Auth-Token': s(),
      'X-Api-Key': s(),
      'Proxy-Authorization': `Basic ${btoa(`u:${s()}`)}`,
      'X-XSRF-TOKEN': s(),
      'X-Anything': s(),
      'X-Quote': String(quote),
    },
    auth: { username: s(), password: s() },
    proxy: { host: 'proxy.example', port: 3128, auth: { username: s(), password: s() } },
    data: bodies[body]?.(s()),
    xsrfCookieName: s(),
    xsrfHeaderName: s(),
    httpAgent: agent,
    httpsAgent: agent,
    socketPath: s(),
    fetchOptions: { headers: { Authorization: s() } },
    env: { FormData },
    outcome: {
      retry: {
        baseDelayMs: 0,
        throttleDelayMs: 0,
        idempotencyKey: () => s(),
        attemptHeader: 'X-Attempt',
        beforeAttempt: (config) => void config.headers.set('X-Signature', s()),
      },
    },
  };
}

/** Everything that a request holds, as a careless adapter or server would quote it. */
function echoOf(config: InternalAxiosRequestConfig) {
  const { auth, headers, data } = config;
  const uri = axios.getUri(config);
  const token = String(headers.get('X-Auth-Token'));
  const signature = encodeURIComponent(String(headers.get('X-Signature')));
  const home = encodeURIComponent(
    `https://u:${encodeURIComponent(token)}@a.example/?access_token=${signature}`,
  );
  const location = `https://u:${encodeURIComponent(token)}@b.example/next;jsessionid=${signature}?X-Amz-Signature=${signature}&%74oken=${signature}&to=${home}#id_token=${signature}`;
  return {
    location,
    message: `${config.method} ${uri} failed: ${JSON.stringify({ headers, auth, data, location })}`,
    headers: {
      'Set-Cookie': [`sid=${token}`, `other=${signature}`],
      Location: location,
      Link: `<${location}>; rel=alternate, <https://c.example/fr>; rel="alternate"`,
      Refresh: `5; url=${location}`,
      'Content-Location': location,
      'Operation-Location': location,
      'Azure-AsyncOperation': location,
      'X-Amz-Security-Token': token,
      'X-Subject-Token': token,
      'X-Function-Key': token,
      Authorization: `Bearer ${token}`,
      'X-Debug': `sent Bearer ${btoa(token)} and Basic ${btoa(`u:${token}`)}`,
      'Retry-After': '0',
      'X-Request-Id': 'r-1',
    },
  };
}

/** The credentials of a request, as a debug page or an echoing proxy gives them back. */
function credentialsOf(config: InternalAxiosRequestConfig): Readonly<Record<string, string>> {
  const { auth = { username: '', password: '' }, baseURL, url, params } = config;
  const of = (name: string) => String(config.headers.get(name));
  return {
    authorization: of('Authorization'),
    bearer: of('Authorization').slice('Bearer '.length),
    cookie: of('Cookie'),
    session: of('Cookie').slice('sid='.length),
    a: of('X-Auth-Token'),
    b: of('X-Api-Key'),
    c: of('Proxy-Authorization'),
    d: of('X-XSRF-TOKEN'),
    e: of('X-Signature'),
    f: auth.password,
    g: btoa(`${auth.username}:${auth.password}`),
    h: decodeURIComponent(/:([^/:@]+)@/.exec(baseURL ?? '')?.[1] ?? ''),
    i: decodeURIComponent(/sig=([^&]+)/.exec(url ?? '')?.[1] ?? ''),
    j: encodeURIComponent(params.token),
  };
}
/** Bodies in which an error answer quotes them, in fields of its own names and in prose. */
const quotes: readonly ((said: Readonly<Record<string, string>>) => unknown)[] = [
  (said) => ({ code: said['b'], message: `${said['a']} is not valid`, request: { deep: [said] } }),
  (said) => ({ title: said['f'], detail: said['g'], errors: [{ pointer: said['h'], detail: said['i'] }] }),
  (said) => ({ error: { error_code: said['bearer'], error_msg: said['session'], request_id: said['e'] } }),
  (said) => `<title>${said['c']}</title><pre>${Object.values(said).join('\n')}</pre>`,
  (said) => Object.values(said).join(' '),
];
/** An answer whose body and headers quote the request. */
function quoting(status: number): Answer {
  return (config) => {
    const said = credentialsOf(config);
    const body = quotes[Number(config.headers.get('X-Quote'))]?.(said);
    return answer(status, body, { 'X-Quoted': JSON.stringify(said).replaceAll('"', "'") })(config);
  };
}

type Answer = (config: InternalAxiosRequestConfig) => unknown;
function answer(status: number, data: unknown = { id: 1 }, more: object = {}): Answer {
  return (config) => {
    const { headers, message } = echoOf(config);
    // What Node's adapter leaves on a response: the request with all its headers.
    const request = { _header: message, headers: config.headers, path: axios.getUri(config) };
    const response = {
      status,
      statusText: '',
      data,
      headers: new AxiosHeaders({ ...headers, ...more }),
      config,
      request,
    };
    if (status >= 200 && status < 300) return response;
    throw new AxiosError(message, undefined, config, request, response);
  };
}
const fails =
  (code: string): Answer =>
  (config) => {
    const { message } = echoOf(config);
    const cause = Object.assign(new Error(message), { code, config });
    throw Object.assign(new AxiosError(message, code, config, { headers: config.headers }), { cause });
  };
/** A 200 whose body ended early, as the adapter of axios 1.21 tells it. */
const cut: Answer = (config) => {
  const { headers, message } = echoOf(config);
  const response = { status: 200, statusText: 'OK', headers: new AxiosHeaders(headers), config };
  throw new AxiosError(message, 'ECONNRESET', config, {}, response as never);
};

/** An answer of every kind. */
const answers: Readonly<Record<string, readonly Answer[]>> = {
  success: [answer(200), answer(201)],
  delayed: [answer(202)],
  empty: [answer(204, '')],
  unmodified: [answer(304, '')],
  choices: [answer(300)],
  redirected: [answer(302, ''), answer(307, '')],
  rejected: [quoting(400), quoting(401), answer(407, '')],
  unavailable: [quoting(429), quoting(503)],
  failed: [quoting(500)],
  unexpected: [answer(299), quoting(599), quoting(999)],
  malformed: [cut],
  unreachable: [fails('ECONNREFUSED'), fails('ECONNRESET'), fails('ERR_NETWORK'), answer(Number.NaN)],
  cancelled: [fails('ERR_CANCELED')],
};

const ways = {
  client: (adapter: AxiosAdapter, config: OutcomeRequestConfig, told: unknown[]) =>
    attachOutcomes(axios.create({ adapter }), listeners(told)).request(config),
  instance: (adapter: AxiosAdapter, config: AxiosRequestConfig, told: unknown[]) => {
    const instance = axios.create({ adapter });
    attachOutcomes(instance, listeners(told));
    return outcomeOf(instance.request(config));
  },
  adapter: (adapter: AxiosAdapter, config: AxiosRequestConfig, told: unknown[]) =>
    outcomeOf(axios.request({ ...config, adapter: outcomeAdapter({ adapter, ...listeners(told) }) })),
  bare: (adapter: AxiosAdapter, config: AxiosRequestConfig) =>
    outcomeOf(axios.request({ ...config, adapter })),
};
function listeners(told: unknown[]) {
  return { onAttempt: (event: unknown) => told.push(event), onRetry: (event: unknown) => told.push(event) };
}

/** All that can be printed of an outcome, of the error that `unwrap` makes of it, and of what listeners were told. */
function printed(outcome: AnyOutcome, told: unknown[]): Readonly<Record<string, string>> {
  const everything = { depth: null, showHidden: true, getters: true, maxStringLength: null };
  let error: unknown;
  try {
    unwrap(outcome);
  } catch (thrown) {
    error = thrown;
  }
  const output: Record<string, string> = { pino: '', console: '' };
  const to = (name: string) =>
    new Writable({
      write(chunk, _, done) {
        output[name] += String(chunk);
        done();
      },
    });
  for (const locale of ['en', 'zh'] as const) output[`explain in ${locale}`] = explain(outcome, { locale });
  const log = pino(to('pino'));
  const terminal = new Console(to('console'));
  for (const [name, value] of Object.entries({ outcome, error, told })) {
    output[`JSON of ${name}`] = JSON.stringify(value) ?? '';
    output[`inspect of ${name}`] = inspect(value, everything);
    output[`clone of ${name}`] = inspect(structuredClone(value), everything);
    output[`text of ${name}`] = String(value);
    terminal.dir(value, { depth: 9 });
    terminal.log('%s %o %O %j', value, value, value, value);
    log.error({ [name]: value });
  }
  log.error({ err: error }, 'failed');
  log.error(error as Error);
  if (error instanceof Error) output['stack'] = `${error.stack}\n${inspect(error.cause, everything)}`;
  return output;
}

describe('nothing of a request leaks (docs/redaction.md)', () => {
  const scene = fc.record({
    seed: fc.integer({ min: 1e9, max: 2e9 }),
    middle: fc.constantFrom('', '/', '+', ')', "'", '.', '~', '='),
    method: fc.constantFrom('get', 'post', 'put', 'delete'),
    body: fc.constantFrom(...Object.keys(bodies)),
    way: fc.constantFrom(...Object.keys(ways)) as fc.Arbitrary<keyof typeof ways>,
    pick: fc.nat(9),
    quote: fc.nat(quotes.length - 1),
  });

  it.each(Object.entries(answers))('an outcome that is %s', async (kind, all) => {
    await fc.assert(
      fc.asyncProperty(scene, async ({ seed, middle, method, body, way, pick, quote }) => {
        const garden = new Garden(seed, middle);
        const config = plantedConfig(garden, method, body, quote);
        const told: unknown[] = [];
        const one = all[pick % all.length];
        const adapter: AxiosAdapter = async (sent) => one?.(sent) as never;
        // Outside the adapter, axios has put a body on an answer that was cut.
        const outcome = await ways[kind === 'malformed' && way === 'bare' ? 'client' : way](
          adapter,
          config,
          told,
        );
        expect(outcome.kind).toBe(kind);
        for (const [where, text] of Object.entries(printed(outcome, told))) {
          expect([where, garden.foundIn(text)]).toEqual([where, []]);
        }
      }),
      { numRuns: runs(15) },
    );
  });

  it('the search finds what is there, whole, half, encoded and in base64', () => {
    const garden = new Garden(1e9, '/');
    const secret = garden.plant();
    expect(garden.foundIn(`x=${secret}`)).toHaveLength(2);
    expect(garden.foundIn(encodeURIComponent(secret))).toHaveLength(2);
    expect(garden.foundIn(`Basic ${btoa(`user:${secret}`)}`)).toHaveLength(2);
    expect(garden.foundIn(secret.slice(0, secret.indexOf('/')))).toHaveLength(1);
    expect(garden.foundIn('nothing')).toEqual([]);
  });

  it.each([200, 202, 302, 404, 500, 503])(
    'over a socket, from a server that quotes it: %d',
    async (status) => {
      const garden = new Garden(Date.now(), '.');
      const secret = garden.plant();
      const quoting = {
        'Set-Cookie': secret,
        Location: `/next?token=${secret}`,
        'X-Auth-Token': secret,
        'Content-Type': 'application/json',
      };
      const server = await faultServer(reply(status, '{"id":1}', quoting));
      const told: unknown[] = [];
      const client = attachOutcomes(axios.create({ maxRedirects: 0 }), listeners(told));
      const outcome = await client.post(
        `${server.origin}/things?sig=${secret}`,
        { pin: secret },
        {
          headers: { Authorization: secret },
          outcome: { retry: { retries: 1, baseDelayMs: 0 } },
        },
      );
      expect(outcome).toMatchObject({ httpStatus: status, headers: { 'set-cookie': '[redacted]' } });
      for (const [where, text] of Object.entries(printed(outcome, told))) {
        expect([where, garden.foundIn(text)]).toEqual([where, []]);
      }
    },
  );
});

describe('an outcome holds nothing but its own fields', () => {
  it.each(Object.entries(answers))('%s', async (_, [one]) => {
    const config = plantedConfig(new Garden(1, ''), 'get', 'none');
    const outcome = await ways.client(async (sent) => one?.(sent) as never, config, []);
    expect(isOutcome(outcome)).toBe(true);
    expect(Object.getPrototypeOf(outcome)).toBe(Object.prototype);
    for (const key of Reflect.ownKeys(outcome)) {
      expect(['config', 'request.config', 'response']).not.toContain(key);
      expect(Object.getOwnPropertyDescriptor(outcome, key)).toMatchObject({ enumerable: true });
    }
    expect(Reflect.ownKeys(outcome.request)).toEqual(['method', 'path']);
  });
});

describe('what axios itself hands out prints no more than without this library', () => {
  /** axios measures each response: the duration differs from call to call. */
  const shown = (value: unknown) =>
    inspect(value, { depth: 6, showHidden: true, maxStringLength: null }).replace(
      /duration: \d+/g,
      'duration: 0',
    );
  const adapter =
    (status: number): AxiosAdapter =>
    async (config) =>
      answer(status)(config) as never;

  it.each([200, 404, 503])('the response or error of an attached instance: %d', async (status) => {
    const config = { method: 'get', url: '/a', adapter: adapter(status) };
    const bare = await axios
      .create()
      .request(config)
      .catch((error: unknown) => error);
    const instance = axios.create();
    attachOutcomes(instance, { retry: false });
    const attached = await instance.request(config).catch((error: unknown) => error);
    // Only the callers differ.
    for (const value of [bare, attached]) if (value instanceof Error) value.stack = '';
    expect(shown(attached)).toBe(shown(bare));
    if (status !== 200) expect(JSON.stringify(attached)).toBe(JSON.stringify(bare));
  });

  it('the config that interceptors of a client see has one key more, which JSON leaves out', async () => {
    const instance = axios.create({ adapter: adapter(200) });
    const seen: unknown[] = [];
    instance.interceptors.request.use((config) => {
      seen.push(config);
      return config;
    });
    instance.interceptors.response.use((response) => {
      seen.push(response);
      return response;
    });
    await attachOutcomes(instance).get('/a');
    for (const value of seen) expect(shown(value)).not.toMatch(/attempts|recorded:|catalogue|settings/);
    expect(JSON.stringify((seen[0] as { outcomeSink?: unknown }).outcomeSink)).toBeUndefined();
  });
});
