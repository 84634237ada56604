import { sql } from 'kysely';
import type { AlertItem } from '#domain/alerts/alert-item.ts';
import type { Records } from '../client.ts';

/** What a message tells of alerts. It is kept beside what messages tell of clocks, and is of no ticket. */
export async function addAlertItems(
  trx: Records,
  workspace: string,
  message: string,
  items: readonly AlertItem[],
): Promise<void> {
  const rows = JSON.stringify(items.map((item, at) => ({ key: `${message}:${at}`, item })));
  await sql`
    insert into watch_items (workspace, key, message, ticket, item)
    select ${workspace}, key, ${message}, '', item from jsonb_to_recordset(${rows}::jsonb) as r(key text, item jsonb)
    on conflict do nothing
  `.execute(trx);
}

export async function listAlertItems(records: Records, workspace: string, message: string): Promise<AlertItem[]> {
  const { rows } = await sql<{ item: AlertItem }>`
    select item from watch_items where workspace = ${workspace} and message = ${message} order by item ->> 'value'
  `.execute(records);
  return rows.map(({ item }) => item);
}

/** Takes values, such as erased customers, out of messages that tell of them. */
export async function removeAlertItemsOf(
  records: Records,
  workspace: string,
  alert: string,
  values: readonly string[],
): Promise<void> {
  if (values.length === 0) return;
  await sql`
    delete from watch_items where workspace = ${workspace} and ticket = '' and item ->> 'alert' = ${alert}
    and item ->> 'value' in (${sql.join([...values])})
  `.execute(records);
}
