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
  /** The same in a few words, for the heads of tables, where the whole name is at hand. */
  readonly short: (ref: string) => string;
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
  const statisticOf = (statistic: string | null) => (statistic === null ? null : statisticName(statistic));
  const joined = (name: string, more: readonly (string | null)[]) =>
    [name, ...more.filter((part) => part !== null)].join(', ');
  const kpiOf = (ref: string) => kpis.find(({ id }) => id === parseRef(ref).kpi) ?? null;
  /** The usual variant goes without saying; one that the workspace chose does not. */
  const partsOfRef = (ref: string) => {
    const { variant: asked, statistic } = parseRef(ref);
    const kpi = kpiOf(ref);
    return { kpi, own: kpi?.variants.find(({ id }) => id === (asked ?? kpi.defaultVariant)), statistic };
  };
  const figure = (ref: string): string => {
    const sign = formulaSign(ref);
    if (sign !== null) return partsOf(ref).map(figure).join(` ${sign} `);
    const { kpi, own, statistic } = partsOfRef(ref);
    if (kpi === null) return ref;
    if (statistic === 'n') return 'n';
    const parts = [own === undefined ? null : format.text(own.label).toLowerCase(), statisticOf(statistic)];
    return joined(format.text(kpi.label), parts);
  };
  const short = (ref: string): string => {
    const sign = formulaSign(ref);
    if (sign !== null) return partsOf(ref).map(short).join(` ${sign} `);
    const { kpi, own, statistic } = partsOfRef(ref);
    if (kpi === null) return ref;
    return statistic === 'n' ? 'n' : joined(format.text((own ?? kpi).short), [statisticOf(statistic)]);
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
    short,
    variant,
    opens,
    kpiOf,
    total: t('common.total'),
    period: t('report.period'),
    others: t('report.others'),
  };
}
