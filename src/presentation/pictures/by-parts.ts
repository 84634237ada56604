import { type Look, seriesPalette, tokenHex } from '../colors/series.ts';
import { type FigureColumn, type Figures, numberAt, parseRef } from '../figures/figures.ts';
import { cellsOf, type Frame } from '../table/table-of-figures.ts';
import type { Words } from '../words/create-words.ts';
import { hatched } from './marks.ts';
import { baseOption, categoryAxis, type Drawn, valueAxis } from './picture.ts';

const groupsShown = 20;

interface Parts {
  readonly columns: readonly FigureColumn[];
  /** Whether they add up to something: variants of one KPI, counted or summed. */
  readonly add: boolean;
}

/** The figures that stand together in a bar: variants of one KPI that add up, else all in the unit of the first. */
export function partsIn(columns: readonly FigureColumn[]): Parts {
  const plain = columns.filter(({ id, unit }) => parseRef(id).statistic === null && unit !== 'share');
  const byKpi = [...Map.groupBy(plain, ({ id, unit }) => `${parseRef(id).kpi} ${unit}`).values()];
  const whole = byKpi.find((each) => each.length >= 2);
  if (whole !== undefined) return { columns: whole, add: true };
  return { columns: columns.filter(({ unit }) => unit === columns[0]?.unit), add: false };
}

/** The largest groups, each with its parts on top of each other, or side by side where they do not add up. */
export function drawByParts(figures: Figures, frame: Frame, look: Look, words: Words): Drawn | null {
  const { columns, add } = partsIn(figures.columns);
  const [first] = columns;
  if (first === undefined || columns.length < 2) return null;
  const { scheme } = look;
  const { rows, meta } = figures.result;
  const weightOf = (row: (typeof rows)[number]) =>
    columns.slice(0, add ? columns.length : 1).reduce((sum, { index }) => sum + (numberAt(row, index) ?? 0), 0);
  const ranked = rows.toSorted((one, other) => weightOf(other) - weightOf(one));
  const shown = ranked.slice(0, groupsShown).reverse();
  const colorOf = seriesPalette(
    look,
    'kpi',
    columns.map(({ id }) => id),
  );
  const names = shown.map((row) =>
    cellsOf(figures, row)
      .map(({ dimension, value }) => words.names(dimension, value, meta.labels))
      .join(' · '),
  );
  const top = Math.max(
    0,
    ...shown.map((row) => (add ? weightOf(row) : Math.max(...columns.map(({ index }) => numberAt(row, index) ?? 0)))),
  );
  const base = baseOption(scheme);
  return {
    height: Math.max(180, shown.length * (add ? 26 : 14 * columns.length + 8) + 72),
    cut: ranked.length > shown.length,
    drillOf: ({ series, index }) => {
      const [column, row] = [columns[series], shown[index]];
      if (column === undefined || row === undefined) return null;
      return { kpi: column.id, period: frame.period, cells: cellsOf(figures, row) };
    },
    option: {
      ...base,
      aria: hatched,
      tooltip: {
        ...(base.tooltip as object),
        trigger: 'axis',
        axisPointer: { type: 'shadow' },
        valueFormatter: (value: number | null) => words.format.value(value ?? null, first.unit, { time: frame.time }),
      },
      xAxis: { ...valueAxis(scheme, first.unit, words, top), splitNumber: 4 },
      yAxis: {
        ...categoryAxis(scheme, names),
        axisLabel: { color: tokenHex(scheme, 'text'), width: 180, overflow: 'truncate' },
      },
      series: columns.map(({ id, index }) => ({
        type: 'bar',
        ...(add ? { stack: 'all' } : {}),
        name: words.figure(id),
        barMaxWidth: add ? 18 : 12,
        color: colorOf(id),
        data: shown.map((row) => numberAt(row, index)),
      })),
    },
  };
}
