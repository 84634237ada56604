import { type ErrorParams, type LocalText, VigieError } from '../error.ts';
import type { Unit } from '../report/query.ts';
import type { Kpi, KpiUnit } from './kpi.ts';
import { type Aggregate, aggregatesOf, type Measure, minus, ratio } from './measure.ts';
import type { FormulaOp } from './parse-formula.ts';
import type { KpiFigure } from './resolve-kpi.ts';

/** A formula's two figures, found in the registry. */
export interface Operands {
  readonly ref: string;
  readonly op: FormulaOp;
  readonly left: KpiFigure;
  readonly right: KpiFigure;
  readonly path?: string | undefined;
}

/**
 * Two figures as one. They must be over the same rows, or both be totals (counts and sums) of what the period holds, each
 * dated by its own instant: a mean or a rate of some rows against others means nothing, and neither does a stock against
 * what came in. Throws `kpi.formula-mixes-populations` or `kpi.formula-mixes-units`.
 */
export function combineFigures(operands: Operands): KpiFigure {
  const { ref, op, left, right } = operands;
  if (!isOverSameRows(left, right) && !(isTotal(left.measure) && isTotal(right.measure))) {
    refuse('kpi.formula-mixes-populations', operands);
  }
  const unit = unitOf(operands);
  const kpi = formulaKpi(operands, unit as KpiUnit);
  return {
    ref,
    kpi,
    variantId: 'standard',
    variant: kpi.variants.standard as Kpi['variants'][string],
    variantFrom: 'registry',
    statistic: null,
    basis: left.basis === right.basis ? left.basis : null,
    unit,
    better: 'neither',
    source: left.source,
    measure: op === 'ratio' ? ratio(left.measure, right.measure) : minus(left.measure, right.measure),
    sample: op === 'ratio' ? right.sample : left.sample,
  };
}

function refuse(
  code: 'kpi.formula-mixes-populations' | 'kpi.formula-mixes-units',
  { ref, left, right, path }: Operands,
  params: ErrorParams = {},
): never {
  const named = { formula: ref, left: left.ref, right: right.ref, ...params };
  throw new VigieError(code, named, path === undefined ? {} : { path });
}

function isOverSameRows(left: KpiFigure, right: KpiFigure): boolean {
  const sources = [...aggregatesOf(left.measure), ...aggregatesOf(right.measure)].map(({ source }) => source);
  return new Set(sources.map((source) => JSON.stringify(source))).size <= 1;
}

/** Whether a measure adds up: counts and sums of what lies in the period, and what is added to or taken from them. */
function isTotal(measure: Measure): boolean {
  switch (measure.kind) {
    case 'constant':
    case 'length':
      return false;
    case 'orZero':
      return isTotal(measure.of);
    case 'combine':
      return (measure.op === 'add' || measure.op === 'subtract') && isTotal(measure.left) && isTotal(measure.right);
    default:
      return isFlow(measure);
  }
}

const isFlow = ({ kind, source }: Aggregate) =>
  (kind === 'count' || kind === 'sum') && source.placement.kind !== 'stock';

/** A difference keeps its unit. A ratio of like things is a share where they are the same rows, else a number. */
function unitOf(operands: Operands): Unit {
  const { op, left, right } = operands;
  if (left.unit === right.unit) {
    if (op === 'difference') return left.unit;
    return left.unit === 'count' && isOverSameRows(left, right) ? 'share' : 'number';
  }
  if (op === 'ratio' && right.unit === 'count' && isTotal(left.measure) && isTotal(right.measure)) return left.unit;
  return refuse('kpi.formula-mixes-units', operands, { leftUnit: left.unit, rightUnit: right.unit });
}

const signs: Readonly<Record<FormulaOp, string>> = { ratio: '÷', difference: '−' };

function join(op: FormulaOp, left: LocalText, right: LocalText): LocalText {
  const sign = signs[op];
  return { en: `${left.en} ${sign} ${right.en}`, fr: `${left.fr} ${sign} ${right.fr}` };
}

/** A formula as a definition of its own, so that all that reads definitions can say what it is. */
function formulaKpi({ ref, op, left, right }: Operands, unit: KpiUnit): Kpi {
  const label = join(op, left.kpi.label, right.kpi.label);
  const alike = left.kpi.population.text.en === right.kpi.population.text.en;
  return {
    id: ref,
    version: Math.max(left.kpi.version, right.kpi.version),
    label,
    help: join(op, left.kpi.help, right.kpi.help),
    unit,
    better: 'neither',
    table: left.kpi.table,
    bases: left.kpi.bases,
    population: {
      where: alike ? left.kpi.population.where : [],
      text: alike ? left.kpi.population.text : join(op, left.kpi.population.text, right.kpi.population.text),
    },
    variants: {
      standard: {
        label,
        help: label,
        figure: { kind: 'measure', measure: () => left.measure },
      },
    },
    countsVerdicts: left.kpi.countsVerdicts === true || right.kpi.countsVerdicts === true,
  };
}
