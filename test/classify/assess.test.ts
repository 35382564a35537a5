// Which good answers start a task, although their status is that of a success.
import { describe, expect, it } from 'vitest';
import { assess } from '../../src/classify/assess.js';
import { type Catalogue, defineCatalogue } from '../../src/index.js';

const source = 'docs';
const plain = { kind: 'success', name: 'OK', source, retry: 'never' } as const;
const tasky = { ...plain, or: ['delayed'] } as const;
const catalogue: Catalogue = defineCatalogue({
  name: 'Acme',
  source,
  statuses: {
    200: tasky,
    201: tasky,
    204: plain,
    500: { kind: 'failed', name: 'Error', source, retry: 'never' },
  },
  operations: [
    { method: 'POST', path: '/jobs', repeatable: false, task: { dialect: 'acme', id: 'job_id' } },
    { method: 'POST', path: '/users', repeatable: false },
  ],
});
const withoutOperations: Catalogue = { ...catalogue, operations: [] };

interface Call {
  readonly status?: number;
  readonly headers?: object;
  readonly data?: unknown;
  readonly method?: string;
  readonly url?: string;
  readonly by?: Catalogue;
}
function found({ status = 200, headers = {}, data, method = 'post', url = '/users', by = catalogue }: Call) {
  const { kind, processed } = assess({ response: { status, headers, data } }, { method, url }, by);
  return `${kind} ${processed}`;
}
const provisioning = (state: unknown) => ({ properties: { provisioningState: state } });
const thrower = {
  get properties() {
    throw new Error('no');
  },
};

describe('it starts a task', () => {
  it.each<[string, Call]>([
    ['a header names a monitor (Azure REST API Guidelines)', { headers: { 'Operation-Location': '/x' } }],
    ['a header of Azure Resource Manager names one', { headers: { 'Azure-AsyncOperation': '/x' } }],
    ['… also with 201', { status: 201, headers: { 'Azure-AsyncOperation': '/x' } }],
    ['a PUT created what is being made', { status: 201, method: 'put', data: provisioning('Creating') }],
    [
      '… and the state only begins like a final one',
      { status: 201, method: 'put', data: provisioning('SucceededSoon') },
    ],
    [
      '… and the state only ends like a final one',
      { status: 201, method: 'put', data: provisioning('NotFailed') },
    ],
    [
      '… and the body is still text',
      { status: 201, method: 'put', data: JSON.stringify(provisioning('Creating')) },
    ],
    ['the documented call gave the id of a task', { url: '/jobs', data: { job_id: 'a' } }],
    ['… under a base path and with a query', { url: '/jobs?x=1', data: { job_id: 'a' } }],
    ['… and the body is still text', { url: '/jobs', data: '{"job_id":"a"}' }],
  ])('%s', (_name, call) => {
    expect(found(call)).toBe('delayed accepted');
  });
});

describe('it starts none', () => {
  it.each<[string, Call]>([
    ['no sign', { data: { job_id: 'a' } }],
    ['an empty monitor', { headers: { 'Operation-Location': '', 'Azure-AsyncOperation': '' } }],
    [
      'a status that is documented as a success only',
      { status: 204, headers: { 'Operation-Location': '/x' } },
    ],
    ['the state of a PUT with 200', { method: 'put', data: provisioning('Creating') }],
    ['the state of a POST', { status: 201, data: provisioning('Creating') }],
    ['a PUT that is done', { status: 201, method: 'put', data: provisioning('Succeeded') }],
    ['a PUT that failed', { status: 201, method: 'put', data: provisioning('failed') }],
    ['a PUT that was cancelled', { status: 201, method: 'put', data: provisioning('Cancelled') }],
    ['a PUT that was canceled', { status: 201, method: 'put', data: provisioning('Canceled') }],
    ['a PUT with an empty state', { status: 201, method: 'put', data: provisioning('') }],
    ['a PUT with a state that is no text', { status: 201, method: 'put', data: provisioning(['Creating']) }],
    ['a PUT without properties', { status: 201, method: 'put', data: {} }],
    ['a PUT without a body', { status: 201, method: 'put' }],
    ['a PUT whose body throws', { status: 201, method: 'put', data: thrower }],
    ['the documented call without an id', { url: '/jobs', data: {} }],
    ['… with an empty id', { url: '/jobs', data: { job_id: '' } }],
    ['… with an id that is no text', { url: '/jobs', data: { job_id: 7 } }],
    ['… with a body of null', { url: '/jobs', data: null }],
    ['… with a body that is text', { url: '/jobs', data: 'job_id' }],
    ['… with an id that is inherited', { url: '/jobs', data: Object.create({ job_id: 'a' }) }],
    ['another method', { url: '/jobs', method: 'get', data: { job_id: 'a' } }],
    ['a catalogue without operations', { url: '/jobs', data: { job_id: 'a' }, by: withoutOperations }],
  ])('%s', (_name, call) => {
    expect(found(call)).toMatch(/^success yes/);
  });

  it('a failure that names a monitor', () => {
    expect(found({ status: 500, headers: { 'Operation-Location': '/x' } })).toBe('failed maybe');
  });
  it('a status that nobody documented', () => {
    expect(found({ status: 299, headers: { 'Operation-Location': '/x' } })).toBe('unexpected yes');
  });
});
