/** Who acts. `system` is the helpdesk itself (rules, triggers). */
export type ActorKind = 'customer' | 'agent' | 'bot' | 'system';

export interface Actor {
  readonly kind: ActorKind;
  readonly id?: string | null;
  readonly name?: string | null;
}

/** The states of a ticket that Vigie knows; a source's own word stands in `label`. */
export type TicketStatus = 'new' | 'open' | 'pending' | 'on-hold' | 'solved' | 'closed';

/** Event types, in the order in which events of one instant are folded (2-DOMAIN, section 2). */
export const ticketEventTypes = [
  'ticket.created',
  'ticket.updated',
  'ticket.assigned',
  'ticket.stage',
  'ticket.message',
  'ticket.no-reply-needed',
  'ticket.work',
  'ticket.status',
  'ticket.abandoned',
  'ticket.merged',
  'ticket.deleted',
  'survey.sent',
  'survey.answered',
] as const;

/** Event types that belong to no ticket; each is turned into fact rows of its own. */
export const otherEventTypes = [
  'agent.presence',
  'agent.shift',
  'subscription.started',
  'subscription.ended',
  'ledger.entry',
  'service.incident',
  'service.maintenance',
  'service.check',
] as const;

export const eventTypes = [...ticketEventTypes, ...otherEventTypes] as const;
export type EventType = (typeof eventTypes)[number];

/**
 * One thing that happened, parsed. `(source, id)` is its identity in a workspace. `at` is the instant in epoch
 * milliseconds. `key` is what it is folded by: the ticket key for ticket and survey events (the CloudEvent's `subject`),
 * else the agent, customer, ledger entry or component. `data` is validated but otherwise as sent: unknown keys are kept,
 * a missing key means unchanged, null means none.
 */
export interface Event {
  readonly id: string;
  readonly source: string;
  readonly type: EventType;
  readonly at: number;
  readonly key: string;
  readonly data: EventData;
}

/** All keys that the fold reads, of whatever type; see the table in the documentation of events. */
export interface EventData {
  readonly actor?: Actor | null;
  readonly sequence?: number | null;
  readonly observed?: { readonly after: string; readonly before: string } | null;
  readonly status?: string | null;
  readonly label?: string | null;
  readonly subject?: string | null;
  readonly url?: string | null;
  readonly channel?: string | null;
  readonly marketplace?: string | null;
  readonly store?: string | null;
  readonly pipeline?: string | null;
  readonly stage?: string | null;
  readonly priority?: string | null;
  readonly type?: string | null;
  readonly tags?: readonly string[] | null;
  readonly language?: string | null;
  readonly region?: string | null;
  readonly country?: string | null;
  readonly customer?: EventCustomer | string | null;
  readonly order?: {
    readonly id?: string | null;
    readonly value?: number | null;
    readonly currency?: string | null;
  } | null;
  readonly agent?: string | null;
  readonly team?: string | null;
  readonly fields?: Readonly<Record<string, unknown>> | null;
  readonly direction?: 'inbound' | 'outbound';
  readonly public?: boolean;
  readonly automatic?: boolean;
  readonly length?: number | null;
  readonly class?: string | null;
  readonly seconds?: number;
  readonly kind?: string;
  readonly into?: string;
  readonly reason?: string | null;
  readonly score?: number;
  readonly scale?: number | null;
  readonly comment?: string | null;
  readonly capacity?: number | null;
  readonly from?: string;
  readonly to?: string | null;
  readonly respondedAt?: string | null;
  readonly plan?: string | null;
  readonly monthlyValue?: number | null;
  readonly amount?: number;
  readonly currency?: string | null;
  readonly component?: string;
  readonly value?: number;
  readonly [unknown: string]: unknown;
}

export interface EventCustomer {
  readonly id?: string | null;
  readonly name?: string | null;
  readonly type?: string | null;
  readonly company?: string | null;
  readonly tier?: string | null;
  readonly region?: string | null;
}
