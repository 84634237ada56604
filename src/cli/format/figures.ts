import type { Language } from '#domain/error.ts';
import type { Cell, Unit } from '#domain/report/query.ts';

const locales: Readonly<Record<Language, string>> = { en: 'en-GB', fr: 'fr-FR' };

/** Stands where there is no data: never 0, never 100 %. */
export const noData = '–';

const formats = new Map<string, Intl.NumberFormat>();

function format(language: Language, digits: number, style: 'decimal' | 'percent', value: number): string {
  const key = `${language}${digits}${style}`;
  const known = formats.get(key) ?? new Intl.NumberFormat(locales[language], { style, maximumFractionDigits: digits });
  formats.set(key, known);
  return known.format(value);
}

export function formatNumber(value: number, language: Language, digits = 1): string {
  return format(language, digits, 'decimal', value);
}

/** A share 0–1 as a percentage. What is not quite all or nothing never reads 100 % or 0 %. */
export function formatShare(share: number, language: Language): string {
  const inside = share > 0 && share < 1 ? Math.min(0.999, Math.max(0.001, share)) : share;
  return format(language, 1, 'percent', inside);
}

/** A count with its word: `1 row`, `1,204 rows`. French counts 0 as one. */
export function formatCount(
  value: number,
  word: Readonly<Record<Language, readonly [one: string, more: string]>>,
  language: Language,
): string {
  const [one, more] = word[language];
  const single = language === 'fr' ? value < 2 : value === 1;
  return `${formatNumber(value, language, 0)} ${single ? one : more}`;
}

/** Seconds to the second, as people say them: `2 h 05 min 10 s`, `45 s`. */
export function formatSpan(seconds: number, language: Language): string {
  if (seconds < 0) return `−${formatSpan(-seconds, language)}`;
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, Math.round(seconds % 60)];
  const two = (value: number, led: boolean) => (led ? String(value).padStart(2, '0') : String(value));
  const parts: string[] = [];
  if (hours > 0) parts.push(`${formatNumber(hours, language, 0)} h`);
  if (minutes > 0) parts.push(`${two(minutes, hours > 0)} min`);
  if (rest > 0 || parts.length === 0) parts.push(`${two(rest, parts.length > 0)} s`);
  return parts.join(' ');
}

/** A duration of a table, to the minute once it is longer than one. */
export function formatDuration(seconds: number, language: Language): string {
  if (Math.abs(seconds) < 60) return formatSpan(Math.round(seconds), language);
  return formatSpan(Math.round(seconds / 60) * 60, language);
}

/** A cell of a table for people. */
export function formatCell(value: Cell, unit: Unit, language: Language): string {
  if (value === null) return noData;
  if (typeof value === 'string') return value;
  switch (unit) {
    case 'seconds':
      return formatDuration(value, language);
    case 'share':
      return formatShare(value, language);
    case 'count':
      return formatNumber(value, language, 0);
    case 'score':
    case 'money':
      return formatNumber(value, language, 2);
    default:
      return formatNumber(value, language);
  }
}

/** Bytes in the units of file managers. */
export function formatBytes(bytes: number, language: Language): string {
  const units = language === 'fr' ? ['o', 'ko', 'Mo', 'Go', 'To'] : ['B', 'kB', 'MB', 'GB', 'TB'];
  const power = bytes < 1000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3));
  return `${formatNumber(bytes / 1000 ** power, language)} ${units[power]}`;
}
