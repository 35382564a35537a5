import type { AnyResponses } from '../outcome/types.js';
import type { Catalogue } from '../semantics/catalogue.js';
import { expect } from '../semantics/configuration-error.js';

/** Checks schemas when they are given. Each key is a status that the catalogue documents, or `problem`. */
export function readResponses(given: unknown, path: string, catalogue: Catalogue): AnyResponses {
  if (given === undefined) return {};
  expect(
    typeof given === 'object' && given !== null,
    path,
    given,
    'an object with a schema for each status, such as { 200: Order }',
  );
  for (const [status, schema] of Object.entries(given)) {
    const isKey = status === 'problem' || Object.hasOwn(catalogue.statuses, status);
    expect(isKey, `a key of ${path}`, status, `a status that ${catalogue.name} documents, or "problem"`);
    const allowed = 'a Standard Schema, such as a schema of zod, valibot or arktype';
    expect(isSchema(schema), `${path}[${status}]`, schema, allowed);
  }
  // Every key was checked above, so the cast holds.
  return given as AnyResponses;
}

function isSchema(schema: unknown): boolean {
  if ((typeof schema !== 'object' && typeof schema !== 'function') || schema === null) return false;
  if (!('~standard' in schema)) return false;
  const standard = schema['~standard'];
  return (
    typeof standard === 'object' &&
    standard !== null &&
    'validate' in standard &&
    typeof standard.validate === 'function'
  );
}
