import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import type * as Api from 'typescript-5.9';

const require = createRequire(import.meta.url);

/** What a compilation says: `tsc`'s own words, and how much work it was. */
export interface Compiled {
  readonly status: number;
  readonly output: string;
  readonly instantiations: number;
}

/** The platform's declarations, by compiler: they are the same in every program, and are parsed once. */
const libraries = new Map<string, Map<string, Api.SourceFile | undefined>>();

/**
 * Compiles by the compiler's own API. To start one process per program, as `tsc`
 * does, takes twice as long: each loads, parses and warms up anew. TypeScript 7
 * is native, and has no such API.
 */
export function compileInProcess(compiler: string, files: readonly string[], options: object): Compiled {
  // The API of 5.4 and of 6 has what is used of that of 5.9 here.
  const ts = require(compiler) as typeof Api;
  const { options: read, errors } = ts.convertCompilerOptionsFromJson(options, import.meta.dirname);
  const host = ts.createCompilerHost(read);
  const folder = host.getDefaultLibLocation?.();
  const parse = host.getSourceFile;
  const parsed = libraries.get(compiler) ?? new Map<string, Api.SourceFile | undefined>();
  libraries.set(compiler, parsed);
  host.getSourceFile = (file, ...rest) => {
    if (dirname(file) !== folder) return parse(file, ...rest);
    if (!parsed.has(file)) parsed.set(file, parse(file, ...rest));
    return parsed.get(file);
  };
  const program = ts.createProgram({ rootNames: files, options: read, host });
  const diagnostics = [...errors, ...ts.getPreEmitDiagnostics(program)];
  return {
    status: diagnostics.length === 0 ? 0 : 2,
    output: ts.formatDiagnostics(diagnostics, host),
    instantiations: program.getInstantiationCount(),
  };
}
