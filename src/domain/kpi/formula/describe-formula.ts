import type { Language, LocalText } from '../../error.ts';
import { and, type Expression } from '../expression.ts';
import type { Aggregate, Measure } from '../measure.ts';
import type { KpiFigure } from '../resolve-kpi.ts';
import { describeCondition, describeExpression } from './describe-expression.ts';
import { elided, number, percentile, word } from './formula-text.ts';
import { rowNouns } from './row-nouns.ts';

const signs = { add: '+', subtract: '−', multiply: '×', divide: '÷' } as const;

/** How a figure is computed, in words, from its measure itself; what its population says already is left out. */
export function describeFormula({ measure, kpi }: Pick<KpiFigure, 'measure' | 'kpi'>): LocalText {
  const told = new Set(kpi.population.where.map((condition) => JSON.stringify(condition)));
  return { en: describeMeasure(measure, told, 'en'), fr: elided(describeMeasure(measure, told, 'fr')) };
}

function describeMeasure(measure: Measure, told: ReadonlySet<string>, language: Language): string {
  const inner = (part: Measure) => describeMeasure(part, told, language);
  switch (measure.kind) {
    case 'constant':
      return number(measure.value, language);
    case 'length':
      return word('length', language);
    case 'orZero':
      return inner(measure.of);
    case 'combine': {
      const side = (part: Measure) => (part.kind === 'combine' ? `(${inner(part)})` : inner(part));
      return `${side(measure.left)} ${signs[measure.op]} ${side(measure.right)}`;
    }
    default:
      return describeAggregate(measure, told, language);
  }
}

function describeAggregate(aggregate: Aggregate, told: ReadonlySet<string>, language: Language): string {
  const rows = rowsText(aggregate, told, language);
  const of = aggregate.of === null ? '' : describeExpression(aggregate.of, language);
  switch (aggregate.kind) {
    case 'count':
      return `${word('number', language)} ${rows}`;
    case 'peak':
      return `${word('peak', language)} ${rows}`;
    case 'distinct':
      return `${word('distinct', language)} (${of}) ${word('over', language)} ${rows}`;
    case 'quantile': {
      const level = aggregate.level ?? 0.5;
      const name = level === 0.5 ? word('median', language) : percentile(level, language);
      return `${name} (${of}) ${word('over', language)} ${rows}`;
    }
    default:
      return `${word(aggregate.kind, language)} (${of}) ${word('over', language)} ${rows}`;
  }
}

/** The rows that an aggregate reads, with the conditions that are its own. */
function rowsText({ source, where }: Aggregate, told: ReadonlySet<string>, language: Language): string {
  const conditions: Expression[] = [...source.where.filter((each) => !told.has(JSON.stringify(each))), where];
  const condition = describeCondition(and(...conditions), language);
  const { placement } = source;
  const inside =
    placement.kind === 'span' && placement.inside
      ? ` ${word('inside', language)} ${rowNouns[placement.inside.table][language]}`
      : '';
  const nouns = `${rowNouns[source.table][language]}${inside}`;
  return condition === '' ? nouns : `${nouns} [${condition}]`;
}
