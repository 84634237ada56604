import type { Language, LocalText } from '#domain/error.ts';
import type { Every, Unit } from '#domain/report/query.ts';
import * as dates from './date.ts';
import { formatDuration, formatExactDuration } from './duration.ts';
import { formatEnumeration, formatList } from './list.ts';
import * as numbers from './number.ts';
import { formatAxis, formatValue, type ValueStyle } from './value.ts';

/** Texts that come with data are set like our own: a narrow no-break space before double punctuation. */
function narrowSpaces(text: string): string {
  return text.replace(/ (?=[:;!?%»])/g, '\u202f').replaceAll('« ', '«\u202f');
}

export function createFormat(language: Language) {
  return {
    language,
    text: (text: LocalText) => (language === 'fr' ? narrowSpaces(text.fr) : text.en),
    value: (value: number | null, unit: Unit, style?: ValueStyle) => formatValue(language, value, unit, style),
    axis: (value: number, unit: Unit) => formatAxis(language, value, unit),
    count: (value: number) => numbers.formatCount(language, value),
    share: (value: number, digits?: number) => numbers.formatShare(language, value, digits),
    change: (value: number) => numbers.formatChange(language, value),
    points: (value: number) => numbers.formatPoints(language, value),
    bytes: (value: number) => numbers.formatBytes(language, value),
    duration: (seconds: number, time?: 'business' | 'calendar') => formatDuration(language, seconds, time),
    exactDuration: (seconds: number) => formatExactDuration(language, seconds),
    date: (date: string, short?: boolean) => dates.formatDate(language, date, short),
    bucket: (date: string, every: Every, short?: boolean) => dates.formatBucket(language, date, every, short),
    range: (first: string, last: string) => dates.formatDateRange(language, first, last),
    instant: (instant: string, zone: string) => dates.formatInstant(language, instant, zone),
    exactInstant: (instant: string, zone: string) => dates.formatExactInstant(language, instant, zone),
    time: (instant: number | string, zone: string) => dates.formatTime(language, instant, zone),
    dayAndTime: (instant: number | string, zone: string) => dates.formatDayAndTime(language, instant, zone),
    enumeration: (parts: readonly string[]) => formatEnumeration(language, parts),
    list: (parts: readonly string[]) => formatList(language, parts),
    weekday: (weekday: number, width?: 'short' | 'long') => dates.formatWeekday(language, weekday, width),
  };
}

export type Format = ReturnType<typeof createFormat>;
