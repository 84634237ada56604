import { defineConfig } from 'vitest/config';

/** Browser tests: one after the other, each with a server and a data folder of its own. */
export default defineConfig({
  test: {
    pool: 'forks',
    fileParallelism: false,
    include: ['test/e2e/**/*.e2e.ts'],
    testTimeout: 120_000,
    hookTimeout: 180_000,
    // As long as the browser itself waits for what it is told to find.
    expect: { poll: { timeout: 30_000 } },
  },
});
