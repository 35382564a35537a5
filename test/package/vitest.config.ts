import { defineConfig } from 'vitest/config';

/**
 * Tests of the package as it is built, packed, compiled against and contributed to, which `npm test` leaves
 * out by their ending: `npm run test:package`. They mostly run other programs (compilers, npm, other test runners).
 */
export default defineConfig({
  test: {
    include: ['test/**/*.package.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    setupFiles: ['test/axios-before-msw.ts'],
  },
});
