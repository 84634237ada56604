import { moveMonths } from './compare-period.ts';
import { formatCivilDate, localDays, startOfBucket } from './period.ts';
import type { Every } from './query.ts';

export const periodPresets = [
  'today',
  'yesterday',
  'last-7-days',
  'last-30-days',
  'last-90-days',
  'this-week',
  'last-week',
  'this-month',
  'last-month',
  'this-quarter',
  'last-quarter',
  'this-year',
  'last-year',
  'last-12-months',
] as const;
export type PeriodPreset = (typeof periodPresets)[number];

const monthsOf: Readonly<Partial<Record<Every, number>>> = { month: 1, quarter: 3, year: 12 };

/** The local dates of a preset, half-open. `last-…-days` end with today; `last-12-months` are whole months, this one included. */
export function presetPeriod(preset: PeriodPreset, now: number, timeZone: string): { from: string; to: string } {
  const today = localDays(timeZone, now);
  const dates = (from: number, to: number) => ({ from: formatCivilDate(from), to: formatCivilDate(to) });
  const tomorrow = today + 1;
  if (preset === 'today') return dates(today, tomorrow);
  if (preset === 'yesterday') return dates(today - 1, today);
  if (preset === 'last-12-months') {
    const month = startOfBucket('month', today);
    return dates(moveMonths(month, -11), moveMonths(month, 1));
  }
  const recent = /^last-(\d+)-days$/.exec(preset);
  if (recent) return dates(tomorrow - Number(recent[1]), tomorrow);
  const [which, every] = preset.split('-') as ['this' | 'last', Every];
  const start = startOfBucket(every, today);
  const move = (by: -1 | 1) => (every === 'week' ? start + 7 * by : moveMonths(start, by * (monthsOf[every] ?? 0)));
  return which === 'this' ? dates(start, move(1)) : dates(move(-1), start);
}
