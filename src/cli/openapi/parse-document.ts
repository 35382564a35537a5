import { parse as parseYaml } from 'yaml';
import { BadInput, messageOf } from '../streams.js';
import { type Fields, fieldsOf, textOf } from './fields.js';

export type Version = '2.0' | '3.0' | '3.1';

export interface ParsedDocument {
  readonly root: Fields;
  readonly version: Version;
}

/**
 * A text as an OpenAPI description: JSON where it begins as such, else YAML 1.2.
 *
 * @throws BadInput where it is neither, or is no description of a known version.
 */
export function parseDocument(text: string, file: string): ParsedDocument {
  const root = fieldsOf(/^\s*[{[]/.test(text) ? jsonOrYaml(text, file) : yaml(text, file));
  if (root === undefined) throw new BadInput(`${file}: this is no OpenAPI description: it is not an object`);
  const given = root['openapi'] ?? root['swagger'];
  const version = versionOf(String(given));
  if (given === undefined)
    throw new BadInput(`${file}: this is no OpenAPI description: it has neither "openapi" nor "swagger"`);
  if (version === undefined)
    throw new BadInput(
      `${file}: version ${JSON.stringify(given)} is not supported. Supported versions: 2.0, 3.0 and 3.1.`,
    );
  if (fieldsOf(root['paths']) === undefined)
    throw new BadInput(
      `${file}: the description has no "paths". Statuses are read from the operations in "paths".`,
    );
  if (isDeeper(root, mostNested))
    throw new BadInput(
      `${file}: the description is nested deeper than ${mostNested} levels, or contains itself`,
    );
  return { root, version };
}

/** Real descriptions stay below 50. What follows may then walk a description level by level. */
const mostNested = 300;

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((each) => isDeeper(each, levels - 1));
}

function versionOf(given: string): Version | undefined {
  if (/^2(?:\.0)?$/.test(given)) return '2.0';
  if (/^3\.0(?:\.|$)/.test(given)) return '3.0';
  return /^3\.[12](?:\.|$)/.test(given) ? '3.1' : undefined;
}

/** What begins as JSON may still be YAML's own `{ … }`; where it is neither, JSON's complaint is the clearer one. */
function jsonOrYaml(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    // A large file that begins as JSON is JSON that is cut short: the other parser would only take its time.
    if (text.length > 100_000) throw new BadInput(`${file}: not JSON: ${messageOf(error)}`);
    try {
      return parseYaml(text, options);
    } catch {
      throw new BadInput(`${file}: not JSON: ${messageOf(error)}`);
    }
  }
}

/** Aliases are counted, so that a few lines cannot stand for millions. */
const options = { maxAliasCount: 1_000, logLevel: 'error', merge: true, stringKeys: true } as const;

function yaml(text: string, file: string): unknown {
  try {
    return parseYaml(text, options);
  } catch (error) {
    throw new BadInput(`${file}: not YAML: ${textOf(messageOf(error).split('\n')[0])}`);
  }
}
