import { resolve } from 'node:path';
import { defineConfig, type UserConfig } from 'tsdown';
import { leaveOut } from './scripts/leave-out.js';
import { plainTexts } from './scripts/plain-texts.js';
import { thirdPartyNotices } from './scripts/third-party-notices.js';

/** What is carried along, so that users install nothing: `leven` for misspelt options, the rest for the test kit. */
const inside = ['leven', '@sinonjs/fake-timers', '@sinonjs/commons', 'type-detect'];

/** The retry loop and the one package that it imports: ES modules, which jest and older Nodes cannot require. */
const pRetry = ['p-retry', 'is-network-error'];

/** The clock of the test kit is shipped once: what imports it imports this file, in both formats. */
const sharedTimers = {
  name: 'shared-timers',
  resolveId: {
    filter: { id: /^\.\/fake-timers\.js$/ },
    handler: () => ({ id: './fake-timers.cjs', external: 'absolute' as const }),
  },
};

const entry = {
  index: 'src/index.ts',
  'catalogues/http': 'src/catalogues/http/index.ts',
  'catalogues/dew': 'src/catalogues/dew/index.ts',
  augment: 'src/augment.ts',
  otel: 'src/observe/otel.ts',
  query: 'src/query/index.ts',
  server: 'src/server/index.ts',
  nestjs: 'src/nestjs/index.ts',
  logging: 'src/logging/index.ts',
  testing: 'src/testing/index.ts',
  'catalogues/ecs': 'src/catalogues/ecs/index.ts',
  'catalogues/stripe': 'src/catalogues/stripe/index.ts',
  'catalogues/github': 'src/catalogues/github/index.ts',
  'catalogues/openai': 'src/catalogues/openai/index.ts',
  'catalogues/azure': 'src/catalogues/azure/index.ts',
};

const library: UserConfig = {
  entry,
  // Some of the test kit's packages are CommonJS, named by `main`.
  inputOptions: { resolve: { mainFields: ['module', 'main'] }, checks: { pluginTimings: false } },
  platform: 'neutral',
  target: 'es2022',
  // By isolatedDeclarations, so that no particular compiler is needed to write them.
  dts: { oxc: true },
  outputOptions: { plugins: [plainTexts()] },
  fixedExtension: false,
  hash: false,
};

export default defineConfig([
  {
    ...library,
    format: 'esm',
    inlineOnly: inside,
    plugins: [leaveOut(), sharedTimers],
    // Names stay, for stack traces; comments go, which the declarations have too.
    minify: { compress: true, mangle: { keepNames: true }, codegen: { removeWhitespace: true } },
  },
  {
    ...library,
    entry: { ...entry, 'fake-timers': 'src/testing/fake-timers.ts' },
    format: 'cjs',
    noExternal: pRetry,
    inlineOnly: [...inside, ...pRetry],
    // The notices are for both formats: what the other one has inside, this one has too.
    plugins: [leaveOut(), sharedTimers, thirdPartyNotices()],
    // Names stay, for stack traces.
    minify: { compress: true, mangle: { keepNames: true }, codegen: { removeWhitespace: true } },
  },
  // The command carries its parsers inside, so that the library's users install none of them.
  {
    entry: { 'axios-outcome': 'src/cli/main.ts', 'ts-hooks': 'src/cli/load/ts-hooks.ts' },
    outDir: 'dist/cli',
    format: 'esm',
    platform: 'node',
    target: 'node20',
    // ES modules where a package has them: of those, what is not used can be left out.
    inputOptions: { resolve: { mainFields: ['module', 'main'] }, checks: { pluginTimings: false } },
    alias: { yaml: resolve(import.meta.dirname, 'node_modules/yaml/browser/index.js') },
    noExternal: /./,
    inlineOnly: false,
    plugins: [leaveOut(), thirdPartyNotices()],
    dts: false,
    // Nobody reads other people's parsers here, and they are most of the tarball.
    minify: true,
    fixedExtension: false,
    hash: false,
  },
]);
