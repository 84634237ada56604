import type { PresenceFact } from '../../kpi/facts/presence.ts';
import type { Event } from '../event.ts';

const known = new Set(['online', 'away', 'busy', 'offline']);

/** The status to count by: an agent in a status of the source's own is not available. */
function statusOf({ data }: Event): string {
  return known.has(data.status ?? '') ? (data.status as string) : 'away';
}

function labelOf({ data }: Event): string | null {
  return data.label ?? (known.has(data.status ?? '') ? null : (data.status ?? null));
}

/** Each event begins a span that lasts until the next one; events of one instant leave the last. */
export function presenceRows(key: string, events: readonly Event[]): PresenceFact[] {
  const changes = events.filter(({ type }) => type === 'agent.presence');
  const rows: PresenceFact[] = [];
  changes.forEach((event, i) => {
    const to = changes[i + 1]?.at ?? null;
    if (to === event.at) return;
    rows.push({
      key,
      n: rows.length,
      agent: key,
      presenceStatus: statusOf(event),
      label: labelOf(event),
      capacity: event.data.capacity ?? null,
      from: event.at,
      to,
    });
  });
  return rows;
}
