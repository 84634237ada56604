import { type Figures, isPromise, numberAt } from '../../state/figures.ts';
import { seriesPalette, tokenHex } from '../../theme/series.ts';
import type { Scheme } from '../../theme/tokens.ts';
import { levelOf } from '../../ui/share-cell.tsx';
import { cellsOf, type Frame } from '../table-of-figures.ts';
import type { Words } from '../use-words.ts';
import { baseOption, categoryAxis, type Drawn, seriesShown, valueAxis } from './picture.ts';

const groupsShown = 20;

/** The largest groups as bars lying down, so that names stay readable. Few enough, each bar has the colour of its entity. */
export function drawByGroup(figures: Figures, frame: Frame, scheme: Scheme, words: Words): Drawn {
  const [column] = figures.columns;
  const { labels } = figures.result.meta;
  const all = figures.result.rows.flatMap((row) => {
    const value = numberAt(row, column?.index ?? null);
    const cells = cellsOf(figures, row);
    const name = cells.map(({ dimension, value: each }) => words.names(dimension, each, labels)).join(' · ');
    return value === null ? [] : [{ value, cells, name }];
  });
  const bars = all
    .sort((one, other) => other.value - one.value)
    .slice(0, groupsShown)
    .reverse();
  const unit = column?.unit ?? 'count';
  const base = baseOption(scheme);
  const entityOf = ({ cells }: (typeof bars)[number]) => cells.map(({ value }) => value ?? '~').join('+');
  const dimension = figures.dimensions.map(({ id }) => id).join('+');
  const palette = seriesPalette(scheme, dimension, bars.map(entityOf));
  const many = bars.length > seriesShown;
  const colorOf = (bar: (typeof bars)[number]) =>
    unit === 'share' && column !== undefined && isPromise(column.id)
      ? tokenHex(scheme, levelOf(bar.value))
      : many
        ? tokenHex(scheme, 'accent')
        : palette(entityOf(bar));
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
      grid: { ...(base.grid as object), top: 4, right: 64 },
      tooltip: {
        ...(base.tooltip as object),
        valueFormatter: (value: number) => words.format.value(value, unit, { time: frame.time }),
      },
      xAxis: { ...valueAxis(scheme, unit, words, bars.at(-1)?.value ?? 0), splitNumber: 4 },
      yAxis: {
        ...categoryAxis(
          scheme,
          bars.map(({ name }) => name),
        ),
        axisLabel: { color: tokenHex(scheme, 'text'), width: 180, overflow: 'truncate' },
      },
      series: [
        {
          type: 'bar',
          name: column === undefined ? '' : words.figure(column.id),
          barMaxWidth: 18,
          data: bars.map((bar) => ({
            value: bar.value,
            itemStyle: { color: colorOf(bar), borderRadius: [0, 3, 3, 0] },
          })),
          label: {
            show: true,
            position: 'right',
            color: tokenHex(scheme, 'muted'),
            formatter: ({ value }: { value: number }) =>
              words.format.value(value, unit, { time: frame.time, dense: true }),
          },
        },
      ],
    },
  };
}
