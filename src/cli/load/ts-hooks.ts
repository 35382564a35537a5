import { readFileSync } from 'node:fs';
import type { LoadFnOutput, LoadHook, ResolveFnOutput, ResolveHook } from 'node:module';
import { fileURLToPath } from 'node:url';
import { transform } from 'sucrase';

/** Hooks that run in the thread which imports, as `module.registerHooks` takes them. */
export interface SyncHooks {
  resolve(
    specifier: string,
    context: object,
    next: (specifier: string, context: object) => ResolveFnOutput,
  ): ResolveFnOutput;
  load(url: string, context: object, next: (url: string, context: object) => LoadFnOutput): LoadFnOutput;
}

export const hooks: SyncHooks = {
  resolve(specifier, context, next) {
    try {
      return next(specifier, context);
    } catch (error) {
      return next(typeScriptNameOf(specifier, error), context);
    }
  },
  load: (url, context, next) => loadedTypeScript(url) ?? next(url, context),
};

/** The same in a thread of their own, as `module.register` takes them: the exports of a module. */
export const resolve: ResolveHook = async (specifier, context, next) => {
  try {
    return await next(specifier, context);
  } catch (error) {
    return next(typeScriptNameOf(specifier, error), context);
  }
};

export const load: LoadHook = async (url, context, next) => loadedTypeScript(url) ?? next(url, context);

/** `./base.js` in a TypeScript module may be `base.ts`; whatever else was not found is not there. */
function typeScriptNameOf(specifier: string, error: unknown): string {
  if (!/^\.{1,2}\//.test(specifier) || !/\.[mc]?js$/.test(specifier)) throw error;
  return specifier.replace(/js$/, 'ts');
}

/** TypeScript without its types, by the same rules on every Node. */
function loadedTypeScript(url: string): LoadFnOutput | undefined {
  if (!/^file:.*\.[mc]?ts$/.test(url)) return undefined;
  const text = readFileSync(fileURLToPath(url), 'utf8');
  const { code } = transform(text, { transforms: ['typescript'], disableESTransforms: true });
  return { format: 'module', source: code, shortCircuit: true };
}
