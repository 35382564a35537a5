// typedoc reads the source through the compiler's API, which TypeScript 7 does not have. For it,
// and for nothing else, `typescript` is the older one: node --import ./scripts/older-typescript.js …
import { register } from 'node:module';

if (import.meta.url.endsWith('#hooks') === false) register(`${import.meta.url}#hooks`);

/** @type {import('node:module').ResolveHook} */
export function resolve(specifier, context, next) {
  const older = specifier === 'typescript' && context.parentURL?.includes('/node_modules/typedoc');
  return next(older ? 'typescript-5.9' : specifier, context);
}
