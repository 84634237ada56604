import { type Look, seriesPalette, tokenHex } from '../colors/series.ts';
import { type FigureColumn, type Figures, isPromise, numberAt } from '../figures/figures.ts';
import { levelOf } from '../figures/level-of.ts';
import type { DrillCell } from '../question/drill.ts';
import { cellsOf, type Frame } from '../table/table-of-figures.ts';
import type { Words } from '../words/create-words.ts';
import { baseOption, categoryAxis, type Drawn, seriesShown, valueAxis } from './picture.ts';
import { highestReference, referenceLines } from './reference-lines.ts';

const groupsShown = 20;

interface Bar {
  readonly value: number;
  readonly cells: readonly DrillCell[];
  readonly name: string;
}

/** Groups with a figure, the largest first. */
function barsOf(figures: Figures, column: FigureColumn | undefined, words: Words): readonly Bar[] {
  const { labels } = figures.result.meta;
  const bars = figures.result.rows.flatMap((row) => {
    const value = numberAt(row, column?.index ?? null);
    const cells = cellsOf(figures, row);
    const name = cells.map(({ dimension, value: each }) => words.names(dimension, each, labels)).join(' · ');
    return value === null ? [] : [{ value, cells, name }];
  });
  return bars.sort((one, other) => other.value - one.value);
}

/** Promises are coloured by how well they are kept, few groups each in its own colour, many in one. */
function colorsOf(bars: readonly Bar[], column: FigureColumn | undefined, look: Look): (bar: Bar) => string {
  const { scheme } = look;
  if (column !== undefined && isPromise(column.id) && column.unit === 'share') {
    return ({ value }) => tokenHex(scheme, `${levelOf(value)}Fill`);
  }
  if (bars.length > seriesShown) return () => tokenHex(scheme, 'accent');
  const entityOf = ({ cells }: Bar) => cells.map(({ value }) => value ?? '~').join('+');
  const dimension = bars[0]?.cells.map((cell) => cell.dimension).join('+') ?? '';
  const palette = seriesPalette(look, dimension, bars.map(entityOf));
  return (bar) => palette(entityOf(bar));
}

/** The largest groups as bars lying down, so that names stay readable. */
export function drawByGroup(figures: Figures, frame: Frame, look: Look, words: Words): Drawn {
  const { scheme } = look;
  const [column] = figures.columns;
  const all = barsOf(figures, column, words);
  const bars = all.slice(0, groupsShown).reverse();
  const colorOf = colorsOf(bars, column, look);
  const unit = column?.unit ?? 'count';
  const told = (value: number, dense: boolean) => words.format.value(value, unit, { time: frame.time, dense });
  const top = Math.max(bars.at(-1)?.value ?? 0, highestReference(column, words));
  const marked = referenceLines(column, 'xAxis', scheme, words);
  const base = baseOption(scheme);
  const names = categoryAxis(
    scheme,
    bars.map(({ name }) => name),
  );
  const data = bars.map((bar) => ({
    value: bar.value,
    itemStyle: { color: colorOf(bar), borderRadius: [0, 3, 3, 0] },
  }));
  return {
    height: Math.max(160, bars.length * 26 + 48),
    cut: all.length > bars.length,
    drillOf: ({ index }) => {
      const bar = bars[index];
      return bar === undefined || column === undefined
        ? null
        : { kpi: column.id, period: frame.period, cells: bar.cells };
    },
    option: {
      ...base,
      legend: { show: false },
      grid: { ...(base.grid as object), top: marked === undefined ? 4 : 20, right: 64 },
      tooltip: { ...(base.tooltip as object), valueFormatter: (value: number) => told(value, false) },
      xAxis: {
        ...valueAxis(scheme, unit, words, top),
        ...(unit === 'share' && top > 0.5 ? { interval: 0.25 } : { splitNumber: 4 }),
      },
      yAxis: { ...names, axisLabel: { color: tokenHex(scheme, 'text'), width: 180, overflow: 'truncate' } },
      series: [
        {
          type: 'bar',
          name: column === undefined ? '' : words.figure(column.id),
          barMaxWidth: 18,
          data,
          ...(marked === undefined ? {} : { markLine: marked }),
          label: {
            show: true,
            position: 'right',
            color: tokenHex(scheme, 'muted'),
            formatter: ({ value }: { value: number }) => told(value, true),
          },
        },
      ],
    },
  };
}
