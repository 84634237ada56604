import type { Look } from '#presentation/colors/series.ts';
import { texts } from '#presentation/i18n/texts.ts';
import { drawPictures } from '#presentation/pictures/draw-picture.ts';
import { drawHistogram } from '#presentation/pictures/histogram.ts';
import { initChart } from '#presentation/pictures/init-chart.ts';
import type { Drawn } from '#presentation/pictures/picture.ts';
import type { Prepared } from './prepare-report.ts';

export interface Chart {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
  /** What it shows, where a report has several. */
  readonly name: string | null;
}

interface Parts {
  readonly legend?: object;
  readonly grid?: { readonly top?: number };
  readonly textStyle?: object;
  readonly series?: readonly { readonly name?: string }[];
}

const rowHeight = 22;

/** The pictures of a report as SVG, in light and still, in the order of the screen; none where the screen has none. */
export function drawCharts(prepared: Prepared, width: number): readonly Chart[] {
  const { asking, plan, shown, words, language } = prepared;
  const { t } = texts[language];
  const look: Look = { scheme: 'light', given: new Map() };
  const drawn = drawPictures(
    {
      report: { ...asking.report, picture: plan.picture },
      figures: shown.figures,
      frame: plan.frame,
      words,
      names: { share: t('report.shareOfTarget'), count: t('report.decided') },
    },
    look,
  );
  // As on screen: what each is of is said where there are several and each is of something.
  const named = drawn.length > 1 && drawn.every(({ name }) => name !== undefined);
  return [
    ...drawn.map((each) => chartOf(each, width, named ? (each.name ?? null) : null)),
    ...drawSpread(prepared, look, width),
  ];
}

function drawSpread({ spread, words, language }: Prepared, look: Look, width: number): readonly Chart[] {
  if (spread === null) return [];
  const { classes, duration, target } = spread;
  const name = texts[language].t('report.spread', { figure: words.figure(duration) });
  return [chartOf(drawHistogram(classes, target, look, words), width, name)];
}

function chartOf(drawn: Drawn, width: number, name: string | null): Chart {
  const { legend, grid, textStyle, series, ...rest } = drawn.option as Parts;
  // A legend cannot be leafed through on paper: it is shown whole, in as many rows as it needs.
  const names = (series ?? []).map(({ name }) => (name ?? '').length * 7 + 40);
  const rows = Math.max(1, Math.ceil(names.reduce((sum, each) => sum + each, 0) / width));
  const more = (rows - 1) * rowHeight;
  const height = drawn.height + more;
  const chart = initChart(null, null, { renderer: 'svg', ssr: true, width, height });
  chart.setOption({
    ...rest,
    series,
    animation: false,
    legend: { ...legend, type: 'plain' },
    grid: { ...grid, top: (grid?.top ?? 0) + more },
    textStyle: { ...textStyle, fontFamily: 'Inter' },
  });
  const svg = chart.renderToSVGString();
  chart.dispose();
  return { svg, width, height, name };
}
