import { defineConfig } from 'tsdown';
import { thirdPartyNotices } from './scripts/third-party-notices.js';

/** Modules that a bundle never calls, in a form that asks for nothing. */
const without = (...modules: readonly string[]) => ({
  name: 'without',
  resolveId: (id: string): string | undefined => (modules.includes(id) ? '\0nothing' : undefined),
  load: (id: string): string | undefined => (id === '\0nothing' ? 'module.exports = {};' : undefined),
});

/**
 * fake-timers asks Node for its timer modules, to fake those too. The clock of the
 * test kit replaces globals only, and the kit loads in a browser.
 */
const withoutNodesTimers = without('timers', 'timers/promises', 'perf_hooks', 'util');

/** The command follows references inside of one file, and has nothing to fetch others with. */
const withoutNetwork = without('undici');

export default defineConfig([
  {
    entry: {
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
    },
    // What is carried along, so that users install nothing: `leven` for misspelt options, the rest for the test kit.
    inlineOnly: ['leven', '@sinonjs/fake-timers', '@sinonjs/commons', 'type-detect'],
    inputOptions: { resolve: { mainFields: ['module', 'main'] } },
    plugins: [withoutNodesTimers, thirdPartyNotices()],
    format: 'esm',
    platform: 'neutral',
    target: 'es2022',
    // By isolatedDeclarations, so that no particular compiler is needed to write them.
    dts: { oxc: true },
    fixedExtension: false,
    hash: false,
    clean: true,
  },
  // The command carries its parsers inside, so that the library's users install none of them.
  {
    entry: { 'axios-outcome': 'src/cli/main.ts', 'ts-hooks': 'src/cli/load/ts-hooks.ts' },
    outDir: 'dist/cli',
    format: 'esm',
    platform: 'node',
    target: 'node20',
    noExternal: /./,
    inlineOnly: false,
    plugins: [withoutNetwork, thirdPartyNotices()],
    dts: false,
    fixedExtension: false,
    hash: false,
    clean: false,
  },
]);
