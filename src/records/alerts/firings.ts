import type { Insertable, Selectable } from 'kysely';
import type { FiringEnd } from '#domain/alerts/plan-firings.ts';
import type { Records } from '../client.ts';
import type { AlertFiringTable } from './alert-tables.ts';

export type AlertFiring = Selectable<AlertFiringTable>;

/** Writes down what has begun; a value whose firing is open already begins no other. */
export async function beginFirings(records: Records, firings: readonly Insertable<AlertFiringTable>[]): Promise<void> {
  if (firings.length === 0) return;
  const query = records.insertInto('alertFirings').values([...firings]);
  await query.onConflict((conflict) => conflict.doNothing()).execute();
}

/** Writes down since when the figures of open firings are back; null: they are not any more. */
export async function setBackSince(
  records: Records,
  { workspace, alert }: Pick<AlertFiring, 'workspace' | 'alert'>,
  values: readonly string[],
  backSince: Date | null,
): Promise<void> {
  if (values.length === 0) return;
  const query = records.updateTable('alertFirings').set({ backSince }).where('workspace', '=', workspace);
  const open = query.where('alert', '=', alert).where('endedAt', 'is', null);
  await open.where('value', 'in', [...values]).execute();
}

export interface FiringOver {
  readonly endedAt: Date;
  readonly end: FiringEnd;
  readonly endFigure: number | null;
  readonly endN: number | null;
}

/** Ends the open firing of a value. Null: none was open. */
export async function endFiring(
  records: Records,
  { workspace, alert, value }: Pick<AlertFiring, 'workspace' | 'alert' | 'value'>,
  over: FiringOver,
): Promise<AlertFiring | null> {
  const query = records
    .updateTable('alertFirings')
    .set({ ...over, backSince: null })
    .where('workspace', '=', workspace);
  const ended = query.where('alert', '=', alert).where('value', '=', value).where('endedAt', 'is', null);
  return (await ended.returningAll().executeTakeFirst()) ?? null;
}

/** Ends all that is open of an alert, since the alert itself is another one now. */
export async function endFiringsOf(records: Records, workspace: string, alert: string, endedAt: Date): Promise<void> {
  const query = records.updateTable('alertFirings').set({ endedAt, end: 'changed', backSince: null });
  const ended = query.where('workspace', '=', workspace).where('alert', '=', alert).where('endedAt', 'is', null);
  await ended.execute();
}

/** The firings of a workspace that are not over, the newest first; of one alert, or all. */
export async function listOpenFirings(records: Records, workspace: string, alert?: string): Promise<AlertFiring[]> {
  let query = records.selectFrom('alertFirings').selectAll().where('workspace', '=', workspace);
  query = query.where('endedAt', 'is', null);
  if (alert !== undefined) query = query.where('alert', '=', alert);
  return query.orderBy('beganAt', 'desc').orderBy('value').execute();
}

/** The open firings that nobody was told of, which now count as told. */
export async function takeUntoldFirings(
  trx: Records,
  workspace: string,
  alert: string,
  toldAt: Date,
): Promise<AlertFiring[]> {
  const query = trx.updateTable('alertFirings').set({ toldAt }).where('workspace', '=', workspace);
  const untold = query.where('alert', '=', alert).where('toldAt', 'is', null).where('endedAt', 'is', null);
  return untold.returningAll().execute();
}

/** The last firings, the newest first; of one alert, or all. */
export async function listFirings(
  records: Records,
  workspace: string,
  { alert, limit }: { readonly alert?: string | undefined; readonly limit: number },
): Promise<AlertFiring[]> {
  let query = records.selectFrom('alertFirings').selectAll().where('workspace', '=', workspace);
  if (alert !== undefined) query = query.where('alert', '=', alert);
  return query.orderBy('beganAt', 'desc').orderBy('alert').orderBy('value').limit(limit).execute();
}

/** Forgets firings that were over before an instant. */
export async function forgetFirings(everywhere: Records, before: Date): Promise<void> {
  await everywhere.deleteFrom('alertFirings').where('endedAt', '<', before).execute();
}

/** Takes what was kept of a value, such as an erased customer, out of the log of an alert. */
export async function removeFiringsOf(
  records: Records,
  workspace: string,
  alert: string,
  values: readonly string[],
): Promise<void> {
  if (values.length === 0) return;
  const query = records.deleteFrom('alertFirings').where('workspace', '=', workspace).where('alert', '=', alert);
  await query.where('value', 'in', [...values]).execute();
}

/** The values of which anything is kept in the log of an alert. */
export async function listValuesOf(records: Records, workspace: string, alert: string): Promise<string[]> {
  const query = records.selectFrom('alertFirings').select('value').distinct().where('workspace', '=', workspace);
  return (await query.where('alert', '=', alert).execute()).map(({ value }) => value);
}
