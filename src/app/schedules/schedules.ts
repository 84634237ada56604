import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { newSchedule, scheduleChange, schedule as scheduleView } from '#contract/schemas/schedule.ts';
import { VigieError } from '#domain/error.ts';
import { checkBoardQuery } from '#domain/report/dashboard.ts';
import { getReport } from '#domain/report/get-report.ts';
import { nextRun } from '#domain/report/schedule.ts';
import { findMember } from '#records/members.ts';
import { listLastRuns, type ScheduleRun } from '#records/schedules/schedule-runs.ts';
import {
  addSchedule,
  findSchedule,
  listOptOuts,
  listSchedules,
  removeSchedule,
  type Schedule,
  updateSchedule,
} from '#records/schedules/schedules.ts';
import type { App } from '../app.ts';
import { type By, recordAudit } from '../audit/record-audit.ts';
import { getDashboard } from '../dashboards/get-dashboard.ts';
import { ownPeriod } from './prepare-run.ts';
import { timingOf } from './timing-of.ts';

type View = z.infer<typeof scheduleView>;
type Given = z.infer<typeof newSchedule>;

export async function listScheduleViews(app: App): Promise<View[]> {
  const [schedules, runs] = await Promise.all([
    listSchedules(app.records, app.workspace),
    listLastRuns(app.records, app.workspace),
  ]);
  return Promise.all(schedules.map((schedule) => viewOf(app, schedule, runs)));
}

/**
 * Sends a report or a dashboard by mail from now on. Throws `schedule.bad-timing`, `schedule.bad-period`, `schedule.nobody`,
 * and what a wrong report or a dashboard that is not shown to whoever asks throws.
 */
export async function createSchedule(app: App, given: Given, by: By): Promise<View> {
  const timing = timingOf(given, app.now());
  await check(app, given, by);
  const { subject, members, addresses, ...rest } = given;
  const made = await addSchedule(app.records, {
    ...rest,
    workspace: app.workspace,
    id: randomUUID(),
    subject: JSON.stringify(subject),
    members: JSON.stringify(members),
    addresses: JSON.stringify(addresses),
    nextAt: new Date(nextRun(timing, app.now())),
    createdBy: 'name' in by.actor ? by.actor.name : null,
  });
  const { kind: _, query: __, ...what } = subject;
  const details = { title: made.title, ...what, every: made.every };
  await recordAudit(app.records, app.workspace, by, { action: 'schedule.created', subject: made.id, details });
  return viewOf(app, made, []);
}

/** Throws `schedule.unknown` and what making one throws. What was due while it was paused is not sent afterwards. */
export async function changeSchedule(
  app: App,
  id: string,
  change: z.infer<typeof scheduleChange>,
  by: By,
): Promise<View> {
  const before = await getSchedule(app, id);
  const said = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  const after: Schedule = { ...before, ...said };
  const timing = timingOf(after, app.now());
  await check(app, after, by);
  const { title, period, every, weekday, day, time, timeZone, language, attachment, onlyWithData, paused } = after;
  await updateSchedule(app.records, app.workspace, id, {
    ...{ title, period, every, weekday, day, time, timeZone, language, attachment, onlyWithData, paused },
    subject: JSON.stringify(after.subject),
    members: JSON.stringify(after.members),
    addresses: JSON.stringify(after.addresses),
    nextAt: new Date(nextRun(timing, app.now())),
  });
  const details = { title, changed: Object.keys(said) };
  await recordAudit(app.records, app.workspace, by, { action: 'schedule.changed', subject: id, details });
  return viewOf(app, await getSchedule(app, id), await listLastRuns(app.records, app.workspace));
}

/** Throws `schedule.unknown`. */
export async function dropSchedule(app: App, id: string, by: By): Promise<void> {
  const removed = await removeSchedule(app.records, app.workspace, id);
  if (removed === null) throw new VigieError('schedule.unknown');
  const details = { title: removed.title };
  await recordAudit(app.records, app.workspace, by, { action: 'schedule.removed', subject: id, details });
}

/** Throws `schedule.unknown`. */
export async function getSchedule(app: App, id: string): Promise<Schedule> {
  const found = await findSchedule(app.records, app.workspace, id);
  if (found === null) throw new VigieError('schedule.unknown');
  return found;
}

type Checked = Pick<Schedule, 'subject' | 'period' | 'members' | 'addresses'>;

async function check(app: App, { subject, period, members, addresses }: Checked, { actor }: By) {
  if (subject.kind === 'dashboard') {
    await getDashboard(app, actor, subject.dashboard);
    if (subject.query !== null) checkBoardQuery(subject.query);
  } else {
    getReport(subject.report);
    if (period === ownPeriod) throw new VigieError('schedule.bad-period', {}, { path: 'body.period' });
  }
  if (members.length + addresses.length === 0) throw new VigieError('schedule.nobody', {}, { path: 'body.members' });
  for (const member of members) {
    const found = await findMember(app.records, app.workspace, member);
    if (found === null) throw new VigieError('member.unknown', { id: member.slice(0, 100) }, { path: 'body.members' });
  }
}

async function viewOf(app: App, schedule: Schedule, runs: readonly ScheduleRun[]): Promise<View> {
  const { workspace: _, nextAt, createdAt, subject, members, addresses, period, ...rest } = schedule;
  const last = runs.find((run) => run.schedule === schedule.id);
  return {
    ...rest,
    subject: subject.query === null ? subject : { ...subject, query: { ...subject.query } },
    members: [...members],
    addresses: [...addresses],
    period: period as View['period'],
    nextAt: nextAt.toISOString(),
    createdAt: createdAt.toISOString(),
    last: last === undefined ? null : { dueAt: last.dueAt.toISOString(), state: last.state },
    optOuts: await listOptOuts(app.records, app.workspace, schedule.id),
  };
}
