import { VigieError } from '../error.ts';
import type { Condition, Filter, FilterOp } from './filter.ts';

const ops: readonly FilterOp[] = ['is', 'in', 'contains', 'starts-with', 'gt', 'lt', 'exists'];

type Fields = Readonly<Record<string, unknown>>;

function badShape(path: string, expected: string): VigieError {
  return new VigieError('filter.bad-shape', { path, expected }, { path });
}

function asObject(value: unknown, path: string): Fields {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Fields;
  throw badShape(path, '{"all":[…]}');
}

function isScalar(value: unknown): value is string | number {
  return typeof value === 'string' || (typeof value === 'number' && Number.isFinite(value));
}

function checkValue(op: FilterOp, value: unknown, path: string): void {
  if (op === 'in') {
    if (!Array.isArray(value) || !value.every(isScalar)) throw badShape(path, '["…"]');
  } else if (op === 'exists') {
    if (value !== undefined && typeof value !== 'boolean') throw badShape(path, 'true, false');
  } else if (op === 'is') {
    if (value !== null && typeof value !== 'boolean' && !isScalar(value)) throw badShape(path, '"…"');
  } else if (!isScalar(value)) throw badShape(path, '"…"');
}

function parseCondition({ field, op, value }: Fields, path: string): Condition {
  if (typeof field !== 'string' || field === '') throw badShape(`${path}.field`, '"channel"');
  const known = ops.find((name) => name === op);
  if (known === undefined) throw badShape(`${path}.op`, ops.map((name) => `"${name}"`).join(', '));
  checkValue(known, value, `${path}.value`);
  return value === undefined ? { field, op: known } : { field, op: known, value: value as Condition['value'] & {} };
}

function parseList(value: unknown, path: string): readonly Filter[] {
  if (!Array.isArray(value)) throw badShape(path, '[…]');
  return value.map((part, i) => parseFilter(part, `${path}[${i}]`));
}

/** Checks a filter in the JSON format. Throws `filter.bad-shape` with the JSON path of the first wrong value. */
export function parseFilter(input: unknown, path = '$'): Filter {
  const fields = asObject(input, path);
  if ('all' in fields) return { all: parseList(fields.all, `${path}.all`) };
  if ('any' in fields) return { any: parseList(fields.any, `${path}.any`) };
  if ('not' in fields) return { not: parseFilter(fields.not, `${path}.not`) };
  return parseCondition(fields, path);
}
