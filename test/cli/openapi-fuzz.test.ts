import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { runs } from '../runs.js';
import { catalogueOf } from './emitted-catalogue.js';
import { fixtures, inProcess } from './in-process.js';

const sources = ['harbour-3.1.yaml', 'depot-3.0.json', 'quay-2.0.yaml'].map((file) =>
  readFileSync(resolve(fixtures, 'openapi', file), 'utf8'),
);
const trees: readonly unknown[] = sources.map((text) => parse(text));

/** What may stand where something else should. */
const odd = fc.oneof(
  fc.constantFrom(null, true, 0, -1, 1e9, '', 'text', '*/', [], {}, [[]], { $ref: '#/paths' }, { $ref: '#' }),
  fc.constantFrom(
    { $ref: '#/components/schemas/Berth' },
    { $ref: 'https://a.example/b' },
    { allOf: [{ $ref: '#' }] },
  ),
  fc.jsonValue({ maxDepth: 2 }),
);

/** The places of a tree: the path to each value. */
function placesIn(tree: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof tree !== 'object' || tree === null) return [path];
  return [path, ...Object.entries(tree).flatMap(([key, value]) => placesIn(value, [...path, key]))];
}

function replaced(tree: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
  if (key === undefined) return value;
  if (typeof tree !== 'object' || tree === null) return tree;
  // Of a list, a list; of an object, an object: as they came from YAML.
  const copy = (Array.isArray(tree) ? [...tree] : { ...tree }) as Record<string, unknown>;
  copy[key] = replaced(copy[key], rest, value);
  return copy;
}

const openapi = (text: string) => inProcess(['catalogue', 'openapi', '-'], text);

/** The single statuses that a description has, wherever its responses are. */
function statusesOf(tree: unknown): string[] {
  const paths = Object(Object(tree).paths);
  const responses = Object.values(paths).flatMap((item) =>
    Object.values(Object(item)).map((node) => Object(node).responses),
  );
  const keys = responses.flatMap((each) => (Array.isArray(each) ? [] : Object.keys(Object(each))));
  return keys.filter((key) => /^[1-9]\d\d$/.test(key));
}

describe('descriptions with something else where something should be', () => {
  it('end with a module that is a catalogue, or with status 1 and a reason; no status is lost', async () => {
    const mutated = fc
      .constantFrom(...trees)
      .chain((tree) => fc.tuple(fc.constant(tree), fc.constantFrom(...placesIn(tree)), odd));
    await fc.assert(
      fc.asyncProperty(mutated, async ([tree, place, value]) => {
        const changed = replaced(tree, place, value);
        const { status, stdout, stderr } = await openapi(JSON.stringify(changed));
        if (status === 1) {
          expect(stderr).toMatch(/^axios-outcome: /m);
          return;
        }
        expect(status).toBe(0);
        expect(Object.keys(catalogueOf(stdout).statuses)).toEqual(
          expect.arrayContaining(statusesOf(changed)),
        );
      }),
      { numRuns: runs(70) },
    );
  }, 30_000);

  it('texts that are cut anywhere end with status 0 or 1, in YAML and JSON', async () => {
    const texts = [...sources, ...trees.map((tree) => stringify(tree))];
    const cut = fc
      .constantFrom(...texts)
      .chain((text) => fc.nat(text.length).map((end) => text.slice(0, end)));
    await fc.assert(
      fc.asyncProperty(cut, async (text) => {
        const { status, stdout } = await openapi(text);
        expect(status).toBeOneOf([0, 1]);
        if (status === 0) catalogueOf(stdout);
      }),
      { numRuns: runs(35) },
    );
  }, 30_000);
});
