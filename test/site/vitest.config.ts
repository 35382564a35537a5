import { defineConfig } from 'vitest/config';

/** What is tested of the built site: after `npm run site`, by `npm run test:site`. */
export default defineConfig({
  test: { include: ['test/site/*.test.ts'], testTimeout: 60_000, hookTimeout: 60_000 },
});
