import { VigieError } from '../error.ts';

export { parseInstant } from './parse-instant.ts';

/** Instants that calendars answer for: from 1900-01-01 to 2200-01-01 UTC. Outside, a date is taken for a typing error. */
export const earliestInstant = -2_208_988_800_000;
export const latestInstant = 7_258_118_400_000;

/** Fifty years (rounded up to a day): no due time or next opening is looked for further away. */
export const horizonMs = 18_263 * 86_400_000;

/** ISO 8601 in UTC, with milliseconds only where there are some. */
export function formatInstant(atMs: number): string {
  return new Date(atMs).toISOString().replace('.000Z', 'Z');
}

/** Throws `instant.out-of-range` unless `atMs` lies between the earliest and the latest instant. */
export function checkInstant(atMs: number): void {
  if (atMs >= earliestInstant && atMs <= latestInstant) return;
  const text = Math.abs(atMs) <= 8.64e15 ? formatInstant(atMs) : String(atMs);
  throw new VigieError('instant.out-of-range', { instant: text });
}
