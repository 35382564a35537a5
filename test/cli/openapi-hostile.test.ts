import { once } from 'node:events';
import { createServer } from 'node:http';
import { describe, expect, it } from 'vitest';
import { classify } from '../../src/index.js';
import { cpuTime } from '../cpu-time.js';
import { catalogueOf } from './emitted-catalogue.js';
import { inProcess } from './in-process.js';
import type { Ended } from './run-command.js';

const openapi = (stdin: string | Uint8Array, ...words: string[]): Promise<Ended> =>
  inProcess(['catalogue', 'openapi', '-', ...words], stdin);

/** A description whose one operation has these responses. */
function describing(responses: unknown, more: object = {}): string {
  const paths = { '/a': { get: { operationId: 'a', responses } } };
  return JSON.stringify({ openapi: '3.1.0', info: { title: 'Hostile', version: '1' }, paths, ...more });
}
const json = (schema: unknown) => ({ description: 'A body.', content: { 'application/json': { schema } } });

describe('what is no OpenAPI description ends with status 1 and says why', () => {
  it.each([
    ['an empty file', '', 'this is no OpenAPI description: it is not an object'],
    ['a list', '[1, 2]', 'this is no OpenAPI description: it is not an object'],
    ['prose', 'Dear customer: hello: world', 'not YAML'],
    ['another JSON', '{"name": "package"}', 'it has neither "openapi" nor "swagger"'],
    [
      'another version',
      'openapi: 4.0.0\npaths: {}',
      'version "4.0.0" is not supported. Supported versions: 2.0, 3.0 and 3.1.',
    ],
    ['Swagger 1', 'swaggerVersion: "1.2"\npaths: {}', 'it has neither "openapi" nor "swagger"'],
    ['webhooks alone', 'openapi: 3.1.0\nwebhooks: {}', 'the description has no "paths"'],
    ['no operation', 'openapi: 3.1.0\npaths: {}', 'it describes no operation'],
    ['no response', 'openapi: 3.1.0\npaths: { /a: { get: {} } }', 'no operation documents a response'],
    ['truncated JSON', describing({ 200: json({}) }).slice(0, -9), 'not JSON'],
    ['truncated YAML', 'openapi: 3.1.0\npaths:\n  /a: { get: { responses: { 200: { descr', 'not YAML'],
    ['duplicate keys', 'openapi: 3.1.0\nopenapi: 3.0.0', 'not YAML: Map keys must be unique'],
    ['two documents', 'openapi: 3.1.0\n---\nopenapi: 3.1.0', 'not YAML'],
    ['binary', '\u0000\u0001\u0002', 'standard input'],
  ])('%s', async (_, text, message) => {
    const { status, stdout, stderr } = await openapi(text);
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toContain(message);
  });

  it('ranges and default alone make no catalogue', async () => {
    const { status, stderr } = await openapi(
      describing({ default: { description: 'All.' }, '4XX': { description: 'No.' } }),
    );
    expect([status, stderr]).toEqual([1, expect.stringContaining('it documents only ranges and default')]);
  });

  it('aliases that stand for millions of nodes are refused at once', async () => {
    const lines = ['openapi: 3.1.0', 'a0: &a0 [x, x, x, x, x, x, x, x, x]'];
    for (let level = 1; level < 12; level += 1)
      lines.push(
        `a${level}: &a${level} [${Array(9)
          .fill(`*a${level - 1}`)
          .join(', ')}]`,
      );
    const took = cpuTime();
    const { status, stderr } = await openapi(lines.join('\n'));
    expect([status, stderr]).toEqual([1, expect.stringContaining('Excessive alias count')]);
    expect(took()).toBeLessThan(2_000);
  });

  it('what is nested very deep, or in itself, is refused', async () => {
    const deep = (levels: number): string =>
      describing({ 400: 'HERE' }).replace('"HERE"', `${'{"allOf":['.repeat(levels)}1${']}'.repeat(levels)}`);
    const ring = 'openapi: 3.1.0\nx-retries: &a { b: *a }\npaths: {}';
    for (const text of [deep(300), deep(2_000), ring]) {
      const { status, stderr } = await openapi(text);
      expect([status, stderr]).toEqual([1, expect.stringMatching(/nested deeper than|not YAML/)]);
    }
  });

  it('brackets nested without end are refused', async () => {
    for (const text of ['['.repeat(50_000), `openapi: 3.1.0\npaths: ${'{a: '.repeat(20_000)}`]) {
      const { status, stderr } = await openapi(text);
      expect([status, stderr]).toEqual([1, expect.stringMatching(/not JSON|not YAML/)]);
    }
  });
});

describe('references', () => {
  it('out of the file are refused with a reason, and never fetched', async () => {
    let asked = 0;
    const server = createServer((_, answer) => {
      asked += 1;
      answer.end('{}');
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : 0;
    const remote = `http://127.0.0.1:${port}/schema.json#/A`;
    const { status, stdout, stderr } = await openapi(
      describing({
        200: json({ $ref: remote }),
        400: json({ $ref: './other.yaml#/B' }),
        404: { $ref: 'file:///etc/passwd' },
      }),
    );
    server.close();
    expect([status, asked]).toEqual([0, 0]);
    for (const reference of [remote, './other.yaml#/B', 'file:///etc/passwd'])
      expect(stderr).toContain(`$ref: ${reference}\n    because it leads out of the file`);
    expect(stdout).toContain('readonly 200: unknown;');
    expect(Object.keys(catalogueOf(stdout).statuses)).toEqual(['200', '400', '404']);
  });

  it('on an operation are followed, beside operations that are inline', async () => {
    const operation = { operationId: 'moved', responses: { 410: { description: 'Gone.' } } };
    const responses = { 200: json({ type: 'string' }) };
    const { status, stdout, stderr } = await openapi(
      JSON.stringify({
        openapi: '3.1.0',
        info: { title: 'Referring', version: '1' },
        paths: {
          '/inline': { get: { operationId: 'inline', responses } },
          '/moved': { get: { $ref: '#/components/x-operations/moved' } },
          '/item': { $ref: '#/components/pathItems/item', post: { responses: { 201: json({}) } } },
          '/answers': { get: { responses: { $ref: '#/components/x-answers' } } },
        },
        components: {
          'x-operations': { moved: operation },
          'x-answers': { 409: { description: 'Taken.' } },
          pathItems: { item: { put: { responses: { 204: { description: 'Done.' } } } } },
        },
      }),
    );
    expect(status).toBe(0);
    expect(Object.keys(catalogueOf(stdout).statuses)).toEqual(['200', '201', '204', '409', '410']);
    expect(stderr).toContain('410 Gone: rejected, never  [GET /moved]');
    expect(stderr).not.toContain('Not read');
    for (const path of ['/inline', '/moved', '/item', '/answers'])
      expect(stdout).toContain(`readonly '${path}': {`);
  });

  it('on an operation that lead nowhere are told, and so is what is no operation', async () => {
    const { status, stdout, stderr } = await openapi(
      JSON.stringify({
        openapi: '3.1.0',
        info: { title: 'Lost', version: '1' },
        paths: {
          '/inline': { get: { responses: { 200: json({}) } } },
          '/away': { get: { $ref: 'other.yaml#/get' }, put: { $ref: '#/components/nothing' } },
          '/text': { get: 'GET', put: null, post: ['a'] },
        },
      }),
    );
    expect([status, Object.keys(catalogueOf(stdout).statuses)]).toEqual([0, ['200']]);
    expect(stderr).toContain('GET /away: $ref: other.yaml#/get\n    because it leads out of the file');
    expect(stderr).toContain('PUT /away: $ref: #/components/nothing\n    because it leads nowhere');
    expect(stderr).toContain('GET /text: "GET"\n    because an operation is an object');
    expect(stderr).toContain('PUT /text: null\n    because an operation is an object');
    expect(stderr).toContain('POST /text: ["a"]\n    because an operation is an object');
  });

  it('that lead nowhere are listed, and their statuses kept', async () => {
    const { stdout, stderr } = await openapi(
      describing({
        200: json({ $ref: '#/nothing' }),
        404: { $ref: '#/components/responses/Gone' },
        409: { $ref: '#/info/title' },
      }),
    );
    expect(stderr).toContain('$ref: #/nothing\n    because it leads nowhere');
    expect(stderr).toContain('$ref: #/info/title\n    because it leads to no object');
    expect(Object.keys(catalogueOf(stdout).statuses)).toEqual(['200', '404', '409']);
  });

  it('that lead back to themselves end, in responses, schemas and compositions', async () => {
    const schemas = {
      Tree: {
        type: 'object',
        properties: {
          left: { $ref: '#/components/schemas/Tree' },
          code: { $ref: '#/components/schemas/Self' },
        },
      },
      Self: { $ref: '#/components/schemas/Self' },
      One: { $ref: '#/components/schemas/Two' },
      Two: { $ref: '#/components/schemas/One' },
      Egg: { oneOf: [{ $ref: '#/components/schemas/Hen' }, { type: 'string' }] },
      Hen: { allOf: [{ $ref: '#/components/schemas/Egg' }] },
    };
    const responses = { Ring: { $ref: '#/components/responses/Ring' } };
    const { status, stdout, stderr } = await openapi(
      describing(
        {
          200: json({ $ref: '#/components/schemas/Tree' }),
          201: json({ $ref: '#/components/schemas/One' }),
          400: json({ $ref: '#/components/schemas/Egg' }),
          404: { $ref: '#/components/responses/Ring' },
        },
        { components: { schemas, responses } },
      ),
    );
    expect(status).toBe(0);
    expect(stderr).toContain('$ref: #/components/responses/Ring\n    because it leads back to itself');
    expect(stdout).toContain('readonly left?: Tree | undefined;');
    expect(stdout).toContain('readonly 201: unknown;');
    // A type that is made of itself alone does not compile.
    expect(stdout).toContain('export type Egg = unknown;');
  });
});

describe('error bodies', () => {
  const text = { type: 'string' };
  const fault = (fields: string[]) => ({
    type: 'object',
    properties: Object.fromEntries(
      fields.map((name) => [name, name === 'code' ? { enum: ['E1', 'E2'] } : text]),
    ),
  });
  const list = { type: 'array', items: fault(['code', 'detail']) };

  it('a list beside a message tells of fields: its codes are not the problem’s', async () => {
    const body = { type: 'object', properties: { message: text, errors: list } };
    const { stdout } = await openapi(describing({ 422: json(body) }));
    expect(catalogueOf(stdout)).not.toHaveProperty('codes');
    expect(stdout).not.toContain('readProblem');
  });

  it('a list that is all there is tells of the problem by its first (JSON:API, Error Objects)', async () => {
    const { stdout } = await openapi(
      describing({ 422: json({ type: 'object', properties: { errors: list } }) }),
    );
    const catalogue = catalogueOf(stdout);
    expect(catalogue.codes).toMatchObject({ E1: { statuses: [422] }, E2: { statuses: [422] } });
    // The built-in reader knows it, so the catalogue needs none of its own.
    expect(stdout).not.toContain('readProblem');
    const response = { status: 422, data: { errors: [{ code: 'E2', detail: 'No.' }] } };
    expect(classify({ response }, catalogue).problem).toMatchObject({ code: 'E2', message: 'No.' });
  });
});

describe('odd responses', () => {
  it('1xx and vendor statuses have their rows, and what is no status is listed', async () => {
    const { stdout, stderr } = await openapi(
      describing({
        103: { description: 'Early.' },
        298: { description: 'Queued for later.' },
        701: { description: 'No such berth.' },
        99: {},
        1000: {},
        '2xx ok': {},
        __proto__: null,
      }),
    );
    expect(Object.entries(catalogueOf(stdout).statuses).map(([status, { kind }]) => [status, kind])).toEqual([
      ['103', 'failed'],
      ['298', 'delayed'],
      ['701', 'rejected'],
    ]);
    for (const key of ['99', '1000', '2xx ok']) expect(stderr).toContain(`response ${key}\n    because`);
  });

  it('ten thousand codes come through, and the type of their field is a plain text', async () => {
    const codes = Array.from({ length: 10_000 }, (_, number) => `E_${number}`);
    const took = cpuTime();
    const { stdout } = await openapi(
      describing({ 400: json({ type: 'object', properties: { code: { type: 'string', enum: codes } } }) }),
    );
    expect(Object.keys(catalogueOf(stdout).codes ?? {})).toHaveLength(10_000);
    expect(stdout).toContain('readonly code?: string | undefined;');
    expect(took()).toBeLessThan(5_000);
  });

  it('names and texts that would leave their quotes or comments do not', async () => {
    const title = "*/ globalThis.pwned = 1; /* ' ` $\u007b1}";
    const text = describing({
      200: {
        ...json({
          type: 'object',
          properties: { "a'; x": { enum: ["'", '\\', '*/'] }, __proto__: { type: 'string' } },
        }),
        description: title,
      },
    });
    const { stdout } = await openapi(
      text.replace('Hostile', title.replaceAll('"', '')).replaceAll('"a"', JSON.stringify('*/ constructor')),
    );
    expect(catalogueOf(stdout).name).toBe(title);
    expect(globalThis).not.toHaveProperty('pwned');
  });

  it.each([
    null,
    7,
    'text',
    [],
    {},
    { content: 7 },
    { content: { 'application/json': null } },
    { headers: 'no', links: [1] },
    { schema: true },
  ])('a response that is %j is no crash, and its status is kept', async (response) => {
    const { status, stdout } = await openapi(describing({ 200: response, 404: response, default: response }));
    expect([status, Object.keys(catalogueOf(stdout).statuses)]).toEqual([0, ['200', '404']]);
  });

  it('operations, parameters, callbacks and extensions of any shape are no crash', async () => {
    for (const odd of [null, 7, 'text', [null], [7], { a: null }]) {
      const node = {
        operationId: odd,
        parameters: odd,
        callbacks: odd,
        'x-retries': odd,
        'x-idempotent': odd,
        responses: { 202: { links: { l: odd } }, 400: json(odd) },
      };
      const root = {
        openapi: '3.0.0',
        info: odd,
        components: odd,
        'x-retries': odd,
        'x-speakeasy-retries': { backoff: odd, statusCodes: odd },
        'x-amazon-apigateway-gateway-responses': odd,
        paths: { '/a': { parameters: odd, post: node, get: odd }, '/b': odd },
      };
      const { status, stdout } = await openapi(JSON.stringify(root));
      expect([status, Object.keys(catalogueOf(stdout).statuses)]).toEqual([0, ['202', '400']]);
    }
  });

  it.each([
    [{ type: [] }, 'unknown'],
    [{ type: ['string', 'null'] }, 'string | null'],
    [{ enum: [] }, 'unknown'],
    [{ enum: [{}] }, 'unknown'],
    [{ type: 'array' }, 'unknown[]'],
    [{ type: 'array', items: { type: ['string', 'null'] } }, '(string | null)[]'],
    [{ type: 'object', additionalProperties: false }, '{ readonly [name: string]: never }'],
    [{ oneOf: [{ const: 'a' }, { const: 2 }], nullable: true }, "'a' | 2 | null"],
    [true, 'unknown'],
    [false, 'never'],
  ])('the type of %j is %s', async (schema, type) => {
    const { stdout } = await openapi(describing({ 200: json(schema) }));
    expect(stdout).toContain(`readonly 200: ${type};`);
  });

  it('a file in another encoding is read, and said to be', async () => {
    const yaml =
      "openapi: 3.0.0\npaths:\n  /a:\n    get:\n      responses:\n        404: { description: 'Supprimée, désolé' }\n";
    const { stdout, stderr } = await openapi(Buffer.from(yaml, 'latin1'));
    expect(catalogueOf(stdout).statuses[404]?.meaning?.en).toBe('Supprimée, désolé');
    expect(stderr).toContain('read as windows-1252');
  });
});
