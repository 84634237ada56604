import type { Language } from '../../error.ts';
import type { Arithmetic, Comparison, Expression, Value } from '../expression.ts';
import { factTables } from '../facts/index.ts';
import { columnNouns } from './column-nouns.ts';
import * as text from './formula-text.ts';
import { findName } from './named-expressions.ts';
import type { Noun } from './noun.ts';
import { valueWords } from './value-words.ts';

const signs: Readonly<Record<Comparison | Arithmetic, string>> = {
  eq: '=',
  ne: '≠',
  lt: '<',
  le: '≤',
  gt: '>',
  ge: '≥',
  add: '+',
  subtract: '−',
  multiply: '×',
  divide: '÷',
};

/** Counts are never unknown. */
const counts = new Set(
  Object.values(factTables).flatMap(({ columns }) =>
    Object.entries(columns).flatMap(([name, kind]) => (kind === 'count' ? [name] : [])),
  ),
);

/** What a column is called, without regard to business time. */
export function nounOf(column: string): Noun {
  const plain = columnNouns[column.replace('BusinessSeconds', 'Seconds')];
  return plain ?? { en: column, fr: column, feminine: false };
}

function columnText(column: string, language: Language): string {
  if (column === 'nextOfCustomer') return text.word('next', language);
  const noun = nounOf(column)[language];
  return column.endsWith('BusinessSeconds') ? text.inBusinessTime(noun, language) : noun;
}

/** An expression in words: what is read, compared and computed. */
export function describeExpression(expression: Expression, language: Language): string {
  const inner = (part: Expression) => describeExpression(part, language);
  const name = findName(expression);
  if (name !== null) return name[language];
  switch (expression.op) {
    case 'column':
      return columnText(expression.name, language);
    case 'literal':
      return valueText(expression.value, language);
    case 'moment':
      return text.word(expression.name, language);
    case 'overlap':
      return text.word('overlap', language);
    case 'and':
    case 'or':
    case 'not':
    case 'isNull':
      return describeCondition(expression, language);
    case 'coalesce':
      return describeFallback(expression.args, language);
    case 'if':
      return describeChoice(expression, language);
    case 'secondsBetween':
      return text.between(inner(expression.from), inner(expression.to), language);
    case 'plusSeconds': {
      const sign = expression.seconds < 0 ? '−' : '+';
      return `${inner(expression.at)} ${sign} ${text.duration(Math.abs(expression.seconds), language)}`;
    }
    default:
      return describeOperation(expression, language);
  }
}

function valueText(value: Value, language: Language): string {
  if (value === null || value === '') return '–';
  if (typeof value === 'number') return text.number(value, language);
  return valueWords[String(value)]?.[language] ?? String(value);
}

/** What stands in for something unknown is said where it is a figure; that an unknown condition is false goes without saying. */
function describeFallback(args: readonly Expression[], language: Language): string {
  const [first, ...others] = args as [Expression, ...Expression[]];
  const said = others.filter((other) => other.op !== 'literal' || typeof other.value === 'number');
  const start = describePart(first, language);
  return said.reduce((of, other) => text.fallback(of, describeExpression(other, language), language), start);
}

function describeChoice(choice: Extract<Expression, { op: 'if' }>, language: Language): string {
  const { condition, then, otherwise } = choice;
  const isGuard = condition.op === 'isNull' && then.op === 'literal' && then.value === null;
  if (isGuard) return describeExpression(otherwise, language);
  const parts = [then, condition, otherwise].map((part) => describeExpression(part, language));
  return text.conditional(parts[0] as string, parts[1] as string, parts[2] as string, language);
}

type Operation = Extract<Expression, { left: Expression }>;

function describeOperation({ op, left, right }: Operation, language: Language): string {
  if (right.op === 'literal' && typeof right.value === 'boolean') return describeCondition(left, language);
  const inSeconds = isComparison(op) && isSeconds(left) && right.op === 'literal' && typeof right.value === 'number';
  const after = inSeconds ? text.duration(Number(right.value), language) : describePart(right, language);
  return `${describePart(left, language)} ${signs[op]} ${after}`;
}

const isComparison = (op: Comparison | Arithmetic) => ['eq', 'ne', 'lt', 'le', 'gt', 'ge'].includes(op);

function isSeconds(expression: Expression): boolean {
  if (expression.op === 'column') return expression.name.endsWith('Seconds');
  return expression.op === 'secondsBetween' || expression.op === 'overlap';
}

/** In brackets where it would read on into what follows. */
function describePart(expression: Expression, language: Language): string {
  const said = describeExpression(expression, language);
  const isSimple = ['column', 'literal', 'moment', 'overlap', 'coalesce', 'secondsBetween'].includes(expression.op);
  return isSimple || findName(expression) !== null ? said : `(${said})`;
}

/** A condition in words; empty where it says nothing. */
export function describeCondition(expression: Expression, language: Language): string {
  const name = findName(expression);
  if (name !== null) return name[language];
  switch (expression.op) {
    case 'literal':
      return '';
    case 'column':
      return `${columnText(expression.name, language)}${text.word('yes', language)}`;
    case 'and':
    case 'or': {
      const { op } = expression;
      const parts = expression.args.filter((part) => describeCondition(part, language) !== '');
      const [only] = parts;
      if (parts.length === 1 && only !== undefined) return describeCondition(only, language);
      return parts.map((part) => nested(part, op, language)).join(text.word(op, language));
    }
    case 'not':
      if (expression.arg.op === 'isNull') return knownText(expression.arg.arg, text.known, language);
      return `${text.word('not', language)} ${describePart(expression.arg, language)}`;
    case 'isNull':
      return knownText(expression.arg, text.unknown, language);
    case 'coalesce': {
      const [first] = expression.args;
      return first === undefined ? '' : describeCondition(first, language);
    }
    default:
      return describeExpression(expression, language);
  }
}

function nested(part: Expression, within: 'and' | 'or', language: Language): string {
  const said = describeCondition(part, language);
  const isMixed = (part.op === 'and' || part.op === 'or') && part.op !== within;
  return isMixed && findName(part) === null ? `(${said})` : said;
}

/** A value put together is known where the columns it is made of are. */
function knownText(expression: Expression, say: typeof text.known, language: Language): string {
  const columns = [...new Set(columnsThatMustBeKnown(expression))];
  const parts = columns.map((name) => say(columnText(name, language), nounOf(name).feminine, language));
  return parts.join(text.word('and', language));
}

function columnsThatMustBeKnown(expression: Expression): string[] {
  switch (expression.op) {
    case 'column':
      return counts.has(expression.name) ? [] : [expression.name];
    case 'literal':
    case 'moment':
    case 'overlap':
    case 'isNull':
    case 'coalesce':
      return [];
    case 'and':
    case 'or':
      return expression.args.flatMap(columnsThatMustBeKnown);
    case 'not':
      return columnsThatMustBeKnown(expression.arg);
    case 'if':
      return [expression.condition, expression.otherwise].flatMap((part) =>
        part.op === 'isNull' ? columnsThatMustBeKnown(part.arg) : columnsThatMustBeKnown(part),
      );
    case 'secondsBetween':
      return [expression.from, expression.to].flatMap(columnsThatMustBeKnown);
    case 'plusSeconds':
      return columnsThatMustBeKnown(expression.at);
    default:
      return [expression.left, expression.right].flatMap(columnsThatMustBeKnown);
  }
}
