import { readFile } from 'node:fs/promises';
import nodeModule from 'node:module';
import { resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import type { Catalogue } from '../../semantics/catalogue.js';
import { checkCatalogue } from '../../semantics/check-catalogue.js';
import { readDescription } from '../openapi/description.js';
import { openApiCatalogue } from '../openapi/openapi-catalogue.js';
import { parseDocument } from '../openapi/parse-document.js';
import { pageCatalogue, pageNames } from '../page/page-catalogue.js';
import { decode, readPage } from '../page/read-page.js';
import { BadInput, messageOf, readInput } from '../streams.js';
import type { SyncHooks } from './ts-hooks.js';

/** The names of the catalogues that come with the library, as in package.json, which a test holds. */
export const shippedNames: readonly string[] = ['http', 'dew', 'ecs', 'stripe', 'github', 'openai', 'azure'];

/**
 * A catalogue by the name of one that is shipped, or from a file: a module
 * (`file.ts#name` where it exports several), JSON, a documentation page, or an
 * OpenAPI description (without the code that a module made of it has).
 */
export async function loadCatalogue(given: string, stdin: Readable): Promise<Catalogue> {
  if (shippedNames.includes(given)) {
    // By the package's own name: the command and the catalogues are shipped together.
    const door = `axios-outcome/catalogues/${given}`;
    return theCatalogue(await import(/* @vite-ignore */ door), given, '');
  }
  const [, file = given, name = ''] = /^(.*?\.\w+)#([\p{L}\w$]+)$/u.exec(given) ?? [];
  if (/\.[mc]?[jt]s$/.test(file)) return theCatalogue(await importModule(file), file, name);
  if (/\.ya?ml$/i.test(file)) return fromDescription(file, stdin);
  if (/\.json$/i.test(file)) {
    const data = await json(file);
    return isDescription(data) ? fromDescription(file, stdin) : theCatalogue({ json: data }, file, '');
  }
  if (file !== '-' && !/[./\\]/.test(file)) {
    throw new BadInput(
      `there is no catalogue or file ${JSON.stringify(file)}. Write the name of a shipped catalogue (${shippedNames.join(', ')}) or of a file.`,
    );
  }
  return fromPage(file, stdin);
}

async function json(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    throw new BadInput(`cannot read ${file} as JSON: ${messageOf(error)}`);
  }
}

function isDescription(data: unknown): boolean {
  return typeof data === 'object' && data !== null && ('openapi' in data || 'swagger' in data);
}

async function fromDescription(file: string, stdin: Readable): Promise<Catalogue> {
  const { text } = decode(await readInput(file, stdin));
  const description = readDescription(parseDocument(text, file));
  const { catalogue } = openApiCatalogue(description, pageNames(description, file, {}));
  if (catalogue === undefined)
    throw new BadInput(
      `${file}: the file documents no status. Write a file whose operations have responses.`,
    );
  return catalogue;
}

async function fromPage(file: string, stdin: Readable): Promise<Catalogue> {
  const page = readPage(await readInput(file, stdin), file);
  const { catalogue } = pageCatalogue(page, pageNames(page, file, {}));
  if (catalogue === undefined)
    throw new BadInput(
      `${file}: no table in the page documents a status. Write a page with a table that has a column of status codes.`,
    );
  return catalogue;
}

/** The one export that is a catalogue, or the one that was named. */
function theCatalogue(exports: Record<string, unknown>, file: string, name: string): Catalogue {
  const found = Object.entries(exports).filter(
    ([key, value]) => (name === '' || key === name) && looksLikeCatalogue(value),
  );
  const distinct = found.filter(
    ([, value], index) => found.findIndex(([, other]) => other === value) === index,
  );
  const [first, ...others] = distinct;
  if (first === undefined)
    throw new BadInput(
      `${file} has no catalogue${name === '' ? '' : ` ${name}`}. Export an object with name and statuses.`,
    );
  if (others.length > 0) {
    const names = distinct.map(([key]) => key);
    throw new BadInput(
      `${file} has several catalogues (${names.join(', ')}). Write which you mean: ${file}#${names[0]}`,
    );
  }
  // What it lacks of a catalogue, the check names.
  const catalogue = first[1] as Catalogue;
  try {
    checkCatalogue(catalogue);
  } catch (error) {
    throw new BadInput(`${file}: ${messageOf(error)}`);
  }
  return catalogue;
}

function looksLikeCatalogue(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'statuses' in value && 'name' in value;
}

let registered: Promise<void> | undefined;

/** Runs a module of the user's, TypeScript included, and returns what it exports. */
export async function importModule(file: string): Promise<Record<string, unknown>> {
  if (/\.[mc]?ts$/.test(file)) await readTypeScript();
  try {
    return await import(pathToFileURL(resolve(file)).href);
  } catch (error) {
    throw new BadInput(`cannot load ${file}: ${messageOf(error)}`);
  }
}

function readTypeScript(): Promise<void> {
  registered ??= registerHooks();
  return registered;
}

/**
 * Node 22.18 and later leave out types themselves, but find no `./base.ts` where a module
 * says `./base.js`, as TypeScript has it; the hooks beside this file do both, on every Node.
 * `register`, which Node 26 deprecates, is the one that Node 20 has.
 */
async function registerHooks(): Promise<void> {
  // Of Node 22.15 and later: the declarations of Node 20 do not know it.
  const { registerHooks } = nodeModule as { registerHooks?: (hooks: SyncHooks) => void };
  if (registerHooks) registerHooks((await import('./ts-hooks.js')).hooks);
  else nodeModule.register(new URL('./ts-hooks.js', import.meta.url));
}
