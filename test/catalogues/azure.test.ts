import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { azure } from '../../src/catalogues/azure/index.js';
import { attachOutcomes } from '../../src/index.js';
import { type Answer, elapse, scriptedApi } from './scripted-api.js';

beforeEach(() => vi.useFakeTimers({ now: 1_700_000_000_000 }));
afterEach(() => vi.useRealTimers());

const origin = 'https://management.azure.example';
const group = '/subscriptions/s/resourceGroups/g';
const vm = `${group}/providers/Microsoft.Compute/virtualMachines/v`;
const monitor = `${origin}/subscriptions/s/providers/Microsoft.Compute/locations/l/operations/o?api-version=1`;

function azureOf(...answers: readonly Answer[]) {
  const api = scriptedApi(origin, answers);
  const paths = () =>
    api.asked.map(({ method, url }) => `${method} ${new URL(url, origin).pathname.split('/').pop()}`);
  return {
    ...api,
    paths,
    client: attachOutcomes(api.instance, { catalogue: azure, retry: { jitter: 'none' } }),
  };
}
const error = (code: string) => ({ error: { code, message: 'm' } });
const made = { id: vm, properties: { provisioningState: 'Succeeded' } };

describe('Azure, operations that go on (Track asynchronous Azure operations)', () => {
  it('PUT answered 201 with Azure-AsyncOperation is delayed, and ends with the resource', async () => {
    const { client, paths, waits } = azureOf(
      { status: 201, headers: { 'Azure-AsyncOperation': monitor, 'Retry-After': '9' }, body: { id: vm } },
      { status: 200, headers: { 'Retry-After': '5' }, body: { status: 'Running' } },
      { status: 200, body: { status: 'Succeeded' } },
      { status: 200, body: made },
    );
    const outcome = await elapse(client.put(vm, {}, { params: { 'api-version': '1' } }));
    if (outcome.kind !== 'delayed' || outcome.status !== 201) throw new Error('not a delayed 201');
    expect(outcome.effect).toBe('pending');
    const resource = await elapse(client.complete(outcome));
    expect(resource).toMatchObject({ kind: 'success', data: made });
    expect(paths()).toEqual(['PUT v', 'GET o', 'GET o', 'GET v']);
    expect(waits()[0]).toBeGreaterThanOrEqual(9_000);
    expect(waits()[1]).toBeGreaterThanOrEqual(5_000);
  });

  it('PUT answered 201 with an unfinished provisioningState is followed at the resource itself', async () => {
    const { client, paths } = azureOf(
      { status: 201, body: { properties: { provisioningState: 'Creating' } } },
      { status: 200, body: { properties: { provisioningState: 'Updating' } } },
      { status: 200, body: made },
    );
    const outcome = await elapse(client.put(vm, {}));
    if (outcome.kind !== 'delayed') throw new Error('not delayed');
    expect(await elapse(client.complete(outcome))).toMatchObject({ kind: 'success', data: made });
    expect(paths()).toEqual(['PUT v', 'GET v', 'GET v']);
  });

  it('a 200 or 201 without such a sign is done, and the resource is the data', async () => {
    const { client } = azureOf({ status: 201, body: made });
    expect(await elapse(client.put(vm, {}))).toMatchObject({ kind: 'success', status: 201, data: made });
    expect(await elapse(client.get(vm))).toMatchObject({ kind: 'success', data: made });
  });

  it('the same call of a bare instance is told by outcomes that know the catalogue', async () => {
    const { instance, client } = azureOf({
      status: 201,
      headers: { 'Azure-AsyncOperation': monitor },
      body: {},
    });
    expect(await elapse(client.put(vm))).toMatchObject({ kind: 'delayed' });
    client.detach();
    const { outcomeOf } = await import('../../src/index.js');
    expect(await elapse(outcomeOf(instance.put(vm), { catalogue: azure }))).toMatchObject({
      kind: 'delayed',
    });
  });

  it('POST answered 202 with Location ends where that answers 200', async () => {
    const { client, paths } = azureOf(
      { status: 202, headers: { Location: monitor, 'Retry-After': '17' } },
      { status: 202 },
      { status: 200, body: { key: 1 } },
    );
    const outcome = await elapse(client.post(`${vm}/start`));
    if (outcome.kind !== 'delayed') throw new Error('not delayed');
    expect(await elapse(client.complete(outcome))).toMatchObject({ kind: 'success', data: { key: 1 } });
    expect(paths()).toEqual(['POST start', 'GET o', 'GET o']);
  });

  it('a monitor that says Failed ends the task with its error', async () => {
    const { client } = azureOf(
      { status: 202, headers: { 'Azure-AsyncOperation': monitor } },
      { status: 200, body: { status: 'Failed', ...error('SkuNotAvailable') } },
    );
    const outcome = await elapse(client.post(`${vm}/start`));
    if (outcome.kind !== 'delayed') throw new Error('not delayed');
    const end = await elapse(client.complete(outcome));
    expect(end.ok).toBe(false);
    expect(end).toMatchObject({ problem: { code: 'SkuNotAvailable' } });
  });
});

describe('Azure, throttling (Request limits and throttling)', () => {
  it('429 is not sent again before its Retry-After, a POST too', async () => {
    const { client, waits } = azureOf(
      { status: 429, headers: { 'Retry-After': '13' }, body: error('TooManyRequests') },
      { status: 200, body: {} },
    );
    expect(await elapse(client.post(`${group}/providers/x/y/z/listKeys`))).toMatchObject({ kind: 'success' });
    expect(waits()).toEqual([13_000]);
  });

  it('429 RetryableErrorDueToAnotherOperation is a lock: a PUT waits, and is sent again', async () => {
    const { client, asked } = azureOf(
      { status: 429, body: error('RetryableErrorDueToAnotherOperation') },
      { status: 200, body: made },
    );
    expect(await elapse(client.put(vm, {}))).toMatchObject({ kind: 'success' });
    expect(asked).toHaveLength(2);
  });
});

describe('Azure, 409 (Troubleshoot common Azure deployment errors)', () => {
  it.each(['AnotherOperationInProgress', 'DeploymentActiveAndUneditable', 'ResourceGroupBeingDeleted'])(
    '%s passes: a PUT is sent again, and is unavailable where it goes on',
    async (code) => {
      const { client, asked } = azureOf({
        status: 409,
        body: error(code),
        headers: { 'x-ms-request-id': 'r' },
      });
      expect(await elapse(client.put(vm, {}))).toMatchObject({
        kind: 'unavailable',
        status: 409,
        effect: 'none',
        problem: { code, requestId: 'r' },
        retry: { stopped: 'attempts' },
      });
      expect(asked).toHaveLength(3);
    },
  );

  it('a POST that was refused for another operation is sent again, as nothing was done', async () => {
    const { client, asked } = azureOf(
      { status: 409, body: error('AnotherOperationInProgress') },
      { status: 200, body: {} },
    );
    expect(await elapse(client.post(`${vm}/start`))).toMatchObject({ kind: 'success' });
    expect(asked).toHaveLength(2);
  });

  it.each(['Conflict', 'SomethingElse'])('%s is about the state of the resource, and final', async (code) => {
    const { client, asked } = azureOf({ status: 409, body: error(code) });
    expect(await elapse(client.put(vm, {}))).toMatchObject({ kind: 'rejected', status: 409 });
    expect(asked).toHaveLength(1);
  });
});
