import { OpenAPIClientAxios } from 'openapi-client-axios';
import { describe, expect, it } from 'vitest';
import { attachOutcomes, outcomeOf } from '../../src/index.js';
import { inTurn, scriptedServer } from './scripted-server.js';

const responses = { '200': { description: 'the key' } };
const definition = {
  openapi: '3.0.3' as const,
  info: { title: 'Keys', version: '1' },
  paths: {
    '/keys/{id}': {
      get: {
        operationId: 'getKey',
        parameters: [
          { name: 'id', in: 'path' as const, required: true, schema: { type: 'string' as const } },
        ],
        responses,
      },
    },
    '/keys': { post: { operationId: 'createKey', responses } },
  },
};

describe('with the client that openapi-client-axios makes of a description', () => {
  it('its operations retry by what is safe, and are outcomes', async () => {
    const { baseURL, seen } = await scriptedServer(inTurn(503, 200, 502));
    const api = new OpenAPIClientAxios({ definition, axiosConfigDefaults: { baseURL } });
    const generated = await api.init();
    attachOutcomes(generated, { retry: { baseDelayMs: 1 } });

    const got = await outcomeOf(generated['getKey']?.('k1'));
    expect(got).toMatchObject({ kind: 'success', request: { method: 'GET', path: '/keys/k1' } });
    expect(got.attempts.map(({ status }) => status)).toEqual([503, 200]);
    const created = await outcomeOf(generated['createKey']?.({}, { name: 'a' }));
    expect(created).toMatchObject({ kind: 'unavailable', status: 502, effect: 'unknown' });
    expect(seen.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'GET /keys/k1',
      'GET /keys/k1',
      'POST /keys',
    ]);
  });
});
