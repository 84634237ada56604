import { type AlertReading, type AlertRule, wholeWorkspace } from '#domain/alerts/alert.ts';
import { type AlertWindow, windowAt } from '#domain/alerts/alert-window.ts';
import type { DayFigure } from '#domain/alerts/combine-days.ts';
import { figureOf } from '#domain/alerts/figure-of.ts';
import { usualBand, weeksCompared } from '#domain/alerts/usual-band.ts';
import type { KpiFigure } from '#domain/kpi/resolve-kpi.ts';
import type { Every, QueryResult, ReportQuery } from '#domain/report/query.ts';
import { getDefaultVariants } from '#records/definitions/default-variants.ts';
import { getWorkspace } from '#records/workspaces.ts';
import type { App } from '../app.ts';
import { answerQuery } from '../reports/answer-query.ts';

/** A rule with its figure found, in the zone of its workspace. */
export interface Watched {
  readonly rule: AlertRule;
  readonly figure: KpiFigure;
  readonly timeZone: string;
  /** The rows behind the figure, as a reference. */
  readonly count: string;
  /** The figure of no rows. */
  readonly empty: 0 | null;
}

/** Throws what a wrong reference throws. */
export async function watchedOf(app: App, rule: AlertRule): Promise<Watched> {
  const [{ timeZone }, defaults] = await Promise.all([
    getWorkspace(app.records, app.workspace),
    getDefaultVariants(app.records, app.workspace),
  ]);
  const figure = figureOf(rule, defaults);
  const { kpi, variantId } = figure;
  return {
    rule,
    figure,
    timeZone,
    count: `${kpi.id}.${variantId}:n`,
    empty: figure.measure.kind === 'count' ? 0 : null,
  };
}

const iso = (at: number) => new Date(at).toISOString();

/** Asks for the figure of every value at once, and for the rows behind it. */
export function askFigures(
  app: App,
  { rule, count, timeZone }: Watched,
  { from, to }: AlertWindow,
  every: Every | null = null,
): Promise<QueryResult> {
  const { kpi, filter, time, by } = rule;
  const query: ReportQuery = {
    kpis: [...new Set([kpi, count])],
    ...{ by: by === null ? [] : [by], every, from: iso(from), to: iso(to), timeZone, filter, time },
  };
  return answerQuery(app, query);
}

/** The figures of an answer by value, without the rows that have none; `head` columns stand before the value. */
export function figuresIn({ rule: { by } }: Watched, rows: QueryResult['rows'], head = 0): Map<string, DayFigure> {
  const figures = new Map<string, DayFigure>();
  for (const row of rows) {
    const cells = row.slice(head);
    const value = by === null ? wholeWorkspace : cells.shift();
    if (value === null || value === undefined || (by !== null && value === '')) continue;
    const [figure = null, n = figure] = cells.map((cell) => (cell === null ? null : Number(cell)));
    figures.set(String(value), { figure, n: n ?? 0 });
  }
  return figures;
}

export interface Readings {
  readonly window: AlertWindow;
  readonly readings: readonly AlertReading[];
  readonly labels: QueryResult['meta']['labels'];
}

/** What a rule reads now: one question, and one for each earlier week where it asks what is usual. */
export async function readAlert(app: App, watched: Watched, now: number): Promise<Readings> {
  const { rule, timeZone } = watched;
  const window = windowAt(rule.windowHours, timeZone, now);
  const answer = await askFigures(app, watched, window);
  const found = figuresIn(watched, answer.rows);
  const earlier = rule.condition.kind === 'unusual' ? await readEarlier(app, watched, now) : [];
  const readings = [...found].map(([value, { figure, n }]) => ({ value, figure, n, usual: usualOf(value) }));
  return { window, readings, labels: answer.meta.labels };

  function usualOf(value: string) {
    if (rule.condition.kind !== 'unusual') return null;
    const figures = earlier.map((week) => week.get(value)?.figure ?? null);
    return usualBand(figures, rule.condition.width);
  }
}

async function readEarlier(app: App, watched: Watched, now: number): Promise<Map<string, DayFigure>[]> {
  const { rule, timeZone } = watched;
  const weeks: Map<string, DayFigure>[] = [];
  for (let week = 1; week <= weeksCompared; week++) {
    const { rows } = await askFigures(app, watched, windowAt(rule.windowHours, timeZone, now, week));
    weeks.push(figuresIn(watched, rows));
  }
  return weeks;
}
