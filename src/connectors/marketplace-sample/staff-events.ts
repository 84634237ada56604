import type { Event, EventData, EventType } from '#domain/ticket/event.ts';
import { formatInstant } from '#domain/time/instant.ts';
import type { Agent, Roster } from './agents.ts';
import type { Random } from './random.ts';
import { source } from './ticket-log.ts';
import { hourMs, minuteMs, type Year, type YearDay } from './year.ts';

/** How many chats an agent holds at once. */
const capacity = 3;

/** Shifts and presence of a day: planned hours, a late start now and then, a lunch break. */
export function* tellStaff(day: YearDay, year: Year, roster: Roster, random: Random): Generator<Event> {
  for (const agent of roster.agents) {
    if (!roster.isAtWork(agent, day.index)) continue;
    const from = day.startAt + agent.from;
    const to = Math.min(from + agent.hours, year.endAt - 1000);
    const event = (name: string, type: EventType, at: number, data: EventData): Event => {
      const id = `${name}/${agent.id}/${day.index}`;
      return { id, source, type, at: Math.floor(at / 1000) * 1000, key: agent.id, data };
    };
    const presence = (name: string, at: number, status: string): Event => {
      return event(name, 'agent.presence', at, {
        agent: agent.id,
        status,
        capacity: status === 'offline' ? 0 : capacity,
      });
    };
    const planned = { agent: agent.id, from: formatInstant(from), to: formatInstant(to) };
    yield event('shift', 'agent.shift', from, planned);
    yield* tellPresence(agent, from, to, random, presence);
  }
}

function* tellPresence(
  agent: Agent,
  from: number,
  to: number,
  random: Random,
  presence: (name: string, at: number, status: string) => Event,
): Generator<Event> {
  const lateBy = random.chance(0.1 + (1 - agent.care) * 0.2)
    ? random.between(4, 25) * minuteMs
    : random.between(-3, 3) * minuteMs;
  const lunchAt = from + 3.5 * hourMs + random.between(-15, 15) * minuteMs;
  yield presence('online', from + lateBy, 'online');
  yield presence('lunch', lunchAt, 'away');
  yield presence('back', lunchAt + random.between(35, 60) * minuteMs, 'online');
  // Capped, so that a shift of the year's last evening stays inside the year.
  yield presence('offline', Math.min(to, to + random.between(-12, 0) * minuteMs), 'offline');
}
