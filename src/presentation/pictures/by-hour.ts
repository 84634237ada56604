import { type Look, tokenHex } from '../colors/series.ts';
import { type FigureColumn, type Figures, numberAt } from '../figures/figures.ts';
import type { Frame } from '../table/table-of-figures.ts';
import type { Words } from '../words/create-words.ts';
import { baseOption, categoryAxis, type Drawn } from './picture.ts';

const hours = Array.from({ length: 24 }, (_, hour) => hour);
const weekdays = [7, 6, 5, 4, 3, 2, 1];

/** Hour by weekday, Monday on top: when things happen. */
export function drawByHour(figures: Figures, column: FigureColumn, frame: Frame, look: Look, words: Words): Drawn {
  const { scheme } = look;
  const at = (id: string) => figures.dimensions.find((dimension) => dimension.id === id)?.index ?? 0;
  const cells = figures.result.rows.flatMap((row) => {
    const value = numberAt(row, column.index);
    const [hour, weekday] = [Number(row[at('hour')]), Number(row[at('weekday')])];
    return value === null ? [] : [{ hour, weekday, value }];
  });
  const unit = column.unit;
  const top = Math.max(...cells.map(({ value }) => value), 1);
  const base = baseOption(scheme);
  return {
    height: 280,
    name: words.figure(column.id),
    cut: false,
    drillOf: ({ index }) => {
      const cell = cells[index];
      if (cell === undefined) return null;
      const coordinates = [
        { dimension: 'weekday', value: String(cell.weekday) },
        { dimension: 'hour', value: String(cell.hour) },
      ];
      return { kpi: column.id, period: frame.period, cells: coordinates };
    },
    option: {
      ...base,
      legend: { show: false },
      grid: { ...(base.grid as object), top: 4, bottom: 44 },
      tooltip: {
        ...(base.tooltip as object),
        formatter: ({ data }: { data: [number, number, number] }) =>
          `${words.format.weekday(weekdays[data[1]] ?? 1, 'long')} ${data[0]}\u202fh<br><b>${words.format.value(data[2], unit, { time: frame.time })}</b>`,
      },
      xAxis: categoryAxis(
        scheme,
        hours.map((hour) => String(hour).padStart(2, '0')),
      ),
      yAxis: categoryAxis(
        scheme,
        weekdays.map((weekday) => words.format.weekday(weekday)),
      ),
      visualMap: {
        min: 0,
        max: top,
        orient: 'horizontal',
        left: 0,
        bottom: 0,
        itemHeight: 120,
        itemWidth: 10,
        text: [words.format.value(top, unit), words.format.value(0, unit)],
        textStyle: { color: tokenHex(scheme, 'muted') },
        inRange: { color: [tokenHex(scheme, 'sunken'), tokenHex(scheme, 'accentSoft'), tokenHex(scheme, 'accent')] },
      },
      series: [
        {
          type: 'heatmap',
          data: cells.map(({ hour, weekday, value }) => [hour, weekdays.indexOf(weekday), value]),
          itemStyle: { borderColor: tokenHex(scheme, 'surface'), borderWidth: 2, borderRadius: 3 },
        },
      ],
    },
  };
}
