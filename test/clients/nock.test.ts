import axios from 'axios';
import nock from 'nock';
import { afterEach, describe, expect, it } from 'vitest';
import { attachOutcomes } from '../../src/index.js';

describe('with nock', () => {
  afterEach(() => {
    nock.cleanAll();
    nock.restore();
  });

  it('each attempt takes one of its interceptors, faults included', async () => {
    if (!nock.isActive()) nock.activate();
    const scope = nock('http://api.example')
      .get('/keys')
      .replyWithError(Object.assign(new Error('reset'), { code: 'ECONNRESET' }))
      .get('/keys')
      .reply(503, { error: 'busy' })
      .get('/keys')
      .reply(200, { id: 7 });
    const client = attachOutcomes(axios.create({ baseURL: 'http://api.example', adapter: 'http' }), {
      retry: { baseDelayMs: 1 },
    });
    const outcome = await client.get('/keys');
    expect(outcome).toMatchObject({ kind: 'success', data: { id: 7 } });
    expect(outcome.attempts.map(({ status, code }) => code ?? status)).toEqual(['ECONNRESET', 503, 200]);
    expect(scope.isDone()).toBe(true);
  });
});
