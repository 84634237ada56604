import { BarChart, GaugeChart, HeatmapChart, LineChart, ScatterChart } from 'echarts/charts';
import {
  AriaComponent,
  GridComponent,
  LegendComponent,
  MarkLineComponent,
  TooltipComponent,
  VisualMapComponent,
} from 'echarts/components';
import { init, use as register } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { texts } from '#presentation/i18n/texts.ts';
import { drawPicture } from '#presentation/pictures/draw-picture.ts';
import type { Prepared } from './prepare-report.ts';

register([
  ...[BarChart, GaugeChart, HeatmapChart, LineChart, ScatterChart],
  ...[
    AriaComponent,
    GridComponent,
    LegendComponent,
    MarkLineComponent,
    TooltipComponent,
    VisualMapComponent,
    SVGRenderer,
  ],
]);

export interface Chart {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

interface Parts {
  readonly legend?: object;
  readonly grid?: { readonly top?: number };
  readonly textStyle?: object;
  readonly series?: readonly { readonly name?: string }[];
}

const rowHeight = 22;

/** The picture of a report as SVG, in light and still; null where the screen has none. */
export function drawChart({ asking, plan, shown, words, language }: Prepared, width: number): Chart | null {
  const { t } = texts[language];
  const drawn = drawPicture(
    {
      report: { ...asking.report, picture: plan.picture },
      figures: shown.figures,
      frame: plan.frame,
      words,
      names: { share: t('report.shareOfTarget'), count: t('report.decided') },
    },
    { scheme: 'light', given: new Map() },
  );
  if (drawn === null) return null;
  const { legend, grid, textStyle, series, ...rest } = drawn.option as Parts;
  // A legend cannot be leafed through on paper: it is shown whole, in as many rows as it needs.
  const names = (series ?? []).map(({ name }) => (name ?? '').length * 7 + 40);
  const rows = Math.max(1, Math.ceil(names.reduce((sum, each) => sum + each, 0) / width));
  const more = (rows - 1) * rowHeight;
  const height = drawn.height + more;
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
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
  return { svg, width, height };
}
