import type { Language } from '#domain/error.ts';
import type { TimeKind, Unit } from '#domain/report/query.ts';
import { formatDuration } from './duration.ts';
import { formatCompact, formatCount, formatMoney, formatNumber, formatShare, noData } from './number.ts';

export interface ValueStyle {
  readonly time?: TimeKind;
  /** Fewer digits, for dense places. */
  readonly dense?: boolean;
}

/** A figure in its unit; no data is “–”, never 0. */
export function formatValue(language: Language, value: number | null, unit: Unit, style: ValueStyle = {}): string {
  if (value === null) return noData;
  if (unit === 'seconds') return formatDuration(language, value, style.time ?? 'business');
  if (unit === 'share') return formatShare(language, value, style.dense === true ? 0 : 1);
  if (unit === 'count') return formatCount(language, value);
  if (unit === 'money') return formatMoney(language, value);
  return formatNumber(language, value, style.dense === true || Math.abs(value) >= 10 ? 1 : 2);
}

/** The same for the axis of a picture, where room is scarce. */
export function formatAxis(language: Language, value: number, unit: Unit): string {
  if (unit === 'seconds') return formatDuration(language, value);
  if (unit === 'share') return formatShare(language, value, 0);
  return formatCompact(language, value);
}
