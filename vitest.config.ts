import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

const files = readdirSync('test', { recursive: true, encoding: 'utf8' }).map((file) => join('test', file));

/** Each has a process of its own. */
const alone = [
  // Measures the heap and the timers of its process.
  'test/integration/chaos.test.ts',
  // Replaces Node's own http and fetch as it loads.
  'test/clients/nock.test.ts',
  // A module that is loaded already is not mocked any more, and one that is mocked stays so.
  ...files.filter(
    (file) =>
      file.endsWith('.test.ts') && /\bvi\.(mock|doMock|resetModules)\(/.test(readFileSync(file, 'utf8')),
  ),
];

export default defineConfig({
  test: {
    // Against a test that hangs: no claim of speed, which a busy machine would break.
    testTimeout: 30_000,
    // Of two cores, vitest would leave one idle.
    maxWorkers: '100%',
    projects: [
      // Runs first, by its name: the longest file (chaos) is under way while the others take turns.
      { extends: true, test: { name: 'alone', include: alone } },
      {
        extends: true,
        test: {
          name: 'shared',
          include: ['test/**/*.test.ts'],
          exclude: alone,
          // The libraries are loaded once: to load axios, msw and zod anew for each file takes longer than
          // most of the tests. So a file leaves the process as it found it: timers, globals, axios.defaults.
          isolate: false,
          setupFiles: ['test/axios-before-msw.ts'],
          typecheck: {
            enabled: true,
            // By path, as a dependency may have another compiler with a `tsc` of its own.
            checker: './node_modules/typescript/bin/tsc',
            include: ['test/types/**/*.test-d.ts'],
            tsconfig: 'test/tsconfig.types.json',
          },
        },
      },
    ],
  },
});
