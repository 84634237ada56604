import type { Report } from '#domain/report/report.ts';
import type { Look } from '../colors/series.ts';
import type { Figures } from '../figures/figures.ts';
import type { Frame } from '../table/table-of-figures.ts';
import type { Words } from '../words/create-words.ts';
import { bandsOf, drawBands } from './bands.ts';
import { drawByClock } from './by-clock.ts';
import { drawByGroup } from './by-group.ts';
import { drawByHour } from './by-hour.ts';
import { drawByParts } from './by-parts.ts';
import { type AxisNames, drawByWeight } from './by-weight.ts';
import { drawGauge } from './gauge.ts';
import { drawOverTime } from './over-time.ts';
import type { Drawn } from './picture.ts';

export interface Subject {
  readonly report: Pick<Report, 'picture'>;
  readonly figures: Figures;
  readonly frame: Frame;
  readonly words: Words;
  readonly names: AxisNames;
}

/** The one picture of a report where there is room for one. Null where a table or the figures themselves say it all. */
export function drawPicture(subject: Subject, look: Look): Drawn | null {
  const pictures = drawPictures(subject, look);
  return pictures.find(({ name }) => name === undefined) ?? pictures[0] ?? null;
}

/**
 * The pictures of a report, of the kind its figures ask for: a heatmap for each figure, a gauge before what it was over
 * time. None where a table or the figures themselves say it all.
 */
export function drawPictures(subject: Subject, look: Look): readonly Drawn[] {
  const { report, figures, frame, words } = subject;
  const ids = figures.dimensions.map(({ id }) => id);
  if (figures.result.rows.length === 0) return [];
  if (ids.includes('hour') && ids.includes('weekday') && frame.every === null) {
    return figures.columns.map((column) => drawByHour(figures, column, frame, look, words));
  }
  const gauge = report.picture === 'gauge' && ids.length === 0 ? drawGauge(figures, frame, look, words) : null;
  return [gauge, drawOne(subject, look)].filter((drawn) => drawn !== null);
}

function drawOne({ report, figures, frame, words, names }: Subject, look: Look): Drawn | null {
  const { picture } = report;
  const isGrouped = figures.dimensions.length > 0;
  const banded = picture === 'distribution' && !isGrouped && bandsOf(figures).length > 0;
  if (frame.every !== null && banded) return drawBands(figures, frame, look, words);
  if (frame.every !== null) return drawOverTime(figures, frame, picture, look, words);
  if (picture === 'table' || !isGrouped) return null;
  const alongClock = drawByClock(figures, frame, look, words);
  if (alongClock !== null) return alongClock;
  const weighed = picture === 'matrix' ? drawByWeight(figures, frame, look, words, names) : null;
  const parted = picture === 'stacked' ? drawByParts(figures, frame, look, words) : null;
  return weighed ?? parted ?? drawByGroup(figures, frame, look, words);
}
