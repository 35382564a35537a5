// What an editor shows of an outcome once its kind is known: asked of TypeScript's own language
// service when the site is built, over the declarations that users install.
import { resolve } from 'node:path';
import type { Kind } from 'axios-outcome';
import ts from 'typescript-5.9';
import { type CatalogueName, catalogueNames } from './scenario.js';

/** The editor's line by catalogue and kind. A kind that the catalogue does not have is absent. */
export type Hovers = Readonly<Record<CatalogueName, Readonly<Partial<Record<Kind, string>>>>>;

const kinds: Readonly<Record<Kind, true>> = {
  success: true,
  delayed: true,
  empty: true,
  unmodified: true,
  choices: true,
  redirected: true,
  rejected: true,
  unavailable: true,
  failed: true,
  unexpected: true,
  malformed: true,
  unreachable: true,
  cancelled: true,
};

const dist = resolve(import.meta.dirname, '../../../../dist');
const file = resolve(dist, 'hovers.ts');
const mark = (catalogue: string, kind: string) => `/* ${catalogue} ${kind} */`;

function source(): string {
  const imports = catalogueNames.map((name) => `import { ${name} } from './catalogues/${name}.js';`);
  const functions = catalogueNames.map((name) => {
    const narrowed = Object.keys(kinds).map(
      (kind) => `if (outcome.kind === '${kind}') { ${mark(name, kind)}outcome; }`,
    );
    return `async function of_${name}() {
      const outcome = await attachOutcomes(axios.create(), { catalogue: ${name} }).get('/');
      ${narrowed.join('\n')}
    }`;
  });
  const own = "import axios from 'axios';\nimport { attachOutcomes } from './index.js';";
  return [own, ...imports, ...functions].join('\n');
}

function languageService(text: string): ts.LanguageService {
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    types: [],
  };
  const read = (name: string) => (name === file ? text : ts.sys.readFile(name));
  const { directoryExists, getDirectories, readDirectory } = ts.sys;
  return ts.createLanguageService({
    directoryExists,
    getDirectories,
    readDirectory,
    getScriptFileNames: () => [file],
    getScriptVersion: () => '1',
    getScriptSnapshot: (name) => {
      const content = read(name);
      return content === undefined ? undefined : ts.ScriptSnapshot.fromString(content);
    },
    getCompilationSettings: () => options,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    getCurrentDirectory: () => dist,
    fileExists: (name) => name === file || ts.sys.fileExists(name),
    readFile: read,
  });
}

declare const data: Hovers;

export { data };

export default {
  load(): Hovers {
    const text = source();
    const service = languageService(text);
    const hover = (catalogue: string, kind: string) => {
      const at = text.indexOf(mark(catalogue, kind)) + mark(catalogue, kind).length;
      const parts = service.getQuickInfoAtPosition(file, at)?.displayParts ?? [];
      return ts.displayPartsToString(parts);
    };
    const rows = catalogueNames.map((catalogue) => {
      const told = Object.keys(kinds).map((kind) => [kind, hover(catalogue, kind)] as const);
      return [catalogue, Object.fromEntries(told.filter(([, line]) => !/: never$|^$/.test(line)))];
    });
    // One row for each name in the list that the type is made of.
    return Object.fromEntries(rows) as Hovers;
  },
};
