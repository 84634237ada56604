import { VigieError } from '../error.ts';
import { civilFromDays, dayMs, daysFromCivil } from '../time/civil.ts';

/**
 * How long a workspace keeps what it holds of people; null keeps it for good. `ticketMonths`: closed tickets are deleted so
 * long after their last event. `customerMonths`: customers become pseudonyms so long after their last event.
 * `importDays`: imports and rejected events. `auditDays`: entries of the audit log.
 */
export interface Retention {
  readonly ticketMonths: number | null;
  readonly customerMonths: number | null;
  readonly importDays: number | null;
  readonly auditDays: number | null;
}

/** The longest period of each setting, a century; the shortest is 1. */
export const retentionLimits: Readonly<Record<keyof Retention, number>> = {
  ticketMonths: 1200,
  customerMonths: 1200,
  importDays: 36_525,
  auditDays: 36_525,
};

export const keepAll: Retention = { ticketMonths: null, customerMonths: null, importDays: null, auditDays: null };

const names = Object.keys(retentionLimits) as (keyof Retention)[];

function parsePeriod(value: unknown, name: keyof Retention): number | null {
  if (value === undefined || value === null) return null;
  const most = retentionLimits[name];
  if (Number.isInteger(value) && (value as number) >= 1 && (value as number) <= most) return value as number;
  throw new VigieError('privacy.bad-retention', { path: `$.${name}`, most }, { path: `$.${name}` });
}

/**
 * Checks retention periods; one that is missing or null keeps all. Throws `privacy.bad-retention` with the JSON path of a
 * period that is no whole number in its limits, or of a name that means nothing.
 */
export function parseRetention(input: unknown): Retention {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    throw new VigieError('privacy.bad-retention', { path: '$', most: retentionLimits.ticketMonths }, { path: '$' });
  }
  const given = input as Readonly<Record<string, unknown>>;
  const unknown = Object.keys(given).find((name) => !Object.hasOwn(retentionLimits, name));
  if (unknown !== undefined) {
    throw new VigieError('privacy.unknown-retention', { name: unknown, known: names.join(', ') }, { path: '$' });
  }
  return Object.fromEntries(names.map((name) => [name, parsePeriod(given[name], name)])) as unknown as Retention;
}

/** The instant `months` calendar months before another, in UTC: the same day of the month, or its last day. */
function monthsBefore(atMs: number, months: number): number {
  const days = Math.floor(atMs / dayMs);
  const { year, month, day } = civilFromDays(days);
  const index = year * 12 + month - 1 - months;
  const [toYear, toMonth] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1];
  const next = toMonth === 12 ? daysFromCivil(toYear + 1, 1, 1) : daysFromCivil(toYear, toMonth + 1, 1);
  return Math.min(daysFromCivil(toYear, toMonth, day), next - 1) * dayMs + (atMs - days * dayMs);
}

/** The instants (epoch ms) before which what is held goes; null where it stays. */
export interface RetentionCutoffs {
  readonly tickets: number | null;
  readonly customers: number | null;
  readonly imports: number | null;
  readonly audit: number | null;
}

export function cutoffsOf(retention: Retention, now: number): RetentionCutoffs {
  const { ticketMonths, customerMonths, importDays, auditDays } = retention;
  return {
    tickets: ticketMonths === null ? null : monthsBefore(now, ticketMonths),
    customers: customerMonths === null ? null : monthsBefore(now, customerMonths),
    imports: importDays === null ? null : now - importDays * dayMs,
    audit: auditDays === null ? null : now - auditDays * dayMs,
  };
}
