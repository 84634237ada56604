import type { Condition, Filter } from './filter.ts';

/** What a field of a subject may hold: one value, a list (tags), or nothing. */
export type FieldValue = string | number | boolean | null | undefined | readonly string[];

/** A filter made ready to be asked of many subjects. */
export type Matcher<S> = (subject: S) => boolean;

type Scalar = string | number | boolean;

function asNumber(value: Scalar): number {
  return typeof value === 'string' && value.trim() === '' ? Number.NaN : Number(value);
}

/** Custom fields are texts: `5` equals `"5"` and `true` equals `"true"`. */
function equal(held: Scalar, wanted: Scalar): boolean {
  if (typeof held === typeof wanted) return held === wanted;
  return typeof held === 'number' || typeof wanted === 'number'
    ? typeof held !== 'boolean' && typeof wanted !== 'boolean' && asNumber(held) === asNumber(wanted)
    : String(held) === String(wanted);
}

/** As numbers where both are, else as texts (dates in ISO form compare rightly). */
function compare(held: Scalar, wanted: Scalar): number {
  const [a, b] = [asNumber(held), asNumber(wanted)];
  if (!Number.isNaN(a) && !Number.isNaN(b)) return a - b;
  const [left, right] = [String(held), String(wanted)];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** What a condition asks of one value that is there. */
function testOf({ op, value }: Condition): (held: Scalar) => boolean {
  const wanted = (value ?? '') as Scalar;
  switch (op) {
    case 'is':
      return (held) => equal(held, wanted);
    case 'in': {
      const list = (Array.isArray(value) ? value : [wanted]) as readonly Scalar[];
      return (held) => list.some((item) => equal(held, item));
    }
    case 'contains':
      return (held) => String(held).includes(String(wanted));
    case 'starts-with':
      return (held) => String(held).startsWith(String(wanted));
    case 'gt':
      return (held) => compare(held, wanted) > 0;
    case 'lt':
      return (held) => compare(held, wanted) < 0;
    case 'exists':
      return () => true;
  }
}

function isMissing(held: FieldValue): held is null | undefined {
  return held === null || held === undefined || (typeof held === 'object' && held.length === 0);
}

function compileCondition<S>(condition: Condition, read: (subject: S) => FieldValue): Matcher<S> {
  const { op, value } = condition;
  if (op === 'exists') return (subject) => !isMissing(read(subject)) === (value !== false);
  if (op === 'is' && (value === null || value === undefined)) return (subject) => isMissing(read(subject));
  const test = testOf(condition);
  // Of a list, `contains` asks for the whole tag, not for a part of it.
  const ofList = op === 'contains' ? testOf({ ...condition, op: 'is' }) : test;
  return (subject) => {
    const held = read(subject);
    if (isMissing(held)) return false;
    return typeof held === 'object' ? held.some(ofList) : test(held);
  };
}

/**
 * Compiles a filter for subjects whose fields are found by `reader` (2-DOMAIN, section 4). A missing value matches only
 * `is` null and `exists` false; a list matches where one of its items does. Texts compare exactly, case included.
 */
export function compileFilter<S>(filter: Filter, reader: (field: string) => (subject: S) => FieldValue): Matcher<S> {
  if ('all' in filter) {
    const parts = filter.all.map((part) => compileFilter(part, reader));
    const [only] = parts;
    if (only === undefined) return () => true;
    return parts.length === 1 ? only : (subject) => parts.every((matches) => matches(subject));
  }
  if ('any' in filter) {
    const parts = filter.any.map((part) => compileFilter(part, reader));
    return (subject) => parts.some((matches) => matches(subject));
  }
  if ('not' in filter) {
    const matches = compileFilter(filter.not, reader);
    return (subject) => !matches(subject);
  }
  return compileCondition(filter, reader(filter.field));
}

/** Whether a subject, whose fields `get` tells, passes a filter. To ask it of many subjects, compile it once. */
export function matchFilter(filter: Filter, get: (field: string) => FieldValue): boolean {
  return compileFilter<null>(filter, (field) => () => get(field))(null);
}

/** Every field that a filter names. */
export function fieldsOfFilter(filter: Filter): readonly string[] {
  if ('all' in filter) return filter.all.flatMap(fieldsOfFilter);
  if ('any' in filter) return filter.any.flatMap(fieldsOfFilter);
  return 'not' in filter ? fieldsOfFilter(filter.not) : [filter.field];
}
