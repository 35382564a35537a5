// Calls of the description with every corner (kennel.yaml) against a server on loopback. Their types
// are held by test/types/described.test-d.ts: here is what comes at run time.
import axios, { type AxiosRequestConfig } from 'axios';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { attachOutcomes, defineCatalogue } from '../../src/index.js';
import { type Routes, taskServer } from '../integration/task-server.js';
import type { paths } from './kennel.js';

async function kennel(routes: Routes, config: AxiosRequestConfig = {}) {
  const { origin, received } = await taskServer(routes);
  const client = attachOutcomes(axios.create({ baseURL: origin, ...config }), {
    retry: { baseDelayMs: 1 },
    delayed: { pollIntervalMs: 1 },
  });
  return { api: client.describedBy<paths>(), client, received };
}
const id = { path: { id: 'd1' } };
const rex = { id: 'd1', name: 'Rex', age: null };

describe('the answers of a described call', () => {
  it('have the body of their status: data of a success, details of a problem', async () => {
    const missing = { missing: 'd1' };
    const { api } = await kennel({
      'GET /dogs/d1': [
        { body: rex },
        { status: 404, body: missing },
        { status: 403, body: { wrong: ['who'] } },
        { status: 500, body: { code: 'E1', message: 'broken' } },
      ],
    });
    expect(await api.get('/dogs/{id}', id)).toMatchObject({ kind: 'success', status: 200, data: rex });
    const none = await api.get('/dogs/{id}', id);
    expect(none).toMatchObject({ kind: 'rejected', status: 404, problem: { details: missing } });
    if (none.status === 404) expect(none.problem.details.missing).toBe('d1');
    const wrong = await api.get('/dogs/{id}', id);
    if (wrong.status !== 403) throw new Error(wrong.kind);
    expect(wrong.problem.details.wrong).toEqual(['who']);
    const broken = await api.get('/dogs/{id}', id);
    expect(broken).toMatchObject({ kind: 'failed', status: 500, problem: { code: 'E1', message: 'broken' } });
    if (broken.kind === 'failed') expect(broken.problem.details).toMatchObject({ code: 'E1' });
  });

  it('may be null, a problem in another JSON, empty, or only headers', async () => {
    const conflict = { type: 'about:blank', other: 'd2' };
    const { api } = await kennel({
      'GET /dogs/d1/owner': [{ body: null }],
      'POST /dogs': [
        { status: 409, body: conflict, headers: { 'Content-Type': 'application/problem+json' } },
      ],
      'DELETE /dogs/d1': [{ status: 204 }],
      'HEAD /dogs/d1': [{ headers: { ETag: '"1"' } }, { status: 404 }],
      'PATCH /dogs/d1': [{ status: 200 }],
    });
    expect(await api.get('/dogs/{id}/owner', id)).toMatchObject({ kind: 'success', data: null });
    const conflicting = await api.post('/dogs', { name: 'Rex' });
    if (conflicting.status === 409) expect(conflicting.problem.details.other).toBe('d2');
    expect(conflicting).toMatchObject({ kind: 'rejected', problem: { details: conflict } });
    const removed = await api.delete('/dogs/{id}', { ...id, headers: { 'If-Match': '"1"' } });
    expect(removed).toMatchObject({ kind: 'empty', status: 204 });
    const found = await api.head('/dogs/{id}', id);
    expect(found).toMatchObject({ kind: 'success', data: '', headers: { etag: '"1"' } });
    expect(await api.head('/dogs/{id}', id)).toMatchObject({ kind: 'rejected', status: 404 });
    const merge = { ...id, headers: { 'Content-Type': 'application/merge-patch+json' } } as const;
    expect(await api.patch('/dogs/{id}', { name: null }, merge)).toMatchObject({ kind: 'success', data: '' });
  });

  it('of a status that neither the catalogue nor HTTP has are unexpected, also where it is described', async () => {
    const { api } = await kennel({ 'PATCH /dogs/d1': [{ status: 460, body: { wrong: [] } }] });
    const merge = { ...id, headers: { 'Content-Type': 'application/merge-patch+json' } } as const;
    const outcome = await api.patch('/dogs/{id}', {}, merge);
    expect(outcome).toMatchObject({ kind: 'unexpected', status: 'other', httpStatus: 460 });
  });

  it('are checked by the schemas of the call', async () => {
    const { api } = await kennel({ 'GET /dogs/d1': [{ body: rex }, { body: { id: 7 } }] });
    const responses = {
      200: z.object({ id: z.string(), name: z.string().transform((name) => name.length) }),
    };
    const outcome = await api.get('/dogs/{id}', { ...id, responses });
    expect(outcome).toMatchObject({ kind: 'success', data: { name: 3 } });
    const other = await api.get('/dogs/{id}', { ...id, responses });
    expect(other).toMatchObject({ kind: 'malformed', httpStatus: 200 });
  });

  it('are retried and told like those of the client itself', async () => {
    const closed = { until: 'Monday' };
    const { api, received } = await kennel({
      'GET /dogs/d1': [{ status: 503, body: closed }, { body: rex }],
    });
    const outcome = await api.get('/dogs/{id}', id);
    expect(outcome.attempts.map(({ status }) => status)).toEqual([503, 200]);
    expect(received).toHaveLength(2);
    const posted = await kennel({ 'POST /dogs': [{ status: 503, body: closed }] });
    const refused = await posted.api.post('/dogs', { name: 'Rex' });
    if (refused.status === 503) expect(refused.problem.details.until).toBe('Monday');
    expect(refused).toMatchObject({ kind: 'unavailable', retry: { stopped: 'unsafe' } });
  });
});

describe('a delayed call', () => {
  it('is followed to the result of the operation', async () => {
    const { api } = await kennel({
      'POST /dogs/d1/walks': [{ status: 202, body: { queue: 3 }, headers: { Location: '/walks/1' } }],
      'GET /walks/1': [{ status: 202, headers: { 'Retry-After': '0' } }, { body: { metres: 500 } }],
    });
    const outcome = await api.post('/dogs/{id}/walks', undefined, id);
    if (outcome.kind !== 'delayed') throw new Error(outcome.kind);
    expect(outcome.data).toEqual({ queue: 3 });
    const ended = await api.complete(outcome);
    if (ended.kind !== 'success') throw new Error(ended.kind);
    expect(ended.data).toEqual({ metres: 500 });
  });
});

describe('the request of a described call', () => {
  it('has its path filled in, and its query, headers and body where axios has them', async () => {
    const { api, received } = await kennel({
      'GET /dogs': [{ body: [] }],
      'POST /dogs': [{ status: 201, body: rex }],
      'PUT /notes/a%2Fb': [{ body: { length: 4 } }],
    });
    const serializer = { paramsSerializer: { indexes: null } };
    await api.get('/dogs', {
      params: { breed: 'pug', tags: ['a', 'b'] },
      ...serializer,
      headers: { 'X-A': 1 },
    });
    await api.post('/dogs', { name: 'Rex' });
    await api.post(
      '/dogs',
      { name: 'Rex' },
      { headers: { 'Content-Type': 'application/x-www-form-urlencoded' } },
    );
    await api.put('/notes/{name}', 'text', {
      path: { name: 'a/b' },
      headers: { 'Content-Type': 'text/plain' },
    });
    await api.request({ method: 'POST', url: '/dogs', data: { name: 'Max' } });
    const seen = received.map(({ method, url, body }) => `${method} ${url} ${body}`);
    expect(seen).toEqual([
      'GET /dogs?breed=pug&tags=a&tags=b ',
      'POST /dogs {"name":"Rex"}',
      'POST /dogs name=Rex',
      'PUT /notes/a%2Fb text',
      'POST /dogs {"name":"Max"}',
    ]);
    expect(received[0]?.headers).toMatchObject({ 'x-a': '1' });
    expect(received[3]?.headers).toMatchObject({ 'content-type': 'text/plain' });
  });

  it('tells the filled path to the outcome, to listeners and to documented operations', async () => {
    const { origin } = await taskServer({ 'POST /dogs/d1/walks': [{ body: { walk: 'w1', metres: 1 } }] });
    const catalogue = defineCatalogue({
      name: 'Kennel',
      source: 'docs',
      statuses: { 200: { name: 'OK', kind: 'success', or: ['delayed'], retry: 'never', source: 'docs' } },
      operations: [{ method: 'POST', path: '/dogs/{id}/walks', task: { dialect: 'none', id: 'walk' } }],
    });
    const told: string[] = [];
    const client = attachOutcomes(axios.create({ baseURL: origin }), {
      catalogue,
      onOutcome: ({ request }) => void told.push(request.path),
    });
    const outcome = await client.describedBy<paths>().post('/dogs/{id}/walks', undefined, id);
    expect(outcome).toMatchObject({ kind: 'delayed', request: { method: 'POST', path: '/dogs/d1/walks' } });
    expect(told).toEqual(['/dogs/d1/walks']);
  });

  it('keeps `path` from axios, and from the instance itself', async () => {
    const { origin } = await taskServer({ 'GET /dogs/d1': [{ body: rex }] });
    const instance = axios.create({ baseURL: origin });
    const seen: object[] = [];
    instance.interceptors.request.use((config) => {
      seen.push(config);
      return config;
    });
    await attachOutcomes(instance).describedBy<paths>().get('/dogs/{id}', id);
    expect(seen).toHaveLength(1);
    expect(seen[0]).toMatchObject({ url: '/dogs/d1' });
    expect(seen[0]).not.toHaveProperty('path');
  });
});

describe('the client that is described', () => {
  it('is the same client: it is detached with it', async () => {
    const { api, client } = await kennel({});
    client.detach();
    await expect(api.get('/health')).rejects.toThrow('detached');
  });

  it('leaves the client as it is: a brace in an address is a brace', async () => {
    const { client, received } = await kennel({});
    await client.get('/dogs/%7Bid%7D');
    await client.get('/dogs/{id}');
    // As Node's URL writes a brace.
    expect(received.map(({ url }) => url)).toEqual(['/dogs/%7Bid%7D', '/dogs/%7Bid%7D']);
  });
});

describe('kinds that the catalogue is silent on', () => {
  const catalogue = defineCatalogue({
    name: 'Kennel',
    source: 'docs',
    statuses: {
      200: { name: 'OK', kind: 'success', retry: 'never', source: 'docs' },
      404: { name: 'None', kind: 'failed', retry: 'never', source: 'docs' },
    },
  });
  const silent = async (routes: Routes, told: string[] = []) => {
    const { origin } = await taskServer(routes);
    return attachOutcomes(axios.create({ baseURL: origin }), {
      catalogue,
      onOutcome: ({ kind }) => void told.push(kind),
      retry: { retries: 1, baseDelayMs: 1 },
      delayed: { pollIntervalMs: 1 },
    });
  };

  it('are those of HTTP for a described call, and unexpected for the client itself and its listeners', async () => {
    const told: string[] = [];
    const routes = {
      'GET /dogs/d1': [{ status: 403, body: { wrong: ['who'] } }],
      'DELETE /dogs/d1': [{ status: 204 }],
    };
    const client = await silent(routes, told);
    const api = client.describedBy<paths>();
    const refused = await api.get('/dogs/{id}', id);
    expect(refused).toMatchObject({ kind: 'rejected', status: 403, effect: 'none' });
    expect(refused).toMatchObject({
      problem: { details: { wrong: ['who'] } },
      documented: { name: 'Forbidden' },
    });
    expect(Object.isFrozen(refused)).toBe(true);
    expect(await client.get('/dogs/d1')).toMatchObject({ kind: 'unexpected', status: 'other' });
    const removed = await api.delete('/dogs/{id}', { ...id, headers: { 'If-Match': '"1"' } });
    expect(removed).toMatchObject({ kind: 'empty', ok: true, effect: 'applied' });
    expect(told).toEqual(['unexpected', 'unexpected', 'unexpected']);
  });

  it('keep what the catalogue does say, and the retries that were made', async () => {
    const client = await silent({
      'GET /dogs/d1': [
        { status: 404, body: {} },
        { status: 503, body: {} },
      ],
    });
    const api = client.describedBy<paths>();
    expect(await api.get('/dogs/{id}', id)).toMatchObject({ kind: 'failed', status: 404 });
    const closed = await api.get('/dogs/{id}', id);
    expect(closed).toMatchObject({ kind: 'unavailable', status: 503, retry: { stopped: 'attempts' } });
    expect(closed.attempts).toHaveLength(2);
  });

  it('begin a task that is followed', async () => {
    const client = await silent({
      'POST /dogs/d1/walks': [{ status: 202, body: { queue: 1 }, headers: { Location: '/walks/1' } }],
      'GET /walks/1': [{ body: { metres: 5 } }],
    });
    const api = client.describedBy<paths>();
    const outcome = await api.post('/dogs/{id}/walks', undefined, id);
    if (outcome.kind !== 'delayed') throw new Error(outcome.kind);
    expect(outcome.effect).toBe('pending');
    const ended = await api.complete(outcome);
    expect(ended).toMatchObject({ kind: 'success', data: { metres: 5 } });
  });
});
