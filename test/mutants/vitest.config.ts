import { defineConfig } from 'vitest/config';

/** The tests by which Stryker looks whether a change of the code is noticed. */
export default defineConfig({
  test: {
    testTimeout: 30_000,
    include: (process.env['MUTANT_TESTS'] ?? '').split(','),
    // Stryker runs tests in threads, which do not see another time zone.
    testNamePattern: /^(?!.*(?:, in [A-Z]|TZ=))/,
  },
});
