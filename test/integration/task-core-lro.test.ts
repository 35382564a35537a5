// The same server scripts drive @azure/core-lro, which Azure's own clients for JavaScript follow tasks
// with. Where its requests or its result are others than ours, the test's name says why.

import { createHttpPoller, type OperationResponse, type RunningOperation } from '@azure/core-lro';
import axios from 'axios';
import { describe, expect, it } from 'vitest';
import { http } from '../../src/catalogues/http/statuses.js';
import { attachOutcomes, type Catalogue, extendCatalogue } from '../../src/index.js';
import { routesOf, taskScripts } from './task-scripts.js';
import { type Reply, type Routes, taskServer } from './task-server.js';

const azure = extendCatalogue(http, {
  name: 'Azure',
  statuses: {
    200: { ...http.statuses[200], or: ['delayed'] },
    201: { ...http.statuses[201], or: ['delayed'] },
  },
});

interface Followed {
  readonly log: readonly string[];
  /** The data of the result, or `failed` or `cancelled` with what the server said. */
  readonly result: unknown;
}

/** core-lro over plain axios, as a generated client drives it over its pipeline. */
async function byCoreLro(routes: Routes, method: string, path: string): Promise<Followed> {
  const server = await taskServer(routes);
  const client = axios.create({ validateStatus: (status) => status < 400 });
  async function send(how: string, url: string): Promise<OperationResponse> {
    const { data, status, headers } = await client.request({ method: how, url });
    const plain = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
    const request = { method: how.toUpperCase(), url };
    return { flatResponse: data, rawResponse: { statusCode: status, headers: plain, body: data, request } };
  }
  const operation: RunningOperation = {
    sendInitialRequest: () => send(method, server.origin + path),
    sendPollRequest: (location) => send('get', new URL(location, server.origin).href),
  };
  const poller = createHttpPoller(operation, { intervalInMs: 1, resolveOnUnsuccessful: true });
  const data: unknown = await poller.pollUntilDone();
  const { status, error } = poller.operationState ?? {};
  const result =
    status === 'succeeded' ? data : [status === 'canceled' ? 'cancelled' : status, codeOf(error)];
  return { log: server.log, result };
}

/** `The long-running operation has failed. QuotaExceeded. no cores left` */
function codeOf(error: Error | undefined): string | undefined {
  return /failed\. (\w+)\. /.exec(error?.message ?? '')?.[1];
}

async function byOurs(routes: Routes, method: string, path: string, catalogue: Catalogue): Promise<Followed> {
  const server = await taskServer(routes);
  const delayed = { pollIntervalMs: 1, maxPollIntervalMs: 1 };
  const client = attachOutcomes(axios.create({ baseURL: server.origin }), { catalogue, delayed });
  const ended = await client.complete(await client.request({ method, url: path }));
  if (ended.kind === 'success') return { log: server.log, result: ended.data };
  if (ended.kind !== 'failed' || !('task' in ended)) return { log: server.log, result: ended.kind };
  const code = ended.task.ended === 'failed' ? ended.problem.code : undefined;
  return { log: server.log, result: [ended.task.ended, code] };
}

const both = async (routes: Routes, method: string, path: string, catalogue: Catalogue = azure) => ({
  theirs: await byCoreLro(routes, method, path),
  ours: await byOurs(routes, method, path, catalogue),
});

const names = ['operation-location', 'azure-async-operation', 'azure-provisioning-state', 'location'];
const scripts = taskScripts.filter(({ dialect }) => names.includes(dialect));

describe.each(scripts)('$dialect beside @azure/core-lro', (script) => {
  const endings: [string, Reply | undefined][] = [
    ['succeeds', script.done],
    ['fails', script.failed?.reply],
    ['is cancelled', script.cancelled],
  ];
  it.each(endings.filter(([, reply]) => reply))(
    'a task that %s: the same requests, the same end',
    async (_, last) => {
      const { theirs, ours } = await both(
        routesOf(script, last),
        script.method,
        script.path,
        script.catalogue,
      );
      // core-lro gives the body of a cancelled task for its result; ours is a failure that says so.
      expect(ours).toEqual(theirs);
    },
  );
});

/** A task that runs once, and then ends with this answer of its monitor. */
function routes(method: string, header: string, last: Reply, location?: string): Routes {
  const found = location === undefined ? {} : { Location: location };
  const begins = { status: 202, headers: { [header]: '/operations/1', ...found } };
  return {
    [`${method} /things/1`]: [begins],
    'GET /operations/1': [{ body: { status: 'Running' } }, last],
    'GET /things/1': [{ body: { own: true } }],
    'GET /results/1': [{ body: { result: true } }],
  };
}
const succeeded = (more: object = {}): Reply => ({ body: { status: 'Succeeded', ...more } });

describe.each(['Operation-Location', 'Azure-AsyncOperation'])(
  'final GETs of %s beside @azure/core-lro',
  (header) => {
    it.each([
      ['PUT', undefined, {}],
      ['PUT', '/results/1', {}],
      ['PATCH', undefined, {}],
      ['POST', '/results/1', {}],
      ['POST', undefined, {}],
      ['POST', undefined, { resourceLocation: '/things/1' }],
      ['DELETE', '/results/1', {}],
      ['DELETE', undefined, {}],
    ])('%s, Location %s, %j: the same', async (method, location, more) => {
      const { theirs, ours } = await both(
        routes(method, header, succeeded(more), location),
        method,
        '/things/1',
      );
      expect(ours).toEqual(theirs);
    });

    it('PATCH with a Location: core-lro asks the Location; this library asks the resource, as Azure documents', async () => {
      const given = routes('PATCH', header, succeeded(), '/results/1');
      const { theirs, ours } = await both(given, 'PATCH', '/things/1');
      expect([theirs.log.at(-1), ours.log.at(-1)]).toEqual(['GET /results/1', 'GET /things/1']);
      expect(ours.log.slice(0, -1)).toEqual(theirs.log.slice(0, -1));
    });

    it.each([
      ['PartiallySucceeded', 'a success'],
      ['NotFailedYet', 'a failure'],
    ])(
      '%s is %s to core-lro, which looks for the word within; ours asks on, by the whole word',
      async (word) => {
        const server: Routes = {
          ...routes('POST', header, {}),
          'GET /operations/1': [{ body: { status: word } }, succeeded({ properties: 1, result: 1 })],
        };
        const { theirs, ours } = await both(server, 'POST', '/things/1');
        expect([theirs.log.length, ours.log.length]).toEqual([2, 3]);
        expect(ours.result).toBe(1);
      },
    );

    it('a monitor without a status: core-lro takes any 2xx as a success; this library does not', async () => {
      const { theirs, ours } = await both(
        routes('POST', header, { body: { login: 1 } }),
        'POST',
        '/things/1',
      );
      expect([theirs.result, ours.result]).toEqual([{ login: 1 }, 'malformed']);
      expect(ours.log).toEqual(theirs.log);
    });
  },
);
