import type { IncidentFact } from '../kpi/facts/incidents.ts';
import type { LedgerFact } from '../kpi/facts/ledger.ts';
import type { NameFact } from '../kpi/facts/names.ts';
import type { PresenceFact } from '../kpi/facts/presence.ts';
import type { ShiftFact } from '../kpi/facts/shifts.ts';
import type { SubscriptionFact } from '../kpi/facts/subscriptions.ts';
import type { Event } from './event.ts';
import { incidentRows } from './facts/incident-rows.ts';
import { ledgerRows, shiftRows } from './facts/planned-rows.ts';
import { presenceRows } from './facts/presence-rows.ts';
import { subscriptionRows } from './facts/subscription-rows.ts';
import { orderEvents } from './order-events.ts';

/** The rows of one agent, customer, ledger entry or component, by fact table. */
export interface OtherFacts {
  readonly presence: readonly PresenceFact[];
  readonly shifts: readonly ShiftFact[];
  readonly subscriptions: readonly SubscriptionFact[];
  readonly ledger: readonly LedgerFact[];
  readonly incidents: readonly IncidentFact[];
  readonly names: readonly NameFact[];
}

function nameRows(key: string, events: readonly Event[]): NameFact[] {
  const agent = events.findLast(({ type }) => type.startsWith('agent.'));
  const name = agent?.data.actor?.id === key ? agent.data.actor.name : agent?.data.name;
  if (typeof name !== 'string' || name === '') return [];
  return [{ key: `agent:${key}`, n: 0, kind: 'agent', id: key, name }];
}

/** The facts of all events of one key that belong to no ticket, in any order and number of copies. */
export function factsOfOthers(key: string, events: readonly Event[]): OtherFacts {
  const ordered = orderEvents(events);
  return {
    presence: presenceRows(key, ordered),
    shifts: shiftRows(key, ordered),
    subscriptions: subscriptionRows(key, ordered),
    ledger: ledgerRows(key, ordered),
    incidents: incidentRows(key, ordered),
    names: nameRows(key, ordered),
  };
}
