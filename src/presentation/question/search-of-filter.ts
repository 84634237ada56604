import { canonicalField } from '#domain/privacy/asked-fields.ts';
import type { Condition, Filter } from '#domain/report/filter.ts';
import { type FieldCondition, filterOfSearch, withCondition } from './conditions.ts';
import type { Search } from './filters.ts';

/**
 * The URL's filters that ask what a filter asks, as far as the filter editor can show it: conditions that must all hold. Null
 * where it cannot.
 */
export function searchOfFilter(filter: Filter): Search | null {
  const parts = 'all' in filter ? filter.all : [filter];
  let search: Search = {};
  for (const part of parts) {
    const condition = conditionOf(part);
    if (condition === null) return null;
    const next = withCondition(search, condition);
    // Two conditions of one kind on one field would stand in each other's place.
    if (Object.keys(next).length === Object.keys(search).length) return null;
    search = next;
  }
  return search;
}

/** The filter of a search that stands alone: everything where nothing is asked. */
export function filterOrAll(search: Search): Filter {
  return filterOfSearch(search) ?? { all: [] };
}

function conditionOf(part: Filter): FieldCondition | null {
  if ('not' in part) {
    const inner = selectionOf(part.not);
    return inner === null ? null : { ...inner, kind: 'not' };
  }
  const chosen = selectionOf(part);
  if (chosen !== null) return chosen;
  if (!('field' in part)) return null;
  const { field, op, value } = part;
  const of = (kind: FieldCondition['kind'], text: string) => ({ field: canonicalField(field), kind, values: [text] });
  if (op === 'contains' && typeof value === 'string') return of('has', value);
  if (op === 'exists') return of('set', value === false ? 'no' : 'yes');
  if ((op === 'gt' || op === 'lt') && typeof value === 'number') return of(op, String(value));
  return null;
}

/** Some values of one field, with or without “none” among them. */
function selectionOf(part: Filter): FieldCondition | null {
  if ('any' in part) {
    const chosen = part.any.map(selectionOf);
    const [first] = chosen;
    if (first === undefined || first === null || chosen.some((one) => one?.field !== first.field)) return null;
    return { ...first, values: chosen.flatMap((one) => one?.values ?? []) };
  }
  if (!('field' in part) || (part.op !== 'is' && part.op !== 'in')) return null;
  const values = valuesOf(part);
  return values === null ? null : { field: canonicalField(part.field), kind: 'is', values };
}

function valuesOf({ value }: Condition): readonly (string | null)[] | null {
  if (value === null || value === undefined) return [null];
  if (typeof value === 'boolean') return null;
  return (Array.isArray(value) ? value : [value]).map(String);
}
