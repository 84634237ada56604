import { earliestInstant, latestInstant, parseInstant } from '../../time/instant.ts';
import { type EventReport, showValue } from './event-report.ts';

/** Reports what is wrong with one value of an event's data. Null always passes: it means none. */
export type Check = (value: unknown, path: string, report: EventReport) => void;

export type Fields = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export const checkText: Check = (value, path, report) => {
  if (typeof value !== 'string' && value !== null) report.wrongType(path, '"…"');
};

export const checkFlag: Check = (value, path, report) => {
  if (typeof value !== 'boolean' && value !== null) report.wrongType(path, 'true, false');
};

export const checkNumber: Check = (value, path, report) => {
  if (value !== null && !(typeof value === 'number' && Number.isFinite(value))) report.wrongType(path, '12.5');
};

export const checkAmount: Check = (value, path, report) => {
  if (value !== null && !(typeof value === 'number' && value >= 0 && value < Number.POSITIVE_INFINITY)) {
    report.wrongType(path, '0…');
  }
};

export const checkInteger: Check = (value, path, report) => {
  if (value !== null && !Number.isSafeInteger(value)) report.wrongType(path, '1, 2, 3…');
};

/** Epoch ms of an instant within the years calendars answer for, else null with a problem reported. */
export function readInstant(value: unknown, path: string, report: EventReport): number | null {
  const at = typeof value === 'string' ? parseInstant(value) : null;
  if (at !== null && at >= earliestInstant && at < latestInstant) return at;
  report.add('event.bad-instant', path, { value: showValue(value) });
  return null;
}

export const checkInstant: Check = (value, path, report) => {
  if (value !== null) readInstant(value, path, report);
};

export const checkTags: Check = (value, path, report) => {
  if (value === null) return;
  if (!Array.isArray(value)) return report.wrongType(path, '["…"]');
  for (let i = 0; i < value.length; i++) {
    if (typeof value[i] !== 'string') report.wrongType(`${path}[${i}]`, '"…"');
  }
};

export const checkFields: Check = (value, path, report) => {
  if (value !== null && !isObject(value)) report.wrongType(path, '{…}');
};

export function checkOneOf(expected: readonly string[]): Check {
  const known = new Set<unknown>(expected);
  return (value, path, report) => {
    if (value === null || known.has(value)) return;
    report.add('event.unknown-value', path, { value: showValue(value), expected: expected.join(', ') });
  };
}

/** A check and the JSON path of what it looks at, known beforehand so that good values cost no texts. */
export interface PlacedCheck {
  readonly check: Check;
  readonly path: string;
}

export function placeChecks(checks: Readonly<Record<string, Check>>, path: string): ReadonlyMap<string, PlacedCheck> {
  return new Map(Object.entries(checks).map(([key, check]) => [key, { check, path: `${path}.${key}` }]));
}

/** Checks the known keys of an object that stands at `at`; others are kept and ignored. */
export function checkObject(at: string, checks: Readonly<Record<string, Check>>): Check {
  const table = placeChecks(checks, at);
  return (value, path, report) => {
    if (value === null) return;
    if (!isObject(value)) return report.wrongType(path, '{…}');
    for (const key in value) {
      const placed = table.get(key);
      if (placed !== undefined && value[key] !== undefined) placed.check(value[key], placed.path, report);
    }
  };
}
