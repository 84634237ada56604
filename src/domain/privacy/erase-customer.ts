import type { Event } from '../ticket/event.ts';
import { orderEvents } from '../ticket/order-events.ts';
import { eraseData } from './erase-data.ts';
import type { Erasure } from './erasure.ts';
import { customerIdOf } from './person.ts';

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
    return { ...event, key: erasure.idOf(event.key), data: eraseData(event.data, { erasure, ofAnother }) };
  });
}
