import { factTables } from '#domain/kpi/facts/index.ts';
import { describeFormula } from '#domain/kpi/formula/describe-formula.ts';
import type { Benchmark, KpiUnit } from '#domain/kpi/kpi.ts';
import { type DefaultVariants, resolveFigure } from '#domain/kpi/resolve-figure.ts';
import type { KpiStatement, QueryResult } from '#domain/report/query.ts';
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
  readonly help: string;
  readonly lines: readonly Line[];
  /** How it is computed, made of its measure itself. */
  readonly formula: string;
  readonly population: string;
  /** Why it opens no tickets; null where it does. */
  readonly ticketless: string | null;
}

/** The meaning of each figure of an answer, but for its n alone. */
export function tellDefinitions({ meta }: QueryResult, words: Words, texts: Texts): readonly Definition[] {
  const { format } = words;
  const statements = meta.definitions.filter(({ ref }) => parseRef(ref).statistic !== 'n');
  return statements.map((statement) => {
    const { ref, basis } = statement;
    const figure = resolveFigure(ref, { basis, time: meta.time, defaults: defaultsOf(statement, words) });
    const { kpi, variant, sample } = figure;
    return {
      ref,
      title: words.figure(ref),
      help: format.text(kpi.help),
      lines: linesOf(
        statement,
        { variant: format.text(variant.label), benchmark: kpi.benchmark, unit: kpi.unit, n: meta.n[ref] ?? null },
        words,
        texts,
      ),
      formula: format.text(describeFormula(figure)),
      population: format.text(kpi.population.text),
      ticketless: factTables[sample.source.table].ofTicket ? null : texts.t('report.noTickets'),
    };
  });
}

interface Told {
  readonly variant: string;
  readonly benchmark: Benchmark | undefined;
  readonly unit: KpiUnit;
  readonly n: number | null;
}

function linesOf(statement: KpiStatement, told: Told, { format }: Words, { t }: Texts): readonly Line[] {
  const { variant, benchmark, unit, n } = told;
  const lines: Line[] = [];
  if (statement.variant !== null) {
    const chosen = t(`report.variantOf.${statement.variantFrom}`);
    lines.push({ name: t('report.variant'), value: `${variant} (${chosen})` });
  }
  if (statement.basis !== null) {
    lines.push({ name: t('report.basisLabel'), value: t(`vocabulary.basis.${statement.basis}`) });
  }
  lines.push({ name: t('report.definition'), value: t('report.version', { version: statement.version }) });
  if (benchmark !== undefined) {
    const value = `${format.value(benchmark.value, unit)} (${format.text(benchmark.source)})`;
    lines.push({ name: t('report.benchmark'), value });
  }
  if (n !== null) lines.push({ name: 'n', value: format.count(n) });
  return lines;
}

/** The variants meant where a reference names none: the one that was measured, and the choices of the workspace. */
function defaultsOf({ kpi, variant }: KpiStatement, { kpis }: Words): DefaultVariants {
  const chosen = kpis.flatMap(({ id, defaultVariant }) =>
    defaultVariant === null ? [] : [[id, defaultVariant] as const],
  );
  return { ...Object.fromEntries(chosen), ...(variant === null ? {} : { [kpi]: variant }) };
}
