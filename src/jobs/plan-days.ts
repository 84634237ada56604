import type { PgBoss } from 'pg-boss';
import { findDueDay } from '#app/daily-work.ts';
import type { Installation } from '#app/installation.ts';
import { type DailyJob, eachWorkspace, type RegularJob } from './job.ts';

/** Asks for the work of the day of each workspace once its hour has come. */
export function planDays(boss: PgBoss, jobs: readonly DailyJob[]): RegularJob {
  return {
    id: 'plan-days',
    every: 'minute',
    run: (installation: Installation) =>
      eachWorkspace(installation, async (app) => {
        for (const job of jobs) {
          if ((await findDueDay(app, job)) === null) continue;
          // Asked for already, it is not asked for again.
          await boss.send(job.id, { workspace: app.workspace }, { singletonKey: app.workspace });
        }
      }),
  };
}
