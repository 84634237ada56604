import type { CallOf } from '#contract/client.ts';
import { figureOf } from '#domain/alerts/figure-of.ts';
import { VigieError } from '#domain/error.ts';
import type { Unit } from '#domain/report/query.ts';
import { filterOfSearch } from '#presentation/question/conditions.ts';
import type { Search } from '#presentation/question/filters.ts';
import { searchOfFilter } from '#presentation/question/search-of-filter.ts';
import { parseThreshold, writeThreshold } from '#presentation/question/threshold.ts';
import type { AlertView } from '../queries.ts';

export type NewAlert = CallOf<'create-alert'>['body'];
type Rule = NewAlert['rule'];

/** An alert as its form holds it: what is typed is text. */
export interface AlertValues extends Record<string, unknown> {
  readonly title: string;
  readonly kpi: string;
  readonly filter: Search;
  readonly time: 'business' | 'calendar';
  readonly windowHours: string;
  readonly windowUnit: 'days' | 'hours';
  readonly by: string;
  readonly leastN: string;
  readonly keepFiringMinutes: string;
  readonly kind: 'threshold' | 'unusual';
  readonly side: 'above' | 'below' | 'either';
  readonly line: string;
  readonly width: string;
  readonly members: readonly string[];
  readonly channels: readonly string[];
  readonly tellEnd: boolean;
}

export const emptyAlert: AlertValues = {
  ...{ title: '', kpi: 'sla-compliance', filter: {}, time: 'business', windowHours: '7', windowUnit: 'days', by: '' },
  ...{ leastN: '10', keepFiringMinutes: '15', kind: 'threshold', side: 'below', line: '', width: '3' },
  ...{ members: [], channels: [], tellEnd: true },
};

/** The unit of a figure; null where there is no such one. */
export function unitOfFigure(kpi: string): Unit | null {
  try {
    return figureOf({ kpi, time: 'calendar' }).unit;
  } catch (error) {
    if (error instanceof VigieError) return null;
    throw error;
  }
}

/** A number as people type it in either language; null where it is none. */
export function readNumber(text: string): number | null {
  const plain = text
    .trim()
    .replaceAll(/[\s\u202f\u00a0%]/g, '')
    .replace(',', '.');
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : null;
}

/** The line that is typed: a duration as `4 h`, a share as `90`, in percent; null where it is none. */
export function readLine(text: string, unit: Unit | null): number | null {
  if (unit === 'seconds') return parseThreshold(text);
  const number = readNumber(text);
  if (number === null || unit !== 'share') return number;
  return number < 0 || number > 100 ? null : Math.round(number * 1e6) / 1e8;
}

/** A line as it is typed. */
export function writeLine(line: number, unit: Unit | null): string {
  if (unit === 'seconds') return writeThreshold(`within-${line}`);
  return String(unit === 'share' ? Math.round(line * 1e8) / 1e6 : line);
}

/** The rule of what is typed, once it is sound. */
export function ruleOf(values: AlertValues): Rule {
  const { kpi, filter, time, windowHours, windowUnit, by, leastN, kind, side } = values;
  const line = readLine(values.line, unitOfFigure(kpi)) ?? 0;
  return {
    ...{ kpi, filter: filterOfSearch(filter), time, by: by === '' ? null : (by as Rule['by']) },
    windowHours: (readNumber(windowHours) ?? 0) * (windowUnit === 'days' ? 24 : 1),
    leastN: readNumber(leastN) ?? 0,
    keepFiringMinutes: readNumber(values.keepFiringMinutes) ?? 0,
    condition:
      kind === 'threshold'
        ? { kind, side: side === 'either' ? 'below' : side, line }
        : { kind, side, width: readNumber(values.width) ?? 3 },
  };
}

export function alertOf(values: AlertValues): NewAlert {
  const { title, members, channels, tellEnd } = values;
  return { title, rule: ruleOf(values), members: [...members], channels: [...channels], tellEnd };
}

/** The form of an alert; null where its filter is one that the form cannot show. */
export function valuesOf({ title, rule, unit, members, channels, tellEnd }: AlertView): AlertValues | null {
  const { kpi, time, windowHours, by, leastN, condition, filter } = rule;
  const search = filter == null ? {} : searchOfFilter(filter);
  if (search === null) return null;
  const days = windowHours % 24 === 0;
  return {
    ...{
      title,
      kpi,
      filter: search,
      time: time ?? 'business',
      by: by ?? '',
      leastN: String(leastN ?? 1),
      keepFiringMinutes: String(rule.keepFiringMinutes ?? 0),
      members,
      channels,
    },
    ...{ windowHours: String(days ? windowHours / 24 : windowHours), windowUnit: days ? 'days' : 'hours', tellEnd },
    ...{ kind: condition.kind, side: condition.side },
    line: condition.kind === 'threshold' ? writeLine(condition.line, unit) : '',
    width: condition.kind === 'unusual' ? String(condition.width) : emptyAlert.width,
  };
}
