import type { LocalText } from '#domain/error.ts';
import { describeFormula } from '#domain/kpi/formula/describe-formula.ts';
import type { Kpi, Variant } from '#domain/kpi/kpi.ts';
import { type DefaultVariants, resolveFigure } from '#domain/kpi/resolve-figure.ts';
import { canBeDefault, statisticsOf } from '#domain/kpi/resolve-kpi.ts';
import type { KpiInfo } from './schemas/registry.ts';

const statistics = ['median', 'mean', 'p90', 'within', 'n'] as const;

/** A KPI of the registry as clients see it. */
export function describeKpi(kpi: Kpi, defaults: DefaultVariants): KpiInfo {
  const variants = Object.entries(kpi.variants);
  const preferred = defaults[kpi.id];
  return {
    id: kpi.id,
    label: kpi.label,
    short: kpi.short ?? kpi.label,
    help: kpi.help,
    unit: kpi.unit,
    better: kpi.better === 'neither' ? null : kpi.better,
    fact: kpi.table,
    basis: kpi.bases[0].basis,
    population: kpi.population.text,
    version: kpi.version,
    statistics: statisticsIn(kpi),
    // A KPI with one way of being measured has no choice to offer.
    variants: variants.length > 1 ? variants.map(([id, variant]) => describeVariant(kpi, id, variant)) : [],
    formula: formulaOf(kpi.id, defaults),
    usualVariant: variants.length > 1 ? (variants[0]?.[0] ?? null) : null,
    defaultVariant: preferred !== undefined && preferred in kpi.variants ? preferred : null,
    benchmark: kpi.benchmark ?? null,
  };
}

function describeVariant(kpi: Kpi, id: string, variant: Variant): KpiInfo['variants'][number] {
  const { label, help, unit } = variant;
  return {
    id,
    label,
    short: variant.short ?? shortOf(kpi, label),
    help,
    unit: unit ?? kpi.unit,
    formula: formulaOf(`${kpi.id}.${id}`, {}),
    mayBeDefault: canBeDefault(kpi, variant),
  };
}

function shortOf({ short, label: own, namedByVariant = false }: Kpi, label: LocalText): LocalText {
  if (namedByVariant) return label;
  const { en, fr } = short ?? own;
  return { en: `${en}, ${label.en.toLowerCase()}`, fr: `${fr}, ${label.fr.toLowerCase()}` };
}

function formulaOf(ref: string, defaults: DefaultVariants): LocalText {
  return describeFormula(resolveFigure(ref, { basis: null, time: 'calendar', defaults }));
}

/** Of durations only: elsewhere the figure itself is the statistic. */
function statisticsIn(kpi: Kpi): KpiInfo['statistics'] {
  const spread = Object.values(kpi.variants).find(({ figure }) => figure.kind === 'spread');
  if (spread === undefined) return [];
  const offered = new Set(statisticsOf(kpi, spread).map((statistic) => statistic.replace('-<seconds>', '')));
  return statistics.filter((statistic) => offered.has(statistic));
}
