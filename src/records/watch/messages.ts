import { type Insertable, type Selectable, sql, type Updateable } from 'kysely';
import type { WatchItem } from '#domain/sla/escalation/watch-item.ts';
import type { Records } from '../client.ts';
import type { MessageTopic, MessageWay, WatchMessageTable } from './watch-tables.ts';

export type WatchMessage = Selectable<WatchMessageTable>;

/** What goes to one recipient about one topic. */
export interface Addressee {
  readonly way: MessageWay;
  readonly recipient: string;
  readonly topic: MessageTopic;
}

/** Messages that wait for more to tell, the oldest first; held until the transaction ends. */
export async function takeWaitingMessages(trx: Records, workspace: string, now: Date): Promise<WatchMessage[]> {
  return trx
    .selectFrom('watchMessages')
    .selectAll()
    .where('workspace', '=', workspace)
    .where('state', '=', 'due')
    .where('attempts', '=', 0)
    .where('sendAt', '>', now)
    .where('topic', 'not in', ['act', 'test', 'alert'])
    .orderBy('createdAt')
    .orderBy('sendAt')
    .forUpdate()
    .skipLocked()
    .execute();
}

/** How many things each of these messages says so far. */
export async function countItems(
  trx: Records,
  workspace: string,
  messages: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (messages.length === 0) return new Map();
  const rows = await trx
    .selectFrom('watchItems')
    .select(({ fn }) => ['message', fn.countAll<string>().as('n')] as const)
    .where('workspace', '=', workspace)
    .where('message', 'in', [...messages])
    .groupBy('message')
    .execute();
  return new Map(rows.map(({ message, n }) => [message, Number(n)]));
}

/** How many messages each addressee was written since an instant. */
export async function countMessagesSince(
  trx: Records,
  workspace: string,
  since: Date,
): Promise<(Addressee & { readonly n: number })[]> {
  const rows = await trx
    .selectFrom('watchMessages')
    .select(({ fn }) => ['way', 'recipient', 'topic', fn.countAll<string>().as('n')] as const)
    .where('workspace', '=', workspace)
    .where('createdAt', '>', since)
    .groupBy(['way', 'recipient', 'topic'])
    .execute();
  return rows.map(({ n, ...addressee }) => ({ ...addressee, n: Number(n) }));
}

export async function addMessages(trx: Records, messages: readonly Insertable<WatchMessageTable>[]): Promise<void> {
  const rows = JSON.stringify(messages);
  await sql`
    insert into watch_messages (workspace, id, way, topic, recipient, state, send_at, created_at)
    select workspace, id, way, topic, recipient, state, "sendAt", "createdAt"
    from jsonb_to_recordset(${rows}::jsonb) as r(workspace text, id text, way text, topic text, recipient text, state text,
      "sendAt" timestamptz, "createdAt" timestamptz)
  `.execute(trx);
}

export interface NewItem {
  readonly key: string;
  readonly message: string;
  readonly item: WatchItem;
}

export async function addItems(trx: Records, workspace: string, items: readonly NewItem[]): Promise<void> {
  const rows = JSON.stringify(items.map(({ item, ...rest }) => ({ ...rest, ticket: item.ticket, item })));
  await sql`
    insert into watch_items (workspace, key, message, ticket, item)
    select ${workspace}, key, message, ticket, item
    from jsonb_to_recordset(${rows}::jsonb) as r(key text, message text, ticket text, item jsonb)
    on conflict do nothing
  `.execute(trx);
}

/** Messages to send now, of any workspace; nobody else sends them until the lease is over. */
export async function leaseMessages(
  everywhere: Records,
  now: Date,
  leaseMs: number,
  limit: number,
): Promise<WatchMessage[]> {
  return everywhere
    .updateTable('watchMessages as m')
    .set((set) => ({ sendAt: new Date(now.getTime() + leaseMs), attempts: set('m.attempts', '+', 1) }))
    .from((from) =>
      from
        .selectFrom('watchMessages')
        .select(['workspace', 'id'])
        .where('state', '=', 'due')
        .where('sendAt', '<=', now)
        .orderBy('sendAt')
        .limit(limit)
        .forUpdate()
        .skipLocked()
        .as('due'),
    )
    .whereRef('m.workspace', '=', 'due.workspace')
    .whereRef('m.id', '=', 'due.id')
    .returningAll('m')
    .execute();
}

/** The earliest instant (epoch ms) at which a message is to be sent; null: none waits. */
export async function findNextSend(everywhere: Records): Promise<number | null> {
  const query = everywhere.selectFrom('watchMessages').select('sendAt').where('state', '=', 'due');
  return (await query.orderBy('sendAt').limit(1).executeTakeFirst())?.sendAt.getTime() ?? null;
}

/** What a message says, in the order in which the steps were due. */
export async function listItems(records: Records, workspace: string, message: string): Promise<WatchItem[]> {
  const rows = await records
    .selectFrom('watchItems')
    .select('item')
    .where('workspace', '=', workspace)
    .where('message', '=', message)
    .orderBy('key')
    .execute();
  return rows.map(({ item }) => item).sort((a, b) => a.stepDueAt - b.stepDueAt);
}

export async function updateMessage(
  records: Records,
  { workspace, id }: Pick<WatchMessage, 'workspace' | 'id'>,
  changes: Updateable<WatchMessageTable>,
): Promise<void> {
  const query = records.updateTable('watchMessages').set(changes).where('workspace', '=', workspace);
  await query.where('id', '=', id).execute();
}

/** The last messages, the newest first; of one channel, or all. */
export async function listMessages(
  records: Records,
  workspace: string,
  { channel, limit }: { readonly channel?: string | undefined; readonly limit: number },
): Promise<(WatchMessage & { readonly items: number })[]> {
  let query = records
    .selectFrom('watchMessages')
    .selectAll()
    .select((select) =>
      select
        .selectFrom('watchItems')
        .select(({ fn }) => fn.countAll<string>().as('n'))
        .whereRef('watchItems.workspace', '=', 'watchMessages.workspace')
        .whereRef('watchItems.message', '=', 'watchMessages.id')
        .as('items'),
    )
    .where('workspace', '=', workspace);
  if (channel !== undefined) query = query.where('way', '=', 'channel').where('recipient', '=', channel);
  const rows = await query.orderBy('createdAt', 'desc').orderBy('id').limit(limit).execute();
  return rows.map((row) => ({ ...row, items: Number(row.items ?? 0) }));
}

/** Forgets messages that were settled before an instant. */
export async function forgetMessages(everywhere: Records, before: Date): Promise<void> {
  await everywhere.deleteFrom('watchMessages').where('finishedAt', '<', before).execute();
}
