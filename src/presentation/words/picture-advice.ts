import type { Picture } from '#domain/report/report.ts';
import { parseRef } from '../figures/figures.ts';
import { scaleOf } from '../pictures/gauge.ts';
import type { ReportState } from '../question/report-state.ts';
import type { Words } from './create-words.ts';

/** What a picture wants that the question does not give; the page then shows the figures in another one. */
export type PictureAdvice =
  | 'wants-time'
  | 'wants-group'
  | 'wants-two-groups'
  | 'wants-clock'
  | 'wants-scale'
  | 'wants-bands';

/** Null where the picture fits the question. */
export function adviceFor(
  picture: Picture,
  refs: readonly string[],
  state: Pick<ReportState, 'by' | 'every'>,
  words: Words,
): PictureAdvice | null {
  const { by, every } = state;
  const [first = ''] = refs;
  switch (picture) {
    case 'trend':
    case 'area':
      return every === null && !(by.length === 1 && (by[0] === 'hour' || by[0] === 'weekday')) ? 'wants-time' : null;
    case 'heatmap':
      return every === null && by.includes('hour') && by.includes('weekday') ? null : 'wants-clock';
    case 'matrix':
      return every === null && by.length === 2 ? null : 'wants-two-groups';
    case 'gauge': {
      const kpi = words.kpiOf(first);
      return kpi !== null && scaleOf(kpi.id, kpi.unit) !== null && by.length === 0 ? null : 'wants-scale';
    }
    case 'distribution': {
      const kpis = Map.groupBy(refs, (ref) => parseRef(ref).kpi);
      return every !== null && [...kpis.values()].some((each) => each.length >= 3) ? null : 'wants-bands';
    }
    case 'columns':
    case 'stacked':
      return every === null && by.length === 0 ? 'wants-group' : null;
    case 'table':
      return null;
  }
}
