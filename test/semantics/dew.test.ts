import { describe, expect, expectTypeOf, test } from 'vitest';
import { dew as published } from '../../src/catalogues/dew/index.js';
import { dew } from '../../src/catalogues/dew/statuses.js';
import type {
  Catalogue,
  CodeEntry,
  Documented,
  Operation,
  StatusEntry,
} from '../../src/semantics/catalogue.js';
import { documentedKinds, retryabilities } from '../../src/semantics/kinds.js';

const statuses: readonly (readonly [number, StatusEntry])[] = Object.entries(dew.statuses).map(
  ([status, row]) => [Number(status), row],
);
const codes: readonly (readonly [string, CodeEntry])[] = Object.entries(dew.codes);
const operations: readonly Operation[] = dew.operations;

function codesWhere(holds: (row: CodeEntry) => boolean): string[] {
  return codes.filter(([, row]) => holds(row)).map(([code]) => code);
}

function operation(method: string, path: string): Operation | undefined {
  return operations.find((each) => each.method === method && each.path === path);
}

describe('DEW statuses', () => {
  test('are the 18 rows of the status-code page (dew_02_0301), names as printed there', () => {
    const page = statuses.filter(([, row]) => row.source.includes('dew_02_0301'));
    expect(page.map(([status, row]) => [status, row.name, row.kind, row.retry])).toEqual([
      [200, 'OK', 'success', 'never'],
      [202, 'Accept', 'delayed', 'never'],
      [204, 'No Content', 'empty', 'never'],
      [300, 'multiple choices', 'choices', 'never'],
      [400, 'Bad Request', 'rejected', 'never'],
      [401, 'Unauthorized', 'rejected', 'never'],
      [403, 'Forbidden', 'rejected', 'never'],
      [404, 'Not Found', 'rejected', 'never'],
      [405, 'Method Not Allowed', 'rejected', 'never'],
      [406, 'Not Acceptable', 'rejected', 'never'],
      [407, 'Proxy Authentication Required', 'rejected', 'never'],
      [408, 'Request Timeout', 'unavailable', 'transient'],
      [409, 'Conflict', 'rejected', 'never'],
      [500, 'Internal Server Error', 'failed', 'transient'],
      [501, 'Not Implemented', 'failed', 'never'],
      [502, 'Bad Gateway', 'unavailable', 'transient'],
      [503, 'Service Unavailable', 'unavailable', 'transient'],
      [504, 'Gateway Timeout', 'unavailable', 'transient'],
    ]);
  });

  test('add only 429, from the best-practice page (dew_06_0028)', () => {
    const others = statuses.filter(([, row]) => !row.source.includes('dew_02_0301'));
    expect(others.map(([status, row]) => [status, row.name, row.kind, row.retry])).toEqual([
      [429, 'Too Many Requests', 'unavailable', 'throttle'],
    ]);
    expect(dew.statuses[429].source).toContain('dew_06_0028');
  });

  test('have a meaning in English and Chinese in every row, and no property unknown to a row', () => {
    const known = ['name', 'kind', 'or', 'retry', 'meaning', 'source'];
    for (const [status, row] of statuses) {
      expect(row.meaning?.en, String(status)).toMatch(/^[A-Z][ -~]+\.$/);
      expect(row.meaning?.zh, String(status)).toMatch(/\p{Script=Han}.*。$/u);
      expect(Object.keys(row).filter((key) => !known.includes(key))).toEqual([]);
      expect(documentedKinds).toContain(row.kind);
      expect(retryabilities).toContain(row.retry);
    }
  });

  test('call what may be retried unavailable or failed', () => {
    for (const [status, row] of statuses.filter(([, each]) => each.retry !== 'never')) {
      expect(['unavailable', 'failed'], String(status)).toContain(row.kind);
    }
  });

  test('stay literal types, so that an undocumented status is a compile error', () => {
    expectTypeOf(dew).toExtend<Catalogue>();
    expectTypeOf<404>().toExtend<Documented<typeof dew>>();
    expectTypeOf<418>().not.toExtend<Documented<typeof dew>>();
    expectTypeOf(dew.statuses[202].kind).toEqualTypeOf<'delayed'>();
    expectTypeOf(dew.statuses[400].or).toEqualTypeOf<readonly ['unavailable']>();
  });
});

describe('DEW error codes', () => {
  test('have a source, a meaning and a remedy in both languages, and no property unknown to a row', () => {
    const known = ['kind', 'retry', 'reauthenticate', 'statuses', 'meaning', 'remedy', 'source'];
    for (const [code, row] of codes) {
      expect(code).toMatch(/^(KMS|KPS|CSMS|APIGW?)\.\d{4}$/);
      expect(row.source, code).not.toBe('');
      for (const text of [row.meaning, row.remedy]) {
        expect(text?.en, code).toMatch(/^[A-Z][ -~]+\.$/);
        expect(text?.zh, code).toMatch(/\p{Script=Han}.*。$/u);
      }
      expect(Object.keys(row).filter((key) => !known.includes(key))).toEqual([]);
    }
  });

  test('refine only documented statuses, and move one only to a kind that it names', () => {
    const documented = new Map(statuses);
    // The gateway refuses what is too large with statuses that DEW's status page does not have.
    const gatewayOnly = [413, 414, 494];
    for (const [code, row] of codes) {
      for (const status of row.statuses ?? documented.keys()) {
        if (/^APIGW?\.0201$/.test(code) && gatewayOnly.includes(status)) continue;
        const entry = documented.get(status);
        expect(entry, `${code} under ${status}`).toBeDefined();
        if (row.kind !== undefined) {
          expect([entry?.kind, ...(entry?.or ?? [])], code).toContain(row.kind);
        }
      }
    }
  });

  test('under 400 that say "try again" of a fault of the service are unavailable (DEW error codes)', () => {
    const later = codesWhere((row) => row.statuses?.includes(400) === true && row.kind === 'unavailable');
    expect(later.sort()).toEqual([
      'KMS.0319',
      'KMS.0323',
      'KMS.1108',
      'KMS.1109',
      'KMS.2403',
      'KMS.3201',
      'KMS.3202',
      'KMS.3801',
    ]);
    expect(later.map((code) => dew.codes[code as keyof typeof dew.codes])).toEqual(
      later.map(() => expect.objectContaining({ retry: 'transient' })),
    );
  });

  test('that may tell of a stale token ask for a new one, and a malformed token does not', () => {
    const stale = codesWhere((row) => row.reauthenticate === true);
    expect(stale.sort()).toEqual([
      'APIG.0307',
      'APIGW.0307',
      'CSMS.0301',
      'KMS.0302',
      'KMS.0303',
      'KPS.9001',
    ]);
    expect(dew.codes['KMS.0303'].statuses).toEqual([403]);
    expect(dew.codes['KPS.9001'].statuses).toEqual([401]);
    expect(dew.codes['APIG.0307'].statuses).toEqual([401]);
    expect(dew.codes).toHaveProperty(['KMS.0301']);
  });

  test('of the service and of the gateway keep their documented statuses', () => {
    expect(dew.codes['KMS.0101']).toMatchObject({ retry: 'transient', statuses: [500] });
    expect(dew.codes['KMS.0102']).toMatchObject({ retry: 'transient', statuses: [500] });
    expect(dew.codes['APIG.0308']).toMatchObject({ retry: 'throttle', statuses: [429] });
    expect(dew.codes['KMS.0207']).toMatchObject({ statuses: [404] });
  });
});

describe('DEW operations', () => {
  test('are the 100 of the API reference, each once', () => {
    const methods = operations.map(({ method }) => method);
    const count = (method: string) => methods.filter((each) => each === method).length;
    expect(operations).toHaveLength(100);
    expect({
      GET: count('GET'),
      POST: count('POST'),
      PUT: count('PUT'),
      DELETE: count('DELETE'),
    }).toEqual({ DELETE: 12, GET: 25, POST: 57, PUT: 6 });
    expect(new Set(operations.map(({ method, path }) => `${method} ${path}`)).size).toBe(100);
  });

  test('have a version and a project in their path, whole-segment parameters and nothing else', () => {
    for (const { path } of operations) {
      expect(path).toMatch(/^\/v[\d.]+\/\{project_id\}(\/([a-z0-9-]+|\{[a-z_]+\}))+$/);
    }
  });

  test('with an idempotent method are repeatable (RFC 9110, 9.2.2)', () => {
    for (const { method, path, repeatable } of operations.filter((each) => each.method !== 'POST')) {
      expect(repeatable, `${method} ${path}`).toBe(true);
    }
  });

  test.each([
    ['/v1.0/{project_id}/kms/describe-key', true],
    ['/v1.0/{project_id}/kms/list-keys', true],
    ['/v1.0/{project_id}/kms/encrypt-data', true],
    ['/v1.0/{project_id}/kms/verify', true],
    ['/v1.0/{project_id}/kms/{resource_instances}/action', true],
    ['/v1.0/{project_id}/kms/create-key', false],
    ['/v1.0/{project_id}/kms/create-grant', false],
    ['/v1.0/{project_id}/kms/{key_id}/tags/action', false],
    ['/v1/{project_id}/secrets', false],
    ['/v1/{project_id}/secrets/{secret_name}/rotate', false],
    ['/v3/{project_id}/keypairs/disassociate', false],
  ])('POST %s is repeatable: %s (DEW API Reference)', (path, repeatable) => {
    expect(operation('POST', path)?.repeatable).toBe(repeatable);
  });

  test('that start one task name its id, and the batch that starts several does not (DEW API Reference)', () => {
    expect(operations.filter(({ task }) => task !== undefined)).toEqual([
      expect.objectContaining({ path: '/v3/{project_id}/keypairs/associate' }),
      expect.objectContaining({ path: '/v3/{project_id}/keypairs/disassociate' }),
    ]);
    for (const { task } of operations) {
      if (task !== undefined) expect(task).toEqual({ dialect: 'dew-key-pair', id: 'task_id' });
    }
    expectTypeOf(dew.statuses[200].or).toEqualTypeOf<readonly ['delayed']>();
  });
});

describe('the DEW catalogue', () => {
  test('takes the fewest retries and the longest attempt that dew_06_0028 advises', () => {
    expect(dew.retry).toEqual({
      retries: 3,
      attemptTimeoutMs: 8_000,
      source: 'DEW Best Practices (dew_06_0028)',
    });
  });

  test("reads the request's id where the gateway puts it", () => {
    expect(dew.requestId).toEqual(['x-request-id']);
  });

  test('is what axios-outcome/catalogues/dew exports', () => {
    expect(published).toBe(dew);
  });
});
