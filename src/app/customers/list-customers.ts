import type { z } from 'zod';
import type { CustomerItem, customerPage, customersQuery } from '#contract/schemas/customers/customer.ts';
import { type CustomerFigure, customerFigures } from '#domain/report/customer-figures.ts';
import type { Filter } from '#domain/report/filter.ts';
import type { QueryResult, ReportQuery } from '#domain/report/query.ts';
import type { App } from '../app.ts';
import { parseCursor, writeCursor } from '../cursor.ts';
import { answerQuery } from '../reports/answer-query.ts';
import { rankCustomers } from './rank-customers.ts';
import { type KnownCustomer, readCustomers } from './read-customers.ts';
import { type AskedPeriod, readPeriod } from './read-period.ts';

export type CustomersRequest = z.infer<typeof customersQuery>;
type CustomerPage = z.infer<typeof customerPage>;
type Cells = CustomerItem['figures'];

/** Customers or companies in the order of one of their figures, a page of them with all their figures. */
export async function listCustomers(app: App, request: CustomersRequest): Promise<CustomerPage> {
  const { by, filter, sort, least, limit } = request;
  const period = await readPeriod(app, request);
  const after = request.after === undefined ? null : parseCursor(request.after, ['number', 'number', 'string']);
  const descends = sort.startsWith('-');
  const ref = descends ? sort.slice(1) : sort;
  const wanted = customerFigures.filter((each) => each === ref || (request.figures?.includes(each) ?? true));
  const search = request.search?.trim() ?? '';
  const { places, total } = await rankCustomers(app, {
    ...{ by, period, filter, descends, least, limit: limit + 1 },
    ref,
    search: search === '' ? null : search,
    after: after && { missing: after[0], value: after[1], id: after[2] },
  });
  const shown = places.slice(0, limit);
  const last = shown.at(-1);
  const ids = shown.map(({ id }) => id);
  const [known, figures, unknown] = await Promise.all([
    readCustomers(app, by, ids),
    answerQuery(
      app,
      questionOf(period, wanted.flatMap(withRows), [by], both(filter, { field: by, op: 'in', value: ids })),
    ),
    answerQuery(
      app,
      questionOf(period, ['tickets-created'], [], both(filter, { field: by, op: 'exists', value: false })),
    ),
  ]);
  const cellsOf = readCells(figures, wanted);
  return {
    items: ids.flatMap((id) => viewItem(id, known.get(id), cellsOf(id))),
    next: places.length > shown.length && last ? writeCursor([last.missing, last.value, last.id]) : null,
    total,
    columns: figures.columns.flatMap(({ id, unit }) =>
      wanted.some((each) => each === id) && unit !== 'text' && unit !== 'date' ? [{ id, unit }] : [],
    ),
    asked: period,
    withoutCustomer: Number(unknown.total[0] ?? 0),
  };
}

/** A figure, and the rows behind it. */
const withRows = (ref: CustomerFigure) => [ref, `${ref.split(':')[0]}:n`];

type Question = Pick<ReportQuery, 'kpis' | 'by' | 'from' | 'to' | 'filter'>;

function questionOf(period: AskedPeriod, kpis: readonly string[], by: readonly string[], filter: Filter): Question {
  return { kpis, by, filter, ...period };
}

const both = (filter: Filter | undefined, own: Filter): Filter => (filter === undefined ? own : { all: [filter, own] });

/** The figures of a customer, by reference; of one in no row of the answer, nothing is counted and nothing known. */
function readCells({ columns, rows }: QueryResult, wanted: readonly CustomerFigure[]): (id: string) => Cells {
  const byId = new Map(rows.map((row) => [row[0], row]));
  const at = (id: string) => columns.findIndex((column) => column.id === id);
  const places = wanted.map((ref) => {
    const index = at(ref);
    return { ref, index, n: at(`${ref.split(':')[0]}:n`), unit: columns[index]?.unit };
  });
  return (id) => {
    const row = byId.get(id);
    const cells = places.map(({ ref, index, n, unit }) => {
      const value = row === undefined ? (unit === 'count' ? 0 : null) : (row[index] as number | null);
      return [ref, { value, n: Number(row?.[n] ?? 0) }] as const;
    });
    return Object.fromEntries(cells);
  };
}

function viewItem(id: string, known: KnownCustomer | undefined, figures: Cells): CustomerItem[] {
  if (known === undefined) return [];
  const { name, company, tier, region, lastContactAt, lastAnswer } = known;
  return [{ id, name, company, tier, region, lastContactAt, figures, lastAnswer }];
}
