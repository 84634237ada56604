import { canonicalField } from '#domain/privacy/asked-fields.ts';
import type { Erasure } from '#domain/privacy/erasure.ts';
import type { Person } from '#domain/privacy/person.ts';
import { fieldOfParameter } from '#domain/report/dashboards/address.ts';
import { decodeValues, encodeValues } from '#presentation/question/filters.ts';

type PersonKind = Person['kind'];
type Query = Readonly<Record<string, string>>;
type Mentions = (text: string) => ReadonlySet<string>;

const asksFor = (kind: PersonKind, name: string): boolean => {
  const field = fieldOfParameter(name);
  return field !== null && canonicalField(field) === kind;
};

/**
 * A query as a text in which people of a kind are found. The ids that it asks for stand by themselves, without the signs of an address,
 * and a filter in JSON as it is; all else stands beside its name, so that the `10` of `top=10` is not the customer 10.
 */
export function spokenIn(query: Query, kind: PersonKind): string {
  return Object.entries(query)
    .flatMap(([name, value]) => {
      if (asksFor(kind, name)) return decodeValues(value).map((each) => each ?? '');
      return fieldOfParameter(name) === null
        ? `${name}=${value}`
        : decodeValues(value).map((each) => `${name}=${each ?? ''}`);
    })
    .join('\n');
}

/** Values of a query are texts: one may be a filter in JSON, or the values of a dimension as an address has them. */
export function eraseFromQuery(query: Query, { customer, pseudonym }: Erasure): Query {
  const quoted = [JSON.stringify(customer), JSON.stringify(pseudonym)] as const;
  const erase = (name: string, value: string) => {
    if (fieldOfParameter(name) === null) return value.replaceAll(...quoted);
    if (!asksFor('customer', name)) return value;
    return encodeValues(decodeValues(value).map((each) => (each === customer ? pseudonym : each)));
  };
  return Object.fromEntries(Object.entries(query).map(([name, value]) => [name, erase(name, value)]));
}

/** A query that asks for pseudonyms where it asked for customers; null where it still tells of them, in whatever way. */
export function pseudonymQuery(query: Query, mentions: Mentions, erasures: ReadonlyMap<string, Erasure>): Query | null {
  const found = mentions(spokenIn(query, 'customer'));
  if (found.size === 0) return query;
  const asked = [...found].flatMap((customer) => erasures.get(customer) ?? []).reduce(eraseFromQuery, query);
  return mentions(spokenIn(asked, 'customer')).size > 0 ? null : asked;
}
