import type { QueryResult } from '#domain/report/query.ts';
import { parseRef } from '../figures/figures.ts';
import type { Texts } from '../i18n/catalogue.ts';
import type { Words } from '../words/create-words.ts';

/** A name and what it is: one line of what a figure means. */
export interface Line {
  readonly name: string;
  readonly value: string;
}

/** What one figure means exactly. */
export interface Definition {
  readonly ref: string;
  readonly title: string;
  readonly help: string | null;
  readonly lines: readonly Line[];
  readonly population: string;
}

/** The meaning of each figure of an answer, but for its n alone. */
export function tellDefinitions({ meta }: QueryResult, words: Words, { t }: Texts): readonly Definition[] {
  const { format } = words;
  const statements = meta.definitions.filter(({ ref }) => parseRef(ref).statistic !== 'n');
  return statements.map((statement) => {
    const kpi = words.kpiOf(statement.ref);
    const variant = kpi?.variants.find(({ id }) => id === statement.variant);
    const several = kpi !== null && kpi.variants.length > 1;
    const n = meta.n[statement.ref] ?? null;
    const lines: Line[] = [];
    if (several && variant !== undefined) lines.push({ name: t('report.variant'), value: format.text(variant.label) });
    if (statement.basis !== null) {
      lines.push({ name: t('report.basisLabel'), value: t(`vocabulary.basis.${statement.basis}`) });
    }
    lines.push({ name: t('report.definition'), value: t('report.version', { version: statement.version }) });
    if (kpi?.benchmark != null) {
      const { value, source } = kpi.benchmark;
      lines.push({ name: t('report.benchmark'), value: `${format.value(value, kpi.unit)} (${source})` });
    }
    if (n !== null) lines.push({ name: 'n', value: format.count(n) });
    return {
      ref: statement.ref,
      title: words.figure(statement.ref),
      help: kpi === null ? null : format.text(kpi.help),
      lines,
      population: kpi === null ? statement.population : format.text(kpi.population),
    };
  });
}
