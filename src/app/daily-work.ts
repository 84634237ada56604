import { wallClockAt } from '#domain/time/zone.ts';
import { findDoneDay, noteDoneDay } from '#records/nodes/job-days.ts';
import { getWorkspace } from '#records/workspaces.ts';
import type { App } from './app.ts';

/** Work that is due once a day, from this hour of the workspace's zone on. */
export interface DailyWork {
  readonly id: string;
  readonly hour: number;
}

/** The day, YYYY-MM-DD in the zone of the workspace, whose work is due and not done; null: none. */
export async function findDueDay(app: App, { id, hour }: DailyWork): Promise<string | null> {
  const { timeZone } = await getWorkspace(app.records, app.workspace);
  const clock = wallClockAt(timeZone, app.now());
  if (clock.hour < hour) return null;
  const pad = (value: number) => String(value).padStart(2, '0');
  const day = `${clock.year}-${pad(clock.month)}-${pad(clock.day)}`;
  // Any other day is not this one, a later one too: the clock may have been set back.
  return (await findDoneDay(app.records, app.workspace, id)) === day ? null : day;
}

/** Does the work of the day if it is still due, and remembers that it is done. */
export async function runOnDueDay(app: App, daily: DailyWork, work: () => Promise<void>): Promise<void> {
  const day = await findDueDay(app, daily);
  if (day === null) return;
  await work();
  await noteDoneDay(app.records, app.workspace, daily.id, day);
}
