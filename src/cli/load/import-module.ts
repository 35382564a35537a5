import { register } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { BadInput, messageOf } from '../bad-input.js';

let registered = false;

/** Runs a module of the user's, TypeScript included, and returns what it exports. */
export async function importModule(file: string): Promise<Record<string, unknown>> {
  if (/\.[mc]?ts$/.test(file)) readTypeScript();
  try {
    return await import(pathToFileURL(resolve(file)).href);
  } catch (error) {
    throw new BadInput(`cannot load ${file}: ${messageOf(error)}`);
  }
}

/**
 * Node 22.18 and later leave out types themselves, but find no `./base.ts` where a module
 * says `./base.js`, as TypeScript has it; the hooks beside this file do both, on every Node.
 */
function readTypeScript(): void {
  if (registered) return;
  register(new URL('./ts-hooks.js', import.meta.url));
  registered = true;
}
