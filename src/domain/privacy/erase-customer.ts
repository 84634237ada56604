import type { Event, EventType } from '../ticket/event.ts';
import { orderEvents } from '../ticket/order-events.ts';
import { eraseData } from './erase-data.ts';
import type { Erasure } from './erasure.ts';
import { customerIdOf, speaksOf } from './person.ts';

/** Whether events of this type belong to a ticket or a customer; agents, entries and components may have the same key. */
function isOfCustomer(type: EventType): boolean {
  return type.startsWith('ticket.') || type.startsWith('survey.') || type.startsWith('subscription.');
}

/**
 * The events of one ticket (or of one customer's subscriptions) as they read once a customer on it is erased: the id is a
 * pseudonym, and names, free texts, links, orders and everything that singles somebody out are gone. Identities and
 * instants stay, so that an event sent again still counts as a duplicate and every clock stays as it is. Erasing again
 * changes nothing. The answer is in the order of the fold, each identity once.
 */
export function eraseCustomer(events: readonly Event[], erasure: Erasure): Event[] {
  let current: string | null = null;
  return orderEvents(events).map((event) => {
    const given = customerIdOf(event.data);
    if (given !== undefined) current = given;
    const ofAnother = current !== null && !erasure.isCustomer(current);
    const own = isOfCustomer(event.type);
    if (!own && !speaksOf(event, { kind: 'customer', id: erasure.customer })) return event;
    const key = own ? erasure.idOf(event.key) : event.key;
    return { ...event, key, data: eraseData(event.data, { erasure, ofAnother }) };
  });
}
