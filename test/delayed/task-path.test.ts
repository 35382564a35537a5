// Addresses of tasks that are made of a documented path and an id of the server.
import { describe, expect, it } from 'vitest';
import { idSegment, readCalledPath, splitUrl } from '../../src/delayed/task-path.js';

describe('idSegment: an id that stays one segment of a path', () => {
  it.each(['a', 'a-b_c.d~e', 'a:b', '...a', 'a'.repeat(200)])('%j is an id', (id) => {
    expect(idSegment(id)).toBe(encodeURIComponent(id));
  });
  it.each([
    '',
    '.',
    '..',
    '...',
    'a/b',
    '../a',
    'a?b',
    'a#b',
    'a b',
    'a%2F',
    '键',
    ' a',
    'a\n',
    'a'.repeat(201),
    7,
    null,
    undefined,
    ['a'],
  ])('%j is none', (id) => expect(idSegment(id)).toBeUndefined());
});

describe('readCalledPath', () => {
  const template = '/v3/{project_id}/keypairs';
  it.each<[string, object | undefined]>([
    ['https://a.test/v3/p1/keypairs', { base: 'https://a.test', version: 'v3', projectId: 'p1' }],
    ['https://a.test/v3/p1/keypairs/', { base: 'https://a.test', version: 'v3', projectId: 'p1' }],
    [
      'https://a.test/v3/p1/keypairs?x=/v4/p2/y#/z',
      { base: 'https://a.test', version: 'v3', projectId: 'p1' },
    ],
    [
      'https://a.test/proxy/kms/v3/p1/keypairs',
      { base: 'https://a.test/proxy/kms', version: 'v3', projectId: 'p1' },
    ],
    ['https://a.test/p1/keypairs', undefined],
    ['https://a.test/keypairs', undefined],
    ['https://a.test//p1/keypairs', undefined],
    ['https://a.test/v3//keypairs', undefined],
    ['https://a.test', undefined],
    ['', undefined],
  ])('%s', (url, parts) => {
    expect(readCalledPath(url, template)).toEqual(parts);
  });
  it('a template without a project has no project', () => {
    expect(readCalledPath('https://a.test/v3/jobs', '/v3/jobs')).toBeUndefined();
  });
});

describe('splitUrl', () => {
  it.each<[string, string, string]>([
    ['https://a.test:1/x/y?z#w', 'https://a.test:1', '/x/y'],
    ['https://a.test', 'https://a.test', ''],
    ['https://a.test?x', 'https://a.test', ''],
    ['h2+x.y-z://a.test/x', 'h2+x.y-z://a.test', '/x'],
    ['/x\n?y\nz', '', '/x\n'],
    ['1http://a.test/x', '', '1http://a.test/x'],
    ['x https://a.test/x', '', 'x https://a.test/x'],
  ])('%j', (url, origin, path) => {
    expect(splitUrl(url)).toEqual({ origin, path });
  });
});
