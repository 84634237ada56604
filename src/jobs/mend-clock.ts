import type { Db } from 'pg-boss';

/**
 * The queues compare instants that they have noted with the clock of the database. Where that clock was set back, what
 * they noted lies in the future, and they would wait for it: an hour, or a year. This brings it to the present. A retry
 * waits for `longestRetrySeconds` at most.
 */
export async function mendClock(db: Db, schema: string, longestRetrySeconds: number): Promise<void> {
  await db.executeSql(`
    update ${schema}.version set
      cron_on = least(cron_on, now()), bam_on = least(bam_on, now()), flow_on = least(flow_on, now()),
      reindex_on = least(reindex_on, now())
    where greatest(cron_on, bam_on, flow_on, reindex_on) > now();
    update ${schema}.queue set
      monitor_on = least(monitor_on, now()), monitor_claim_on = least(monitor_claim_on, now()),
      maintain_on = least(maintain_on, now())
    where greatest(monitor_on, monitor_claim_on, maintain_on) > now();
    update ${schema}.job set start_after = now(), created_on = least(created_on, now())
    where state < 'active'
      and (created_on > now() or start_after > now() + interval '${longestRetrySeconds} seconds');
    update ${schema}.job set singleton_on = null where singleton_on > now();
  `);
}
