import type { Insertable, Selectable, Updateable } from 'kysely';
import type { Records } from '../client.ts';
import type { ScheduleDeliveryTable, ScheduleRunTable } from './schedule-tables.ts';

export type ScheduleRun = Selectable<ScheduleRunTable>;
export type Delivery = Selectable<ScheduleDeliveryTable>;

/** Plans a run. Null: that of this instant is planned already. */
export async function addRun(records: Records, run: Insertable<ScheduleRunTable>): Promise<ScheduleRun | null> {
  const query = records.insertInto('scheduleRuns').values(run);
  return (
    (await query
      .onConflict((conflict) => conflict.doNothing())
      .returningAll()
      .executeTakeFirst()) ?? null
  );
}

/** Runs that are to be sent now: due and never tried, or to be tried again. */
export async function listPendingRuns(records: Records, workspace: string, now: Date): Promise<ScheduleRun[]> {
  return records
    .selectFrom('scheduleRuns')
    .selectAll()
    .where('workspace', '=', workspace)
    .where('state', '=', 'due')
    .where((where) => where.or([where('retryAt', 'is', null), where('retryAt', '<=', now)]))
    .orderBy('dueAt')
    .execute();
}

export async function findRun(records: Records, workspace: string, id: string): Promise<ScheduleRun | null> {
  const query = records.selectFrom('scheduleRuns').selectAll().where('workspace', '=', workspace).where('id', '=', id);
  return (await query.executeTakeFirst()) ?? null;
}

/** The newest first. */
export async function listRuns(
  records: Records,
  workspace: string,
  schedule: string,
  limit: number,
): Promise<ScheduleRun[]> {
  const query = records.selectFrom('scheduleRuns').selectAll().where('workspace', '=', workspace);
  return query.where('schedule', '=', schedule).orderBy('dueAt', 'desc').limit(limit).execute();
}

/** The newest run of each schedule. */
export async function listLastRuns(records: Records, workspace: string): Promise<ScheduleRun[]> {
  return records
    .selectFrom('scheduleRuns')
    .selectAll()
    .distinctOn('schedule')
    .where('workspace', '=', workspace)
    .orderBy('schedule')
    .orderBy('dueAt', 'desc')
    .execute();
}

export async function updateRun(
  records: Records,
  workspace: string,
  id: string,
  changes: Updateable<ScheduleRunTable>,
): Promise<void> {
  const query = records.updateTable('scheduleRuns').set(changes).where('workspace', '=', workspace);
  await query.where('id', '=', id).execute();
}

/** Writes down how a mail went; what is sent stays sent. */
export async function saveDelivery(records: Records, delivery: Insertable<ScheduleDeliveryTable>): Promise<void> {
  const { state, at, answer } = delivery;
  await records
    .insertInto('scheduleDeliveries')
    .values(delivery)
    .onConflict((conflict) =>
      conflict
        .columns(['workspace', 'run', 'address'])
        .doUpdateSet({ state, at, answer })
        .where('scheduleDeliveries.state', '<>', 'sent'),
    )
    .execute();
}

export async function listDeliveries(
  records: Records,
  workspace: string,
  runs: readonly string[],
): Promise<Delivery[]> {
  if (runs.length === 0) return [];
  const query = records.selectFrom('scheduleDeliveries').selectAll().where('workspace', '=', workspace);
  return query
    .where('run', 'in', [...runs])
    .orderBy('address')
    .execute();
}
