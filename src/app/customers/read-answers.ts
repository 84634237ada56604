import type { CustomerHistory } from '#contract/schemas/customers/customer.ts';
import type { CustomerGroup } from '#domain/report/customer-figures.ts';
import type { App } from '../app.ts';
import { isoAt } from '../tickets/clock-view.ts';

const shown = 20;

type Answers = CustomerHistory['answers'];
type Row = Omit<Answers['items'][number], 'answeredAt'> & { readonly at: number; readonly total: number };

/** The newest surveys that a customer or a company answered, and how many there are; comments where they are kept. */
export async function readAnswers(app: App, by: CustomerGroup, id: string): Promise<Answers> {
  const rows = await app.analytics.query<Row>(
    `SELECT ticket, kind, score, scale, comment, toUnixTimestamp64Milli(assumeNotNull(answeredAt)) AS at, count() OVER () AS total
     FROM answers FINAL
     WHERE workspace = {workspace:String} AND outcome = 'live' AND \`${by}\` = {id:String} AND isNotNull(answeredAt)
     ORDER BY at DESC, ticket, n LIMIT {shown:UInt32}`,
    { workspace: app.workspace, id, shown },
  );
  const items = rows.map(({ at, total: _, ...answer }) => ({ ...answer, answeredAt: isoAt(at) }));
  return { items, total: rows[0]?.total ?? 0 };
}
