import type { Event } from '#domain/ticket/event.ts';
import { hireAgents, Roster } from './agents.ts';
import { tellBusiness } from './business-events.ts';
import { Random } from './random.ts';
import { tellStaff } from './staff-events.ts';
import { TicketTeller } from './ticket-teller.ts';
import { hourMs, planYear, timeOfDay } from './year.ts';

export { source as marketplaceSource } from './ticket-log.ts';

export interface MarketplaceOptions {
  readonly tickets: number;
  readonly seed: number;
  /** The year that is told, whole. */
  readonly year?: number;
}

const defaultYear = 2025;
const largeTeamFrom = 200_000;

/**
 * A year of a seller on Amazon, eBay, Cdiscount and in its own shop, made up: nobody in it exists, and every ticket says so
 * (`fields.generated`). The same options give the same events. Day by day, ticket by ticket; memory does not grow.
 */
export function* generateMarketplace(options: MarketplaceOptions): Generator<Event> {
  const { tickets, seed } = options;
  const year = planYear(options.year ?? defaultYear, tickets);
  const random = new Random(seed);
  const agents = hireAgents(tickets >= largeTeamFrom ? 100 : 25, random);
  const roster = new Roster(agents, year, random);
  const teller = new TicketTeller(random, roster, year, seed, tickets);
  let number = 0;
  for (const day of year.days) {
    yield* tellBusiness(day, year, random, tickets);
    yield* tellStaff(day, year, roster, random);
    for (let i = 0; i < day.tickets; i++) {
      const time = timeOfDay((i + random.unit()) / day.tickets);
      number++;
      yield* teller.tell(number, day.startAt + time, Math.floor(time / hourMs));
    }
  }
}
