import type { Erasure } from '#domain/privacy/erasure.ts';
import { isFilterParameter } from '#domain/report/dashboards/address.ts';
import { decodeValues, encodeValues } from '#presentation/question/filters.ts';

type Query = Readonly<Record<string, string>>;
type Mentions = (text: string) => ReadonlySet<string>;

/** A query as a text in which people are found: as it is, and its values as they are without the signs of an address. */
export function spokenIn(query: Query): string {
  const values = Object.entries(query).flatMap(([name, value]) => (isFilterParameter(name) ? decodeValues(value) : []));
  return JSON.stringify([query, values]);
}

/** Values of a query are texts: one may be a filter in JSON, or the values of a dimension as an address has them. */
export function eraseFromQuery(query: Query, { customer, pseudonym }: Erasure): Query {
  const quoted = [JSON.stringify(customer), JSON.stringify(pseudonym)] as const;
  const erase = (name: string, value: string) => {
    if (value === customer) return pseudonym;
    if (!isFilterParameter(name)) return value.replaceAll(...quoted);
    return encodeValues(decodeValues(value).map((each) => (each === customer ? pseudonym : each)));
  };
  return Object.fromEntries(Object.entries(query).map(([name, value]) => [name, erase(name, value)]));
}

/** A query that asks for pseudonyms where it asked for customers; null where it still tells of them, in whatever way. */
export function pseudonymQuery(query: Query, mentions: Mentions, erasures: ReadonlyMap<string, Erasure>): Query | null {
  const found = mentions(spokenIn(query));
  if (found.size === 0) return query;
  const asked = [...found].flatMap((customer) => erasures.get(customer) ?? []).reduce(eraseFromQuery, query);
  return mentions(spokenIn(asked)).size > 0 ? null : asked;
}
