import type { EventCustomer } from '#domain/ticket/event.ts';
import { companyName, personName } from './names.ts';
import { Random } from './random.ts';

const seedStep = 7919;

/** The customer of a number: always the same person, made when needed, so that millions take no memory. */
export function customerOf(number: number, seed: number): EventCustomer {
  const random = new Random(seed + number * seedStep);
  const isBusiness = random.chance(0.14);
  const luck = random.unit();
  const tier = luck < 0.78 ? 'standard' : luck < 0.92 ? 'silver' : luck < 0.985 ? 'gold' : 'platinum';
  return {
    id: `C${String(number).padStart(6, '0')}`,
    name: personName(random.below(900)),
    type: isBusiness ? 'business' : 'consumer',
    ...(isBusiness && { company: companyName(random.below(300)) }),
    tier,
  };
}

/** Few customers write often: half of the tickets come from a fifth of the customers. */
export function drawCustomer(random: Random, customers: number): number {
  const share = random.unit();
  return Math.floor(share * share * Math.sqrt(share) * customers);
}
