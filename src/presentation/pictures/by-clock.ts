import { type Look, seriesPalette } from '../colors/series.ts';
import { type Figures, numberAt } from '../figures/figures.ts';
import type { Frame } from '../table/table-of-figures.ts';
import type { Words } from '../words/create-words.ts';
import { dashOf, hatched, symbolOf } from './marks.ts';
import { baseOption, categoryAxis, type Drawn, valueAxis } from './picture.ts';

const places: Readonly<Record<string, readonly number[]>> = {
  hour: Array.from({ length: 24 }, (_, hour) => hour),
  weekday: [1, 2, 3, 4, 5, 6, 7],
};

/** Figures of one unit along the hours of the day or the days of the week, in their own order. Null where they are not so grouped. */
export function drawByClock(figures: Figures, frame: Frame, look: Look, words: Words): Drawn | null {
  const [dimension, ...others] = figures.dimensions;
  const along = dimension === undefined ? undefined : places[dimension.id];
  const [first] = figures.columns;
  if (dimension === undefined || along === undefined || others.length > 0 || first === undefined) return null;
  const { scheme } = look;
  const columns = figures.columns.filter(({ unit }) => unit === first.unit);
  const rowAt = new Map(figures.result.rows.map((row) => [Number(row[dimension.index]), row]));
  const ids = columns.map(({ id }) => id);
  const colorOf = seriesPalette(look, 'kpi', ids);
  const top = Math.max(0, ...columns.flatMap(({ index }) => along.map((at) => numberAt(rowAt.get(at), index) ?? 0)));
  const base = baseOption(scheme);
  return {
    height: 320,
    cut: false,
    drillOf: ({ series, index }) => {
      const [column, at] = [columns[series], along[index]];
      if (column === undefined || at === undefined) return null;
      return { kpi: column.id, period: frame.period, cells: [{ dimension: dimension.id, value: String(at) }] };
    },
    option: {
      ...base,
      aria: hatched,
      legend: { ...(base.legend as object), show: columns.length > 1, icon: undefined },
      tooltip: {
        ...(base.tooltip as object),
        trigger: 'axis',
        valueFormatter: (value: number | null) => words.format.value(value ?? null, first.unit, { time: frame.time }),
      },
      xAxis: categoryAxis(
        scheme,
        along.map((at) => words.names(dimension.id, at)),
      ),
      yAxis: valueAxis(scheme, first.unit, words, top),
      series: columns.map(({ id, index }, place) => ({
        type: 'line',
        name: words.figure(id),
        color: colorOf(id),
        areaStyle: { opacity: 0.2 },
        lineStyle: { width: 2, type: dashOf(place) },
        symbol: symbolOf(place),
        symbolSize: 6,
        data: along.map((at) => numberAt(rowAt.get(at), index)),
      })),
    },
  };
}
