import type { EChartsCoreOption } from 'echarts/core';
import { useEffect, useRef } from 'react';
import { initChart } from '#presentation/pictures/init-chart.ts';
import type { ChartPoint } from '#presentation/pictures/picture.ts';
import { usePrinting } from '../state/use-printing.ts';

const still = matchMedia('(prefers-reduced-motion: reduce)');

/** On paper a picture stands at once as it ends. */
const inMotion = (option: EChartsCoreOption, printing: boolean): EChartsCoreOption => ({
  ...option,
  animation: !still.matches && !printing,
});

interface Props {
  readonly option: EChartsCoreOption;
  readonly label: string;
  readonly height?: number;
  readonly onPoint?: (point: ChartPoint) => void;
}

/** A picture of figures that also stand in a table: to screen readers it is one labelled image. */
export function Chart({ option, label, height = 320, onPoint }: Props) {
  const printing = usePrinting();
  const element = useRef<HTMLDivElement>(null);
  const onPointNow = useRef(onPoint);
  onPointNow.current = onPoint;
  const optionNow = useRef(option);
  optionNow.current = option;
  const chart = useRef<ReturnType<typeof initChart> | null>(null);
  useEffect(() => {
    if (element.current === null) return;
    const made = initChart(element.current, null, { renderer: 'svg' });
    chart.current = made;
    made.setOption(inMotion(optionNow.current, false));
    made.on('click', ({ seriesIndex, dataIndex }) =>
      onPointNow.current?.({ series: seriesIndex ?? 0, index: dataIndex }),
    );
    const watcher = new ResizeObserver(() => made.resize());
    watcher.observe(element.current);
    return () => {
      watcher.disconnect();
      made.dispose();
      chart.current = null;
    };
  }, []);
  useEffect(() => {
    chart.current?.setOption(inMotion(option, printing), { notMerge: true });
  }, [option, printing]);
  return <div ref={element} role="img" aria-label={label} style={{ height, width: '100%' }} />;
}
