import type { Unit } from '#domain/report/query.ts';
import type { Picture } from '#domain/report/report.ts';
import { type Look, seriesPalette, tokenHex } from '../colors/series.ts';
import { type FigureColumn, type Figures, numberAt } from '../figures/figures.ts';
import type { DrillCell } from '../question/drill.ts';
import { bucketPeriod } from '../question/period.ts';
import { cellsOf, type Frame, textOf } from '../table/table-of-figures.ts';
import type { Words } from '../words/create-words.ts';
import { partsIn } from './by-parts.ts';
import { dashOf, hatched, symbolOf } from './marks.ts';
import { baseOption, categoryAxis, type Drawn, seriesShown, valueAxis } from './picture.ts';
import { highestReference, referenceLines } from './reference-lines.ts';

interface Line {
  /** What its colour belongs to. */
  readonly entity: string;
  readonly name: string;
  readonly column: FigureColumn;
  /** Null where the line stands for several groups. */
  readonly cells: readonly DrillCell[] | null;
  readonly values: (number | null)[];
  weight: number;
}

/** One line a group for the first figure; without groups, one a figure of the same unit. */
function linesOf(figures: Figures, buckets: readonly string[], words: Words): readonly Line[] {
  const [first] = figures.columns;
  if (first === undefined || figures.period === null) return [];
  const place = new Map(buckets.map((bucket, index) => [bucket, index]));
  const grouped = figures.dimensions.length > 0;
  const weigher = first.unit === 'count' ? first : figures.columns.find(({ unit }) => unit === 'count');
  const columns = grouped ? [first] : figures.columns.filter(({ unit }) => unit === first.unit);
  const lines = new Map<string, Line>();
  for (const row of figures.result.rows) {
    const cells = cellsOf(figures, row);
    for (const column of columns) {
      const entity = grouped ? cells.map(({ value }) => value ?? '~').join('+') : column.id;
      const line = lines.get(entity) ?? emptyLine(entity, cells, column, buckets.length, figures, words);
      lines.set(entity, line);
      const value = numberAt(row, column.index);
      line.values[place.get(textOf(row[figures.period]) ?? '') ?? 0] = value;
      line.weight += numberAt(row, weigher?.index ?? column.index) ?? 0;
    }
  }
  return [...lines.values()].sort((one, other) => other.weight - one.weight);
}

function emptyLine(
  entity: string,
  cells: readonly DrillCell[],
  column: FigureColumn,
  length: number,
  figures: Figures,
  words: Words,
): Line {
  const { labels } = figures.result.meta;
  const name =
    cells.length > 0
      ? cells.map(({ dimension, value }) => words.names(dimension, value, labels)).join(' · ')
      : words.figure(column.id);
  return { entity, name, column, cells, values: new Array<number | null>(length).fill(null), weight: 0 };
}

/** What the picture leaves out, as one line: only counts add up. */
function othersOf(left: readonly Line[], words: Words): readonly Line[] {
  const [first] = left;
  if (first?.column.unit !== 'count') return [];
  const values = first.values.map((_, index) => left.reduce((sum, line) => sum + (line.values[index] ?? 0), 0));
  return [{ ...first, entity: '', name: words.others, cells: null, values }];
}

/** Figures that stand on top of each other: groups, and figures that are parts of one; a whole beside its parts is a line. */
export function stackOf(columns: readonly FigureColumn[], isGrouped: boolean): (column: FigureColumn) => boolean {
  if (isGrouped) return () => true;
  const parts = partsIn(columns);
  return (column) => parts.add && parts.columns.includes(column);
}

function seriesOf(line: Line, place: number, color: string, picture: Picture, alone: boolean, stacks: boolean) {
  const shared = { name: line.name, data: line.values, color, emphasis: { focus: 'series' as const } };
  if (picture === 'stacked' && stacks) return { ...shared, type: 'bar', stack: 'all', barMaxWidth: 36 };
  if (picture === 'columns' && alone) {
    return { ...shared, type: 'bar', barMaxWidth: 36, itemStyle: { borderRadius: [3, 3, 0, 0] } };
  }
  return {
    ...shared,
    type: 'line',
    // A value between two gaps has no line: only its point shows it.
    showSymbol: line.values.length <= 40 || line.values.includes(null),
    symbolSize: 6,
    symbol: symbolOf(place),
    lineStyle: { width: 2, type: dashOf(place) },
    ...(picture === 'area' && (alone || stacks) ? { areaStyle: { opacity: alone ? 0.1 : 0.25 } } : {}),
    ...(picture === 'area' && !alone && stacks ? { stack: 'all' } : {}),
  };
}

/** An axis of small shares ends a little above the line it is compared with. */
function axisEnd(isUnmarked: boolean, unit: Unit, top: number) {
  return isUnmarked || unit !== 'share' || top > 0.5 ? {} : { max: Math.ceil(top * 12) / 10 };
}

/** Where an axis of shares begins: a tenth below the lowest, while all are in the upper half. */
function floorOfShares(values: readonly number[]): number {
  const lowest = Math.min(1, ...values);
  return lowest <= 0.5 ? 0 : Math.floor((lowest - 0.02) * 10) / 10;
}

/** Figures along time; a gap in the data is a gap in the line, never a zero. */
export function drawOverTime(figures: Figures, frame: Frame, picture: Picture, look: Look, words: Words): Drawn {
  const { scheme } = look;
  const every = frame.every ?? 'day';
  const at = figures.period ?? 0;
  const buckets = [...new Set(figures.result.rows.map((row) => textOf(row[at]) ?? ''))].sort();
  const all = linesOf(figures, buckets, words);
  const shown = all.slice(0, seriesShown);
  const others = picture === 'stacked' ? othersOf(all.slice(seriesShown), words) : [];
  const lines = [...shown, ...others];
  const dimension = figures.dimensions.map(({ id }) => id).join('+') || 'kpi';
  const colorOf = seriesPalette(
    look,
    dimension,
    shown.map(({ entity }) => entity),
  );
  const unit = lines[0]?.column.unit ?? 'count';
  const known = lines.flatMap(({ values }) => values.flatMap((value) => value ?? []));
  const [firstColumn] = figures.columns;
  const top = Math.max(0, ...known, highestReference(firstColumn, words));
  const marked = referenceLines(firstColumn, 'yAxis', scheme, words);
  // Only lines of shares may begin above zero: bars and areas are read by their length.
  const drawnAsLines = picture !== 'stacked' && picture !== 'columns' && picture !== 'area';
  const lowest = unit === 'share' && drawnAsLines && marked === undefined ? floorOfShares(known) : 0;
  const stacks = stackOf(figures.columns, figures.dimensions.length > 0);
  const base = baseOption(scheme);
  return {
    height: 320,
    cut: all.length > shown.length && others.length === 0,
    drillOf: ({ series, index }) => {
      const line = lines[series];
      const bucket = buckets[index];
      if (line == null || line.cells === null || bucket === undefined || line.values[index] == null) return null;
      return { kpi: line.column.id, period: bucketPeriod(bucket.slice(0, 10), every, frame.period), cells: line.cells };
    },
    option: {
      ...base,
      ...(lines.length > 1 && !drawnAsLines ? { aria: hatched } : {}),
      legend: {
        ...(base.legend as object),
        show: lines.length > 1,
        ...(drawnAsLines ? { icon: undefined, itemWidth: 22 } : {}),
      },
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
      yAxis: {
        ...valueAxis(scheme, unit, words, top),
        ...(lowest > 0 ? { min: lowest } : {}),
        ...axisEnd(marked === undefined, unit, top),
      },
      series: lines.map((line, place) => {
        const color = line.cells === null ? tokenHex(scheme, 'lineStrong') : colorOf(line.entity);
        const drawn = seriesOf(line, place, color, picture, lines.length === 1, stacks(line.column));
        return place === 0 && marked !== undefined ? { ...drawn, markLine: marked } : drawn;
      }),
    },
  };
}
