import type { z } from 'zod';
import type { CustomerHistory, historyQuery } from '#contract/schemas/customers/customer.ts';
import { VigieError } from '#domain/error.ts';
import { historyFigures } from '#domain/report/customer-figures.ts';
import type { Filter } from '#domain/report/filter.ts';
import { listPseudonyms } from '#records/erasures.ts';
import type { App } from '../app.ts';
import { answerQuery } from '../reports/answer-query.ts';
import { readAnswers } from './read-answers.ts';
import { readCustomers } from './read-customers.ts';
import { type AskedPeriod, readPeriod } from './read-period.ts';
import { readSubscriptions } from './read-subscriptions.ts';

export type HistoryRequest = z.infer<typeof historyQuery>;

/**
 * The history of a customer or a company, as of now; `isWhole` tells whether all of the workspace is seen, without which
 * subscriptions are not. Throws `customer.unknown`, also for one who was erased.
 */
export async function getCustomer(
  app: App,
  id: string,
  request: HistoryRequest,
  isWhole: boolean,
): Promise<CustomerHistory> {
  const { by } = request;
  const [found, erased] = await Promise.all([readCustomers(app, by, [id]), listPseudonyms(app.records, app.workspace)]);
  const known = found.get(id);
  if (known === undefined || (by === 'customer' && erased.includes(id))) {
    throw new VigieError('customer.unknown', { customer: id.slice(0, 200) });
  }
  const { lastAnswer: _, ...customer } = known;
  const period = await readPeriod(app, request);
  const own: Filter = { field: by, op: 'is', value: id };
  const [figures, openTickets, answers, subscriptions] = await Promise.all([
    readFigures(app, period, own),
    countOpen(app, own),
    readAnswers(app, by, id),
    isWhole ? readSubscriptions(app, by, id) : null,
  ]);
  return { customer: { ...customer, id, by, openTickets }, asked: period, figures, answers, subscriptions };
}

/** Each figure of theirs, of the period before, and of all customers. */
async function readFigures(app: App, period: AskedPeriod, own: Filter): Promise<CustomerHistory['figures']> {
  const [theirs, all] = await Promise.all([
    answerQuery(app, { kpis: historyFigures, ...period, filter: own, compare: 'previous' }),
    answerQuery(app, { kpis: historyFigures, ...period }),
  ]);
  const at = (total: readonly unknown[], index: number) => (total[index] ?? null) as number | null;
  return theirs.columns.flatMap(({ id, unit, role }, index) => {
    if (role !== 'kpi' || unit === 'text' || unit === 'date') return [];
    const before = at(theirs.total, index + historyFigures.length);
    return [{ id, unit, value: at(theirs.total, index), n: theirs.meta.n[id] ?? 0, before, all: at(all.total, index) }];
  });
}

/** Not solved at this instant. */
async function countOpen(app: App, own: Filter): Promise<number | null> {
  const now = app.now();
  const [from, to] = [new Date(0), new Date(now + 1)].map((date) => date.toISOString()) as [string, string];
  const { total } = await answerQuery(app, { kpis: ['backlog'], from, to, filter: own });
  return total[0] as number | null;
}
