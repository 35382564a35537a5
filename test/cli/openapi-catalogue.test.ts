import { resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { classify } from '../../src/classify/classify.js';
import type { Catalogue } from '../../src/semantics/catalogue.js';
import { catalogueOf } from './emitted-catalogue.js';
import { fixtures, inProcess, rowsIn } from './in-process.js';

interface Made {
  readonly catalogue: Catalogue;
  readonly module: string;
  readonly report: string;
}

async function made(fixture: string): Promise<Made> {
  const { status, stdout, stderr } = await inProcess([
    'catalogue',
    'openapi',
    resolve(fixtures, 'openapi', fixture),
  ]);
  expect([status, stderr]).toEqual([0, expect.stringContaining('Report on')]);
  return { catalogue: catalogueOf(stdout), module: stdout, report: stderr };
}

describe('an OpenAPI 3.1 description in YAML', () => {
  let harbour: Made;
  beforeAll(async () => {
    harbour = await made('harbour-3.1.yaml');
  });

  it('has a row for every single status of all operations, inferred as the page command infers', () => {
    expect(rowsIn(harbour.catalogue)).toEqual({
      200: 'OK: success never',
      202: 'Accepted: delayed never',
      204: 'No Content: empty never',
      400: 'Bad Request: rejected never',
      403: 'Forbidden: unavailable transient',
      404: 'Not Found: rejected never',
      429: 'Too Many Requests: unavailable throttle',
      503: 'Service Unavailable: unavailable never',
      579: 'Crane jammed: failed transient',
    });
  });

  it('a Retry-After header counts as a word for a retry, and a negation wins over every sign', () => {
    expect(harbour.report).toContain('1 of 1 responses 403 document the header retry-after');
    expect(harbour.report).toContain('“Do not retry” forbids a retry, and a negation wins: never');
  });

  it('conflicting descriptions of one status are reported, and left to a person', () => {
    expect(harbour.report).toContain(
      'described in 2 ways: “There is no such berth.” (GET /berths/{id}); “No such berth in this harbour.” (PUT /berths/{id})',
    );
    expect(harbour.report).toContain('DECIDE  404 is described in 2 ways');
    expect(harbour.catalogue.statuses[404]?.meaning?.en).toBe('There is no such berth.');
  });

  it('descriptions that disagree on retries: the one that retries least holds, each verdict told once', async () => {
    const told = (text: string) => ({ get: { responses: { 403: { description: text } } } });
    const paths = { '/a': told('No.'), '/b': told('Not you.'), '/c': told('Rate limit exceeded.') };
    const given = JSON.stringify({ openapi: '3.0.0', paths });
    const { stdout, stderr } = await inProcess(['catalogue', 'openapi', '-'], given);
    expect(rowsIn(catalogueOf(stdout))).toEqual({ 403: 'Forbidden: rejected|unavailable never' });
    expect(stderr).toContain('its rows disagree (rejected, never / unavailable, throttle)');
  });

  it('what a 200 returns here and there is not its meaning', () => {
    expect(harbour.catalogue.statuses[200]?.meaning).toBeUndefined();
  });

  it('ranges and default make no row, and are listed', () => {
    expect(harbour.report).toMatch(
      /GET \/berths\/\{id\}: 5XX: The harbour is broken\.\n {4}because 5XX is a class/,
    );
    expect(harbour.report).toMatch(/default: Anything else\.\n {4}because default is every status/);
  });

  it('x-speakeasy-retries gives the waits, and its statuses may be retried', () => {
    expect(harbour.catalogue.retry).toMatchObject({ baseDelayMs: 500, maxDelayMs: 60_000 });
    expect(harbour.report).toContain(
      '“retries” says that the same request may work later: failed, transient',
    );
  });

  it('the values of a code field become codes, and a reader finds them where no built-in shape looks', () => {
    const { catalogue } = harbour;
    expect(catalogue.codes).toMatchObject({
      BERTH_TAKEN: { source: catalogue.source },
      CRANE_BUSY: { retry: 'transient' },
    });
    // A code that several statuses list moves none of them.
    expect(catalogue.codes?.['CRANE_BUSY']).not.toHaveProperty('kind');
    const response = {
      status: 404,
      data: { fault: { errcode: 'CRANE_BUSY', errtext: 'busy' } },
      headers: {},
    };
    expect(classify({ response }, catalogue)).toMatchObject({
      kind: 'rejected',
      retry: 'transient',
      problem: { code: 'CRANE_BUSY', message: 'busy', documented: { retry: 'transient' } },
    });
    for (const body of [null, 'text', 7, [], { fault: null }, { fault: { errcode: '' } }, { fault: 'x' }])
      expect(catalogue.readProblem?.(body, {}, 404)).toBeUndefined();
  });

  it('a 202 with a link is a delayed call, and the report says where the link leads', () => {
    expect(harbour.report).toContain('the link job leads to GET /jobs/{id} with id = $response.body#/job');
  });

  it('every POST takes an Idempotency-Key: the client sends one', () => {
    expect(harbour.catalogue.retry?.idempotencyKey).toBe(true);
  });

  it('a marked POST is repeatable', () => {
    expect(harbour.catalogue.operations).toContainEqual({
      method: 'POST',
      path: '/search',
      repeatable: true,
    });
  });
});

describe('an OpenAPI 3.0 description in JSON', () => {
  let depot: Made;
  beforeAll(async () => {
    depot = await made('depot-3.0.json');
  });

  it('a POST is repeatable by its mark alone, and one that ends alike is not taken for it', () => {
    expect(depot.catalogue.operations).toEqual([
      { method: 'POST', path: '/parcels/{id}/search' },
      { method: 'POST', path: '/search', repeatable: true },
    ]);
  });

  it('x-retries and the time of a gateway become advice: 4 attempts are 3 retries', () => {
    expect(depot.catalogue.retry).toEqual({
      retries: 3,
      baseDelayMs: 250,
      attemptTimeoutMs: 29_000,
      source: 'Depot API (depot-3.0.json)',
    });
  });

  it('the answers of a gateway are rows as well', () => {
    expect(rowsIn(depot.catalogue)[429]).toBe('Too Many Requests: unavailable throttle');
    expect(depot.report).toContain('DEFAULT_4XX\n    because it names no single status');
  });

  it('some POSTs take an Idempotency-Key: no call gets one by itself, and a person decides', () => {
    expect(depot.catalogue.retry).not.toHaveProperty('idempotencyKey');
    expect(depot.report).toContain('1 of 5 POST and PATCH operations document the header');
  });

  it('a 202 with a callback, and a 200 with a monitor, are delayed', () => {
    expect(depot.report).toContain('the API tells of its end by calling back (arrived)');
    expect(depot.report).toContain('the header operation-location names its monitor: complete() follows it');
    expect(rowsIn(depot.catalogue)[200]).toBe('OK: success|delayed never');
  });

  it('problem+json is read by the built-in shapes (RFC 9457): no reader is written', () => {
    expect(depot.module).not.toContain('readProblem');
    expect(depot.report).toContain('error bodies have their code at code, message at detail in 2 responses');
    expect(Object.keys(depot.catalogue.codes ?? {})).toEqual(['17', 'LOST', 'TORN']);
  });
});

describe('the other commands', () => {
  it('read a description as they read a page', async () => {
    const [harbour, quay] = ['harbour-3.1.yaml', 'quay-2.0.yaml'].map((file) =>
      resolve(fixtures, 'openapi', file),
    );
    const depot = resolve(fixtures, 'openapi/depot-3.0.json');
    const same = await inProcess(['catalogue', 'diff', depot, depot]);
    expect([same.status, same.stdout]).toEqual([0, 'Changed in meaning: 0. Changed in words only: 0.\n']);
    expect((await inProcess(['catalogue', 'diff', harbour ?? '', quay ?? ''])).status).toBe(3);
    const { stdout } = await inProcess(['explain', '503', '--catalogue', harbour ?? '', '--method', 'GET']);
    expect(stdout).toContain('Closed for maintenance. Do not retry.');
  });
});

describe('a Swagger 2 description', () => {
  let quay: Made;
  beforeAll(async () => {
    quay = await made('quay-2.0.yaml');
  });

  it('has its rows, in Chinese too', () => {
    expect(rowsIn(quay.catalogue)).toEqual({
      200: 'OK: success never',
      201: 'Created: success never',
      202: 'Accepted: delayed never',
      400: 'Bad Request: rejected never',
      500: 'Internal Server Error: failed transient',
      503: 'Service Unavailable: unavailable never',
    });
    expect(quay.report).toContain('“请勿重试” forbids a retry');
  });

  it('a Location on 202 is followed by the built-in dialect', () => {
    expect(quay.report).toContain('the header location names its monitor');
  });

  it('a key under another name is not sent, and is said to be', () => {
    expect(quay.report).toContain('x-idempotency-token: not used');
    expect(quay.catalogue.retry).toBeUndefined();
  });
});
