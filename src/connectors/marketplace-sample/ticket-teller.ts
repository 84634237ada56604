import type { Actor, Event, EventCustomer } from '#domain/ticket/event.ts';
import type { Agent, Roster, Team } from './agents.ts';
import { customerOf, drawCustomer } from './customers.ts';
import type { Random } from './random.ts';
import { type Counter, counterChoice, type Matter, matterChoice, priorityChoice, productFields } from './shop.ts';
import { tellSurvey } from './survey.ts';
import { TicketLog } from './ticket-log.ts';
import { dayMs, hourMs, minuteMs, type Year } from './year.ts';

const bot: Actor = { kind: 'bot', id: 'assistant', name: 'Assistant' };
const system: Actor = { kind: 'system', id: 'rules' };

/** A ticket while it is told. */
interface Course {
  readonly log: TicketLog;
  readonly counter: Counter;
  readonly matter: Matter;
  readonly customer: EventCustomer;
  readonly author: Actor;
  readonly isLive: boolean;
  readonly urgency: number;
  agent: Agent;
}

const urgencies: Readonly<Record<string, number>> = { low: 1.5, normal: 1, high: 0.65, urgent: 0.4 };

export function keyOf(number: number): string {
  return `MP-${String(number).padStart(7, '0')}`;
}

/** Tells tickets one after the other: who asks what where, who answers when, and how it ends. */
export class TicketTeller {
  readonly #random: Random;
  readonly #roster: Roster;
  readonly #year: Year;
  readonly #seed: number;
  readonly #customers: number;

  constructor(random: Random, roster: Roster, year: Year, seed: number, tickets: number) {
    this.#random = random;
    this.#roster = roster;
    this.#year = year;
    this.#seed = seed;
    this.#customers = Math.max(50, Math.floor(tickets * 0.55));
  }

  tell(number: number, at: number, hour: number): readonly Event[] {
    const course = this.#begin(number, at, hour);
    const { log } = course;
    const random = this.#random;
    if (random.chance(0.018)) {
      log.note('ticket.deleted', at + random.skewed(2 * hourMs), { actor: system, reason: 'spam' });
    } else if (number > 20 && random.chance(0.011)) {
      const into = keyOf(number - 1 - random.below(15));
      log.note('ticket.merged', this.#roster.nextWorkAt(course.agent, at) + 9 * minuteMs, {
        actor: course.agent.actor,
        into,
      });
    } else if (!this.#endsEarly(course, at)) {
      this.#converse(course, this.#assign(course, at));
    }
    return log.events;
  }

  #begin(number: number, at: number, hour: number): Course {
    const random = this.#random;
    const drawn = counterChoice.pick(random);
    const matter = matterChoice.pick(random);
    const customer = customerOf(drawCustomer(random, this.#customers), this.#seed);
    const priority = customer.tier === 'platinum' && random.chance(0.5) ? 'urgent' : priorityChoice.pick(random);
    const author: Actor = { kind: 'customer', id: customer.id ?? null, name: customer.name ?? null };
    const team: Team = customer.type === 'business' && random.chance(0.5) ? 'Grands comptes' : matter.team;
    const agent = this.#whoWorks(team, at);
    // Chat and telephone are open by day, while someone of the team is there; else people write.
    const isOpen = hour >= 8 && hour < 20 && this.#roster.nextWorkAt(agent, at) === at;
    const isLive = isOpen && (drawn.channel === 'chat' || drawn.channel === 'phone');
    const counter = isLive ? drawn : { ...drawn, channel: writtenChannel(drawn) };
    const log = new TicketLog(keyOf(number), this.#year.endAt);
    const { currency, ...where } = counter;
    log.note('ticket.created', at, {
      actor: author,
      ...where,
      subject: matter.subject,
      type: matter.type,
      tags: matter.tags,
      priority,
      team,
      ...(matter.team === 'Retours' && { pipeline: 'retours', stage: 'demande' }),
      customer,
      order: { id: `O-${(number * 7919) % 99_991}`, value: Math.round(random.skewed(4200, 0.9)) / 100, currency },
      fields: random.pick(productFields),
    });
    return { log, counter, matter, customer, author, isLive, urgency: urgencies[priority] ?? 1, agent };
  }

  /** Of a few colleagues of the team, the one who can begin first: idle people take what comes in. */
  #whoWorks(team: Team, at: number): Agent {
    const members = this.#roster.ofTeam(team);
    let best = this.#random.pick(members);
    let bestAt = this.#roster.nextWorkAt(best, at);
    for (let tries = 0; tries < 2 && bestAt > at; tries++) {
      const other = this.#random.pick(members);
      const otherAt = this.#roster.nextWorkAt(other, at);
      if (otherAt < bestAt) [best, bestAt] = [other, otherAt];
    }
    return best;
  }

  /** Bots answer some, impatient customers leave; true when no agent is needed. */
  #endsEarly(course: Course, at: number): boolean {
    const random = this.#random;
    const { log, counter } = course;
    if (course.isLive && random.chance(counter.channel === 'phone' ? 0.08 : 0.06)) {
      const leftAt = at + random.skewed(3 * minuteMs);
      log.note('ticket.abandoned', leftAt, { actor: course.author });
      log.note('ticket.status', leftAt + 1000, { actor: system, status: 'closed' });
      return true;
    }
    const isChat = counter.channel === 'chat';
    if (!isChat && !random.chance(0.12)) return false;
    this.#message(course, at + 4000, bot, true);
    if (!isChat || !random.chance(0.16)) return false;
    log.note('ticket.message', at + 70_000, { actor: course.author, direction: 'inbound', public: true, length: 46 });
    this.#message(course, at + 74_000, bot, true);
    log.note('ticket.status', at + random.skewed(4 * minuteMs), { actor: bot, status: 'solved' });
    return true;
  }

  #message(course: Course, at: number, actor: Actor, automatic = false): boolean {
    const { channel } = course.counter;
    const direction = actor.kind === 'customer' ? 'inbound' : 'outbound';
    const length = Math.round(this.#random.skewed(channel === 'chat' ? 90 : 420));
    return course.log.note('ticket.message', at, {
      actor,
      direction,
      public: true,
      channel,
      length,
      ...(automatic && { automatic }),
    });
  }

  /** Puts the ticket into an agent's hands; gives the instant at which that agent can begin. */
  #assign(course: Course, at: number): number {
    const random = this.#random;
    const { agent, log } = course;
    const delay = random.skewed(course.isLive ? 20_000 : 25 * minuteMs * course.urgency);
    const assignedAt = this.#roster.nextWorkAt(agent, at + delay);
    log.note('ticket.assigned', assignedAt, { actor: system, agent: agent.id, team: agent.team });
    if (!random.chance(0.07)) return assignedAt;
    const team = agent.team === 'Livraison' ? 'Retours' : 'Livraison';
    const movedAt = assignedAt + random.skewed((course.isLive ? 2 : 50) * minuteMs);
    course.agent = this.#whoWorks(team, movedAt);
    log.note('ticket.assigned', movedAt, { actor: agent.actor, agent: course.agent.id, team });
    return movedAt;
  }

  #converse(course: Course, from: number): void {
    const random = this.#random;
    const turns = 1 + Number(random.chance(0.36)) + Number(random.chance(0.1 * course.matter.effort));
    let askedAt = from;
    for (let turn = 1; turn <= turns; turn++) {
      const repliedAt = this.#reply(course, askedAt, turn);
      if (turn === 1) this.#moveOn(course, repliedAt);
      if (turn === turns) {
        this.#solve(course, repliedAt + (course.isLive ? 40_000 : random.skewed(3 * minuteMs)), 1);
        return;
      }
      askedAt = this.#awaitCustomer(course, repliedAt);
      if (askedAt < 0) return;
    }
  }

  /** A return goes on to its next stage; now and then a ticket turns out to be pressing. */
  #moveOn(course: Course, at: number): void {
    const { log, agent } = course;
    if (course.matter.team === 'Retours' && this.#random.chance(0.6)) {
      log.note('ticket.stage', at, { actor: agent.actor, pipeline: 'retours', stage: 'étiquette envoyée' });
    }
    if (!this.#random.chance(0.03)) return;
    log.note('ticket.updated', at, {
      actor: agent.actor,
      priority: 'urgent',
      tags: [...course.matter.tags, 'escalade'],
    });
  }

  /** The agent answers, and says how long it took. */
  #reply(course: Course, askedAt: number, turn: number): number {
    const random = this.#random;
    const { agent, log, matter, isLive } = course;
    const wait = isLive ? 34_000 : 75 * minuteMs * course.urgency * (turn === 1 ? 1 : 0.8);
    const work = random.skewed(wait * agent.pace * matter.effort, isLive ? 0.6 : 1);
    const at = isLive ? askedAt + work : this.#roster.doneAt(agent, askedAt, work, random);
    if (random.chance(0.06)) {
      log.note('ticket.message', at - 20_000, {
        actor: agent.actor,
        direction: 'outbound',
        public: false,
        length: 120,
      });
    }
    if (!this.#message(course, at, agent.actor)) return at;
    if (random.chance(0.62)) {
      const seconds = Math.round(random.skewed((isLive ? 420 : 540) * matter.effort * agent.pace, 0.6));
      const kind = course.counter.channel === 'phone' ? 'talk' : isLive ? 'chat' : 'note';
      log.note('ticket.work', at, { actor: agent.actor, agent: agent.id, seconds, kind });
    }
    return at;
  }

  /** The customer (or the carrier) has to answer; gives the instant of the answer, or −1 when none comes. */
  #awaitCustomer(course: Course, repliedAt: number): number {
    const random = this.#random;
    const { log, agent } = course;
    const isThirdParty = course.matter.team === 'Livraison' && random.chance(0.25);
    const status = isThirdParty ? 'on-hold' : 'pending';
    if (!course.isLive) log.note('ticket.status', repliedAt, { actor: agent.actor, status });
    if (!isThirdParty && !course.isLive && random.chance(0.13)) {
      this.#solve(course, repliedAt + 5 * dayMs, 0, system);
      return -1;
    }
    const answeredAt = repliedAt + random.skewed(course.isLive ? 45_000 : isThirdParty ? 26 * hourMs : 5 * hourMs, 1.1);
    this.#message(course, answeredAt, course.author);
    if (!course.isLive) log.note('ticket.status', answeredAt, { actor: system, status: 'open' });
    return answeredAt;
  }

  #solve(course: Course, at: number, mayReopen: number, by: Actor = course.agent.actor): void {
    const random = this.#random;
    const { log } = course;
    if (!log.note('ticket.status', at, { actor: by, status: 'solved' })) return;
    if (course.matter.team === 'Retours' && by !== system && mayReopen > 0) {
      log.note('ticket.stage', at, { actor: by, pipeline: 'retours', stage: 'remboursé' });
    }
    if (random.chance(0.05)) {
      const thankedAt = at + random.skewed(hourMs);
      this.#message(course, thankedAt, course.author);
      log.note('ticket.no-reply-needed', thankedAt + 1000, { actor: course.agent.actor });
    }
    if (random.chance(mayReopen * 0.13 * (1.25 - course.agent.care))) {
      const reopenedAt = at + random.skewed(20 * hourMs);
      this.#message(course, reopenedAt, course.author);
      log.note('ticket.status', reopenedAt + 1000, { actor: system, status: 'open' });
      const repliedAt = this.#reply(course, reopenedAt, 2);
      this.#solve(course, repliedAt + 2 * minuteMs, 0);
      return;
    }
    if (by !== system) tellSurvey(log, random, at, course.agent, course.urgency);
    log.note('ticket.status', at + 3 * dayMs, { actor: system, status: 'closed' });
  }
}

/** Where someone writes who finds chat and telephone closed. */
function writtenChannel(counter: Counter): string {
  if (counter.marketplace !== 'shop') return counter.channel === 'email' ? 'email' : 'marketplace';
  return counter.channel === 'form' ? 'form' : 'email';
}
