import axios from 'axios';
import { afterEach, describe, expect, it, vi } from 'vitest';

/** Answers POST with a 202 and a monitor, and everything else with a result. */
function instance() {
  return axios.create({
    baseURL: 'https://api.example.com',
    adapter: (config) => {
      const isStart = config.method === 'post';
      const headers = isStart ? { location: '/monitor', 'retry-after': '7' } : {};
      return Promise.resolve({
        status: isStart ? 202 : 200,
        statusText: '',
        headers,
        data: 'result',
        config,
      });
    },
  });
}

const part = '../../src/axios/tasks/chunk.js';
/** The library as it is before anything was loaded. */
const fresh = () => import('../../src/index.js');

afterEach(() => {
  vi.useRealTimers();
  vi.doUnmock(part);
  vi.resetModules();
});

describe('the code for delayed tasks is loaded with the first delayed task', () => {
  it('other outcomes do not load it', async () => {
    let loads = 0;
    vi.doMock(part, async (original) => {
      loads++;
      return original();
    });
    const { attachOutcomes } = await fresh();
    const client = attachOutcomes(instance());
    expect((await client.get('/a')).kind).toBe('success');
    expect(loads).toBe(0);
    expect((await client.post('/a')).kind).toBe('delayed');
    expect(loads).toBe(1);
  });

  it('a load that fails leaves the outcome delayed, without a token, and throws nothing', async () => {
    vi.doMock(part, () => {
      throw new Error('the chunk is gone');
    });
    const { attachOutcomes, outcomeOf } = await fresh();
    const http = instance();
    const client = attachOutcomes(http);
    const outcome = await client.post('/a');
    expect(outcome).toMatchObject({ kind: 'delayed', effect: 'pending' });
    expect(outcome.kind === 'delayed' && outcome.task).toEqual({ retryAfterMs: 7_000 });
    expect((await outcomeOf(http.post('/a'))).kind).toBe('delayed');
    expect(await client.complete(outcome)).toBe(outcome);
    for await (const poll of client.watch(outcome)) expect(poll).toEqual({ number: 0, waitedMs: 0, outcome });
    // There is no outcome to fall back on.
    await expect(client.resume('{}')).rejects.toThrow();
  });

  it('fake timers follow a task', async () => {
    const { attachOutcomes } = await fresh();
    const client = attachOutcomes(instance());
    const outcome = await client.post('/a');
    vi.useFakeTimers();
    const ended = client.complete(outcome);
    await vi.advanceTimersByTimeAsync(6_999);
    expect(await Promise.race([ended, Promise.resolve('waiting')])).toBe('waiting');
    await vi.advanceTimersByTimeAsync(1);
    expect((await ended).kind).toBe('success');
  });
});
