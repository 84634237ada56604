import type { Filter } from '#domain/report/filter.ts';
import { decodeValues, encodeValues, filterOf, type Search, selectionFilter } from './filters.ts';

/** How a filter of the URL asks: one of, none of, contains, more than, less than, there at all. */
export type ConditionKind = 'is' | 'not' | 'has' | 'gt' | 'lt' | 'set';

/** One filter of the URL. `set` has the value `yes` or `no`; `has`, `gt` and `lt` have one value. */
export interface FieldCondition {
  readonly field: string;
  readonly kind: ConditionKind;
  readonly values: readonly (string | null)[];
}

const prefixes: Readonly<Record<ConditionKind, string>> = {
  is: 'f.',
  not: 'f-not.',
  has: 'f-has.',
  gt: 'f-gt.',
  lt: 'f-lt.',
  set: 'f-set.',
};

export const conditionKinds = Object.keys(prefixes) as readonly ConditionKind[];

const keyOf = ({ kind, field }: Pick<FieldCondition, 'kind' | 'field'>) => prefixes[kind] + field;

export const isConditionKey = (key: string) => conditionKinds.some((kind) => key.startsWith(prefixes[kind]));

/** The filters of the URL in its order. */
export function readConditions(search: Search): FieldCondition[] {
  return Object.entries(search).flatMap(([key, text]) => {
    const kind = conditionKinds.find((each) => key.startsWith(prefixes[each]));
    if (kind === undefined || text === '') return [];
    return [{ kind, field: key.slice(prefixes[kind].length), values: decodeValues(text) }];
  });
}

/** The search with a filter in the place of another; without values it is only taken away. */
export function withCondition(
  search: Search,
  condition: FieldCondition,
  instead: Pick<FieldCondition, 'kind' | 'field'> = condition,
): Search {
  const { [keyOf(instead)]: _, ...rest } = search;
  return condition.values.length === 0 ? rest : { ...rest, [keyOf(condition)]: encodeValues(condition.values) };
}

export function clearConditions(search: Search): Search {
  return Object.fromEntries(Object.entries(search).filter(([key]) => !isConditionKey(key)));
}

/** What is wrong with a filter, or null: a size that is no number, a presence that is neither yes nor no. */
export function isSound({ kind, values }: FieldCondition): boolean {
  const [value = null] = values;
  if (kind === 'gt' || kind === 'lt') return value !== null && value.trim() !== '' && Number.isFinite(Number(value));
  if (kind === 'set') return value === 'yes' || value === 'no';
  return kind !== 'has' || (value !== null && value !== '');
}

function filterOfCondition(condition: FieldCondition): Filter {
  const { field, kind, values } = condition;
  const [value = null] = values;
  switch (kind) {
    case 'is':
      return selectionFilter(field, values);
    case 'not':
      return { not: selectionFilter(field, values) };
    case 'has':
      return { field, op: 'contains', value: value ?? '' };
    case 'set':
      return { field, op: 'exists', value: value === 'yes' };
    default:
      return { field, op: kind, value: Number(value) };
  }
}

/** The filter that a URL asks for, with others beside it: all must match. Filters that are not sound are left out. */
export function filterOfSearch(search: Search, ...others: readonly (Filter | null | undefined)[]): Filter | null {
  const asked = readConditions(search).filter(isSound).map(filterOfCondition);
  return filterOf(...others, ...asked);
}
