import type { Language } from '#domain/error.ts';

/** The locale of each language: British dates and hours, French of France. */
export const locales: Readonly<Record<Language, string>> = { en: 'en-GB', fr: 'fr-FR' };

/** Stands where there is no data. */
export const noData = '–';

const thin = '\u202f';

/** French sets a narrow no-break space before the sign, English none. */
const percentSign = (language: Language) => (language === 'fr' ? `${thin}%` : '%');

const cache = new Map<string, Intl.NumberFormat>();

function numberFormat(language: Language, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${language}${JSON.stringify(options)}`;
  const known = cache.get(key) ?? new Intl.NumberFormat(locales[language], options);
  cache.set(key, known);
  return known;
}

export function formatCount(language: Language, value: number): string {
  return numberFormat(language, { maximumFractionDigits: 0 }).format(value);
}

export function formatNumber(language: Language, value: number, digits = 1): string {
  return numberFormat(language, { maximumFractionDigits: digits }).format(value);
}

/** `1284` → `1.3k`, for axes. */
export function formatCompact(language: Language, value: number): string {
  return numberFormat(language, { notation: 'compact', maximumFractionDigits: 1 }).format(value);
}

/** A share 0–1 as a percentage: `93.4%`, `93,4 %`. */
export function formatShare(language: Language, share: number, digits = 1): string {
  const percent = share * 100;
  // 99.96 % must not read 100 %: only a true whole does.
  const shown = percent < 100 && percent > 0 ? clampInside(percent, digits) : percent;
  return `${numberFormat(language, { maximumFractionDigits: digits }).format(shown)}${percentSign(language)}`;
}

function clampInside(percent: number, digits: number): number {
  const step = 10 ** -digits;
  return Math.min(100 - step, Math.max(step, percent));
}

/** A change with its sign, `+4 %` or `−12 %`. */
export function formatChange(language: Language, change: number): string {
  const digits = Math.abs(change) < 0.1 ? 1 : 0;
  const text = numberFormat(language, { maximumFractionDigits: digits, signDisplay: 'exceptZero' }).format(
    change * 100,
  );
  return `${text.replace('-', '−')}${thin}%`;
}

/** A difference between two shares, in points. */
export function formatPoints(language: Language, difference: number): string {
  const text = numberFormat(language, { maximumFractionDigits: 1, signDisplay: 'exceptZero' }).format(difference * 100);
  return `${text.replace('-', '−')}${thin}pts`;
}

export function formatMoney(language: Language, value: number): string {
  return numberFormat(language, { maximumFractionDigits: 2, minimumFractionDigits: 2 }).format(value);
}

export function formatBytes(language: Language, bytes: number): string {
  const units = language === 'fr' ? ['o', 'ko', 'Mo', 'Go'] : ['B', 'kB', 'MB', 'GB'];
  const power = bytes === 0 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3));
  return `${formatNumber(language, bytes / 1000 ** power)}${thin}${units[power]}`;
}
