import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { catalogueOf } from './emitted-catalogue.js';
import { fixtures, inProcess } from './in-process.js';
import { measuredCommand } from './run-command.js';

const root = resolve(import.meta.dirname, '../..');
const packages = createRequire(import.meta.url);
// Beside the package's own name, so that the compiler finds it as it does for a user.
const folder = mkdtempSync(resolve(root, 'test/cli/.types-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The description of a real API, as its vendor publishes it to npm. GitHub's, of 3 MB, is read by the matrix. */
const figma = resolve(root, 'node_modules/@figma/rest-api-spec/openapi/openapi.yaml');

/** The statuses of all operations, by another way than the command's. */
function statusesIn(file: string): string[] {
  const { paths } = parse(readFileSync(file, 'utf8'));
  const keys = Object.values<object>(paths).flatMap((item) =>
    Object.values(item).flatMap(({ responses = {} }) => Object.keys(responses)),
  );
  return [...new Set(keys)].filter((key) => /^\d+$/.test(key)).sort();
}

describe('a description of real size, through the built command', () => {
  it('figma is read in a few seconds, whole', async () => {
    const { status, stdout, stderr, cpuMs } = await measuredCommand(['catalogue', 'openapi', figma]);
    console.info(`figma: ${(statSync(figma).size / 1e6).toFixed(1)} MB in ${cpuMs.toFixed(0)} ms`);
    expect(status).toBe(0);
    expect(cpuMs).toBeLessThan(10_000);
    expect(Object.keys(catalogueOf(stdout).statuses)).toEqual(statusesIn(figma));
    // What is not read is ranges and default only: no reference is lost.
    expect(stderr).not.toContain('$ref:');
    expect(stdout.match(/^ {2}readonly \S.*: \{$/gm)?.length).toBeGreaterThan(40);
    writeFileSync(resolve(folder, 'figma.ts'), stdout);
  });
});

describe('the emitted module', () => {
  beforeAll(async () => {
    for (const fixture of ['harbour-3.1.yaml', 'depot-3.0.json', 'quay-2.0.yaml']) {
      const { stdout } = await inProcess(['catalogue', 'openapi', resolve(fixtures, 'openapi', fixture)]);
      writeFileSync(resolve(folder, `${fixture.split('-')[0]}.ts`), stdout);
    }
    writeFileSync(resolve(folder, 'use.ts'), use);
    const kennel = await inProcess(['catalogue', 'openapi', resolve(root, 'test/described/kennel.yaml')]);
    writeFileSync(resolve(folder, 'kennel.ts'), kennel.stdout);
    const clash = await inProcess(['catalogue', 'openapi', '-', '--const', 'clashCatalogue'], clashing);
    writeFileSync(resolve(folder, 'clash.ts'), clash.stdout);
    const guide = readFileSync(resolve(root, 'docs/catalogue-from-documentation.md'), 'utf8');
    const shown = (name: string) => guide.split(`\`\`\`${name}\n`)[1]?.split('```')[0] ?? '';
    const { stdout } = await inProcess(['catalogue', 'openapi', '-'], shown('yaml depot.yaml'));
    mkdirSync(resolve(folder, 'guide'));
    writeFileSync(resolve(folder, 'guide/depot.ts'), stdout);
    for (const name of ['depot-client.ts', 'depot-described.ts']) {
      writeFileSync(resolve(folder, `guide/${name}`), shown(`typescript ${name}`));
    }
  });

  it('compiles under strict settings, with Figma and the guide, and its types are of use to a client', () => {
    const compilerOptions = {
      strict: true,
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
      noPropertyAccessFromIndexSignature: true,
      noUnusedLocals: true,
      verbatimModuleSyntax: true,
      isolatedDeclarations: true,
      declaration: true,
      noEmit: true,
      skipLibCheck: true,
      module: 'nodenext',
      target: 'es2022',
      types: ['node'],
    };
    const made = ['figma', 'harbour', 'depot', 'quay', 'clash', 'kennel', 'guide/depot'];
    const names = [...made, 'use', 'guide/depot-client', 'guide/depot-described'];
    const files = names.map((name) => `${name}.ts`);
    writeFileSync(resolve(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files }));
    const tsc = resolve(dirname(packages.resolve('typescript/package.json')), 'bin/tsc');
    const { stdout, status } = spawnSync(process.execPath, [tsc, '-p', folder], { encoding: 'utf8' });
    expect([stdout, status]).toEqual(['', 0]);
  }, 60_000);

  it('has no types where none are asked for', async () => {
    const file = resolve(fixtures, 'openapi/quay-2.0.yaml');
    const { stdout } = await inProcess(['catalogue', 'openapi', file, '--no-types', '--const', 'quay']);
    expect(stdout).toContain('export const quay: QuayCatalogue = quayData;');
    expect(stdout).not.toContain('Responses');
  });

  it('is told in the closing lines how it makes a typed client, with the types of openapi-typescript too', async () => {
    const out = resolve(folder, 'made.ts');
    const file = resolve(fixtures, 'openapi/harbour-3.1.yaml');
    const { stderr } = await inProcess(['catalogue', 'openapi', file, '--const', 'harbour', '--out', out]);
    expect(stderr.split('\n\n').at(-1)).toBe(`A client that is typed by operation and status:
  import { harbour, type Paths } from './made.js';
  const api = attachOutcomes(axios.create(), { catalogue: harbour }).describedBy<Paths>();
The types of openapi-typescript do the same: the kinds are those of this catalogue.
  npx openapi-typescript ${file} -o made-paths.ts
  import type { paths } from './made-paths.js';
  const api = attachOutcomes(axios.create(), { catalogue: harbour }).describedBy<paths>();
`);
    const old = resolve(fixtures, 'openapi/quay-2.0.yaml');
    const ofOld = await inProcess(['catalogue', 'openapi', old, '--no-types', '--const', 'quay']);
    expect(ofOld.stderr.trim().split('\n').at(-1)).toMatch(/it reads OpenAPI 3, and this is 2\.0/);
    expect(ofOld.stderr).not.toContain('type Paths');
  });
});

/** Schemas with the names that the module itself writes. */
const clashing = JSON.stringify({
  openapi: '3.1.0',
  info: { title: 'Clash', version: '1' },
  paths: {
    '/all': {
      get: {
        responses: Object.fromEntries(
          ['Readonly', 'ClashCatalogue', 'Catalogue', 'Responses'].map((name, index) => [
            200 + index,
            {
              description: name,
              content: { 'application/json': { schema: { $ref: `#/components/schemas/${name}` } } },
            },
          ]),
        ),
      },
    },
  },
  components: {
    schemas: Object.fromEntries(
      ['Readonly', 'ClashCatalogue', 'Catalogue', 'Responses'].map((name) => [name, { type: 'string' }]),
    ),
  },
});

/** What a user writes beside the modules. An error that is expected and does not come is one. */
const use = `
import { attachOutcomes, type OutcomeClient } from 'axios-outcome';
import axios from 'axios';
import * as v from 'valibot';
import { z } from 'zod';
import type { Parcel, Paths as DepotPaths, Responses as Depot } from './depot.js';
import type { Paths as KennelPaths } from './kennel.js';
import type { paths as theirs } from '../../described/kennel.js';
import { type ClashCatalogue, clashCatalogue } from './clash.js';
import { type HarbourApiCatalogue, harbourApi, type Responses, type SchemasOf } from './harbour.js';
import type { Crane, Responses as Quay } from './quay.js';

const client: OutcomeClient<HarbourApiCatalogue> = attachOutcomes(axios.create(), { catalogue: harbourApi });
const clash: ClashCatalogue = clashCatalogue;

const outcome = await client.get<Responses['getBerth'][200]>('/berths/7');
if (outcome.kind === 'success') {
  const ship: string | null | undefined = outcome.data.ship;
  const next: number | undefined = outcome.data.neighbours?.[0]?.length;
  console.log(ship, next);
  // @ts-expect-error: a berth has no captain
  outcome.data.captain;
}
if (outcome.kind === 'rejected') {
  const status: 400 | 404 = outcome.status;
  console.log(status);
}

const Berth = z.object({ id: z.string(), length: z.number(), ship: z.string().nullable().optional() });
const Fault = z.object({ fault: z.object({ errcode: z.enum(['BERTH_TAKEN', 'CRANE_BUSY']).optional() }).optional() });
const responses = { 200: Berth, problem: Fault } satisfies SchemasOf<'getBerth'>;
const checked = await client.get('/berths/7', { responses });
if (checked.kind === 'success' && checked.status === 200) {
  const length: number = checked.data.length;
  console.log(length);
}
const job = { 202: v.object({ job: v.string() }) } satisfies SchemasOf<'startReport'>;
// @ts-expect-error: the id of a berth is a text
const wrong = { 200: z.object({ id: z.number(), length: z.number() }) } satisfies SchemasOf<'getBerth'>;
// @ts-expect-error: no body is documented for 500
const undocumented = { 500: Berth } satisfies SchemasOf<'getBerth'>;

const parcel: Depot['changeParcels'][200][number] = { id: 1, to: null, state: 'sent', 'x-weight in kg': 2 };
// @ts-expect-error: a parcel is sent or lost
const eaten: Parcel = { id: 1, to: null, state: 'eaten' };
const crane: Quay['listCranes'][200][number] = { name: 'Big', driver: null } satisfies Crane;
console.log(job, wrong, undocumented, parcel, eaten, crane, clash);

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const plain = attachOutcomes(axios.create());
const mine = plain.describedBy<KennelPaths>();
const others = plain.describedBy<theirs>();
const id = { path: { id: 'd1' } };
const [one, other] = [await mine.get('/dogs/{id}', id), await others.get('/dogs/{id}', id)];
if (one.kind === 'success' && other.kind === 'success') true satisfies Equal<typeof one.status, typeof other.status>;
if (one.status === 404) one.problem.details.missing satisfies string;
if (one.status === 403) one.problem.details.wrong satisfies string[];
if (one.status === 500) one.problem.details.message satisfies string;
const photo = await mine.get('/dogs/{id}/photo', id);
if (photo.kind === 'success') photo.data.url satisfies string;
await mine.post('/dogs', { name: 'Rex' });
await mine.delete('/dogs/{id}', { ...id, headers: { 'If-Match': '1' } });
const walk = await mine.complete(await mine.post('/dogs/{id}/walks', undefined, id));
if (walk.kind === 'success') walk.data.metres satisfies number;
// @ts-expect-error: breed is required
void mine.get('/dogs');
// @ts-expect-error: its Content-Type has to be given
void mine.put('/notes/{name}', 'text', { path: { name: 'n' } });
await plain.describedBy<DepotPaths>().post('/parcels/{id}/search', undefined, { path: { id: 'p' } });
export {};
`;
