import axios, { type AxiosInstance } from 'axios';
import MockAdapter from 'axios-mock-adapter';
import { describe, expect, it } from 'vitest';
import { attachOutcomes } from '../../src/index.js';

// It is typed by the CommonJS declarations of axios, which name other types than the ESM ones.
const mockOf = (instance: AxiosInstance) => new MockAdapter(instance as never);

describe('with axios-mock-adapter', () => {
  it.each(['before', 'after'])('made %s attaching, each attempt takes one reply', async (order) => {
    const instance = axios.create();
    const mockFirst = order === 'before' ? mockOf(instance) : undefined;
    const client = attachOutcomes(instance, { retry: { baseDelayMs: 1 } });
    const mock = mockFirst ?? mockOf(instance);
    mock.onGet('/keys').replyOnce(503).onGet('/keys').networkErrorOnce().onGet('/keys').reply(200, { id: 7 });
    mock.onPost('/keys').timeoutOnce();

    const got = await client.get('/keys');
    expect(got).toMatchObject({ kind: 'success', data: { id: 7 } });
    expect(got.attempts).toMatchObject([{ status: 503 }, { code: 'ERR_NETWORK' }, { status: 200 }]);
    expect(got.attempts[0]).not.toHaveProperty('code');
    const posted = await client.post('/keys', {});
    expect(posted).toMatchObject({ kind: 'unreachable', code: 'ECONNABORTED', effect: 'unknown' });
    expect(mock.history['post']).toHaveLength(1);
  });
});
