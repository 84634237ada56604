import type { Installation } from '#app/installation.ts';
import { queueDatabase } from '#jobs/queue-database.ts';

/** Each call is to the queues as if a minute had gone by, and the wait before a retry. */
export async function hurryQueues(installation: Installation): Promise<void> {
  await queueDatabase(installation).executeSql(`
    delete from pgboss.job where name = '__pgboss__send-it' and state > 'active';
    update pgboss.job set start_after = now() where state < 'active'`);
}
