import type { z } from 'zod';
import type { alertPreview } from '#contract/schemas/watch/alert.ts';
import type { AlertRule } from '#domain/alerts/alert.ts';
import { daysOfWindow } from '#domain/alerts/alert-window.ts';
import { combineDays, type DayFigure, dayRuleOf } from '#domain/alerts/combine-days.ts';
import { type ReplayedDay, replayAlert } from '#domain/alerts/replay-alert.ts';
import { weeksCompared } from '#domain/alerts/usual-band.ts';
import { VigieError } from '#domain/error.ts';
import { formatCivilDate, localDays, startOfDays } from '#domain/report/period.ts';
import type { App } from '../app.ts';
import { checkRule } from './check-settings.ts';
import { askFigures, figuresIn, type Watched } from './read-figures.ts';
import { labelsOfItems } from './tell-firings.ts';

/** Days that a preview looks at, up to yesterday. */
const previewDays = 90;

/**
 * When a rule would have fired, looked at once at the end of each local day. One question cut by the day gives figures that
 * can be put together from those of days; others, such as medians, take a question a day. Throws
 * `alert.preview-needs-days` and what `checkRule` does.
 */
export async function previewAlert(app: App, rule: AlertRule): Promise<z.infer<typeof alertPreview>> {
  const length = daysOfWindow(rule.windowHours);
  if (length === null) {
    const params = { hours: rule.windowHours };
    throw new VigieError('alert.preview-needs-days', params, { path: 'body.rule.windowHours' });
  }
  const watched = await checkRule(app, rule);
  const end = localDays(watched.timeZone, app.now());
  const lead = rule.condition.kind === 'unusual' ? 7 * weeksCompared : 0;
  const first = end - previewDays - lead;
  const series = await readSeries(app, watched, { first, end, length });
  const { firings, judged } = replayAlert(rule, series, previewDays, watched.empty);
  return {
    ...{ days: previewDays, from: formatCivilDate(end - previewDays), to: formatCivilDate(end) },
    unit: watched.figure.unit,
    judged,
    firings: firings.map((firing) => ({ ...firing, value: rule.by === null ? null : firing.value })),
    labels: await labelsOfItems(
      app,
      firings.map(({ value }) => ({ rule, value })),
    ),
  };
}

interface Stretch {
  /** Local days, counted since 1970-01-01; `end` is not among them. */
  readonly first: number;
  readonly end: number;
  /** Days of the window. */
  readonly length: number;
}

async function readSeries(app: App, watched: Watched, stretch: Stretch): Promise<ReplayedDay[]> {
  const { first, end, length } = stretch;
  const rule = length === 1 ? 'last' : dayRuleOf(watched.figure);
  if (rule !== null) {
    const days = await readDays(app, watched, { first: first - length + 1, end, length: 1 });
    return days.slice(length - 1).map(({ day }, at) => {
      const window = days.slice(at, at + length).map(({ figures }) => figures);
      const values = new Set(window.flatMap((figures) => [...figures.keys()]));
      const of = (value: string) => window.map((figures): DayFigure => figures.get(value) ?? { figure: null, n: 0 });
      return { day, figures: new Map([...values].map((value) => [value, combineDays(rule, of(value))])) };
    });
  }
  const series: ReplayedDay[] = [];
  for (let day = first; day < end; day++) {
    const window = {
      from: startOfDays(watched.timeZone, day - length + 1),
      to: startOfDays(watched.timeZone, day + 1),
    };
    const { rows } = await askFigures(app, watched, window);
    series.push({ day: formatCivilDate(day), figures: figuresIn(watched, rows) });
  }
  return series;
}

/** The figures of each day by itself, by one question. */
async function readDays(app: App, watched: Watched, { first, end }: Stretch): Promise<ReplayedDay[]> {
  const { timeZone } = watched;
  const window = { from: startOfDays(timeZone, first), to: startOfDays(timeZone, end) };
  const { rows } = await askFigures(app, watched, window, 'day');
  const byDay = Map.groupBy(rows, ([day]) => String(day));
  return Array.from({ length: end - first }, (_, at) => {
    const day = formatCivilDate(first + at);
    return { day, figures: figuresIn(watched, byDay.get(day) ?? [], 1) };
  });
}
