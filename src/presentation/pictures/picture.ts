import type { EChartsCoreOption } from 'echarts/core';
import type { Unit } from '#domain/report/query.ts';
import { tokenHex } from '../colors/series.ts';
import type { Scheme } from '../colors/tokens.ts';
import type { Drill } from '../question/drill.ts';
import type { Words } from '../words/create-words.ts';

/** A point of a picture: which series, and which of its values. */
export interface ChartPoint {
  readonly series: number;
  readonly index: number;
}

/** A drawing with the figure behind each of its points. */
export interface Drawn {
  readonly option: EChartsCoreOption;
  readonly height: number;
  readonly drillOf: (point: ChartPoint) => Drill | null;
  /** Groups left out of the picture. */
  readonly cut: boolean;
  /** Points are coloured by how well a promise is kept, which wants a legend. */
  readonly levels?: boolean;
  /** What it shows, where a report has several pictures. */
  readonly name?: string;
}

export const seriesShown = 8;

/** What all pictures share: quiet axes, our type, no motion but the shortest; whoever shows it may leave out all motion. */
export function baseOption(scheme: Scheme): EChartsCoreOption {
  const muted = tokenHex(scheme, 'muted');
  return {
    animationDuration: 150,
    animationDurationUpdate: 150,
    textStyle: { fontFamily: 'Inter Variable, system-ui, sans-serif', fontSize: 12, color: muted },
    legend: {
      type: 'scroll',
      top: 0,
      left: 0,
      icon: 'roundRect',
      itemWidth: 10,
      itemHeight: 10,
      itemGap: 16,
      textStyle: { color: tokenHex(scheme, 'text') },
      pageIconColor: muted,
      pageTextStyle: { color: muted },
    },
    grid: { left: 8, right: 16, top: 36, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    tooltip: {
      backgroundColor: tokenHex(scheme, 'surface'),
      borderColor: tokenHex(scheme, 'line'),
      borderWidth: 1,
      padding: [8, 12],
      textStyle: { color: tokenHex(scheme, 'text'), fontSize: 12 },
      confine: true,
      transitionDuration: 0,
    },
  };
}

const hour = 3600;
const steps = [15, 60, 300, 900, 1800, hour, 2 * hour, 4 * hour, 8 * hour, 12 * hour, 24 * hour];

/** Steps of a time axis that people count in: quarters of an hour, hours, days; about five of them. */
export function timeStep(top: number): number {
  const wanted = top / 5;
  const step = steps.find((each) => each >= wanted);
  if (step !== undefined) return step;
  const power = 10 ** Math.floor(Math.log10(wanted / hour));
  const factor = [1, 2, 2.5, 5].find((each) => each * power * hour >= wanted) ?? 10;
  return factor * power * hour;
}

export function valueAxis(scheme: Scheme, unit: Unit, words: Words, top = 0) {
  return {
    type: 'value',
    ...(unit === 'seconds' && top > 0
      ? { interval: timeStep(top), max: Math.ceil(top / timeStep(top)) * timeStep(top) }
      : {}),
    ...(unit === 'share' && top > 0.5 ? { max: 1 } : {}),
    ...(unit === 'count' ? { minInterval: 1 } : {}),
    axisLabel: { color: tokenHex(scheme, 'muted'), formatter: (value: number) => words.format.axis(value, unit) },
    splitLine: { lineStyle: { color: tokenHex(scheme, 'line') } },
  };
}

export function categoryAxis(scheme: Scheme, names: readonly string[]) {
  return {
    type: 'category',
    data: names,
    axisLine: { lineStyle: { color: tokenHex(scheme, 'lineStrong') } },
    axisTick: { show: false },
    axisLabel: { color: tokenHex(scheme, 'muted'), hideOverlap: true },
  };
}
