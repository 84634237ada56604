import type { Actor } from '#domain/ticket/event.ts';
import { loginOf, personName } from './names.ts';
import type { Random } from './random.ts';
import { hourMs, minuteMs, type Year } from './year.ts';

export const teams = ['Livraison', 'Retours', 'Facturation', 'Technique', 'Grands comptes'] as const;
export type Team = (typeof teams)[number];

/** Someone who answers tickets, with habits that last the year. */
export interface Agent {
  readonly id: string;
  readonly team: Team;
  readonly actor: Actor;
  /** Above 1 is slower than most. */
  readonly pace: number;
  /** From 0 to 1: how content customers are, how rarely a solved ticket comes back. */
  readonly care: number;
  /** Local time of day at which work begins, and how long it lasts. */
  readonly from: number;
  readonly hours: number;
  /** Two free weekdays, Monday is 0. */
  readonly free: readonly [number, number];
}

const shares: readonly (readonly [Team, number])[] = [
  ['Livraison', 0.36],
  ['Retours', 0.26],
  ['Facturation', 0.14],
  ['Technique', 0.16],
  ['Grands comptes', 0.08],
];

const starts = [7, 8, 8.5, 9, 9, 10, 12, 13] as const;

export function hireAgents(count: number, random: Random): Agent[] {
  const agents: Agent[] = [];
  for (const [team, share] of shares) {
    const size = team === 'Grands comptes' ? count - agents.length : Math.max(1, Math.round(share * count));
    for (let i = 0; i < size && agents.length < count; i++) {
      // 31 is prime to both lists of names, so that neighbours differ in both.
      const name = personName((agents.length * 31 + 7) % 900);
      const id = loginOf(name);
      const weekend = i % 3 === 2;
      agents.push({
        id,
        team,
        actor: { kind: 'agent', id, name },
        pace: random.between(0.55, 1.25) * (random.chance(0.15) ? 1.7 : 1),
        care: Math.min(0.98, random.between(0.45, 0.95)),
        from: random.pick(starts) * hourMs,
        hours: 7.5 * hourMs,
        free: weekend ? [random.below(2), 2] : [5, 6],
      });
    }
  }
  return agents;
}

/** Whether an agent works on a day of the year; each is away for one fortnight. */
export function worksOn(agent: Agent, weekday: number, index: number, holidayStart: number): boolean {
  if (weekday === agent.free[0] || weekday === agent.free[1]) return false;
  return index < holidayStart || index >= holidayStart + 14;
}

/** When agents are at work: by its own hours each, and never beyond the year. */
export class Roster {
  readonly agents: readonly Agent[];
  readonly #year: Year;
  readonly #holidays = new Map<Agent, number>();
  readonly #byTeam = new Map<Team, Agent[]>();

  constructor(agents: readonly Agent[], year: Year, random: Random) {
    this.agents = agents;
    this.#year = year;
    for (const agent of agents) {
      // Most fortnights off fall between May and September, none before Christmas.
      this.#holidays.set(agent, random.chance(0.7) ? 130 + random.below(120) : 10 + random.below(110));
      this.#byTeam.set(agent.team, [...(this.#byTeam.get(agent.team) ?? []), agent]);
    }
  }

  ofTeam(team: Team): readonly Agent[] {
    return this.#byTeam.get(team) as Agent[];
  }

  isAtWork(agent: Agent, dayIndex: number): boolean {
    const day = this.#year.days[dayIndex];
    return day !== undefined && worksOn(agent, day.weekday, dayIndex, this.#holidays.get(agent) as number);
  }

  /** The index of the day on which an instant falls; summer time shifts days by an hour, so the estimate is corrected. */
  #dayIndexAt(at: number): number {
    const { days, startAt } = this.#year;
    let index = Math.floor((at - startAt) / 86_400_000);
    if (index < days.length - 1 && at >= (days[index + 1]?.startAt ?? Number.POSITIVE_INFINITY)) index++;
    if (index > 0 && at < (days[index]?.startAt ?? Number.POSITIVE_INFINITY)) index--;
    return index;
  }

  /** The first instant from `at` on at which the agent works; infinite when the year is over before. */
  nextWorkAt(agent: Agent, at: number): number {
    const { days } = this.#year;
    for (let index = this.#dayIndexAt(at); index < days.length; index++) {
      if (!this.isAtWork(agent, index)) continue;
      const from = (days[index] as { startAt: number }).startAt + agent.from;
      if (at < from) return from;
      if (at < from + agent.hours) return at;
    }
    return Number.POSITIVE_INFINITY;
  }

  /** When an agent who needs `work` ms of attention from `at` on is done, nights and free days left out. */
  doneAt(agent: Agent, at: number, work: number, random: Random): number {
    const begins = this.nextWorkAt(agent, at);
    // Whoever comes to work finds a queue: what waited over night is answered in the course of the morning.
    const queued = begins > at ? random.skewed(35 * minuteMs, 1) : 0;
    return this.nextWorkAt(agent, begins + queued + work);
  }
}
