import { defineConfig } from 'vitest/config';

/** Tests in Chromium, which `npm test` leaves out by their ending: `npm run test:browser`. */
export default defineConfig({
  test: {
    include: ['test/browser/*.chromium.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    setupFiles: ['test/axios-before-msw.ts'],
  },
});
