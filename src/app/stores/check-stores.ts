import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Installation } from '../installation.ts';

export type StoreState = 'ok' | 'unavailable';

const PATIENCE_MS = 3_000;

/** Whether each store answers, soon, a question that costs nothing. */
export async function checkStores({
  records: store,
  analytics: facts,
}: Installation): Promise<{ records: StoreState; analytics: StoreState }> {
  const [records, analytics] = await Promise.allSettled([
    soon(sql`select 1`.execute(store.everywhere)),
    soon(facts.query('SELECT 1 AS one', { workspace: '' })),
  ]);
  return { records: stateOf(records), analytics: stateOf(analytics) };
}

function stateOf(result: PromiseSettledResult<unknown>): StoreState {
  return result.status === 'fulfilled' ? 'ok' : 'unavailable';
}

async function soon(answer: Promise<unknown>): Promise<void> {
  const tooLate = new AbortController();
  try {
    const late = sleep(PATIENCE_MS, 'late', { signal: tooLate.signal, ref: false });
    if ((await Promise.race([answer, late])) === 'late') throw new Error('no answer');
  } finally {
    tooLate.abort();
  }
}
