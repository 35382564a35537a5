import { defineConfig } from 'vitest/config';

/** Tests of the built site, which `npm test` leaves out by their ending: `npm run test:site`, after `npm run site`. */
export default defineConfig({
  test: { include: ['test/site/*.site.ts'], testTimeout: 60_000, hookTimeout: 60_000 },
});
