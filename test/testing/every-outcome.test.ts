import axios from 'axios';
import { http as on } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { dew } from '../../src/catalogues/dew/index.js';
import { github } from '../../src/catalogues/github/index.js';
import { http } from '../../src/catalogues/http/index.js';
import { attachOutcomes, type Catalogue, ConfigurationError, defineCatalogue } from '../../src/index.js';
import { type EveryOutcomeOptions, everyOutcome, outcomeMatchers } from '../../src/testing/index.js';

expect.extend(outcomeMatchers);

const server = setupServer();
beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const retry = { baseDelayMs: 0, throttleDelayMs: 0, budget: false } as const;
const url = 'https://api.example/v3/p/keypairs/associate';

/** What a case says is expected, by its name. */
function expectedOf(catalogue: Catalogue, name: string, options?: EveryOutcomeOptions) {
  const found = everyOutcome(catalogue, options).find((one) => one.name === name);
  if (found === undefined) throw new Error(`there is no case ${name}`);
  return found.expected;
}

describe('every case says what the documentation says', () => {
  it.each([
    ['202 Accept: delayed', 'GET', { kind: 'delayed', status: 202, effect: 'pending' }],
    ['204 No Content: empty', 'DELETE', { kind: 'empty', status: 204, effect: 'applied' }],
    ['300 multiple choices: choices', 'GET', { kind: 'choices', status: 300, effect: 'none' }],
    // The facts of DEW: an expired token is 403, a throttling gateway 429, a quota 405.
    ['403 Forbidden, KMS.0301: rejected', 'POST', { kind: 'rejected', code: 'KMS.0301', effect: 'none' }],
    ['429 Too Many Requests, APIG.0308: unavailable', 'POST', { kind: 'unavailable', effect: 'none' }],
    ['400 Bad Request, KMS.0319: unavailable', 'POST', { kind: 'unavailable', status: 400 }],
    ['500 Internal Server Error: failed', 'POST', { kind: 'failed', effect: 'unknown' }],
    ['503 Service Unavailable: unavailable', 'POST', { kind: 'unavailable', effect: 'unknown' }],
    ['503 Service Unavailable: unavailable', 'GET', { kind: 'unavailable', effect: 'none' }],
    ['599, not documented: unexpected', 'PUT', { kind: 'unexpected', status: 'other', httpStatus: 599 }],
    ['200, body cut short: malformed', 'POST', { kind: 'malformed', effect: 'applied' }],
    ['connection refused (ECONNREFUSED): unreachable', 'POST', { effect: 'none', code: 'ECONNREFUSED' }],
    ['connection reset (ECONNRESET): unreachable', 'POST', { effect: 'unknown', code: 'ECONNRESET' }],
    ['connection reset (ECONNRESET): unreachable', 'GET', { effect: 'none' }],
    ['stopped by the caller (ERR_CANCELED): cancelled', 'POST', { kind: 'cancelled', effect: 'unknown' }],
  ])('%s, to a %s', (name, method, expected) => {
    expect(expectedOf(dew, name, { method })).toMatchObject(expected);
  });

  it('one per documented status, and one per documented code under each of its statuses', () => {
    const names = everyOutcome(dew).map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    const codes = Object.values(dew.codes).reduce((sum, { statuses }) => sum + statuses.length, 0);
    // 4 statuses of nobody, 2 broken bodies, 16 ways to get no answer.
    expect(names.length).toBe(Object.keys(dew.statuses).length + codes + 4 + 2 + 16);
    for (const [status, { name, kind }] of Object.entries(http.statuses)) {
      expect(everyOutcome(http).map((one) => one.name)).toContain(`${status} ${name}: ${kind}`);
    }
  });

  it('and the answers that name a task, where the call starts one', () => {
    const call = { method: 'POST', path: '/v3/p/keypairs/associate' };
    const expected = { kind: 'delayed', status: 200, effect: 'pending' };
    expect(expectedOf(dew, '200 OK, with a task_id: delayed', call)).toMatchObject(expected);
    expect(
      everyOutcome(dew, { ...call, path: '/v3/p/keypairs' })
        .map(({ name }) => name)
        .join(),
    ).not.toContain('task_id');
  });
});

describe.each(['GET', 'POST', 'PUT', 'HEAD'])('a client gets what is expected of a %s', (method) => {
  it.each([
    ['DEW', dew],
    ['HTTP', http],
  ])('of %s, from the adapter', async (_name, catalogue: Catalogue) => {
    for (const { adapter, expected } of everyOutcome(catalogue, { method, path: new URL(url).pathname })) {
      const client = attachOutcomes(axios.create({ adapter }), { catalogue, retry });
      expect(await client.request({ url, method, data: {} })).toHaveOutcome(expected);
    }
  });
});

/** Every case but those of codes, of which a few show the way. */
const overMsw = everyOutcome(dew, { method: 'POST' }).filter(
  ({ name }) => !/[A-Z]+\.\d+/.test(name) || /KMS\.0301|APIG\.0308|KPS\.9001|KMS\.0319/.test(name),
);
describe.each(['http', 'fetch'])("over msw and axios's %s adapter", (adapter) => {
  it.each(
    overMsw.flatMap(({ name, resolver, expected }) =>
      // `fetch` answers a 407 with a network error (Fetch Standard, HTTP-network fetch).
      resolver && !(adapter === 'fetch' && expected.status === 407) ? [{ name, resolver, expected }] : [],
    ),
  )('$name', async ({ resolver, expected }) => {
    server.use(on.post(url, resolver));
    const client = attachOutcomes(axios.create({ adapter }), { catalogue: dew, retry });
    expect(await client.post(url, {})).toHaveOutcome(expected);
  });

  it('leaves out on demand what msw cannot say: then every case has a resolver', () => {
    const all = everyOutcome(dew, { method: 'POST' });
    const playable = everyOutcome(dew, { method: 'POST', over: 'msw' });
    // Typed so: there is nothing to ask before it becomes a handler.
    const handlers = playable.map(({ name, resolver }) =>
      on.get(`https://answers.example/${encodeURIComponent(name)}`, resolver),
    );
    expect(handlers).toHaveLength(all.filter(({ resolver }) => resolver).length);
    expect(all.length - handlers.length).toBeGreaterThan(10);
  });

  it('has no resolver for what msw cannot say', () => {
    const without = everyOutcome(http).filter(({ resolver }) => resolver === undefined);
    const names = without.map(({ name }) => name).join('\n');
    for (const part of ['100 Continue', 'cut short', 'ECONNRESET', 'CERT_HAS_EXPIRED', 'ERR_CANCELED']) {
      expect(names).toContain(part);
    }
    expect(names).not.toContain('503');
  });
});

describe('error bodies have the shape that the codes tell', () => {
  const statuses = { 404: { name: 'Not Found', kind: 'rejected', retry: 'never', source: 's' } } as const;
  const of = (code: string, more: Partial<Catalogue> = {}) =>
    defineCatalogue({ name: 'Made up', source: 's', statuses, codes: { [code]: { source: 's' } }, ...more });

  async function bodyOf(catalogue: Catalogue, code: string, options: EveryOutcomeOptions = {}) {
    const found = everyOutcome(catalogue, options).find(({ name }) => name.includes(code));
    const { data, headers } = await axios.get('/', { validateStatus: null, ...found });
    return { data, type: headers['content-type'] };
  }

  it.each([
    ['ECS.0001', { error_code: 'ECS.0001', request_id: 'test-request-1' }],
    ['KMS.0207', { error: { error_code: 'KMS.0207' } }],
    ['NOT_FOUND', { error: { code: 404, status: 'NOT_FOUND' } }],
    ['card_declined', { error: { type: 'api_error', code: 'card_declined' } }],
    ['ResourceNotFound', { error: { code: 'ResourceNotFound' } }],
    ['E-17', { type: 'about:blank', title: 'Not Found', status: 404, code: 'E-17' }],
  ])('%s', async (code, body) => {
    const { data, type } = await bodyOf(of(code), code);
    expect(data).toMatchObject(body);
    expect(type).toBe(code === 'E-17' ? 'application/problem+json' : 'application/json');
  });

  it('of HTTP itself are RFC 9457', async () => {
    const { data, type } = await bodyOf(http, '404 Not Found');
    expect(data).toEqual({
      type: 'about:blank',
      title: 'Not Found',
      status: 404,
      detail: expect.any(String),
    });
    expect(type).toBe('application/problem+json');
  });

  it("or the one that the catalogue's own reader reads", async () => {
    const readProblem: Catalogue['readProblem'] = (body) =>
      typeof body === 'object' && body !== null && 'error_code' in body
        ? { code: String(body.error_code) }
        : undefined;
    expect((await bodyOf(of('card_declined', { readProblem }), 'card_declined')).data).toMatchObject({
      error_code: 'card_declined',
    });
    // GitHub has no codes: its reader makes them of a header and a message.
    const { data } = await bodyOf(github, '403 Forbidden, secondary_rate_limit');
    expect(data).toEqual({
      message: expect.stringMatching(/secondary rate/),
      documentation_url: expect.any(String),
    });
  });

  it('or the one that is given, and no other', async () => {
    expect((await bodyOf(of('E-17'), 'E-17', { problem: 'aws' })).data).toEqual({ message: 'Not Found' });
    const problem = ({ code }: { code?: string }) => ({ oops: code });
    expect((await bodyOf(of('E-17'), 'E-17', { problem })).data).toEqual({ oops: 'E-17' });
    // Callers without types.
    const wrong = { problem: 'soap' as 'aws' };
    expect(() => everyOutcome(http, wrong)).toThrow('problem is "soap"');
    expect(() => everyOutcome({} as Catalogue)).toThrow(ConfigurationError);
  });

  it('and a code that no known body carries is told', () => {
    const hidden = of('E-17', { readProblem: () => ({ code: 'other' }) });
    expect(() => everyOutcome(hidden)).toThrow(/readProblem of catalogue Made up.*Set the option `problem`/);
  });
});

it("and where the platform has no TextEncoder, as jest's jsdom has none", async () => {
  vi.stubGlobal('TextEncoder', undefined);
  try {
    for (const { adapter, expected } of everyOutcome(http, { method: 'POST' })) {
      const client = attachOutcomes(axios.create({ adapter }), { retry: { retries: 0 } });
      expect(await client.post(url, {})).toHaveOutcome(expected);
    }
  } finally {
    vi.unstubAllGlobals();
  }
});

describe('odd catalogues', () => {
  const row = { kind: 'rejected', retry: 'never', source: 's' } as const;
  const success = { ...row, name: 'OK', kind: 'success' } as const;
  const odd = {
    name: 'Odd',
    source: 's',
    statuses: {
      199: { ...row, name: 'Early' },
      612: { ...row, name: 'Moved by codes', or: ['success', 'delayed', 'empty', 'choices', 'unmodified'] },
      701: { ...row, name: 'Busy', kind: 'unavailable', retry: 'transient' },
      999: { ...row, name: 'Broken', kind: 'failed' },
    },
    codes: {
      S: { kind: 'success', statuses: [612], source: 's' },
      D: { kind: 'delayed', statuses: [612], source: 's' },
      E: { kind: 'empty', statuses: [612], source: 's' },
      C: { kind: 'choices', statuses: [612], source: 's' },
      U: { kind: 'unmodified', statuses: [612], source: 's' },
      N: { statuses: [777], source: 's' },
      1101: { source: 's' },
      'two words': { source: 's' },
    },
  } as const satisfies Catalogue;
  const throwing = {
    ...odd,
    readProblem() {
      throw new Error('a bug of the reader');
    },
  } as const satisfies Catalogue;
  const catalogues: readonly (readonly [string, Catalogue])[] = [
    ['statuses of 600 and above, codes of every kind', odd],
    ['a reader that throws', throwing],
    ['no codes', { ...odd, codes: {} }],
    ['no good answer below 600', { name: 'O', source: 's', statuses: { 600: success } }],
    ['one status', { name: 'O', source: 's', statuses: { 200: success } }],
  ];

  it.each(catalogues)('%s', async (_, catalogue) => {
    for (const method of ['GET', 'post', 'HEAD']) {
      for (const { adapter, expected } of everyOutcome(catalogue, { method })) {
        const client = attachOutcomes(axios.create({ adapter }), { catalogue, retry: { retries: 0 } });
        expect(await client.request({ url, method })).toHaveOutcome(expected);
      }
    }
  });

  it.each([
    [{ method: 5 }, 'method of everyOutcome is 5. Write an HTTP method, such as POST'],
    [{ method: 'get it' }, 'method of everyOutcome is "get it"'],
    [{ path: 5 }, 'path of everyOutcome is 5. Write a path, such as /orders/1'],
    [{ over: 'nock' }, 'over of everyOutcome is "nock". Write one of: msw'],
    [
      { verb: 'POST' },
      'verb of everyOutcome is "POST". There is no field "verb". Known fields: method, path',
    ],
    [null, 'the options of everyOutcome is null'],
  ])('and wrong options are named: %j', (options, message) => {
    // Callers without types may pass anything.
    const wrong = () => everyOutcome(dew, options as object);
    expect(wrong).toThrow(ConfigurationError);
    expect(wrong).toThrow(message);
  });
});
