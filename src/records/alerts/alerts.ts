import type { Insertable, Selectable, Updateable } from 'kysely';
import type { Records } from '../client.ts';
import type { AlertTable } from './alert-tables.ts';

export type Alert = Selectable<AlertTable>;

export async function addAlert(records: Records, alert: Insertable<AlertTable>): Promise<Alert> {
  return records.insertInto('alerts').values(alert).returningAll().executeTakeFirstOrThrow();
}

/** By title. */
export async function listAlerts(records: Records, workspace: string): Promise<Alert[]> {
  const query = records.selectFrom('alerts').selectAll().where('workspace', '=', workspace);
  return query.orderBy('title').orderBy('id').execute();
}

export async function findAlert(records: Records, workspace: string, id: string): Promise<Alert | null> {
  const query = records.selectFrom('alerts').selectAll().where('workspace', '=', workspace).where('id', '=', id);
  return (await query.executeTakeFirst()) ?? null;
}

/** The alert as it is now, held until the transaction ends, so that nobody changes it under a check. */
export async function holdAlert(trx: Records, workspace: string, id: string): Promise<Alert | null> {
  const query = trx.selectFrom('alerts').selectAll().where('workspace', '=', workspace).where('id', '=', id);
  return (await query.forUpdate().executeTakeFirst()) ?? null;
}

export async function updateAlert(
  records: Records,
  workspace: string,
  id: string,
  changes: Updateable<AlertTable>,
): Promise<void> {
  const query = records.updateTable('alerts').set(changes).where('workspace', '=', workspace);
  await query.where('id', '=', id).execute();
}

/** With its firings. Null: there was none. */
export async function removeAlert(records: Records, workspace: string, id: string): Promise<Alert | null> {
  const query = records.deleteFrom('alerts').where('workspace', '=', workspace).where('id', '=', id);
  return (await query.returningAll().executeTakeFirst()) ?? null;
}
