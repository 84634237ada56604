import { type Insertable, type Selectable, sql, type Updateable } from 'kysely';
import type { Records } from '../client.ts';
import type { ScheduleTable } from './schedule-tables.ts';

export type Schedule = Selectable<ScheduleTable>;

export async function addSchedule(records: Records, schedule: Insertable<ScheduleTable>): Promise<Schedule> {
  return records.insertInto('schedules').values(schedule).returningAll().executeTakeFirstOrThrow();
}

/** By title. */
export async function listSchedules(records: Records, workspace: string): Promise<Schedule[]> {
  const query = records.selectFrom('schedules').selectAll().where('workspace', '=', workspace);
  return query.orderBy('title').orderBy('id').execute();
}

export async function findSchedule(records: Records, workspace: string, id: string): Promise<Schedule | null> {
  const query = records.selectFrom('schedules').selectAll().where('workspace', '=', workspace).where('id', '=', id);
  return (await query.executeTakeFirst()) ?? null;
}

export async function updateSchedule(
  records: Records,
  workspace: string,
  id: string,
  changes: Updateable<ScheduleTable>,
): Promise<void> {
  const query = records.updateTable('schedules').set(changes).where('workspace', '=', workspace);
  await query.where('id', '=', id).execute();
}

/** With its runs and all that was sent. Null: there was none. */
export async function removeSchedule(records: Records, workspace: string, id: string): Promise<Schedule | null> {
  const query = records.deleteFrom('schedules').where('workspace', '=', workspace).where('id', '=', id);
  return (await query.returningAll().executeTakeFirst()) ?? null;
}

/** Those that send a dashboard, with their runs; gives what they were. */
export async function removeSchedulesOf(records: Records, workspace: string, dashboard: string): Promise<Schedule[]> {
  const query = records.deleteFrom('schedules').where('workspace', '=', workspace);
  return query.where(sql<boolean>`subject ->> 'dashboard' = ${dashboard}`).returningAll().execute();
}

/** Those whose next run has come. */
export async function listDueSchedules(records: Records, workspace: string, now: Date): Promise<Schedule[]> {
  return records
    .selectFrom('schedules')
    .selectAll()
    .where('workspace', '=', workspace)
    .where('paused', '=', false)
    .where('nextAt', '<=', now)
    .execute();
}

export async function addOptOut(records: Records, workspace: string, schedule: string, address: string): Promise<void> {
  const query = records.insertInto('scheduleOptOuts').values({ workspace, schedule, address });
  await query.onConflict((conflict) => conflict.doNothing()).execute();
}

export async function listOptOuts(records: Records, workspace: string, schedule: string): Promise<string[]> {
  const query = records.selectFrom('scheduleOptOuts').select('address').where('workspace', '=', workspace);
  return (await query.where('schedule', '=', schedule).execute()).map(({ address }) => address);
}
