// What an editor shows where the pointer rests, over the declarations as built.
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { catalogueModule } from '../../src/cli/emit/catalogue-module.js';

// The last compiler with an API for editors; that of 7 is native.
const ts = createRequire(import.meta.url)('typescript-5.9') as typeof import('typescript-5.9');
const root = resolve(import.meta.dirname, '../..');
/** Inside of the package, so that its own name leads to its own dist. */
const folder = mkdtempSync(resolve(root, 'test/.hover-'));
afterAll(() => rmSync(folder, { recursive: true }));

const shipped = readdirSync(resolve(root, 'src/catalogues'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);
const row = { name: 'OK', retry: 'never', source: 'docs' } as const;
const kiosk = {
  name: 'Kiosk',
  source: 'docs',
  statuses: {
    200: { ...row, kind: 'success' },
    202: { ...row, kind: 'delayed' },
    400: { ...row, kind: 'rejected' },
  },
} as const;
writeFileSync(resolve(folder, 'kiosk.ts'), catalogueModule(kiosk, { constant: 'kiosk', doc: ['Kiosk.'] }));

const shown = ['client', 'outcome', 'success', 'rejected', 'problem', 'completed', 'resumed'];
const uses = (name: string, options = `{ catalogue: ${name} }`) => `
export async function use_${name}() {
  const client = attachOutcomes(axios.create(), ${options});
  const outcome = await client.post<Key>('/keys', {});
  if (outcome.kind === 'success') {
    const success = outcome;
    seen.push(success);
  }
  if (outcome.kind === 'rejected') {
    const rejected = outcome;
    const problem = outcome.problem;
    seen.push(rejected, problem);
  }
  const completed = await client.complete(outcome);
  const resumed = await client.resume<Key>('token');
  return [completed, resumed];
}
`;
const describedShown = ['outcome', 'success', 'missing', 'problem', 'delayed', 'completed', 'ended'];
const describedUse = `
export async function use_described() {
  const client = attachOutcomes(axios.create(), { catalogue: github }).describedBy<paths>();
  const outcome = await client.get('/dogs/{id}', { path: { id: 'd1' } });
  if (outcome.kind === 'success') {
    const success = outcome;
    seen.push(success);
  }
  if (outcome.status === 404) {
    const missing = outcome;
    const problem = outcome.problem;
    seen.push(missing, problem);
  }
  if (outcome.kind === 'delayed') {
    const delayed = outcome;
    seen.push(delayed);
  }
  const completed = await client.complete(outcome);
  if (completed.kind === 'success') {
    const ended = completed;
    seen.push(ended);
  }
}
`;
const program = `import axios from 'axios';
import { attachOutcomes } from 'axios-outcome';
${shipped.map((name) => `import { ${name} } from 'axios-outcome/catalogues/${name}';`).join('\n')}
import { kiosk } from './kiosk.js';
import type { paths } from '../described/kennel.js';
interface Key { readonly key_id: string }
const seen: unknown[] = [];
${[...shipped, 'kiosk'].map((name) => uses(name)).join('')}${uses('none', '{}')}${describedUse}`;
const file = resolve(folder, 'uses.ts');
writeFileSync(file, program);

function editor() {
  const options = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    types: [],
    target: ts.ScriptTarget.ES2022,
    lib: ['lib.es2022.d.ts'],
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
  };
  const { readFile, fileExists, directoryExists, getDirectories } = ts.sys;
  return ts.createLanguageService({
    readFile,
    fileExists,
    directoryExists,
    getDirectories,
    getScriptFileNames: () => [file],
    getScriptVersion: () => '1',
    getScriptSnapshot: (name) => {
      const text = readFile(name);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
    getCurrentDirectory: () => root,
    getCompilationSettings: () => options,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
  });
}

describe('an editor shows the name of a catalogue, and not its rows', () => {
  const service = editor();
  const hover = (catalogue: string, variable: string): string => {
    const at = program.indexOf(`const ${variable} `, program.indexOf(`use_${catalogue}(`));
    const info = service.getQuickInfoAtPosition(file, at + 'const '.length);
    return ts.displayPartsToString(info?.displayParts);
  };

  it('in a program that compiles', () => {
    const errors = service.getSemanticDiagnostics(file);
    expect(errors.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))).toEqual([]);
  }, 60_000);

  it('in at most 160 characters: of the shipped catalogues, and of a module that the command wrote', () => {
    expect(shipped.length).toBeGreaterThan(5);
    for (const catalogue of [...shipped, 'kiosk', 'none']) {
      for (const variable of shown) {
        const text = hover(catalogue, variable);
        expect(text, catalogue).toMatch(new RegExp(`^const ${variable}: [A-Z]`));
        expect(text.length, text).toBeLessThanOrEqual(160);
      }
    }
  }, 60_000);

  it('as it is written by hand', () => {
    expect(hover('dew', 'client')).toBe('const client: OutcomeClient<DewCatalogue, NoResponses>');
    expect(hover('dew', 'outcome')).toBe('const outcome: Outcome<DewCatalogue, Key, NoResponses>');
    expect(hover('dew', 'success')).toBe('const success: Success<Key, 200>');
    expect(hover('none', 'outcome')).toBe('const outcome: Outcome<DefaultCatalogue, Key, NoResponses>');
    expect(hover('kiosk', 'problem')).toBe('const problem: ProblemOf<KioskCatalogue>');
  });

  // Over the longest path of GitHub's description: npm run test:matrix -- described.
  it('and the operation of a described call, and not its bodies', () => {
    const call = 'Call<paths, "get", "/dogs/{id}">';
    expect(hover('described', 'client')).toBe(
      'const client: DescribedClient<paths, GithubCatalogue, NoResponses>',
    );
    expect(describedShown.map((variable) => hover('described', variable))).toEqual([
      `const outcome: DescribedOutcome<${call}, GithubCatalogue>`,
      `const success: SuccessOf<${call}, GithubCatalogue>`,
      `const missing: RejectedAt<${call}, 404, GithubCatalogue>`,
      `const problem: ProblemAt<${call}, 404, GithubCatalogue>`,
      `const delayed: DelayedAt<${call}, 202>`,
      `const completed: CompletedCall<${call}, GithubCatalogue>`,
      `const ended: SuccessOf<${call}, GithubCatalogue>`,
    ]);
  });
});
