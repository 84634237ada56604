import { sql } from 'kysely';
import type { Installation } from './installation.ts';

export type StoreState = 'ok' | 'unavailable';

/** Whether each store answers a question that costs nothing. */
export async function checkStores({
  records: store,
  analytics: facts,
}: Installation): Promise<{ records: StoreState; analytics: StoreState }> {
  const [records, analytics] = await Promise.allSettled([
    sql`select 1`.execute(store.everywhere),
    facts.query('SELECT 1 AS one', { workspace: '' }),
  ]);
  return { records: stateOf(records), analytics: stateOf(analytics) };
}

function stateOf(result: PromiseSettledResult<unknown>): StoreState {
  return result.status === 'fulfilled' ? 'ok' : 'unavailable';
}
