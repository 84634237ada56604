import { type Look, tokenHex } from '../colors/series.ts';
import { type Figures, numberAt } from '../figures/figures.ts';
import { levelOf } from '../figures/level-of.ts';
import { cellsOf, type Frame } from '../table/table-of-figures.ts';
import type { Words } from '../words/create-words.ts';
import { baseOption, type Drawn, valueAxis } from './picture.ts';

/** Shapes for the three levels, so that the colour is not alone. */
const symbols = { met: 'circle', risk: 'triangle', breached: 'diamond' } as const;

/** What its two axes are called. */
export interface AxisNames {
  readonly share: string;
  readonly count: string;
}

/** Each group by what it carries (across) and what it keeps (up): who matters most is far right, who is late far down. */
export function drawByWeight(figures: Figures, frame: Frame, look: Look, words: Words, names: AxisNames): Drawn | null {
  const { scheme } = look;
  const [share, count] = figures.columns;
  if (share?.unit !== 'share' || count?.unit !== 'count') return null;
  const { labels } = figures.result.meta;
  const dots = figures.result.rows.flatMap((row) => {
    const [kept, n] = [numberAt(row, share.index), numberAt(row, count.index)];
    const cells = cellsOf(figures, row);
    const name = cells.map(({ dimension, value }) => words.names(dimension, value, labels)).join(' · ');
    return kept === null || n === null || n === 0 ? [] : [{ kept, n, cells, name }];
  });
  const whole = numberAt(figures.result.total, share.index);
  const base = baseOption(scheme);
  const muted = tokenHex(scheme, 'muted');
  return {
    height: 320,
    cut: false,
    levels: true,
    drillOf: ({ index }) => {
      const dot = dots[index];
      return dot === undefined ? null : { kpi: share.id, period: frame.period, cells: dot.cells };
    },
    option: {
      ...base,
      legend: { show: false },
      grid: { ...(base.grid as object), top: 28, bottom: 24, right: 72 },
      tooltip: {
        ...(base.tooltip as object),
        formatter: ({ dataIndex }: { dataIndex: number }) => {
          const dot = dots[dataIndex];
          if (dot === undefined) return '';
          return `<b>${escapeHtml(dot.name)}</b><br>${words.format.share(dot.kept)} ${names.share}<br>${words.format.count(dot.n)} ${names.count}`;
        },
      },
      xAxis: {
        ...valueAxis(scheme, 'count', words),
        type: 'log',
        min: 10 ** Math.floor(Math.log10(Math.min(...dots.map(({ n }) => n)))),
        name: names.count,
        nameLocation: 'end',
        nameTextStyle: { color: muted },
        splitLine: { show: false },
      },
      yAxis: {
        ...valueAxis(scheme, 'share', words, 1),
        min: Math.floor(Math.min(...dots.map(({ kept }) => kept)) * 5) / 5,
        name: names.share,
        nameTextStyle: { color: muted, align: 'left' },
      },
      series: [
        {
          type: 'scatter',
          data: dots.map(({ kept, n }) => ({
            value: [n, kept],
            symbol: symbols[levelOf(kept)],
            symbolSize: 11,
            itemStyle: { color: tokenHex(scheme, `${levelOf(kept)}Fill`), opacity: 0.8 },
          })),
          markLine: {
            silent: true,
            symbol: 'none',
            lineStyle: { color: muted, type: 'dashed' },
            label: { color: muted, formatter: whole === null ? '' : words.format.share(whole) },
            data: whole === null ? [] : [{ yAxis: whole }],
          },
        },
      ],
    },
  };
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
