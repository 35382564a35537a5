// A request to stop a task is the one write that following a task can send.
import axios, { type InternalAxiosRequestConfig } from 'axios';
import { describe, expect, it } from 'vitest';
import { googleOperation } from '../../src/delayed/dialects/google-operation.js';
import { attachOutcomes, type Dialect, defineDialect, type Outcome } from '../../src/index.js';
import { type Reply, taskServer } from './task-server.js';
import { signed } from './token-checksum.js';

const quick = { pollIntervalMs: 2, maxPollIntervalMs: 2 };
const operation = { name: 'projects/p/operations/7' };

async function begun(cancel: Reply, config: object = {}) {
  const other = await taskServer({ 'POST /elsewhere': [{ body: {} }], 'GET /elsewhere': [{ body: {} }] });
  const to = (location: string) => location.replace('{other}', other.origin);
  const headers = Object.entries(cancel.headers ?? {}).map(([name, value]) => [name, to(value)]);
  const server = await taskServer({
    'POST /v1/things': [{ status: 202, body: operation }],
    'POST /v1/projects/p/operations/7:cancel': [{ ...cancel, headers: Object.fromEntries(headers) }],
  });
  const instance = axios.create({ baseURL: server.origin, headers: { 'X-Api-Key': 'LEAK' }, ...config });
  const client = attachOutcomes(instance, { delayed: quick });
  return { server, other, client, outcome: delayedOf(await client.post('/v1/things')) };
}

function delayedOf(outcome: Outcome) {
  if (outcome.kind !== 'delayed') throw new Error(outcome.kind);
  return outcome;
}

describe.each(['http', 'fetch'])(
  'over %s, a redirect of the request to cancel is not followed',
  (adapter) => {
    it.each([301, 302, 303, 307, 308])('%d to another origin: no credential goes there', async (status) => {
      const { client, outcome, other } = await begun(
        { status, headers: { Location: '{other}/elsewhere' } },
        { adapter },
      );
      expect(await client.cancel(outcome)).toMatchObject({ kind: 'redirected', httpStatus: status });
      expect(other.received).toEqual([]);
    });

    it('whatever redirect options the instance has', async () => {
      const config = { adapter, maxRedirects: 5, fetchOptions: { redirect: 'follow' } };
      const { client, outcome, other } = await begun(
        { status: 307, headers: { Location: '{other}/elsewhere' } },
        config,
      );
      expect((await client.cancel(outcome)).kind).toBe('redirected');
      expect(other.received).toEqual([]);
    });

    it('fetch gets its own redirect option, since some versions of axios ignore maxRedirects for it', async () => {
      const seen: unknown[] = [];
      const send = axios.getAdapter(adapter as 'http');
      const { client, outcome } = await begun(
        { body: {} },
        {
          adapter(config: InternalAxiosRequestConfig) {
            seen.push([config.maxRedirects, config.fetchOptions]);
            return send(config);
          },
        },
      );
      await client.cancel(outcome);
      expect(seen.at(-1)).toEqual([0, { redirect: 'manual' }]);
    });
  },
);

describe('the task of a token, which anyone may have written', () => {
  /** An outcome as it comes out of a queue, with a token of somebody's. */
  async function restored(monitor: string, dialect: Dialect = googleOperation) {
    const { server, client, outcome } = await begun({ body: {} }, {});
    const attached = dialect === googleOperation ? client : undefined;
    const own =
      attached ??
      attachOutcomes(axios.create({ baseURL: server.origin }), {
        delayed: { ...quick, dialects: [dialect] },
      });
    const { token: _, ...task } = outcome.task;
    const fields = { dialect: dialect.name, method: 'POST', path: '/v1/things', origin: server.origin };
    const token = signed({ ...fields, monitor: server.origin + monitor });
    return {
      server,
      call: () => own.cancel({ ...JSON.parse(JSON.stringify(outcome)), task: { ...task, token } }),
    };
  }

  it('is cancelled if the dialect knows its address as a task (AIP-151)', async () => {
    const { server, call } = await restored('/v1/projects/p/operations/7');
    expect((await call()).kind).toBe('success');
    expect(server.log.at(-1)).toBe('POST /v1/projects/p/operations/7:cancel');
  });

  it.each([
    '/admin/users/7',
    '/v1/users/7',
    '/v1/operations',
    '/operations/7',
    '/v1/operations/',
    '/v1/operations/7/',
    '/v1/operations/7?x=/admin',
    '/v1/operations/7%2F..%2F..%2Fadmin',
    '/v1/operations/7;x',
    '/v1/operations/../../admin',
    '/v1//operations//7',
    '/v1/operations/7 /x',
    '/',
  ])('%s is refused: it is not a task of google-operation', async (monitor) => {
    const { server, call } = await restored(monitor);
    await expect(call()).rejects.toThrow(
      /cannot be cancelled: .* is not the address of a task of google-operation/,
    );
    expect(server.log).toEqual(['POST /v1/things']);
  });

  const mine = {
    name: 'mine',
    start: () => undefined,
    read: () => ({ state: 'running' }) as const,
    cancel: ({ monitor }: { readonly monitor: string }) => ({ method: 'DELETE', url: monitor }),
  };
  it('a dialect without isMonitor: refused', async () => {
    const { server, call } = await restored('/users/7', defineDialect(mine));
    await expect(call()).rejects.toThrow(
      /the dialect mine does not tell which addresses are tasks\. Add isMonitor to the dialect/,
    );
    expect(server.log).toEqual(['POST /v1/things']);
  });
  it('a dialect with isMonitor: only the addresses that it knows', async () => {
    const isMonitor = (address: string) => /^\/jobs\/\d+$/.test(new URL(address).pathname);
    const jobs = await restored('/jobs/7', defineDialect({ ...mine, isMonitor }));
    await jobs.call();
    expect(jobs.server.log.at(-1)).toBe('DELETE /jobs/7');
    const users = await restored('/users/7', defineDialect({ ...mine, isMonitor }));
    await expect(users.call()).rejects.toThrow(/is not the address of a task of mine/);
  });

  it('a dialect whose isMonitor is no function is refused when it is defined', () => {
    // As callers without types may write it.
    expect(() => defineDialect({ ...mine, isMonitor: true as never })).toThrow(
      /isMonitor of dialect mine is true/,
    );
  });
});

it.each([
  ['https://x.example/v1/operations/7', true],
  ['https://x.example/proxy/v2beta1/projects/p/locations/l/operations/op-1.2~a', true],
  ['https://x.example/v1/projects/p/instances/7', false],
  ['https://x.example/v1/operations/7#x', false],
])('google-operation: %s is a monitor: %s', (address, expected) => {
  expect(googleOperation.isMonitor?.(address)).toBe(expected);
});
