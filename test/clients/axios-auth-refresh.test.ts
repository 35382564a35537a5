import axios, { type AxiosInstance, type InternalAxiosRequestConfig } from 'axios';
import { createAuthRefresh } from 'axios-auth-refresh';
import { describe, expect, it } from 'vitest';
import { attachOutcomes } from '../../src/index.js';
import { scriptedServer } from './scripted-server.js';

type Refresh = (failed: { readonly config: InternalAxiosRequestConfig }) => Promise<void>;

/** It is typed by the CommonJS declarations of axios, which name other types than the ESM ones. */
function refreshing(instance: AxiosInstance, refresh: Refresh): void {
  createAuthRefresh(instance as never, refresh);
}

describe('with axios-auth-refresh', () => {
  it('a 401 is refreshed and sent again, a request begun meanwhile waits for it', async () => {
    const { baseURL, seen } = await scriptedServer((_, { headers }) =>
      headers['authorization'] === 'Bearer fresh' ? { status: 200 } : { status: 401 },
    );
    const instance = axios.create({ baseURL, headers: { Authorization: 'Bearer old' } });
    const client = attachOutcomes(instance);
    let meanwhile: ReturnType<typeof client.get> | undefined;
    refreshing(instance, async ({ config }) => {
      instance.defaults.headers['Authorization'] = 'Bearer fresh';
      config.headers.set('Authorization', 'Bearer fresh');
      await new Promise((resolve) => setTimeout(resolve, 1));
      meanwhile = client.get('/b');
    });
    expect(await client.get('/a')).toMatchObject({ kind: 'success', request: { path: '/a' } });
    expect(await meanwhile).toMatchObject({ kind: 'success', request: { path: '/b' } });
    const sent = seen.map(({ headers }) => headers['authorization']);
    expect(sent).toEqual(['Bearer old', 'Bearer fresh', 'Bearer fresh']);
  });

  it('a refresh that fails leaves the 401 as the outcome', async () => {
    const { baseURL } = await scriptedServer(() => ({ status: 401 }));
    const instance = axios.create({ baseURL });
    refreshing(instance, (failed) => Promise.reject(failed));
    expect(await attachOutcomes(instance).get('/a')).toMatchObject({ kind: 'rejected', status: 401 });
  });
});
