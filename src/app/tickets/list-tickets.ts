import type { z } from 'zod';
import { Binder } from '#analytics/binder.ts';
import type { ticketPage } from '#contract/schemas/ticket.ts';
import { getDefaultVariants } from '#records/definitions/default-variants.ts';
import { getWorkspace } from '#records/workspaces.ts';
import type { App } from '../app.ts';
import { parseCursor, writeCursor } from '../cursor.ts';
import { labelPeople } from './label-people.ts';
import { readTickets } from './read-tickets.ts';
import { compilePopulation, type Population } from './ticket-population.ts';

export interface TicketsRequest extends Population {
  readonly after?: string | undefined;
  readonly limit: number;
  readonly search?: string | undefined;
  readonly timeZone?: string | undefined;
  readonly sort: 'created' | '-created' | 'resolution' | '-resolution';
}

type TicketPage = z.infer<typeof ticketPage>;

/** What a list is sorted by; unknown values sort below all others. */
const sortValues = {
  created: 'coalesce(toUnixTimestamp64Milli(createdAt), -9000000000000000)',
  resolution: 'coalesce(fullResolutionSeconds, -1)',
} as const;

/** Tickets of a filter, or those behind a figure: a page of them, how many there are, and how many rows they stand for. */
export async function listTickets(app: App, request: TicketsRequest): Promise<TicketPage> {
  const { timeZone } = request.timeZone === undefined ? await getWorkspace(app.records, app.workspace) : request;
  const defaults = await getDefaultVariants(app.records, app.workspace);
  const binder = new Binder();
  const population = compilePopulation(request, { now: app.now(), timeZone: timeZone ?? 'UTC', binder, defaults });
  const { value, order, later } = orderOf(request, binder);
  const from = `FROM (SELECT ticket, subject, createdAt, fullResolutionSeconds FROM tickets FINAL
      WHERE workspace = {workspace:String}) AS known
    INNER JOIN (${population}) AS asked ON asked.ticket = known.ticket
    WHERE ${compileSearch(request.search, binder)}`;
  const limit = binder.bind(request.limit + 1, 'UInt32');
  const [rows, counts] = await Promise.all([
    app.analytics.query<{ key: string; value: number }>(
      `SELECT known.ticket AS key, ${value} AS value ${from} AND ${later} ORDER BY value ${order}, key ${order} LIMIT ${limit}`,
      binder.params(app.workspace),
    ),
    app.analytics.query<{ total: number; n: number }>(
      `SELECT count() AS total, sum(asked.n) AS n ${from}`,
      binder.params(app.workspace),
    ),
  ]);
  const shown = rows.slice(0, request.limit);
  const last = shown.at(-1);
  const found = await readTickets(
    app,
    shown.map(({ key }) => key),
  );
  const items = shown.flatMap(({ key }) => found.get(key) ?? []);
  return {
    items,
    next: rows.length > shown.length && last ? writeCursor([last.value, last.key]) : null,
    total: counts[0]?.total ?? 0,
    n: counts[0]?.n ?? 0,
    labels: await labelPeople(app, {
      agent: items.map(({ agent }) => agent),
      customer: items.map(({ customer }) => customer),
    }),
  };
}

function orderOf({ sort, after }: TicketsRequest, binder: Binder) {
  const descends = sort.startsWith('-');
  const value = sortValues[descends ? (sort.slice(1) as keyof typeof sortValues) : (sort as keyof typeof sortValues)];
  const order = descends ? 'DESC' : 'ASC';
  if (after === undefined) return { value, order, later: 'true' };
  const [lastValue, lastKey] = parseCursor(after, ['number', 'string']);
  const place = `(${binder.bind(lastValue, 'Int64')}, ${binder.bind(lastKey, 'String')})`;
  return { value, order, later: `(${value}, known.ticket) ${descends ? '<' : '>'} ${place}` };
}

function compileSearch(search: string | undefined, binder: Binder): string {
  const text = search?.trim() ?? '';
  if (text === '') return 'true';
  const wanted = binder.bind(text, 'String');
  return `(positionCaseInsensitiveUTF8(known.ticket, ${wanted}) > 0 OR positionCaseInsensitiveUTF8(coalesce(subject, ''), ${wanted}) > 0)`;
}
