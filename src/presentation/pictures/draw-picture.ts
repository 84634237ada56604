import type { Report } from '#domain/report/report.ts';
import type { Look } from '../colors/series.ts';
import type { Figures } from '../figures/figures.ts';
import type { Frame } from '../table/table-of-figures.ts';
import type { Words } from '../words/create-words.ts';
import { bandsOf, drawBands } from './bands.ts';
import { drawByGroup } from './by-group.ts';
import { drawByHour } from './by-hour.ts';
import { type AxisNames, drawByWeight } from './by-weight.ts';
import { drawOverTime } from './over-time.ts';
import type { Drawn } from './picture.ts';

export interface Subject {
  readonly report: Pick<Report, 'picture'>;
  readonly figures: Figures;
  readonly frame: Frame;
  readonly words: Words;
  readonly names: AxisNames;
}

/** The picture of a report, of the kind its figures ask for. Null where a table or the figures themselves say it all. */
export function drawPicture({ report, figures, frame, words, names }: Subject, look: Look): Drawn | null {
  const ids = figures.dimensions.map(({ id }) => id);
  if (figures.result.rows.length === 0) return null;
  const banded = report.picture === 'distribution' && ids.length === 0 && bandsOf(figures).length > 0;
  if (frame.every !== null && banded) return drawBands(figures, frame, look, words);
  if (frame.every !== null) return drawOverTime(figures, frame, report.picture, look, words);
  if (ids.includes('hour') && ids.includes('weekday')) return drawByHour(figures, frame, look, words);
  if (report.picture === 'table' || ids.length === 0) return null;
  const weighed = report.picture === 'matrix' ? drawByWeight(figures, frame, look, words, names) : null;
  return weighed ?? drawByGroup(figures, frame, look, words);
}
