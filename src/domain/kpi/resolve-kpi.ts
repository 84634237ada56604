import { VigieError } from '../error.ts';
import type { Basis, TimeKind, Unit } from '../report/query.ts';
import { type Expression, le, literal } from './expression.ts';
import { kpis } from './index.ts';
import type { Better, Kpi, KpiBasis, Timed, Variant } from './kpi.ts';
import { type Aggregate, count, type Measure, mean, quantile, type Source, sampleOf, share } from './measure.ts';
import { nearest } from './nearest.ts';

export type VariantFrom = 'question' | 'workspace' | 'registry';

/** `id[.variant][:statistic]`, taken apart and found in the registry. */
export interface KpiRef {
  readonly ref: string;
  readonly kpi: Kpi;
  readonly variantId: string;
  readonly variant: Variant;
  /** Who chose the variant: the question, the default of the workspace, or that of the registry. */
  readonly variantFrom: VariantFrom;
  /** `median`, `mean`, `p90` (or another percentile), `within-<seconds>` or `n`; null for a figure that is not a spread. */
  readonly statistic: string | null;
}

/** A KPI ready to be computed: its rows, the measure over them, the count behind it. */
export interface KpiFigure extends KpiRef {
  readonly basis: Basis | null;
  readonly unit: Unit;
  readonly better: Better;
  readonly source: Source;
  readonly measure: Measure;
  /** Rows behind the figure, its n. */
  readonly sample: Aggregate;
}

const statistics = ['median', 'mean', 'p90', 'n'];

/** The statistics that a variant offers: the spread of a value, or just `n`, the rows behind the figure. */
export function statisticsOf(kpi: Kpi, variant: Variant): string[] {
  if (variant.figure.kind !== 'spread') return ['n'];
  return (variant.unit ?? kpi.unit) === 'seconds' ? [...statistics, 'within-<seconds>'] : statistics;
}

/** The KPI of an id. Throws `kpi.unknown` with the nearest one. */
export function getKpi(id: string, path?: string): Kpi {
  const found = kpis.find((kpi) => kpi.id === id);
  if (found) return found;
  const suggestion = nearest(
    id,
    kpis.map((kpi) => kpi.id),
  );
  throw new VigieError('kpi.unknown', { kpi: id, suggestion }, at(path));
}

const at = (path: string | undefined) => (path === undefined ? {} : { path });

/** A variant of a KPI. Throws `kpi.unknown-variant`. */
export function getVariant(kpi: Kpi, id: string, path?: string): Variant {
  const variant = kpi.variants[id];
  if (variant) return variant;
  const known = Object.keys(kpi.variants).join(', ');
  throw new VigieError('kpi.unknown-variant', { kpi: kpi.id, variant: id, known }, at(path));
}

/** Whether a variant may stand for its KPI: it measures in the KPI's own unit, so that every use of the figure still fits. */
export function canBeDefault(kpi: Kpi, variant: Variant): boolean {
  return (variant.unit ?? kpi.unit) === kpi.unit;
}

/**
 * Reads `id[.variant][:statistic]`; without a variant, the one of `defaults`, else the KPI's first. Throws `kpi.unknown`,
 * `kpi.unknown-variant` or `kpi.bad-statistic`.
 */
export function parseKpiRef(ref: string, path?: string, defaults: Readonly<Record<string, string>> = {}): KpiRef {
  const [, id = '', dotted, asked] = /^([^.:]*)(?:\.([^:]*))?(?::(.*))?$/.exec(ref) ?? [];
  const kpi = getKpi(id, path);
  const usual = Object.keys(kpi.variants)[0] as string;
  // A default that the registry no longer has is as good as none.
  const preferred = defaults[id] !== undefined && defaults[id] in kpi.variants ? defaults[id] : null;
  const variantId = dotted ?? preferred ?? usual;
  const variantFrom = dotted !== undefined ? 'question' : preferred !== null ? 'workspace' : 'registry';
  const variant = getVariant(kpi, variantId, path);
  const offered = statisticsOf(kpi, variant);
  const statistic = asked ?? (variant.figure.kind === 'spread' ? variant.figure.usual : null);
  const fits =
    statistic === null ||
    (statistics.includes(statistic) && offered.includes(statistic)) ||
    (percentileOf(statistic) !== null && offered.includes('p90')) ||
    (/^within-\d{1,9}$/.test(statistic) && offered.includes('within-<seconds>'));
  if (fits) return { ref, kpi, variantId, variant, variantFrom, statistic };
  throw new VigieError(
    'kpi.bad-statistic',
    { kpi: id, statistic: asked ?? '', known: offered.join(', ') || '–' },
    at(path),
  );
}

/** The way of dating rows that is asked for, or the KPI's first. Throws `query.basis-not-available`. */
function chooseBasis(kpi: Kpi, basis: Basis | null): KpiBasis {
  if (basis === null) return kpi.bases[0];
  const found = kpi.bases.find((offered) => offered.basis === basis);
  if (found) return found;
  const known = kpi.bases.flatMap((offered) => offered.basis ?? []).join(', ') || '–';
  throw new VigieError('query.basis-not-available', { kpi: kpi.id, basis, known }, { path: '$.basis' });
}

/** A reference made into a figure, in one basis and kind of time. */
export function resolveKpi(reference: KpiRef, basis: Basis | null, time: TimeKind): KpiFigure {
  const { kpi, variant, statistic } = reference;
  const chosen = chooseBasis(kpi, basis);
  const source: Source = {
    table: kpi.table,
    placement: chosen.placement,
    where: kpi.population.where,
    ...(kpi.credit && { credit: kpi.credit }),
  };
  const { figure } = variant;
  const unit = variant.unit ?? kpi.unit;
  const shared = { ...reference, basis: chosen.basis, better: variant.better ?? kpi.better, source };
  if (figure.kind === 'spread') {
    const of = pickTime(figure.of, time);
    const measure = statisticOf(source, of, statistic ?? figure.usual);
    return {
      ...shared,
      unit: statisticUnit(unit, statistic),
      measure,
      sample: sampleOf(mean(source, of)) ?? count(source),
    };
  }
  const measure = figure.measure(source);
  const sample = figure.sample?.(source) ?? sampleOf(measure) ?? count(source);
  return statistic === 'n'
    ? { ...shared, unit: 'count', measure: sample, sample }
    : { ...shared, unit, measure, sample };
}

function pickTime(timed: Timed, time: TimeKind): Expression {
  return 'op' in timed ? timed : timed[time];
}

function statisticOf(source: Source, of: Expression, statistic: string): Measure {
  if (statistic === 'median') return quantile(source, 0.5, of);
  if (statistic === 'mean') return mean(source, of);
  if (statistic === 'n') return sampleOf(mean(source, of)) ?? count(source);
  const percentile = percentileOf(statistic);
  if (percentile !== null) return quantile(source, percentile / 100, of);
  return share(source, le(of, literal(Number(statistic.slice('within-'.length)))));
}

/** The percentile that `p25` or `p97.5` asks for, from 0, the smallest, to 100, the largest; null where it asks for none. */
function percentileOf(statistic: string): number | null {
  return /^p(?:100|\d{1,2}(?:\.\d{1,15})?)$/.test(statistic) ? Number(statistic.slice(1)) : null;
}

function statisticUnit(unit: Unit, statistic: string | null): Unit {
  if (statistic === 'n') return 'count';
  return statistic?.startsWith('within-') ? 'share' : unit;
}
