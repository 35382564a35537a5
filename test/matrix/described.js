// What an editor pays for GitHub's whole description: forty calls by a described client, beside the same
// ones by openapi-fetch, and how long the longest of its hovers is.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { count, program } from './described-calls.js';
import { compilers } from './versions.js';
import { installed, project, root, run } from './workshop.js';

const rounds = 3;
/** Of the time that the same calls take by openapi-fetch. */
const mostTimes = 2;
const longestHover = 200;
const compilerOptions = {
  strict: true,
  noEmit: true,
  target: 'es2022',
  lib: ['es2022', 'dom', 'dom.iterable'],
  types: [],
  skipLibCheck: true,
  module: 'nodenext',
  moduleResolution: 'nodenext',
};

export async function described(tarball) {
  const { devDependencies } = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8'));
  const others = ['@octokit/openapi-types', 'openapi-fetch'];
  const packages = [tarball, 'axios', ...others.map((name) => `${name}@${devDependencies[name]}`)];
  const rows = [];
  for (const compiler of compilers) rows.push(await rowOf(packages, compiler));
  return {
    title: `GitHub's description, ${count} calls`,
    head: ['TypeScript', 'ours', 'openapi-fetch', 'times', 'longest hover'],
    rows,
  };
}

async function rowOf(packages, compiler) {
  const config = (whose) => JSON.stringify({ compilerOptions, files: [`${whose}.ts`] });
  const at = await project(`described-${compiler}`, {
    packages: [...packages, `typescript@${compiler}`],
    manifest: { type: 'module' },
    files: {
      'ours.ts': program('ours'),
      'theirs.ts': program('theirs'),
      'hovers.ts': hovering,
      'ours.json': config('ours'),
      'theirs.json': config('theirs'),
    },
  });
  const seconds = { ours: Number.POSITIVE_INFINITY, theirs: Number.POSITIVE_INFINITY };
  for (let round = 0; round < rounds; round++) {
    for (const whose of Object.keys(seconds)) {
      const tsc = resolve(at, 'node_modules/typescript/bin/tsc');
      const { ok, output } = await run(
        process.execPath,
        [tsc, '-p', `${whose}.json`, '--extendedDiagnostics'],
        at,
      );
      if (!ok) return [compiler, { failed: 'errors', output }, '', '', ''];
      const took = Number(/Check time:\s+([\d.]+)s/.exec(output)?.[1]);
      seconds[whose] = Math.min(seconds[whose], took);
    }
  }
  const times = seconds.ours / seconds.theirs;
  const shown = `x${times.toFixed(2)}`;
  return [
    installed(at, 'typescript'),
    `${seconds.ours.toFixed(2)} s`,
    `${seconds.theirs.toFixed(2)} s`,
    times <= mostTimes ? shown : { failed: shown, output: `more than x${mostTimes}` },
    hoverCell(at),
  ];
}

const longestPath =
  '/repos/{owner}/{repo}/code-scanning/codeql/variant-analyses/{codeql_variant_analysis_id}/repos/{repo_owner}/{repo_name}';
const variables = ['api', 'outcome', 'success', 'missing', 'problem', 'delayed', 'completed', 'ended'];
const hovering = `import axios from 'axios';
import { attachOutcomes } from 'axios-outcome';
import { github } from 'axios-outcome/catalogues/github';
import type { paths } from '@octokit/openapi-types';
const api = attachOutcomes(axios.create(), { catalogue: github }).describedBy<paths>();
const path = { owner: 'a', repo: 'b', codeql_variant_analysis_id: 1, repo_owner: 'c', repo_name: 'd' };
const outcome = await api.get('${longestPath}', { path });
if (outcome.kind === 'success') { const success = outcome; console.log(success); }
if (outcome.status === 404) { const missing = outcome; const problem = outcome.problem; console.log(missing, problem); }
if (outcome.kind === 'delayed') { const delayed = outcome; console.log(delayed); }
const completed = await api.complete(outcome);
if (completed.kind === 'success') { const ended = completed; console.log(ended); }
`;

/** TypeScript 7 is native, and has no API for editors. */
function hoverCell(at) {
  const ts = createRequire(resolve(at, 'package.json'))('typescript');
  if (ts.createLanguageService === undefined) return 'no API';
  const file = resolve(at, 'hovers.ts');
  const { options } = ts.convertCompilerOptionsFromJson(compilerOptions, at);
  const { readFile, fileExists, directoryExists, getDirectories } = ts.sys;
  const host = {
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
    getCurrentDirectory: () => at,
    getCompilationSettings: () => options,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
  };
  const service = ts.createLanguageService(host);
  const errors = service.getSemanticDiagnostics(file).map(({ messageText }) => JSON.stringify(messageText));
  const shown = variables.map((variable) => {
    const info = service.getQuickInfoAtPosition(
      file,
      hovering.indexOf(`const ${variable} `) + 'const '.length,
    );
    return ts.displayPartsToString(info?.displayParts);
  });
  const longest = Math.max(...shown.map(({ length }) => length));
  if (errors.length > 0 || longest > longestHover)
    return { failed: String(longest), output: [...errors, ...shown].join('\n') };
  return String(longest);
}
