import type { Condition, Filter } from '#domain/report/filter.ts';
import type { Binder } from '../binder.ts';

/** SQL of a field: one value (a text or a number, maybe null) or a list of texts. */
export interface FieldSql {
  readonly sql: string;
  readonly list: boolean;
  readonly number: boolean;
}

type Scalar = string | number | boolean;

/**
 * The filter as SQL, never null: a missing value matches only `is` null and `exists` false. It means what
 * `matchFilter` of the domain means.
 */
export function compileFilter(filter: Filter, fieldOf: (field: string) => FieldSql, binder: Binder): string {
  const inner = (part: Filter) => compileFilter(part, fieldOf, binder);
  if ('all' in filter) return filter.all.length === 0 ? 'true' : `(${filter.all.map(inner).join(' AND ')})`;
  if ('any' in filter) return filter.any.length === 0 ? 'false' : `(${filter.any.map(inner).join(' OR ')})`;
  if ('not' in filter) return `NOT ${inner(filter.not)}`;
  return compileCondition(filter, fieldOf(filter.field), binder);
}

function compileCondition(condition: Condition, field: FieldSql, binder: Binder): string {
  const { op, value } = condition;
  const missing = field.list ? `empty(${field.sql})` : `isNull(${field.sql})`;
  if (op === 'exists') return value === false ? missing : `NOT ${missing}`;
  if (op === 'is' && (value === null || value === undefined)) return missing;
  if (field.list) {
    const test = compileTest({ ...condition, op: op === 'contains' ? 'is' : op }, 'item', false, binder);
    return `arrayExists(item -> ${test}, ${field.sql})`;
  }
  return `ifNull(${compileTest(condition, field.sql, field.number, binder)}, false)`;
}

function compileTest({ op, value }: Condition, held: string, isNumber: boolean, binder: Binder): string {
  const wanted = (value ?? '') as Scalar;
  const text = isNumber ? `toString(${held})` : held;
  switch (op) {
    case 'is':
      return equals(held, wanted, isNumber, binder);
    case 'in': {
      const list = (Array.isArray(value) ? value : [wanted]) as readonly Scalar[];
      return list.length === 0 ? 'false' : oneOf(held, list, isNumber, binder);
    }
    case 'contains':
      return `position(${text}, ${binder.bind(String(wanted), 'String')}) > 0`;
    case 'starts-with':
      return `startsWith(${text}, ${binder.bind(String(wanted), 'String')})`;
    default:
      return compares(held, op === 'gt' ? '>' : '<', wanted, isNumber, binder);
  }
}

function oneOf(held: string, list: readonly Scalar[], isNumber: boolean, binder: Binder): string {
  const texts = list.filter((item) => typeof item === 'string');
  if (!isNumber && texts.length === list.length) return `${held} IN (${binder.bind(texts, 'Array(String)')})`;
  return `(${list.map((item) => `ifNull(${equals(held, item, isNumber, binder)}, false)`).join(' OR ')})`;
}

function asNumber(wanted: Scalar): number {
  return typeof wanted === 'string' && wanted.trim() === '' ? Number.NaN : Number(wanted);
}

const numberOf = (held: string, isNumber: boolean) => (isNumber ? held : `toFloat64OrNull(trimBoth(${held}))`);

function equals(held: string, wanted: Scalar, isNumber: boolean, binder: Binder): string {
  if (typeof wanted === 'number' || (isNumber && typeof wanted === 'string')) {
    const number = asNumber(wanted);
    return Number.isNaN(number) ? 'false' : `${numberOf(held, isNumber)} = ${binder.bind(number, 'Float64')}`;
  }
  return isNumber ? 'false' : `${held} = ${binder.bind(String(wanted), 'String')}`;
}

function compares(held: string, sign: '<' | '>', wanted: Scalar, isNumber: boolean, binder: Binder): string {
  const text = isNumber ? `toString(${held})` : held;
  const asText = `${text} ${sign} ${binder.bind(String(wanted), 'String')}`;
  const number = asNumber(wanted);
  if (Number.isNaN(number)) return asText;
  const heldNumber = numberOf(held, isNumber);
  return `if(isNull(${heldNumber}), ${asText}, ${heldNumber} ${sign} ${binder.bind(number, 'Float64')})`;
}
