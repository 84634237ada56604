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

register([
  ...[BarChart, GaugeChart, HeatmapChart, LineChart, ScatterChart],
  ...[AriaComponent, GridComponent, LegendComponent, MarkLineComponent, TooltipComponent, VisualMapComponent],
  SVGRenderer,
]);

/** ECharts with the kinds of series and the parts that the pictures of Vigie are made of, and no others. */
export const initChart = init;
