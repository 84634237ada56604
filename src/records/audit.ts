import type { Insertable, Selectable } from 'kysely';
import type { Records } from './client.ts';
import type { AuditTable } from './tables.ts';

export type AuditRow = Selectable<AuditTable>;

export interface AuditFilter {
  readonly actor?: string | undefined;
  /** A whole action, or the part before its dot. */
  readonly action?: string | undefined;
  readonly from?: Date | undefined;
  readonly to?: Date | undefined;
}

export async function addAudit(records: Records, row: Omit<Insertable<AuditTable>, 'id' | 'at'>): Promise<void> {
  await records.insertInto('audit').values(row).execute();
}

/** Takes an erased customer out of an entry; only by the records of the installation. */
export async function rewriteAuditDetails(
  everywhere: Records,
  workspace: string,
  id: number,
  details: AuditRow['details'],
): Promise<void> {
  await everywhere
    .updateTable('audit')
    .set({ details: JSON.stringify(details) })
    .where('workspace', '=', workspace)
    .where('id', '=', id)
    .execute();
}

/** A page in one direction from an id on, that one left out. */
export async function listAudit(
  records: Records,
  workspace: string,
  filter: AuditFilter,
  page: { readonly order: 'asc' | 'desc'; readonly after: number | null; readonly limit: number },
): Promise<AuditRow[]> {
  let query = records.selectFrom('audit').selectAll().where('workspace', '=', workspace);
  const { actor, action, from, to } = filter;
  if (actor !== undefined) query = query.where('actorId', '=', actor);
  if (action !== undefined) {
    // Starts with, not like: an action may hold no wildcard, what is asked for may.
    query = query.where((where) =>
      where.or([
        where('action', '=', action),
        where(where.fn<boolean>('starts_with', ['action', where.val(`${action}.`)]), '=', true),
      ]),
    );
  }
  if (from !== undefined) query = query.where('at', '>=', from);
  if (to !== undefined) query = query.where('at', '<', to);
  if (page.after !== null) query = query.where('id', page.order === 'asc' ? '>' : '<', page.after);
  return query.orderBy('id', page.order).limit(page.limit).execute();
}
