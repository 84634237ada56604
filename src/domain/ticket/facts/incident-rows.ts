import type { IncidentFact } from '../../kpi/facts/incidents.ts';
import type { Event } from '../event.ts';
import { instantOf } from './planned-rows.ts';

type ServiceKind = 'incident' | 'maintenance' | 'check';

function kindOf({ type }: Event): ServiceKind | null {
  return type.startsWith('service.') ? (type.slice('service.'.length) as ServiceKind) : null;
}

/**
 * One row an incident, maintenance or check. A later event of the same kind and beginning tells the same incident further:
 * its response, its end.
 */
export function incidentRows(key: string, events: readonly Event[]): IncidentFact[] {
  const rows: IncidentFact[] = [];
  for (const event of events) {
    const kind = kindOf(event);
    if (kind === null) continue;
    const { data } = event;
    const from = instantOf(data.from) ?? event.at;
    const known = kind === 'check' ? undefined : rows.find((row) => row.kind === kind && row.from === from);
    const row = known ?? newRow(key, rows.length, kind, from);
    if (known === undefined) rows.push(row);
    if (data.to !== undefined) row.to = instantOf(data.to);
    if (data.respondedAt !== undefined) row.respondedAt = instantOf(data.respondedAt);
    if (data.value !== undefined) row.value = data.value;
  }
  const maintenances = rows.filter(({ kind }) => kind === 'maintenance');
  for (const row of rows) {
    row.inMaintenance = row.kind !== 'maintenance' && maintenances.some((during) => covers(during, row.from));
  }
  return rows;
}

function newRow(key: string, n: number, kind: ServiceKind, from: number): IncidentFact {
  const open = { to: null, respondedAt: null, value: null, inMaintenance: false };
  return { key, n, kind, component: key, from, ...open };
}

/** Whether an instant lies in a span; one without an end lasts. */
function covers(span: IncidentFact, at: number | null): boolean {
  return at !== null && span.from !== null && span.from <= at && (span.to === null || at < span.to);
}
