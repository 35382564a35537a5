import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';

const script = resolve(import.meta.dirname, '../../examples/huawei-sdk/run.js');

describe('inside the official SDK core of Huawei Cloud, against the demo’s server', () => {
  let output = '';
  beforeAll(async () => {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [script]);
    output = stdout + stderr;
  });
  /** What the run says of one call. */
  const of = (name: string) => output.split('POST …/kms/').find((part) => part.startsWith(name)) ?? '';

  it('502 and 503 are retried for a POST that only reads, which the SDK alone does not', () => {
    expect(of('describe-key')).toContain('onOutcome: success, effect applied, on the wire 502, 503, 200');
    expect(of('describe-key')).toContain('the SDK returns HTTP 200');
  });

  it('a retry after a long wait has a fresh signature: the gateway checks it, and refuses an old date', () => {
    expect(of('list-keys')).toContain('on the wire 503, 200');
    expect(of('list-keys')).toContain('the SDK returns HTTP 200');
  });

  it('a POST that writes is sent once, and its outcome says that nobody knows', () => {
    expect(of('create-key')).toContain('onOutcome: unavailable, effect unknown, on the wire 502\n');
    expect(of('create-key')).toContain('ServerResponseException: 502 APIG.0201');
  });

  it('the nested error code of KMS reaches its exception', () => {
    expect(of('enable-key')).toContain('onOutcome: rejected, effect none');
    expect(of('enable-key')).toContain('ClientRequestException: 400 KMS.0205: Invalid key ID');
  });

  it('no secret is printed', () => {
    expect(output).not.toMatch(/demo-[as]k|Signature/);
  });
});
