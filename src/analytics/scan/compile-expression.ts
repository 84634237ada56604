import type { Arithmetic, Comparison, Expression, Moment } from '#domain/kpi/expression.ts';
import type { ColumnKind } from '#domain/kpi/fact-table.ts';
import { type Binder, quoteName } from '../binder.ts';

/** What SQL knows of the place where an expression stands. */
export interface ExpressionPlace {
  readonly binder: Binder;
  readonly columns: Readonly<Record<string, ColumnKind>>;
  /** SQL of each moment, of type DateTime64. */
  readonly moments: Readonly<Partial<Record<Moment, string>>>;
  readonly overlap: string | null;
  /** Columns that are read as something else, such as excuses that came later. */
  readonly instead?: Readonly<Record<string, string>>;
}

/** The operators of SQL. */
export const signs: Readonly<Record<Comparison | Arithmetic, string>> = {
  eq: '=',
  ne: '!=',
  lt: '<',
  le: '<=',
  gt: '>',
  ge: '>=',
  add: '+',
  subtract: '-',
  multiply: '*',
  divide: '/',
};

/** SQL of an instant given in epoch milliseconds. */
export function compileInstant(atMs: number, binder: Binder): string {
  return `fromUnixTimestamp64Milli(${binder.bind(atMs, 'Int64')}, 'UTC')`;
}

export const millisecondsOf = (instant: string): string => `toUnixTimestamp64Milli(${instant})`;

/** The expression as SQL, null for null the same as `evaluate`. */
export function compileExpression(expression: Expression, place: ExpressionPlace): string {
  const inner = (part: Expression) => compileExpression(part, place);
  switch (expression.op) {
    case 'column':
      return place.instead?.[expression.name] ?? compileColumn(expression.name, place);
    case 'literal':
      return compileLiteral(expression.value, place.binder);
    case 'moment':
      return known(place.moments[expression.name], expression.name);
    case 'overlap':
      return known(place.overlap, 'overlap');
    case 'or':
      return oneOfSql(expression.args, place) ?? `(${expression.args.map(inner).join(' OR ')})`;
    case 'and':
      return `(${expression.args.map(inner).join(' AND ')})`;
    case 'coalesce':
      return `coalesce(${expression.args.map(inner).join(', ')})`;
    case 'not':
      return `NOT (${inner(expression.arg)})`;
    case 'isNull':
      return `isNull(${inner(expression.arg)})`;
    case 'if':
      return `if(${inner(expression.condition)}, ${inner(expression.then)}, ${inner(expression.otherwise)})`;
    case 'secondsBetween':
      return `((${millisecondsOf(inner(expression.to))} - ${millisecondsOf(inner(expression.from))}) / 1000)`;
    case 'plusSeconds':
      return `(${inner(expression.at)} + toIntervalMillisecond(${place.binder.bind(expression.seconds * 1000, 'Int64')}))`;
    case 'divide':
      return `(${inner(expression.left)} / nullIf(${inner(expression.right)}, 0))`;
    default:
      return `(${inner(expression.left)} ${signs[expression.op]} ${inner(expression.right)})`;
  }
}

/**
 * A column that is one of some texts, as a set: what the store knows of whole granules it can hold against a set, not against
 * alternatives. Null where it is anything else.
 */
function oneOfSql(args: readonly Expression[], place: ExpressionPlace): string | null {
  const [first] = args;
  if (args.length < 2 || first?.op !== 'eq' || first.left.op !== 'column') return null;
  const { name } = first.left;
  const texts = args.map((arg) =>
    arg.op === 'eq' && arg.left.op === 'column' && arg.left.name === name && arg.right.op === 'literal'
      ? arg.right.value
      : null,
  );
  if (!texts.every((text) => typeof text === 'string')) return null;
  const values = texts.map((text) => compileLiteral(text, place.binder)).join(', ');
  return `(${compileExpression(first.left, place)} IN (${values}))`;
}

function compileColumn(name: string, place: ExpressionPlace): string {
  if (!(name in place.columns)) throw new Error(`There is no column ${name} here.`);
  return quoteName(name);
}

function compileLiteral(value: string | number | boolean | null, binder: Binder): string {
  if (value === null) return 'NULL';
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  if (typeof value === 'string') return binder.bind(value, 'String');
  // Int32 and not Int64: only the former has a common type with the Float64 of a column.
  return binder.bind(value, Number.isInteger(value) && Math.abs(value) < 2 ** 31 ? 'Int32' : 'Float64');
}

function known(sql: string | null | undefined, name: string): string {
  if (sql === null || sql === undefined) throw new Error(`Rows placed like this have no ${name}.`);
  return sql;
}
