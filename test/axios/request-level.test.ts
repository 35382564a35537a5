import axios from 'axios';
import { HttpResponse, http as on } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { dew } from '../../src/catalogues/dew.js';
import { attachOutcomes } from '../../src/index.js';

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
      let requests = 0;
      server.use(
        on.post(`${origin}/work`, () => {
          requests++;
          const init = { status: Number(status), headers: { 'X-Request-Id': 'r-1' } };
          return status === '204'
            ? new HttpResponse(null, init)
            : HttpResponse.json({ error_code: 'X.1' }, init);
        }),
      );
      const outcome = await clientOf(adapter).post(
        '/work',
        {},
        { outcome: { retries: 1, throttleDelayMs: 0 } },
      );
      expect(outcome).toMatchObject({ kind, documented: { name }, httpStatus: Number(status) });
      expect(outcome.attempts).toHaveLength(requests);
      // The safety table: only a request that was not processed is sent again.
      expect(requests).toBe(status === '408' || status === '429' ? 2 : 1);
      if ('problem' in outcome) expect(outcome.problem).toMatchObject({ code: 'X.1', requestId: 'r-1' });
    },
  );

  it('a PUT is sent again with the same bytes until it is answered', async () => {
    const bodies: string[] = [];
    server.use(
      on.put(`${origin}/work`, async ({ request }) => {
        bodies.push(await request.text());
        return bodies.length < 3 ? new HttpResponse(null, { status: 503 }) : HttpResponse.json({ id: 1 });
      }),
    );
    expect(await clientOf(adapter).put('/work', { a: 'é' })).toMatchObject({
      kind: 'success',
      data: { id: 1 },
    });
    expect(bodies).toEqual(Array(3).fill('{"a":"é"}'));
  });
});
