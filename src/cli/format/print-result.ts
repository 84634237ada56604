import type { LocalText } from '#domain/error.ts';
import { kpis } from '#domain/kpi/index.ts';
import { getDimension } from '#domain/report/dimension.ts';
import type { Cell, QueryResult, ResultColumn } from '#domain/report/query.ts';
import type { Cli } from '../cli.ts';
import { formatCell, formatNumber, formatSpan } from './figures.ts';
import { printTable } from './table.ts';

/** Prints the answer to a question: as JSON whole, else as a table with what the figures rest on below. */
export async function printResult(
  cli: Cli,
  result: QueryResult,
  notices: readonly LocalText[],
  json: boolean,
): Promise<void> {
  if (json) {
    return cli.printJson({ ...result, meta: { ...result.meta, notices: notices.map((notice) => cli.text(notice)) } });
  }
  const { columns, rows, total } = result;
  const grouped = columns.some(({ role }) => role === 'period' || role === 'dimension');
  const shown = grouped ? rows.map((row) => textsOf(cli, result, row)) : [];
  const last = textsOf(cli, result, total);
  if (grouped) last[0] = cli.text({ en: 'All', fr: 'Ensemble' });
  await printTable(
    cli,
    columns.map((column) => ({
      title: titleOf(cli, column),
      align: column.role === 'kpi' || column.role === 'compare' ? 'right' : 'left',
    })),
    [...shown, last],
  );
  await cli.note('');
  for (const line of footOf(cli, result)) await cli.note(line);
  for (const notice of notices) await cli.note(cli.text(notice));
}

function textsOf(cli: Cli, { columns, meta }: QueryResult, row: readonly Cell[]): string[] {
  return columns.map(({ id, unit, role }, at) => {
    const cell = row[at] ?? null;
    const name = role === 'dimension' && cell !== null ? meta.labels[id]?.[String(cell)] : undefined;
    return name ?? formatCell(cell, unit, cli.language);
  });
}

const periodTitle: LocalText = { en: 'Period', fr: 'Période' };
const comparedTo: LocalText = { en: 'before', fr: 'avant' };

/** A column's name for people: the label of its KPI or dimension, with the statistic. */
function titleOf(cli: Cli, { id, role }: ResultColumn): string {
  if (role === 'period') return cli.text(periodTitle);
  if (role === 'dimension') return cli.text(getDimension(id).label);
  return titleOfColumn(cli, id, role);
}

/** The name of a KPI column, or of the column it is compared with. */
export function titleOfColumn(cli: Cli, id: string, role: 'kpi' | 'compare' = 'kpi'): string {
  const [, kpiId, rest] = /^([a-z-]+)(.*)$/.exec(id) ?? [];
  const kpi = kpis.find((one) => one.id === kpiId);
  if (!kpi) return id;
  const words = (rest ?? '')
    .split(/[.:]/)
    .filter((word) => word !== '' && !(role === 'compare' && /^(previous|year)$/.test(word)))
    .map((word) => (kpi.variants[word] ? cli.text(kpi.variants[word].label) : statisticWords(cli, word)));
  if (role === 'compare') words.push(cli.text(comparedTo));
  return words.length === 0 ? cli.text(kpi.label) : `${cli.text(kpi.label)} (${words.join(', ')})`;
}

const statistics: Readonly<Record<string, LocalText>> = {
  median: { en: 'median', fr: 'médiane' },
  mean: { en: 'mean', fr: 'moyenne' },
};

function statisticWords(cli: Cli, word: string): string {
  const [, seconds] = /^within-(\d+)$/.exec(word) ?? [];
  if (seconds === undefined) return statistics[word] ? cli.text(statistics[word]) : word;
  const limit = formatSpan(Number(seconds), cli.language);
  return cli.text({ en: `within ${limit}`, fr: `en moins de ${limit}` });
}

/** What the figures rest on: period, zone, population and freshness. */
function footOf(cli: Cli, { meta }: QueryResult): string[] {
  const count = (value: number) => formatNumber(value, cli.language, 0);
  const time = cli.text(
    meta.time === 'business'
      ? { en: 'business time', fr: 'temps ouvré' }
      : { en: 'calendar time', fr: 'temps calendaire' },
  );
  const ns = Object.entries(meta.n).map(([id, n]) => `${id} n = ${count(n)}`);
  const lines = [`${meta.from} → ${meta.to} · ${meta.timeZone} · ${time}`, ns.join(' · ')];
  if (meta.freshness)
    lines.push(cli.text({ en: `Data up to ${meta.freshness}`, fr: `Données jusqu’à ${meta.freshness}` }));
  if (meta.running)
    lines.push(
      cli.text({ en: `Clocks still running: ${count(meta.running)}`, fr: `Délais en cours : ${count(meta.running)}` }),
    );
  if (meta.bounded > 0) {
    lines.push(
      cli.text({
        en: `Bounded by two observations only: ${count(meta.bounded)}`,
        fr: `Encadrés par deux observations seulement : ${count(meta.bounded)}`,
      }),
    );
  }
  if (meta.truncated)
    lines.push(cli.text({ en: 'Only the first groups are shown.', fr: 'Seuls les premiers groupes sont montrés.' }));
  return lines.filter((line) => line !== '');
}
