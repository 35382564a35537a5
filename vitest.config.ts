import { defineConfig } from 'vitest/config';

/**
 * What cannot share a process: a module mocked for the whole file, a library that replaces
 * Node's own functions as it loads, a module that must not be loaded yet, a heap that is measured.
 */
const alone = [
  'test/axios/attach.test.ts',
  'test/axios/oldest-axios.test.ts',
  'test/axios/other-copy.test.ts',
  'test/clients/nock.test.ts',
  'test/integration/chaos.test.ts',
  'test/integration/loading.test.ts',
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
          // To load axios, msw and the schema libraries anew for each file takes longer than most
          // of the tests. So a file leaves the process as it found it: timers, globals, axios.defaults.
          isolate: false,
          setupFiles: ['test/axios-before-msw.ts'],
          typecheck: {
            enabled: true,
            // By path, as the newest compiler is the one to check with, and not one of a dependency.
            checker: './node_modules/typescript/bin/tsc',
            include: ['test/types/**/*.test-d.ts'],
            tsconfig: 'test/tsconfig.json',
          },
        },
      },
    ],
  },
});
