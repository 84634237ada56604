import type { Holder, HolderKind } from '../sla/clock.ts';
import type { TicketStatus } from './event.ts';

const nobody: Holder = { kind: 'nobody', id: null };
const customer: Holder = { kind: 'customer', id: null };
const thirdParty: Holder = { kind: 'third-party', id: null };
const bot: Holder = { kind: 'bot', id: null };

/** What decides who holds a ticket. `bot` says whether a bot converses and no human has taken over. */
export interface Holding {
  readonly status: TicketStatus;
  readonly agent: string | null;
  readonly team: string | null;
  readonly bot: boolean;
}

/** The kind of holder (2-DOMAIN, section 3): the status first, then the agent, the bot, and else the team's queue. */
export function holderKind({ status, agent, bot: converses }: Holding): HolderKind {
  if (status === 'solved' || status === 'closed') return 'nobody';
  if (status === 'pending') return 'customer';
  if (status === 'on-hold') return 'third-party';
  if (agent !== null) return 'agent';
  return converses ? 'bot' : 'queue';
}

/** The holder of that kind: an agent by id, a queue by its team. */
export function holderOf(kind: HolderKind, { agent, team }: Holding): Holder {
  switch (kind) {
    case 'nobody':
      return nobody;
    case 'customer':
      return customer;
    case 'third-party':
      return thirdParty;
    case 'bot':
      return bot;
    case 'agent':
      return { kind, id: agent };
    case 'queue':
      return { kind, id: team };
  }
}

export function sameHolder(a: Holder, b: Holder): boolean {
  return a.kind === b.kind && a.id === b.id;
}
