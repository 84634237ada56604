import { type Look, tokenHex } from '../colors/series.ts';
import type { TokenName } from '../colors/tokens.ts';
import { type FigureColumn, type Figures, numberAt, parseRef } from '../figures/figures.ts';
import { bucketPeriod } from '../question/period.ts';
import { type Frame, textOf } from '../table/table-of-figures.ts';
import type { Words } from '../words/create-words.ts';
import { hatched } from './marks.ts';
import { baseOption, categoryAxis, type Drawn, valueAxis } from './picture.ts';

/** Bands have an order, so have their colours: from very good to very bad. */
const colors: readonly TokenName[] = ['metFill', 'accent', 'lineStrong', 'riskFill', 'breachedFill'];

/** The figures that are bands of one whole: three variants or more of one KPI. */
export function bandsOf(figures: Figures): readonly FigureColumn[] {
  const byKpi = Map.groupBy(figures.columns, ({ id }) => parseRef(id).kpi);
  return [...byKpi.values()].find((columns) => columns.length >= 3) ?? [];
}

/** Bands of a whole along time, stacked to 100 %. */
export function drawBands(figures: Figures, frame: Frame, look: Look, words: Words): Drawn {
  const { scheme } = look;
  const bands = bandsOf(figures);
  const every = frame.every ?? 'day';
  const { rows } = figures.result;
  const buckets = rows.map((row) => textOf(row[figures.period ?? 0]) ?? '');
  const base = baseOption(scheme);
  return {
    height: 320,
    cut: false,
    drillOf: ({ series, index }) => {
      const [band, bucket] = [bands[series], buckets[index]];
      if (band === undefined || bucket === undefined) return null;
      return { kpi: band.id, period: bucketPeriod(bucket.slice(0, 10), every, frame.period), cells: [] };
    },
    option: {
      ...base,
      aria: hatched,
      tooltip: {
        ...(base.tooltip as object),
        trigger: 'axis',
        valueFormatter: (value: number | null) => words.format.value(value ?? null, 'share'),
      },
      xAxis: categoryAxis(
        scheme,
        buckets.map((bucket) => words.format.bucket(bucket, every, true)),
      ),
      yAxis: valueAxis(scheme, 'share', words, 1),
      series: bands.map(({ id, index }, place) => ({
        type: 'bar',
        stack: 'all',
        barMaxWidth: 36,
        name: words.variant(id),
        color: tokenHex(scheme, colors[place % colors.length] ?? 'accent'),
        itemStyle: { borderColor: tokenHex(scheme, 'surface'), borderWidth: 1 },
        data: rows.map((row) => numberAt(row, index)),
      })),
    },
  };
}
