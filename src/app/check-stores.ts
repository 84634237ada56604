import { sql } from 'kysely';
import type { App } from './app.ts';

export type StoreState = 'ok' | 'unavailable';

/** Whether each store answers a question that costs nothing. */
export async function checkStores(app: App): Promise<{ records: StoreState; analytics: StoreState }> {
  const [records, analytics] = await Promise.allSettled([
    sql`select 1`.execute(app.records),
    app.analytics.query('SELECT 1 AS one', { workspace: app.workspace }),
  ]);
  return { records: stateOf(records), analytics: stateOf(analytics) };
}

function stateOf(result: PromiseSettledResult<unknown>): StoreState {
  return result.status === 'fulfilled' ? 'ok' : 'unavailable';
}
