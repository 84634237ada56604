import { randomUUID } from 'node:crypto';
import { type Language, VigieError } from '#domain/error.ts';
import { addRun, findRun, listDeliveries, listRuns, type ScheduleRun } from '#records/schedules/schedule-runs.ts';
import type { App } from '../app.ts';
import { type By, recordAudit } from '../audit/record-audit.ts';
import { describeRun } from './describe-run.ts';
import type { Post } from './post.ts';
import { getSchedule } from './schedules.ts';
import { sendRun } from './send-run.ts';

/** Sends a schedule out of turn, paused or not, and says how it went. Throws `schedule.unknown` and `schedule.no-mail`. */
export async function runScheduleNow(app: App, post: Post, id: string, by: By, language: Language) {
  const schedule = await getSchedule(app, id);
  if (post.sendMail === null) throw new VigieError('schedule.no-mail');
  const run = (await addRun(app.records, {
    ...{ workspace: app.workspace, id: randomUUID(), schedule: id, dueAt: new Date(app.now()), asked: true, missed: 0 },
    ...{ state: 'due', retryAt: null, finishedAt: null, errorCode: null, errorParams: null },
  })) as ScheduleRun;
  const details = { title: schedule.title };
  await recordAudit(app.records, app.workspace, by, { action: 'schedule.sent', subject: id, details });
  await sendRun(app, post, run.id);
  const done = (await findRun(app.records, app.workspace, run.id)) ?? run;
  return describeRun(done, await listDeliveries(app.records, app.workspace, [run.id]), language);
}

/** What a schedule sent to whom, the newest first. Throws `schedule.unknown`. */
export async function listRunViews(app: App, id: string, limit: number, language: Language) {
  await getSchedule(app, id);
  const runs = await listRuns(app.records, app.workspace, id, limit);
  const deliveries = await listDeliveries(
    app.records,
    app.workspace,
    runs.map((run) => run.id),
  );
  return runs.map((run) => describeRun(run, deliveries, language));
}
