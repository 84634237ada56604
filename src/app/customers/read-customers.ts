import type { z } from 'zod';
import type { CustomerItem, customerHistory } from '#contract/schemas/customers/customer.ts';
import type { CustomerGroup } from '#domain/report/customer-figures.ts';
import type { App } from '../app.ts';
import { isoAt, isoOf } from '../tickets/clock-view.ts';
import { labelPeople } from '../tickets/label-people.ts';

/** What is known of a customer beside their figures: as their newest ticket that says it. */
export interface KnownCustomer extends Omit<z.infer<typeof customerHistory>['customer'], 'id' | 'by' | 'openTickets'> {
  readonly lastAnswer: CustomerItem['lastAnswer'];
}

const traits = ['company', 'customerType', 'tier', 'region', 'country', 'language'] as const;

type Traits = Record<(typeof traits)[number], string | null>;

/** Aliases that are not columns, for an alias goes before a column of its name. */
type TicketRow = { readonly [Name in keyof Traits as `last_${Name}`]: string | null } & {
  readonly id: string;
  readonly customers: number;
  readonly tickets: number;
  readonly firstAt: number | null;
  readonly lastAt: number | null;
};

interface AnswerRow {
  readonly id: string;
  readonly last: readonly [kind: string | null, score: number | null, scale: number | null, at: number];
}

/** What is known of these customers or companies, by id; those without a live ticket are left out. */
export async function readCustomers(
  app: App,
  by: CustomerGroup,
  ids: readonly string[],
): Promise<Map<string, KnownCustomer>> {
  if (ids.length === 0) return new Map();
  const params = { workspace: app.workspace, ids };
  const own = `workspace = {workspace:String} AND outcome = 'live' AND \`${by}\` IN ({ids:Array(String)})`;
  const newest = traits.map((name) => `argMax(${name}, createdAt) AS last_${name}`).join(', ');
  const [tickets, messages, answers, labels] = await Promise.all([
    app.analytics.query<TicketRow>(
      `SELECT assumeNotNull(toString(\`${by}\`)) AS id, ${newest},
         uniqExact(customer) AS customers, count() AS tickets,
         toUnixTimestamp64Milli(min(createdAt)) AS firstAt, toUnixTimestamp64Milli(max(createdAt)) AS lastAt
       FROM tickets FINAL WHERE ${own} GROUP BY id`,
      params,
    ),
    app.analytics.query<{ id: string; lastAt: number | null }>(
      `SELECT assumeNotNull(toString(\`${by}\`)) AS id, toUnixTimestamp64Milli(max(at)) AS lastAt
       FROM messages FINAL WHERE ${own} AND actorKind = 'customer' GROUP BY id`,
      params,
    ),
    app.analytics.query<AnswerRow>(
      `SELECT assumeNotNull(toString(\`${by}\`)) AS id,
         argMax((kind, score, scale, toUnixTimestamp64Milli(assumeNotNull(answeredAt))), assumeNotNull(answeredAt)) AS last
       FROM answers FINAL WHERE ${own} AND isNotNull(answeredAt) GROUP BY id`,
      params,
    ),
    labelPeople(app, { agent: [], customer: by === 'customer' ? ids : [] }),
  ]);
  const spoke = new Map(messages.map(({ id, lastAt }) => [id, lastAt]));
  const answered = new Map(answers.map(({ id, last }) => [id, last]));
  return new Map(
    tickets.map((row) => {
      const name = by === 'company' ? row.id : (labels.customer?.[row.id] ?? null);
      const lastAt = Math.max(row.lastAt ?? 0, spoke.get(row.id) ?? 0);
      const { id, firstAt, customers, tickets: count } = row;
      const contact = { firstContactAt: isoOf(firstAt), lastContactAt: lastAt === 0 ? null : isoAt(lastAt) };
      const lastAnswer = viewAnswer(answered.get(id));
      return [id, { ...traitsOf(row), name, customers, tickets: count, ...contact, lastAnswer }] as const;
    }),
  );
}

function traitsOf(row: TicketRow): Traits {
  return Object.fromEntries(traits.map((name) => [name, row[`last_${name}`]])) as Traits;
}

function viewAnswer(last: AnswerRow['last'] | undefined): CustomerItem['lastAnswer'] {
  if (last === undefined) return null;
  const [kind, score, scale, at] = last;
  return { kind, score, scale, answeredAt: isoAt(at) };
}
