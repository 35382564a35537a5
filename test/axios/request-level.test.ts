import axios from 'axios';
import { http as on } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { dew } from '../../src/catalogues/dew/index.js';
import { attachOutcomes } from '../../src/index.js';
import { sequence } from '../../src/testing/index.js';

const server = setupServer();
beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const origin = 'https://kms.example';
const clientOf = (adapter: 'http' | 'fetch') =>
  attachOutcomes(axios.create({ baseURL: origin, adapter }), { catalogue: dew, retry: { baseDelayMs: 0 } });

describe.each(['http', 'fetch'] as const)('over the %s adapter', (adapter) => {
  it.each(Object.entries(dew.statuses).filter(([status]) => status !== '407'))(
    'a POST answered %s means what DEW documents (dew_02_0301), and is told with its request id',
    async (status, { kind, name }) => {
      const api = sequence([{ status: Number(status), code: 'KMS.9999' }], { catalogue: dew });
      server.use(on.post(`${origin}/work`, api.resolver));
      const outcome = await clientOf(adapter).post(
        '/work',
        {},
        { outcome: { retry: { retries: 1, throttleDelayMs: 0 } } },
      );
      expect(outcome).toMatchObject({ kind, documented: { name }, httpStatus: Number(status) });
      expect(outcome.attempts).toHaveLength(api.requests.length);
      // The safety table: only a request that was not processed is sent again.
      expect(api.requests).toHaveLength(status === '408' || status === '429' ? 2 : 1);
      if ('problem' in outcome)
        expect(outcome.problem).toMatchObject({ code: 'KMS.9999', requestId: 'test-request-1' });
    },
  );

  it('a PUT is sent again with the same bytes until it is answered', async () => {
    const api = sequence([503, 503, { status: 200, body: { id: 1 } }]);
    server.use(on.put(`${origin}/work`, api.resolver));
    expect(await clientOf(adapter).put('/work', { a: 'é' })).toMatchObject({
      kind: 'success',
      data: { id: 1 },
    });
    expect(api.requests.map(({ body }) => body)).toEqual(Array(3).fill('{"a":"é"}'));
  });
});
