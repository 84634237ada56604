import { keepAll, type Retention } from '#domain/privacy/retention.ts';
import type { Records } from './client.ts';

/** How long a workspace keeps what it holds; one that was never asked keeps all. */
export async function getRetention(records: Records, workspace: string): Promise<Retention> {
  const row = await records
    .selectFrom('retention')
    .select(['ticketMonths', 'customerMonths', 'importDays', 'auditDays'])
    .where('workspace', '=', workspace)
    .executeTakeFirst();
  return row ?? keepAll;
}

export async function saveRetention(records: Records, workspace: string, retention: Retention): Promise<void> {
  await records
    .insertInto('retention')
    .values({ workspace, ...retention })
    .onConflict((conflict) => conflict.column('workspace').doUpdateSet(retention))
    .execute();
}
