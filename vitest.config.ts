import { defineConfig } from 'vitest/config';

/** Folders whose tests leave everything that is the process's own as they found it. */
const pure = ['catalogues', 'classify', 'cli', 'delayed', 'outcome', 'retry', 'semantics'].map(
  (folder) => `test/${folder}/**`,
);

export default defineConfig({
  test: {
    // Against a test that hangs: no claim of speed, which a busy machine would break.
    testTimeout: 30_000,
    // Of two cores, vitest would leave one idle.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        // Each leaves nothing behind that is not its own, since the files share a process.
        // To load axios, msw and the schema libraries anew for each file takes longer than the tests.
        test: { name: 'pure', include: pure.map((folder) => `${folder}/*.test.ts`), isolate: false },
      },
      {
        extends: true,
        test: {
          name: 'whole',
          include: ['test/**/*.test.ts'],
          exclude: pure,
          typecheck: {
            enabled: true,
            // By path: the older compilers of the matrix have a `tsc` of their own.
            checker: './node_modules/typescript/bin/tsc',
            include: ['test/types/**/*.test-d.ts'],
            tsconfig: 'test/tsconfig.json',
          },
        },
      },
    ],
  },
});
