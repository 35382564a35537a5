import type { AnyResponses } from '../outcome/types.js';
import type { Catalogue } from '../semantics/catalogue.js';
import { expect } from '../semantics/configuration-error.js';

/** Checks schemas where they are given: each has a status that the catalogue documents, or is `problem`. */
export function readResponses(given: unknown, path: string, catalogue: Catalogue): AnyResponses {
  if (given === undefined) return {};
  expect(typeof given === 'object' && given !== null, path, given, 'an object of schemas by status');
  for (const [status, schema] of Object.entries(given)) {
    const at = `${path}[${status}]`;
    expect(
      status === 'problem' || Object.hasOwn(catalogue.statuses, status),
      `a key of ${path}`,
      status,
      `a status that ${catalogue.name} documents, or problem`,
    );
    expect(isSchema(schema), at, schema, 'a Standard Schema, as zod, valibot and arktype make them');
  }
  // Checked just now, key by key.
  return given as AnyResponses;
}

/** The schemas under `outcome` in an axios config. */
export function responsesIn(config: unknown, catalogue: Catalogue): AnyResponses {
  const { outcome } = fieldsOfConfig(config);
  return readResponses(fieldsOfConfig(outcome).responses, 'outcome.responses', catalogue);
}

/** The schemas of a call of the client, where they may also stand directly in the config. */
export function responsesOfCall(config: unknown, catalogue: Catalogue): AnyResponses {
  const direct = readResponses(fieldsOfConfig(config).responses, 'responses', catalogue);
  return { ...responsesIn(config, catalogue), ...direct };
}

function fieldsOfConfig(config: unknown): { readonly responses?: unknown; readonly outcome?: unknown } {
  return typeof config === 'object' && config !== null ? config : {};
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
