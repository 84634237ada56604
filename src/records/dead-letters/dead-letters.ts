import { type Expression, type SqlBool, sql } from 'kysely';
import type { Records } from '../client.ts';

/** Which rejected events are meant; without anything, all. */
export interface LettersAsked {
  readonly code?: string | undefined;
  readonly importId?: string | undefined;
  readonly ids?: readonly number[] | undefined;
}

const columns = ['id', 'importId', 'line', 'path', 'code', 'reason', 'hook', 'raw', 'createdAt'] as const;

/** The newest first, from below `before` on. */
export async function findDeadLetters(
  records: Records,
  workspace: string,
  { before, limit, ...asked }: LettersAsked & { readonly before: number | null; readonly limit: number },
) {
  return records
    .selectFrom('deadLetters')
    .select(columns)
    .where('workspace', '=', workspace)
    .where((where) => where.and(conditions(asked)))
    .$if(before !== null, (query) => query.where('id', '<', before))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

/** Those there are, by code. */
export async function countDeadLetters(records: Records, workspace: string): Promise<Map<string, number>> {
  const rows = await records
    .selectFrom('deadLetters')
    .select(['code', ({ fn }) => fn.countAll().as('n')])
    .where('workspace', '=', workspace)
    .groupBy('code')
    .orderBy('code')
    .execute();
  return new Map(rows.map(({ code, n }) => [code, Number(n)]));
}

/** Removes rejected events up to the newest that was seen; the answer counts those that were there. */
export async function removeDeadLetters(
  records: Records,
  workspace: string,
  { upTo, ...asked }: LettersAsked & { readonly upTo?: number | undefined },
): Promise<number> {
  const removed = await records
    .deleteFrom('deadLetters')
    .where('workspace', '=', workspace)
    .where((where) => where.and(conditions(asked)))
    .$if(upTo !== undefined, (query) => query.where('id', '<=', upTo as number))
    .executeTakeFirst();
  return Number(removed.numDeletedRows);
}

function conditions({ code, importId, ids }: LettersAsked): Expression<SqlBool>[] {
  return [
    ...(code === undefined ? [] : [sql<SqlBool>`code = ${code}`]),
    ...(importId === undefined ? [] : [sql<SqlBool>`import_id = ${importId}`]),
    ...(ids === undefined ? [] : [sql<SqlBool>`id = ANY(${sql.val(ids)})`]),
  ];
}
