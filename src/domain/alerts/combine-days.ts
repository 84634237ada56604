import { type Aggregate, aggregatesOf, type Measure } from '../kpi/measure.ts';
import type { KpiFigure } from '../kpi/resolve-kpi.ts';

/** How the figure of several days is made of theirs: added up, weighted by their n, or that of the last day. */
export type DayRule = 'sum' | 'weighted' | 'last';

export interface DayFigure {
  readonly figure: number | null;
  readonly n: number;
}

/** How a figure of days is put together; null where it cannot be: a median of medians is not one. */
export function dayRuleOf({ measure, sample }: Pick<KpiFigure, 'measure' | 'sample'>): DayRule | null {
  const placements = new Set(aggregatesOf(measure).map(({ source }) => source.placement.kind));
  if (placements.size !== 1) return null;
  if (placements.has('stock')) return 'last';
  if (!placements.has('instant')) return null;
  if (measure.kind === 'count' || measure.kind === 'sum') return 'sum';
  if (measure.kind === 'mean') return 'weighted';
  return isShareOf(measure, sample) ? 'weighted' : null;
}

/** What is divided by its own n. */
function isShareOf(measure: Measure, sample: Aggregate): boolean {
  if (measure.kind !== 'combine' || measure.op !== 'divide') return false;
  const { left, right } = measure;
  if (left.kind !== 'count' && left.kind !== 'sum') return false;
  return JSON.stringify(right) === JSON.stringify(sample);
}

/** The figure of some days, the last of them last. */
export function combineDays(rule: DayRule, days: readonly DayFigure[]): DayFigure {
  const n = days.reduce((sum, day) => sum + day.n, 0);
  if (rule === 'last') return days.at(-1) ?? { figure: null, n: 0 };
  const known = days.flatMap(({ figure, n: of }) => (figure === null ? [] : [{ figure, of }]));
  if (known.length === 0) return { figure: null, n };
  if (rule === 'sum') return { figure: known.reduce((sum, { figure }) => sum + figure, 0), n };
  const weight = known.reduce((sum, { of }) => sum + of, 0);
  return { figure: weight === 0 ? null : known.reduce((sum, { figure, of }) => sum + figure * of, 0) / weight, n };
}
