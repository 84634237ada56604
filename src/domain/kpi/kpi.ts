import type { LocalText } from '../error.ts';
import type { Basis, TimeKind, Unit } from '../report/query.ts';
import { column, type Expression } from './expression.ts';
import type { FactTableName } from './facts/index.ts';
import type { Aggregate, Measure, Placement, Source } from './measure.ts';

/** What is read in calendar or in business seconds, as the question asks; a single expression is the same for both. */
export type Timed = Expression | Readonly<Record<TimeKind, Expression>>;

/** How a variant becomes a figure: the spread of a value over rows, or a measure over the KPI's own rows. */
export type Figure =
  | { readonly kind: 'spread'; readonly of: Timed; readonly usual: 'median' | 'mean' }
  | {
      readonly kind: 'measure';
      readonly measure: (own: Source) => Measure;
      /** The count that is its n, where it is not what the measure itself says. */
      readonly sample?: (own: Source) => Aggregate;
    };

/** A named way of measuring a KPI. Its name is public. */
export interface Variant {
  readonly label: LocalText;
  /** The whole name of the figure where room is scarce; without it, that of the KPI and the label. */
  readonly short?: LocalText;
  readonly help: LocalText;
  readonly figure: Figure;
  readonly unit?: KpiUnit;
  readonly better?: Better;
}

export type KpiUnit = Exclude<Unit, 'text' | 'date'>;
export type Better = 'higher' | 'lower' | 'neither';

/** A way to put rows into periods. `basis` is null where the KPI has one instant (or span) of its own and no choice. */
export interface KpiBasis {
  readonly basis: Basis | null;
  readonly placement: Placement;
}

/** A number that the field compares itself with, and who says so. */
export interface Benchmark {
  readonly value: number;
  readonly source: LocalText;
  /** Other values that the field knows, such as the one from which people are overloaded. */
  readonly also?: readonly number[];
}

/** A definition of the registry (2-DOMAIN, section 6). `version` rises when the same events would give other figures. */
export interface Kpi {
  readonly id: string;
  readonly version: number;
  readonly label: LocalText;
  /** Its name where room is scarce, such as the heads of tables; without it, the label. */
  readonly short?: LocalText;
  readonly help: LocalText;
  readonly unit: KpiUnit;
  readonly better: Better;
  readonly table: FactTableName;
  /** The first is the default. */
  readonly bases: readonly [KpiBasis, ...KpiBasis[]];
  readonly population: { readonly where: readonly Expression[]; readonly text: LocalText };
  readonly credit?: Readonly<Record<string, string>>;
  /** The first is the default. */
  readonly variants: Readonly<Record<string, Variant>>;
  /** Where room is scarce, the labels of its variants say enough: the bands of one whole. */
  readonly namedByVariant?: boolean;
  /** It counts verdicts of clocks: the result says how many still run. */
  readonly countsVerdicts?: boolean;
  readonly benchmark?: Benchmark;
  /** From this value on (`above`) or under it (`below`) the figure is shown as a warning. */
  readonly warn?: { readonly above?: number; readonly below?: number };
}

export function defineKpi(kpi: Kpi): Kpi {
  return kpi;
}

/** Rows are placed by the column that holds an instant. */
export const atInstant = (basis: Basis | null, name: string): KpiBasis => ({
  basis,
  placement: { kind: 'instant', at: column(name) },
});

/** The columns `<name>Seconds` and `<name>BusinessSeconds`. */
export const timed = (name: string): Timed => ({
  calendar: column(`${name}Seconds`),
  business: column(`${name}BusinessSeconds`),
});

export const spread = (of: Timed, usual: 'median' | 'mean' = 'median'): Figure => ({ kind: 'spread', of, usual });
export const measured = (measure: (own: Source) => Measure, sample?: (own: Source) => Aggregate): Figure => ({
  kind: 'measure',
  measure,
  ...(sample && { sample }),
});

/** The only variant of a KPI that has one way of being measured. */
export function standard(figure: Figure): Readonly<Record<string, Variant>> {
  return {
    standard: {
      label: { en: 'Standard', fr: 'Standard' },
      help: { en: 'The definition of the KPI.', fr: 'La définition de l’indicateur.' },
      figure,
    },
  };
}
