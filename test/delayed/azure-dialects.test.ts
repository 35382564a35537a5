import { describe, expect, it } from 'vitest';
import {
  azureAsyncOperation,
  azureProvisioningState,
} from '../../src/delayed/dialects/azure-async-operation.js';
import { operationLocation } from '../../src/delayed/dialects/operation-location.js';
import { answer, link } from './answers.js';

const url = 'https://arm.example/things/1';
const monitor = 'https://arm.example/operations/9';
const error = { code: 'Quota', message: 'too many' };

describe.each([
  [operationLocation, 'operation-location'],
  [azureAsyncOperation, 'azure-asyncoperation'],
] as const)('$name (Azure REST API Guidelines, Long-running operations)', (dialect, header) => {
  const read = (body: unknown, status = 200, headers = {}) =>
    dialect.read(answer({ status, body, headers }), link);

  it.each(['PUT', 'PATCH'])('of %s has its result at the address of the call', (method) => {
    const start = answer({ method, url, status: 201, headers: { [header]: monitor, location: '/other' } });
    expect(dialect.start(start)).toEqual({ monitor, result: url });
    expect(dialect.read(answer({ method, body: { status: 'Succeeded' } }), { monitor, result: url })).toEqual(
      {
        state: 'done',
        word: 'Succeeded',
        result: url,
      },
    );
  });

  it('starts no task without its header, or with an answer that ends a task', () => {
    expect(dialect.start(answer({ status: 202 }))).toBeUndefined();
    expect(dialect.start(answer({ status: 202, headers: { [header]: '' } }))).toBeUndefined();
    expect(dialect.start(answer({ status: 204, headers: { [header]: monitor } }))).toBeUndefined();
  });

  it('reads valid progress and a new monitor', () => {
    const headers = { [header]: '/operations/10' };
    expect(read({ status: 'InProgress', percentComplete: 40 }, 200, headers)).toEqual({
      state: 'running',
      word: 'InProgress',
      progress: 40,
      link: { monitor: '/operations/10' },
    });
    for (const percentComplete of [-1, 101, Number.NaN, '40', null]) {
      expect(read({ status: 'Running', percentComplete })).toEqual({ state: 'running', word: 'Running' });
    }
  });

  it('gives a failure as a problem that has only the error', () => {
    expect(read({ status: 'Failed', error })).toEqual({
      state: 'failed',
      word: 'Failed',
      problem: { error },
    });
    expect(read({ status: 'Canceled', error })).toMatchObject({ state: 'cancelled', problem: { error } });
    expect(read({ status: 'Failed', name: 'x' })).toMatchObject({ problem: { status: 'Failed', name: 'x' } });
  });

  it('an answer without a state is never a success; a 202 without a state is running', () => {
    expect(read('', 202)).toEqual({ state: 'running' });
    for (const body of ['', {}, { status: '' }, { status: null }, { status: 200 }, [], undefined]) {
      expect(read(body).state).toBe('unreadable');
    }
    expect(read({ status: 'Succeeded' }, 302).state).toBe('unreadable');
    expect(read({ status: 'x'.repeat(100_000) }).state).toBe('unreadable');
  });
});

describe('the result of a POST', () => {
  it('of Operation-Location is at resourceLocation, else in result, else the monitor', () => {
    const read = (body: unknown) => operationLocation.read(answer({ body }), link);
    expect(operationLocation.start(answer({ url, headers: { 'operation-location': monitor } }))).toEqual({
      monitor,
    });
    const body = { status: 'succeeded', resourceLocation: '/r', result: { n: 1 } };
    expect(read(body)).toEqual({ state: 'done', word: 'succeeded', result: '/r' });
    expect(read({ ...body, resourceLocation: 5 })).toMatchObject({ state: 'done', data: { n: 1 } });
    expect(read({ status: 'succeeded' })).toMatchObject({ data: { status: 'succeeded' } });
    const put = operationLocation.read(answer({ method: 'PUT', body }), { monitor, result: url });
    expect(put).toMatchObject({ result: '/r' });
  });

  it('of Azure-AsyncOperation is at the Location that came with it, else in properties', () => {
    const headers = { 'azure-asyncoperation': monitor, location: '/result' };
    expect(azureAsyncOperation.start(answer({ url, status: 202, headers }))).toEqual({
      monitor,
      result: '/result',
    });
    const body = { status: 'Succeeded', properties: { n: 1 } };
    const read = (result?: string) =>
      azureAsyncOperation.read(answer({ body }), result === undefined ? link : { monitor, result });
    expect(read('/result')).toEqual({ state: 'done', word: 'Succeeded', result: '/result' });
    expect(read()).toEqual({ state: 'done', word: 'Succeeded', data: { n: 1 } });
  });
});

describe('azure-provisioning-state (Azure Resource Manager, provisioningState values)', () => {
  const resource = (provisioningState: unknown) => ({ id: 1, properties: { provisioningState } });
  const start = (status: number, state: unknown, method = 'PUT') =>
    azureProvisioningState.start(answer({ method, url, status, body: resource(state) }));
  const read = (body: unknown, status = 200) =>
    azureProvisioningState.read(answer({ method: 'PUT', status, body }), link);

  it('the resource is its own monitor after a 201 or 202 to PUT whose state is not final', () => {
    expect(start(201, 'Creating')).toEqual({ monitor: url });
    expect(start(202, 'Accepted')).toEqual({ monitor: url });
    for (const state of ['Succeeded', 'failed', 'Canceled', undefined, null, 5]) {
      expect(start(201, state)).toBeUndefined();
    }
    expect(start(200, 'Creating')).toBeUndefined();
    expect(start(202, 'Creating', 'POST')).toBeUndefined();
  });

  it('the resource is the result when it is provisioned, or has no provisioningState', () => {
    const done = resource('Succeeded');
    expect(read(done)).toEqual({ state: 'done', word: 'Succeeded', data: done });
    expect(read({ id: 1 })).toEqual({ state: 'done', data: { id: 1 } });
    expect(read(resource('Updating'))).toEqual({ state: 'running', word: 'Updating' });
    expect(read({ ...resource('Failed'), error })).toMatchObject({ state: 'failed', problem: { error } });
    expect(read({}, 202)).toEqual({ state: 'running' });
    for (const body of ['', [], resource(5), resource('')]) expect(read(body).state).toBe('unreadable');
  });
});
