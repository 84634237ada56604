import type { Look } from '../colors/series.ts';
import { tokenHex } from '../colors/series.ts';
import { type Figures, numberAt } from '../figures/figures.ts';
import type { Frame } from '../table/table-of-figures.ts';
import type { Words } from '../words/create-words.ts';
import { baseOption, type Drawn } from './picture.ts';

/** The ends of the scale of a figure; null for one that has none. */
export function scaleOf(kpi: string, unit: string): readonly [number, number] | null {
  if (unit === 'share') return [0, 1];
  const scores: Readonly<Record<string, readonly [number, number]>> = {
    nps: [-100, 100],
    ces: [1, 7],
    'csat-average': [1, 5],
  };
  return scores[kpi] ?? null;
}

/** The first figure of the whole period on its scale, with the mark of the field. Null for a figure without a scale. */
export function drawGauge(figures: Figures, frame: Frame, { scheme }: Look, words: Words): Drawn | null {
  const [column] = figures.columns;
  const value = numberAt(figures.result.total, column?.index ?? null);
  const kpi = column === undefined ? null : words.kpiOf(column.id);
  const scale = column === undefined || kpi === null ? null : scaleOf(kpi.id, column.unit);
  if (column === undefined || value === null || kpi === null || scale === null) return null;
  const [min, max] = scale;
  const base = baseOption(scheme);
  const told = words.format.value(value, column.unit, { dense: true });
  const mark = kpi.benchmark?.value;
  const arc = { type: 'gauge', min, max, startAngle: 200, endAngle: -20, center: ['50%', '62%'], radius: '95%' };
  const quiet = { pointer: { show: false }, progress: { show: false }, axisTick: { show: false } };
  return {
    height: 220,
    cut: false,
    name: words.figure(column.id),
    drillOf: () => ({ kpi: column.id, period: frame.period, cells: [] }),
    option: {
      ...base,
      legend: { show: false },
      series: [
        {
          ...arc,
          ...quiet,
          progress: { show: true, width: 16, itemStyle: { color: tokenHex(scheme, 'accent') } },
          axisLine: { lineStyle: { width: 16, color: [[1, tokenHex(scheme, 'line')]] } },
          splitNumber: 4,
          splitLine: { length: 6, distance: 4, lineStyle: { color: tokenHex(scheme, 'muted'), width: 1 } },
          axisLabel: {
            distance: 26,
            color: tokenHex(scheme, 'muted'),
            fontSize: 11,
            formatter: (at: number) => words.format.axis(at, column.unit),
          },
          detail: { formatter: told, fontSize: 28, offsetCenter: [0, '0%'], color: tokenHex(scheme, 'text') },
          data: [{ value }],
        },
        ...(mark === undefined
          ? []
          : [
              {
                ...arc,
                ...quiet,
                silent: true,
                axisLine: { show: false },
                splitLine: { show: false },
                axisLabel: { show: false },
                detail: { show: false },
                pointer: {
                  icon: 'rect',
                  length: 22,
                  width: 2,
                  offsetCenter: [0, '-84%'],
                  itemStyle: { color: tokenHex(scheme, 'text') },
                },
                data: [{ value: mark }],
              },
            ]),
      ],
    },
  };
}
