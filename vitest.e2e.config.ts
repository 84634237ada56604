import { defineConfig } from 'vitest/config';

/** Browser tests: one after the other, each with a server and a data folder of its own. */
export default defineConfig({
  test: {
    pool: 'forks',
    globalSetup: 'test/support/fresh-stores.ts',
    fileParallelism: false,
    // Of the tests of a file that may run beside one another: while one waits for its page, another goes on.
    maxConcurrency: 2,
    include: ['test/e2e/**/*.e2e.ts'],
    testTimeout: 120_000,
    hookTimeout: 180_000,
    // As long as the browser itself waits for what it is told to find.
    expect: { poll: { timeout: 30_000 } },
  },
});
