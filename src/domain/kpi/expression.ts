/** A value of an expression: instants are epoch milliseconds. Null is unknown or missing, never 0 or false. */
export type Value = string | number | boolean | null;

/**
 * Instants that the question supplies: `now`; `at`, the instant of a stock; `start` and `end`, those of the bucket (`end`
 * not beyond `now`).
 */
export type Moment = 'now' | 'at' | 'start' | 'end';

export type Comparison = 'eq' | 'ne' | 'lt' | 'le' | 'gt' | 'ge';
export type Arithmetic = 'add' | 'subtract' | 'multiply' | 'divide';

/**
 * An expression over the columns of one fact table. It has one meaning, `evaluate`, and one translation, to SQL. Null goes
 * through: a comparison or a sum with null is null; `and`, `or` and `not` know three values; a division by 0 is null.
 */
export type Expression =
  | { readonly op: 'column'; readonly name: string }
  | { readonly op: 'literal'; readonly value: Value }
  | { readonly op: 'moment'; readonly name: Moment }
  /** Seconds that the row's span has in common with the bucket, with a fraction. */
  | { readonly op: 'overlap' }
  | { readonly op: Comparison | Arithmetic; readonly left: Expression; readonly right: Expression }
  | { readonly op: 'and' | 'or' | 'coalesce'; readonly args: readonly Expression[] }
  | { readonly op: 'not' | 'isNull'; readonly arg: Expression }
  /** `then` where the condition is true, `otherwise` where it is false or null. */
  | { readonly op: 'if'; readonly condition: Expression; readonly then: Expression; readonly otherwise: Expression }
  /** Seconds from one instant to another, with a fraction; negative when reversed. */
  | { readonly op: 'secondsBetween'; readonly from: Expression; readonly to: Expression }
  /** The instant that lies so many seconds after another. */
  | { readonly op: 'plusSeconds'; readonly at: Expression; readonly seconds: number };

export const column = (name: string): Expression => ({ op: 'column', name });
export const literal = (value: Value): Expression => ({ op: 'literal', value });
export const moment = (name: Moment): Expression => ({ op: 'moment', name });
export const overlap: Expression = { op: 'overlap' };

const compare = (op: Comparison) => (left: Expression, right: Expression | Value) =>
  ({ op, left, right: asExpression(right) }) satisfies Expression;
export const eq = compare('eq');
export const ne = compare('ne');
export const lt = compare('lt');
export const le = compare('le');
export const gt = compare('gt');
export const ge = compare('ge');

const compute = (op: Arithmetic) => (left: Expression, right: Expression | number) =>
  ({ op, left, right: asExpression(right) }) satisfies Expression;
export const add = compute('add');
export const subtract = compute('subtract');
export const multiply = compute('multiply');
export const divide = compute('divide');

export const and = (...args: Expression[]): Expression => ({ op: 'and', args });
export const or = (...args: Expression[]): Expression => ({ op: 'or', args });
export const not = (arg: Expression): Expression => ({ op: 'not', arg });
export const isNull = (arg: Expression): Expression => ({ op: 'isNull', arg });
export const isKnown = (arg: Expression): Expression => not(isNull(arg));
export const coalesce = (...args: Expression[]): Expression => ({ op: 'coalesce', args });
export const when = (condition: Expression, then: Expression, otherwise: Expression): Expression => ({
  op: 'if',
  condition,
  then,
  otherwise,
});
export const secondsBetween = (from: Expression, to: Expression): Expression => ({ op: 'secondsBetween', from, to });
export const plusSeconds = (at: Expression, seconds: number): Expression => ({ op: 'plusSeconds', at, seconds });
export const oneOf = (arg: Expression, values: readonly (string | number)[]): Expression =>
  or(...values.map((value) => eq(arg, value)));

function asExpression(value: Expression | Value): Expression {
  return typeof value === 'object' && value !== null ? value : literal(value);
}

/** What an expression is evaluated over: a row's columns, the moments, and the overlap with the bucket where there is one. */
export interface Scope {
  readonly column: (name: string) => Value;
  readonly moments: Readonly<Record<Moment, number | null>>;
  readonly overlapSeconds: number | null;
}

/** The value of an expression; this is what the compiled SQL must agree with. */
export function evaluate(expression: Expression, scope: Scope): Value {
  const value = (inner: Expression) => evaluate(inner, scope);
  switch (expression.op) {
    case 'column':
      return scope.column(expression.name);
    case 'literal':
      return expression.value;
    case 'moment':
      return scope.moments[expression.name];
    case 'overlap':
      return scope.overlapSeconds;
    case 'and':
      return every(expression.args.map(value), false);
    case 'or':
      return every(expression.args.map(value), true);
    case 'coalesce':
      return expression.args.map(value).find((found) => found !== null) ?? null;
    case 'not': {
      const inner = value(expression.arg);
      return inner === null ? null : !inner;
    }
    case 'isNull':
      return value(expression.arg) === null;
    case 'if':
      return value(expression.condition) === true ? value(expression.then) : value(expression.otherwise);
    case 'secondsBetween':
      return withBoth(value(expression.from), value(expression.to), (from, to) => (to - from) / 1000);
    case 'plusSeconds':
      return withBoth(value(expression.at), expression.seconds, (at, seconds) => at + seconds * 1000);
    default:
      return operate(expression.op, value(expression.left), value(expression.right));
  }
}

/** `and` is decided by a false, `or` by a true; a null leaves it open. */
function every(values: readonly Value[], decisive: boolean): boolean | null {
  if (values.includes(decisive)) return decisive;
  return values.includes(null) ? null : !decisive;
}

function withBoth(left: Value, right: Value, apply: (left: number, right: number) => number): number | null {
  return left === null || right === null ? null : apply(left as number, right as number);
}

function operate(op: Comparison | Arithmetic, left: Value, right: Value): Value {
  if (left === null || right === null) return null;
  switch (op) {
    case 'eq':
      return left === right;
    case 'ne':
      return left !== right;
    case 'lt':
      return left < right;
    case 'le':
      return left <= right;
    case 'gt':
      return left > right;
    case 'ge':
      return left >= right;
    default:
      return calculate(op, left as number, right as number);
  }
}

/** Arithmetic as measures and expressions know it: a division by 0 is null. */
export function calculate(op: Arithmetic, left: number, right: number): number | null {
  if (op === 'add') return left + right;
  if (op === 'subtract') return left - right;
  if (op === 'multiply') return left * right;
  return right === 0 ? null : left / right;
}
