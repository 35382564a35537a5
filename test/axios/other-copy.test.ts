// `require('axios')` gives another copy than the one this library imports. Before 1.9, axios
// reads no headers of another copy's class: they would all be lost, in both directions.
import { createRequire } from 'node:module';
import type { AxiosStatic } from 'axios';
import { expect, it, vi } from 'vitest';
import { attachOutcomes, outcomeAdapter, outcomeOf } from '../../src/index.js';
import { faultServer, reply } from '../integration/fault-server.js';

vi.mock('axios', async () => await vi.importActual('axios-oldest'));

// axios's own entry for CommonJS.
const required = createRequire(import.meta.url)('axios-oldest') as AxiosStatic;
const headers = { Authorization: 'Bearer one' };
const answers = [reply(202, '{}', { Location: '/monitor' }), reply(404, '{}', { 'X-Answer': 'no' })] as const;

it('there are two copies of axios', async () => {
  const { default: imported } = await import('axios');
  expect([imported.VERSION, required.VERSION]).toEqual(['1.6.0', '1.6.0']);
  expect(new required.AxiosHeaders()).not.toBeInstanceOf(imported.AxiosHeaders);
});

it('an attached instance keeps its headers, those of its answers and of its errors', async () => {
  const server = await faultServer(...answers);
  const instance = required.create({ baseURL: server.origin, headers });
  const client = attachOutcomes(instance);
  const outcome = await client.post('/a', { a: 1 });
  expect(outcome).toMatchObject({ kind: 'delayed', task: { monitor: `${server.origin}/monitor` } });
  expect(server.seen[0]?.head).toMatch(/^authorization: Bearer one\r?$/im);
  expect(server.seen[0]?.head).toMatch(/^content-type: application\/json\r?$/im);

  const error: unknown = await instance.get('/a').catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ response: { status: 404, headers: { 'x-answer': 'no' } } });
  expect(error).toMatchObject({ config: { headers: { Authorization: 'Bearer one' } } });
  expect(await outcomeOf(error)).toMatchObject({ kind: 'rejected', headers: { 'x-answer': 'no' } });
});

it('an instance with outcomeAdapter keeps them too', async () => {
  const server = await faultServer(...answers);
  const instance = required.create({ baseURL: server.origin, headers, adapter: outcomeAdapter() });
  const response = await instance.post('/a', { a: 1 });
  expect(response.headers['location']).toBe('/monitor');
  expect(response.config.headers['Authorization']).toBe('Bearer one');
  expect(server.seen[0]?.head).toMatch(/^authorization: Bearer one\r?$/im);
  await expect(instance.get('/a')).rejects.toMatchObject({ response: { headers: { 'x-answer': 'no' } } });
});
