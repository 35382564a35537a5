import { describe, expect, it } from 'vitest';
import { googleOperation } from '../../src/delayed/dialects/google-operation.js';
import { sameRequest } from '../../src/delayed/dialects/same-request.js';
import { answer, link, started } from './answers.js';

describe('google-operation (AIP-151)', () => {
  const url = 'https://speech.googleapis.com/v1p1beta1/speech:longrunningrecognize';
  const task = { dialect: 'google-operation', id: 'name' };
  const start = (name: unknown, at = url) =>
    googleOperation.start(answer({ url: at, status: 202, body: { name } }));
  const read = (body: unknown, status = 200) => googleOperation.read(answer({ status, body }), link);
  const name = 'operations/7';

  it.each([
    [url, name, 'https://speech.googleapis.com/v1p1beta1/operations/7'],
    [
      'https://run.example/v2/projects/p/x',
      'projects/p/locations/l/operations/7',
      'https://run.example/v2/projects/p/locations/l/operations/7',
    ],
    ['https://proxy.example/g/v1/x?y=/v3/', name, 'https://proxy.example/g/v1/operations/7'],
    ['https://a.example/things', name, 'https://a.example/v1/operations/7'],
  ])('started at %s by the name %s is followed at %s', (at, given, monitor) => {
    expect(start(given, at)).toEqual({ monitor });
  });

  it.each([
    '../operations/7',
    'operations/..',
    'operations/',
    'operations',
    '/operations/7',
    '//evil.example/operations/7',
    'operations/7?key=1',
    'operations/7#x',
    'things/7',
    `operations/${'x'.repeat(100_000)}`,
    7,
    null,
  ])('takes no address from the name %j', (given) => {
    expect(start(given)).toBeUndefined();
  });

  it('a 200 starts a task only if the catalogue says so', () => {
    expect(googleOperation.start(answer({ url, body: { name } }))).toBeUndefined();
    expect(googleOperation.start(started('/v1/x', task, { url, body: { name } }))).toBeDefined();
  });

  it.each([
    [{ name }, { state: 'running' }],
    [
      { name, done: false, metadata: { state: 'RUNNING', progressPercent: 30 } },
      { state: 'running', word: 'RUNNING', progress: 30 },
    ],
    [
      { name, done: true, response: { n: 1 } },
      { state: 'done', data: { n: 1 } },
    ],
    [{ name, done: true }, { state: 'done' }],
    [
      { name, done: true, error: { code: 3, message: 'bad' } },
      { state: 'failed', problem: { error: { code: 3, message: 'bad' } } },
    ],
    [
      { name, done: true, error: { code: 1 } },
      { state: 'cancelled', problem: { error: { code: 1 } } },
    ],
  ])('reads %j as %j', (body, reading) => {
    expect(read(body)).toEqual(reading);
  });

  it('an answer that is not an operation is unreadable', () => {
    for (const body of ['', {}, { done: true }, { name, done: 'true' }, { name: 5, done: true }, [], null]) {
      expect(read(body).state).toBe('unreadable');
    }
    expect(read({ name, done: true }, 302).state).toBe('unreadable');
  });

  it('a POST to the monitor cancels the task', () => {
    expect(googleOperation.cancel?.(link)).toEqual({ method: 'POST', url: `${link.monitor}:cancel` });
  });
});

describe('same-request (GitHub REST API, Repository statistics)', () => {
  it('asks a safe request again until it is no longer 202', () => {
    const { url } = answer();
    expect(sameRequest.start(answer({ method: 'GET', status: 202 }))).toEqual({ monitor: url });
    expect(sameRequest.start(answer({ method: 'HEAD', status: 202 }))).toEqual({ monitor: url });
    expect(sameRequest.start(answer({ method: 'POST', status: 202 }))).toBeUndefined();
    expect(sameRequest.start(answer({ method: 'GET', status: 200 }))).toBeUndefined();
    const read = (method: string, status: number) =>
      sameRequest.read(answer({ method, status, body: [1] }), link);
    expect(read('GET', 202)).toEqual({ state: 'running' });
    expect(read('GET', 200)).toEqual({ state: 'done', data: [1] });
    expect(read('HEAD', 200)).toEqual({ state: 'done' });
    expect(read('GET', 304).state).toBe('unreadable');
  });
});
