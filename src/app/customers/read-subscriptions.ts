import type { CustomerHistory } from '#contract/schemas/customers/customer.ts';
import type { CustomerGroup } from '#domain/report/customer-figures.ts';
import type { App } from '../app.ts';
import { isoOf } from '../tickets/clock-view.ts';

const most = 200;

type Subscription = NonNullable<CustomerHistory['subscriptions']>[number];
type Row = Omit<Subscription, 'startedAt' | 'endedAt'> & { startedAt: number | null; endedAt: number | null };

/** Subscriptions of a customer, or of the customers of a company: those that last first, then the last ended. */
export async function readSubscriptions(app: App, by: CustomerGroup, id: string): Promise<Subscription[]> {
  const ofCompany = `SELECT customer FROM tickets FINAL WHERE workspace = {workspace:String} AND company = {id:String} AND isNotNull(customer)`;
  const own = by === 'customer' ? 'customer = {id:String}' : `customer IN (${ofCompany})`;
  const rows = await app.analytics.query<Row>(
    `SELECT key, customer, plan, monthlyValue, toUnixTimestamp64Milli(startedAt) AS startedAt, toUnixTimestamp64Milli(endedAt) AS endedAt
     FROM subscriptions FINAL WHERE workspace = {workspace:String} AND ${own}
     ORDER BY isNotNull(endedAt), endedAt DESC, startedAt DESC, key, n LIMIT {most:UInt32}`,
    { workspace: app.workspace, id, most },
  );
  return rows.map((row) => ({ ...row, startedAt: isoOf(row.startedAt), endedAt: isoOf(row.endedAt) }));
}
