import { randomUUID } from 'node:crypto';
import { countRuns, latestRun, nextRun, type Timing } from '#domain/report/schedule.ts';
import { addRun } from '#records/schedules/schedule-runs.ts';
import { listDueSchedules, updateSchedule } from '#records/schedules/schedules.ts';
import type { App } from '../app.ts';

/**
 * Writes down a run for each schedule whose time has come. Where several have come since a server last ran, only the latest
 * is sent, and it says how many were not. A run is one of its schedule and instant, whoever plans it.
 */
export async function planRuns(app: App): Promise<void> {
  const now = app.now();
  for (const schedule of await listDueSchedules(app.records, app.workspace, new Date(now))) {
    const timing: Timing = schedule;
    const due = Math.max(latestRun(timing, now), schedule.nextAt.getTime());
    const missed = countRuns(timing, schedule.nextAt.getTime() - 1, due) - 1;
    await addRun(app.records, {
      workspace: app.workspace,
      id: randomUUID(),
      schedule: schedule.id,
      dueAt: new Date(due),
      asked: false,
      missed: Math.max(0, missed),
      state: 'due',
      retryAt: null,
      finishedAt: null,
      errorCode: null,
      errorParams: null,
    });
    await updateSchedule(app.records, app.workspace, schedule.id, { nextAt: new Date(nextRun(timing, now)) });
  }
}
