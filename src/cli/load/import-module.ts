import nodeModule from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { BadInput, messageOf } from '../bad-input.js';
import type { SyncHooks } from './ts-hooks.js';

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
