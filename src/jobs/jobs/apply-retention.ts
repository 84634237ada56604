import { applyRetention as apply } from '#app/privacy/retention.ts';
import type { DailyJob } from '../job.ts';

/** Removes what is older than a workspace keeps it, at night. */
export const applyRetention: DailyJob = {
  id: 'apply-retention',
  every: 'day',
  hour: 3,
  async run(app, { records }) {
    await apply(app, records.everywhere, app.now());
  },
};
