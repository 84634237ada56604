import type { Selectable } from 'kysely';
import type { Records } from './client.ts';
import type { ErasureTable } from './tables.ts';

export type ErasureRecord = Selectable<ErasureTable>;

/** An erasure not yet done, with what it needs to be finished. */
export interface PendingErasure extends Pick<ErasureRecord, 'id' | 'pseudonym'> {
  readonly customer: string;
  readonly names: readonly string[];
}

type NewErasure = Pick<ErasureRecord, 'id' | 'pseudonym' | 'requestedBy' | 'requestedAt'> & {
  readonly customer: string;
};

/** Rows a statement: PostgreSQL takes a bounded number of parameters. */
const ROWS_AT_ONCE = 1_000;

/** Adds erasures, of different customers each; of one who has an erasure pending there is no second, and that one is given. */
export async function addErasures(
  records: Records,
  workspace: string,
  added: readonly NewErasure[],
): Promise<ErasureRecord[]> {
  const found: ErasureRecord[] = [];
  for (let from = 0; from < added.length; from += ROWS_AT_ONCE) {
    const values = added
      .slice(from, from + ROWS_AT_ONCE)
      .map((erasure) => ({ ...erasure, workspace, state: 'pending' as const, tickets: 0, events: 0, rejected: 0 }));
    const rows = await records
      .insertInto('erasures')
      .values(values)
      .onConflict((conflict) => conflict.columns(['workspace', 'customer']).doUpdateSet({ state: 'pending' }))
      .returningAll()
      .execute();
    found.push(...rows);
  }
  return found;
}

/** The oldest erasures that are not done. */
export async function listPendingErasures(
  records: Records,
  workspace: string,
  limit: number,
): Promise<PendingErasure[]> {
  const rows = await records
    .selectFrom('erasures')
    .select(['id', 'pseudonym', 'customer', 'names'])
    .where('workspace', '=', workspace)
    .where('state', '=', 'pending')
    .orderBy('requestedAt')
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(({ id, pseudonym, customer, names }) => ({
    id,
    pseudonym,
    customer: customer as string,
    names: names ?? [],
  }));
}

/** Keeps the names found of a customer until the erasure is done: the journal may not have them by then. */
export async function keepNames(
  records: Records,
  workspace: string,
  id: string,
  names: readonly string[],
): Promise<void> {
  await records
    .updateTable('erasures')
    .set({ names: JSON.stringify(names) })
    .where('workspace', '=', workspace)
    .where('id', '=', id)
    .where('state', '=', 'pending')
    .execute();
}

type Counts = Pick<ErasureRecord, 'id' | 'tickets' | 'events' | 'rejected'>;

/** Says that erasures are done, and forgets whom they were of. */
export async function finishErasures(
  records: Records,
  workspace: string,
  finished: readonly Counts[],
  finishedAt: Date,
): Promise<void> {
  for (const { id, ...counts } of finished) {
    await records
      .updateTable('erasures')
      .set({ ...counts, state: 'done', customer: null, names: null, finishedAt })
      .where('workspace', '=', workspace)
      .where('id', '=', id)
      .execute();
  }
}

export async function findErasure(records: Records, workspace: string, id: string): Promise<ErasureRecord | null> {
  const query = records.selectFrom('erasures').selectAll().where('workspace', '=', workspace).where('id', '=', id);
  return (await query.executeTakeFirst()) ?? null;
}

/** Newest first, from those before `after` on. */
export async function listErasures(
  records: Records,
  workspace: string,
  page: { readonly limit: number; readonly after?: { readonly requestedAt: Date; readonly id: string } | undefined },
): Promise<ErasureRecord[]> {
  const { after, limit } = page;
  let query = records.selectFrom('erasures').selectAll().where('workspace', '=', workspace);
  if (after !== undefined) {
    query = query.where(({ eb, refTuple, tuple }) =>
      eb(refTuple('requestedAt', 'id'), '<', tuple(after.requestedAt, after.id)),
    );
  }
  return query.orderBy('requestedAt', 'desc').orderBy('id', 'desc').limit(limit).execute();
}

/** What stands in the place of the ids of everybody erased. */
export async function listPseudonyms(records: Records, workspace: string): Promise<string[]> {
  const rows = await records.selectFrom('erasures').select('pseudonym').where('workspace', '=', workspace).execute();
  return rows.map(({ pseudonym }) => pseudonym);
}
