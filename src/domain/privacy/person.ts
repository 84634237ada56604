import type { Event, EventData } from '../ticket/event.ts';

export const personKinds = ['customer', 'agent'] as const;

/** Somebody that events speak of, by the id under which their sources know them. */
export interface Person {
  readonly kind: (typeof personKinds)[number];
  readonly id: string;
}

/** The id that an event gives the customer: undefined where it says nothing of it, null where it says there is none. */
export function customerIdOf({ customer }: EventData): string | null | undefined {
  if (customer === undefined || customer === null || typeof customer === 'string') return customer;
  return customer.id;
}

/** Whether an event names a person by id: as its actor, as the ticket's customer, or as the agent it is about. */
export function speaksOf({ data }: Event, { kind, id }: Person): boolean {
  if (data.actor?.kind === kind && data.actor.id === id) return true;
  return kind === 'agent' ? data.agent === id : customerIdOf(data) === id;
}
