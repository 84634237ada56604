import { forgetWatchOf, listWatchedTickets } from '#records/watch/watched-tickets.ts';
import type { App } from '../app.ts';

const AT_ONCE = 5_000;

/** Forgets what the watch holds of tickets that are no more: erased, renamed or past their retention. */
export async function forgetVanished({ records, analytics, workspace }: App): Promise<void> {
  for (let after = ''; ; ) {
    const tickets = await listWatchedTickets(records, workspace, { after, limit: AT_ONCE });
    const last = tickets.at(-1);
    if (last === undefined) return;
    after = last;
    const rows = await analytics.query<{ ticket: string }>(
      `SELECT DISTINCT ticket FROM tickets FINAL
       WHERE workspace = {workspace:String} AND buried = 0 AND ticket IN ({tickets:Array(String)})`,
      { workspace, tickets },
    );
    const there = new Set(rows.map(({ ticket }) => ticket));
    await forgetWatchOf(
      records,
      workspace,
      tickets.filter((ticket) => !there.has(ticket)),
    );
  }
}
