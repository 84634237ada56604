import { formatInstant } from '#domain/time/instant.ts';
import { startOfLocalDate } from '#domain/time/zone.ts';
import type { Search } from '#presentation/question/filters.ts';
import { addDays } from '#presentation/question/period.ts';
import type { AuditCall } from '../queries.ts';

/** The first instant of a local date in a zone, or null where the text is no date. */
function startOf(date: string | undefined, zone: string): string | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date ?? '');
  if (parts === null) return null;
  return formatInstant(startOfLocalDate(zone, Number(parts[1]), Number(parts[2]), Number(parts[3])));
}

/** The filter that the address holds. Both dates are days of the reader; the last is in it to its end. */
export function filterIn({ actor, action, from, to }: Search, zone: string): AuditCall {
  const begin = startOf(from, zone);
  const end = startOf(/^\d{4}-\d{2}-\d{2}$/.test(to ?? '') ? addDays(to ?? '', 1) : undefined, zone);
  return {
    ...(actor === undefined ? {} : { actor }),
    ...(action === undefined ? {} : { action }),
    ...(begin === null ? {} : { from: begin }),
    ...(end === null ? {} : { to: end }),
  };
}
