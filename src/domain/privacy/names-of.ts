import type { Event } from '../ticket/event.ts';
import { customerIdOf, type Person } from './person.ts';

/** Every name that events give a person; those of a customer also where they change the name without saying the id again. */
export function namesOf(events: readonly Event[], { kind, id }: Person): string[] {
  const names = new Set<string>();
  const note = (name: unknown) => {
    if (typeof name === 'string' && name.trim() !== '') names.add(name.trim());
  };
  let current: string | null | undefined;
  for (const { data } of events) {
    const { actor, customer } = data;
    const given = customerIdOf(data);
    if (given !== undefined) current = given;
    if (actor?.kind === kind && actor.id === id) note(actor.name);
    if (kind === 'agent' && data.agent === id) note(data.name);
    if (kind === 'customer' && current === id && typeof customer === 'object') note(customer?.name);
  }
  return [...names];
}
