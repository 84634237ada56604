import type { Cell } from '#domain/report/query.ts';
import type { Picture } from '#domain/report/report.ts';
import type { DrillCell } from '../../state/drill.ts';
import { type FigureColumn, type Figures, numberAt } from '../../state/figures.ts';
import { bucketPeriod } from '../../state/period.ts';
import { seriesColor } from '../../theme/series.ts';
import type { Scheme } from '../../theme/tokens.ts';
import { cellsOf, type Frame, textOf } from '../table-of-figures.ts';
import type { Words } from '../use-words.ts';
import { baseOption, categoryAxis, type Drawn, seriesShown, valueAxis } from './picture.ts';

interface Line {
  readonly name: string;
  readonly color: string;
  readonly column: FigureColumn;
  readonly cells: readonly DrillCell[];
  readonly values: (number | null)[];
  weight: number;
}

/** One line a group for the first figure; without groups, one a figure of the same unit. */
function linesOf(figures: Figures, buckets: readonly string[], scheme: Scheme, words: Words): readonly Line[] {
  const [first] = figures.columns;
  if (first === undefined || figures.period === null) return [];
  const place = new Map(buckets.map((bucket, index) => [bucket, index]));
  const columns = figures.dimensions.length > 0 ? [first] : figures.columns.filter(({ unit }) => unit === first.unit);
  const lines = new Map<string, Line>();
  for (const row of figures.result.rows) {
    for (const column of columns) {
      const line = lineFor(lines, row, column, figures, buckets.length, scheme, words);
      const value = numberAt(row, column.index);
      line.values[place.get(textOf(row[figures.period]) ?? '') ?? 0] = value;
      line.weight += value ?? 0;
    }
  }
  return [...lines.values()];
}

function lineFor(
  lines: Map<string, Line>,
  row: readonly Cell[],
  column: FigureColumn,
  figures: Figures,
  length: number,
  scheme: Scheme,
  words: Words,
): Line {
  const cells = cellsOf(figures, row);
  const { labels } = figures.result.meta;
  const grouped = cells.length > 0;
  const key = grouped ? JSON.stringify(cells) : column.id;
  const known = lines.get(key);
  if (known !== undefined) return known;
  const name = grouped
    ? cells.map(({ dimension, value }) => words.names(dimension, value, labels)).join(' · ')
    : words.figure(column.id);
  const dimension = cells.map((cell) => cell.dimension).join('+');
  const color = grouped
    ? seriesColor(scheme, dimension, cells.map(({ value }) => value ?? '~').join('+'))
    : seriesColor(scheme, 'kpi', column.id);
  const line = { name, color, column, cells, values: new Array<number | null>(length).fill(null), weight: 0 };
  lines.set(key, line);
  return line;
}

function seriesOf(line: Line, picture: Picture, few: boolean) {
  const shared = { name: line.name, data: line.values, color: line.color, emphasis: { focus: 'series' as const } };
  if (picture === 'stacked') return { ...shared, type: 'bar', stack: 'all', barMaxWidth: 36 };
  if (picture === 'columns' && few)
    return { ...shared, type: 'bar', barMaxWidth: 36, itemStyle: { borderRadius: [3, 3, 0, 0] } };
  return {
    ...shared,
    type: 'line',
    showSymbol: line.values.length <= 40,
    symbolSize: 6,
    symbol: 'circle',
    lineStyle: { width: 2 },
    ...(picture === 'area' || few ? { areaStyle: { opacity: few ? 0.1 : 0.25 } } : {}),
    ...(picture === 'area' && !few ? { stack: 'all' } : {}),
  };
}

/** Figures along time; a gap in the data is a gap in the line, never a zero. */
export function drawOverTime(figures: Figures, frame: Frame, picture: Picture, scheme: Scheme, words: Words): Drawn {
  const every = frame.every ?? 'day';
  const at = figures.period ?? 0;
  const buckets = [...new Set(figures.result.rows.map((row) => textOf(row[at]) ?? ''))].sort();
  const all = [...linesOf(figures, buckets, scheme, words)].sort((one, other) => other.weight - one.weight);
  const lines = all.slice(0, seriesShown);
  const unit = lines[0]?.column.unit ?? 'count';
  const base = baseOption(scheme);
  return {
    height: 320,
    cut: all.length > lines.length,
    drillOf: ({ series, index }) => {
      const line = lines[series];
      const bucket = buckets[index];
      if (line === undefined || bucket === undefined || line.values[index] == null) return null;
      return { kpi: line.column.id, period: bucketPeriod(bucket.slice(0, 10), every, frame.period), cells: line.cells };
    },
    option: {
      ...base,
      legend: { ...(base.legend as object), show: lines.length > 1 },
      grid: { ...(base.grid as object), top: lines.length > 1 ? 36 : 12 },
      tooltip: {
        ...(base.tooltip as object),
        trigger: 'axis',
        order: 'valueDesc',
        valueFormatter: (value: number | null) => words.format.value(value ?? null, unit, { time: frame.time }),
      },
      xAxis: categoryAxis(
        scheme,
        buckets.map((bucket) => words.format.bucket(bucket, every, true)),
      ),
      yAxis: valueAxis(scheme, unit, words),
      series: lines.map((line) => seriesOf(line, picture, lines.length === 1)),
    },
  };
}
