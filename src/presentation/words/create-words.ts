import type { DimensionInfo, KpiInfo } from '#contract/schemas/registry.ts';
import { type FactTableName, factTables } from '#domain/kpi/facts/index.ts';
import { formulaSign, parseRef, partsOf } from '../figures/figures.ts';
import { createFormat, type Format } from '../format/create-format.ts';
import type { Texts } from '../i18n/catalogue.ts';
import { createNames, type NameValue } from './create-names.ts';

/** Everything needed to say a result in the reader's words. */
export interface Words {
  readonly format: Format;
  readonly names: NameValue;
  readonly kpis: readonly KpiInfo[];
  readonly dimension: (id: string) => string;
  /** The name of a figure column: KPI, variant and statistic. */
  readonly figure: (ref: string) => string;
  /** The name of a variant alone, where its KPI is said elsewhere. */
  readonly variant: (ref: string) => string;
  /** Whether tickets stand behind a figure; behind presence or costs there are none. */
  readonly opens: (ref: string) => boolean;
  readonly kpiOf: (ref: string) => KpiInfo | null;
  readonly total: string;
  readonly period: string;
  readonly others: string;
}

/** What words are made from: the registries, and which figures open their tickets. */
export interface WordSource {
  readonly kpis: readonly KpiInfo[];
  readonly dimensions: readonly Pick<DimensionInfo, 'id' | 'label'>[];
  readonly opens: (kpi: KpiInfo | null) => boolean;
}

/** Behind a figure of these stand tickets; behind presence or costs there are none. */
export function isOfTickets(kpi: KpiInfo | null): boolean {
  const table = kpi?.fact ?? '';
  return table in factTables && factTables[table as FactTableName].ofTicket;
}

/** Words in the language of `texts`, from the registries. */
export function createWords(texts: Texts, source: WordSource): Words {
  const { t } = texts;
  const format = createFormat(texts.language.startsWith('fr') ? 'fr' : 'en');
  const { kpis } = source;
  const statisticName = (statistic: string) =>
    texts.exists(`vocabulary.statisticShort.${statistic}`)
      ? t(`vocabulary.statisticShort.${statistic as 'median'}`)
      : `≤ ${format.duration(Number(statistic.replace('within-', '')))}`;
  const kpiOf = (ref: string) => kpis.find(({ id }) => id === parseRef(ref).kpi) ?? null;
  const figure = (ref: string): string => {
    const sign = formulaSign(ref);
    if (sign !== null) return partsOf(ref).map(figure).join(` ${sign} `);
    const { variant, statistic } = parseRef(ref);
    const kpi = kpiOf(ref);
    if (kpi === null) return ref;
    if (statistic === 'n') return 'n';
    // The usual variant goes without saying; one that the workspace chose does not.
    const own = kpi.variants.find(({ id }) => id === (variant ?? kpi.defaultVariant));
    const parts = [
      own === undefined ? null : format.text(own.label).toLowerCase(),
      statistic === null ? null : statisticName(statistic),
    ];
    const more = parts.filter((part) => part !== null).join(', ');
    return more === '' ? format.text(kpi.label) : `${format.text(kpi.label)}, ${more}`;
  };
  const variant = (ref: string) => {
    const found = kpiOf(ref)?.variants.find(({ id }) => id === parseRef(ref).variant);
    return found === undefined ? figure(ref) : format.text(found.label);
  };
  const opens = (ref: string) => partsOf(ref).some((part) => source.opens(kpiOf(part)));
  const dimension = (id: string) => {
    const found = source.dimensions.find((each) => each.id === id);
    return found === undefined ? id : format.text(found.label);
  };
  return {
    format,
    names: createNames(texts),
    kpis,
    dimension,
    figure,
    variant,
    opens,
    kpiOf,
    total: t('common.total'),
    period: t('report.period'),
    others: t('report.others'),
  };
}
