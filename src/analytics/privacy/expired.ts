import type { Analytics } from '../client.ts';
import { customersOfEvent, isMarked } from './erasing.ts';

interface Scope {
  readonly workspace: string;
  /** What last happened before this instant (epoch ms) has expired. */
  readonly before: number;
}

const beforeThen = 'fromUnixTimestamp64Milli({before:Int64})';

/** Tickets solved, closed, merged or deleted whose last event is older; surveys of no ticket go by their own instants. */
const expiredTickets = `
  SELECT ticket FROM tickets FINAL
  WHERE workspace = {workspace:String} AND (status IN ('solved', 'closed') OR outcome != 'live') AND updatedAt < ${beforeThen}
  UNION ALL
  SELECT ticket FROM answers FINAL
  WHERE workspace = {workspace:String}
    AND ticket NOT IN (SELECT ticket FROM tickets FINAL WHERE workspace = {workspace:String})
  GROUP BY ticket HAVING max(ifNull(answeredAt, sentAt)) < ${beforeThen}`;

export async function countExpiredTickets(analytics: Analytics, scope: Scope): Promise<number> {
  const [found] = await analytics.query<{ tickets: number }>(`SELECT count() AS tickets FROM (${expiredTickets})`, {
    ...scope,
  });
  return found?.tickets ?? 0;
}

/** Marks expired tickets in the table of what is being erased, of no customer. */
export async function markExpiredTickets(analytics: Analytics, scope: Scope): Promise<void> {
  await analytics.command(
    `INSERT INTO erasing SELECT {workspace:String}, 'ticket', ticket, '' FROM (${expiredTickets})`,
    { ...scope },
  );
}

/** How many tickets are marked as expired. */
export async function countMarkedTickets(analytics: Analytics, workspace: string): Promise<number> {
  const [found] = await analytics.query<{ tickets: number }>(
    `SELECT uniqExact(key) AS tickets FROM erasing
     WHERE workspace = {workspace:String} AND ${isMarked('expiry')}`,
    { workspace },
  );
  return found?.tickets ?? 0;
}

/**
 * Customers whose tickets and subscriptions last had an event before an instant; not those who have become pseudonyms, and
 * not those with a subscription that runs.
 */
export async function listExpiredCustomers(analytics: Analytics, scope: Scope): Promise<string[]> {
  const rows = await analytics.query<{ customer: string }>(
    `SELECT customer FROM (
       SELECT DISTINCT grain, key, arrayJoin(${customersOfEvent}) AS customer FROM events
       WHERE workspace = {workspace:String}
     ) AS spoken
     INNER JOIN (
       SELECT grain, key, max(at) AS last FROM events WHERE workspace = {workspace:String} GROUP BY grain, key
     ) AS lasts USING (grain, key)
     WHERE NOT startsWith(customer, 'erased-') AND customer NOT IN (
       SELECT ifNull(customer, '') FROM subscriptions FINAL WHERE workspace = {workspace:String} AND endedAt IS NULL
     )
     GROUP BY customer HAVING max(last) < ${beforeThen} ORDER BY customer`,
    { ...scope },
  );
  return rows.map(({ customer }) => customer);
}
