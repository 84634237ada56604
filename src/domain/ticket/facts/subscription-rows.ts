import type { SubscriptionFact } from '../../kpi/facts/subscriptions.ts';
import type { Event } from '../event.ts';

/** The open subscription that an end closes: of the same plan; without a plan, the oldest one. */
function findOpen(rows: readonly SubscriptionFact[], plan: string | null): SubscriptionFact | undefined {
  return rows.find((row) => row.endedAt === null && (plan === null || row.plan === plan));
}

/** One row a subscription; an end without a known start is one that began before what we know. */
export function subscriptionRows(key: string, events: readonly Event[]): SubscriptionFact[] {
  const rows: SubscriptionFact[] = [];
  for (const { type, at, data } of events) {
    const plan = data.plan ?? null;
    const ends = type === 'subscription.ended';
    if (!ends && type !== 'subscription.started') continue;
    const open = ends ? findOpen(rows, plan) : undefined;
    if (open !== undefined) {
      open.endedAt = at;
      continue;
    }
    rows.push({
      key,
      n: rows.length,
      customer: key,
      plan,
      monthlyValue: data.monthlyValue ?? null,
      startedAt: ends ? null : at,
      endedAt: ends ? at : null,
    });
  }
  return rows;
}
