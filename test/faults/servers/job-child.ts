import { openInstallation } from '#app/open-installation.ts';
import { startJobs } from '#jobs/start-jobs.ts';
import type { TestStores } from '#test/support/test-stores.ts';

/** A process that takes a job and never comes to its end. */
const places = JSON.parse(process.argv[2] as string) as TestStores['places'];
const installation = await openInstallation({ ...places, workers: 1 });
const run = () => {
  process.send?.('begun');
  return new Promise<void>(() => {});
};
await startJobs(
  installation,
  { error: (fields) => console.error(fields) },
  {
    jobs: [{ id: 'test-daily', every: 'day', hour: 0, run }],
    pace: { cronSeconds: 1, pollSeconds: 1, superviseSeconds: 1, heartbeatSeconds: 10 },
  },
);
process.on('disconnect', () => process.exit());
process.send?.('ready');
