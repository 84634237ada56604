import { type CustomerGroup, customerFigures, fewRows } from '#domain/report/customer-figures.ts';
import type { Filter } from '#domain/report/filter.ts';
import type { TimeKind } from '#domain/report/query.ts';
import { filterOfSearch } from '#presentation/question/conditions.ts';
import { encodeValues, type Search } from '#presentation/question/filters.ts';
import type { Period } from '#presentation/question/period.ts';
import type { CustomersCall } from './queries.ts';

type Sort = NonNullable<CustomersCall['sort']>;

export const leastChoices = [1, 3, 5, 10, 30] as const;
const usualLeast = 3;

/** The figures where each row is one more: how many there are says nothing of how sure they are. */
const counts: readonly string[] = ['tickets-created', 'tickets-solved', 'customer-messages'];
export const isCount = (ref: string) => counts.includes(ref);

/** Whether a figure rests on so few rows that it says little. */
export const isFew = (ref: string, value: number | null, n: number) => value !== null && !isCount(ref) && n < fewRows;

export const groupOf = (search: Search): CustomerGroup => (search.by === 'company' ? 'company' : 'customer');
export const timeOf = (search: Search): TimeKind => (search.time === 'calendar' ? 'calendar' : 'business');

export function sortOf(search: Search): Sort {
  const known = customerFigures.flatMap((ref) => [ref, `-${ref}`] as const);
  return known.find((each) => each === search.sort) ?? '-tickets-created';
}

export function leastOf(search: Search): number {
  return leastChoices.find((each) => String(each) === search.least) ?? usualLeast;
}

/** What the address of the page asks for, in some order; the same for the table and for each ranking. */
export function callOf(search: Search, period: Period, sort: Sort): CustomersCall {
  const filter = filterOfSearch(search);
  return {
    ...period,
    by: groupOf(search),
    time: timeOf(search),
    sort,
    least: isCount(sort.replace(/^-/, '')) ? 1 : leastOf(search),
    ...(filter === null ? {} : { filter: JSON.stringify(filter) }),
  };
}

/** The filter of one customer or company, as addresses of other pages say it. */
export const ticketsOf = ({ by, id }: { readonly by: CustomerGroup; readonly id: string }): Record<string, string> => ({
  [`f.${by}`]: encodeValues([id]),
});

export const filterOfCustomer = ({ by, id }: { readonly by: CustomerGroup; readonly id: string }): Filter => ({
  field: by,
  op: 'is',
  value: id,
});
