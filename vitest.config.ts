import { configDefaults, defineConfig } from 'vitest/config';
import { postgresBinaries } from './test/support/start-postgres.ts';

/** Servers are started and stopped in the run that is on servers, where there are some to start. */
const onServers = process.env.TEST_DATABASE_URL !== undefined && postgresBinaries !== null;

export default defineConfig({
  test: {
    pool: 'forks',
    globalSetup: 'test/support/fresh-stores.ts',
    // Much of a test is waiting for a store or a process: one worker a core, none left free for watching.
    maxWorkers: '100%',
    include: ['src/**/*.test.ts', 'test/**/*.test.ts', 'bench/**/*.test.ts'],
    exclude: [...configDefaults.exclude, ...(onServers ? [] : ['test/faults/servers/**'])],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
