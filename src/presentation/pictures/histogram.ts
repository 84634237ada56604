import { type Look, tokenHex } from '../colors/series.ts';
import type { Words } from '../words/create-words.ts';
import { baseOption, categoryAxis, type Drawn, valueAxis } from './picture.ts';
import { linesAt } from './reference-lines.ts';

/** Ends of the classes in which durations are counted, in seconds. */
export const classEnds: readonly number[] = [900, 1_800, 3_600, 7_200, 14_400, 28_800, 86_400, 172_800, 604_800];

/** One class of durations: above `from`, up to `to` (null: without end), and its share of all. */
export interface DurationClass {
  readonly from: number;
  readonly to: number | null;
  readonly share: number;
}

/** The classes from the shares within each end. Null where any is unknown. */
export function classesOf(
  ends: readonly number[],
  within: readonly (number | null)[],
): readonly DurationClass[] | null {
  const known = within.filter((share) => share !== null);
  if (known.length !== ends.length || ends.length === 0) return null;
  const shares = [0, ...known, 1];
  return [...ends, null].map((to, index) => ({
    from: index === 0 ? 0 : (ends[index - 1] ?? 0),
    to,
    share: (shares[index + 1] ?? 0) - (shares[index] ?? 0),
  }));
}

/** `up to 15 min`, `15 min to 30 min`, `over 7 d`. */
export function nameOfClass({ from, to }: DurationClass, told: (seconds: number) => string): string {
  if (to === null) return `> ${told(from)}`;
  return from === 0 ? `≤ ${told(to)}` : `${told(from)} – ${told(to)}`;
}

/** How durations spread, with a line at the target where one is given: left of it they are within. */
export function drawHistogram(
  classes: readonly DurationClass[],
  target: number | null,
  { scheme }: Look,
  words: Words,
): Drawn {
  const told = (seconds: number) => words.format.duration(seconds);
  const names = classes.map((each) => nameOfClass(each, told));
  const top = Math.max(...classes.map(({ share }) => share));
  const base = baseOption(scheme);
  const place = target === null ? -1 : classes.findIndex(({ to }) => to === target);
  const isWithin = ({ to }: DurationClass) => target === null || (to !== null && to <= target);
  return {
    height: 260,
    cut: false,
    drillOf: () => null,
    option: {
      ...base,
      legend: { show: false },
      grid: { ...(base.grid as object), top: 24 },
      tooltip: { ...(base.tooltip as object), valueFormatter: (value: number) => words.format.share(value, 1) },
      xAxis: [
        {
          ...categoryAxis(scheme, names),
          axisLabel: { ...categoryAxis(scheme, names).axisLabel, interval: 0, rotate: 30 },
        },
        { type: 'value', min: 0, max: classes.length, show: false },
      ],
      yAxis: valueAxis(scheme, 'share', words, top),
      series: [
        {
          type: 'bar',
          barCategoryGap: '8%',
          data: classes.map((each) => ({
            value: each.share,
            itemStyle: {
              color: tokenHex(scheme, isWithin(each) ? 'accent' : 'lineStrong'),
              borderRadius: [3, 3, 0, 0],
            },
          })),
          label: {
            show: true,
            position: 'top',
            color: tokenHex(scheme, 'muted'),
            formatter: ({ value }: { value: number }) => words.format.share(value, 0),
          },
        },
        // On an axis of its own, so that the line can stand between two classes.
        ...(place < 0
          ? []
          : [
              {
                type: 'line',
                xAxisIndex: 1,
                data: [],
                markLine: linesAt([place + 1], 'xAxis', scheme, () => told(target ?? 0)),
              },
            ]),
      ],
    },
  };
}
