import axios from 'axios';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { attachOutcomes, outcomeOf } from '../../src/index.js';
import {
  client,
  type GetPetErrors,
  type GetPetResponses,
  getPet,
  type Pet,
  type RemovePetResponses,
  removePet,
} from './hey-api-sdk.js';
import { type ScriptedAnswer, scriptedServer } from './scripted-server.js';

async function sdk(...answers: readonly ScriptedAnswer[]) {
  const { baseURL, seen } = await scriptedServer((number) => answers[number - 1] ?? { status: 200 });
  const instance = axios.create({ baseURL });
  client.setConfig({ axios: instance });
  return { outcomes: attachOutcomes(instance, { retry: { baseDelayMs: 1 } }), seen };
}
const path = { id: 'p1' };
const pet = { id: 'p1', name: 'Tom' };
const missing = { status: 404, body: { missing: 'p1' } };

describe('an SDK of hey-api on our instance', () => {
  it('is retried, and outcomeOf restores the status of what it returns', async () => {
    const { seen } = await sdk({ status: 503 }, { status: 200, body: pet }, missing);
    const good = await outcomeOf<GetPetResponses, GetPetErrors>(getPet({ path }));
    expect(good).toMatchObject({ kind: 'success', status: 200, data: pet });
    expect(seen).toHaveLength(2);
    if (good.kind === 'success') expectTypeOf(good.data).toEqualTypeOf<Pet>();

    const bad = await outcomeOf<GetPetResponses, GetPetErrors>(getPet({ path }));
    expect(bad).toMatchObject({ kind: 'rejected', status: 404, problem: { details: missing.body } });
    if (bad.status === 404) expect(bad.problem.details.missing).toBe('p1');
  });

  it('the same of what it throws', async () => {
    await sdk(missing, { status: 500, body: { code: 'E1' } });
    const thrown = await outcomeOf<GetPetResponses, GetPetErrors>(getPet({ path, throwOnError: true }));
    if (thrown.status !== 404) throw new Error(thrown.kind);
    expect(thrown.problem.details.missing).toBe('p1');
    const failed = await outcomeOf<GetPetResponses, GetPetErrors>(getPet({ path, throwOnError: true }));
    if (failed.status !== 500) throw new Error(failed.kind);
    expect(failed.problem.details.code).toBe('E1');
    expect(failed.attempts).toHaveLength(1);
  });

  it('by the catalogue of a client, with an answer without a body', async () => {
    const { outcomes } = await sdk({ status: 204, body: '' });
    const removed = await outcomes.outcomeOf<RemovePetResponses>(removePet({ path }));
    expect(removed).toMatchObject({ kind: 'empty', status: 204 });
  });
});
