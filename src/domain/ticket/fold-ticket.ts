import type { Clock } from '../sla/clock.ts';
import { clocksOfStory } from '../sla/clocks/clocks-of-story.ts';
import { RegimeLog } from '../sla/clocks/regimes.ts';
import type { FoldRules } from '../sla/rules.ts';
import { applyEvent } from './apply/apply-event.ts';
import { openConversation } from './apply/apply-turns.ts';
import type { Event, EventType } from './event.ts';
import { orderEvents } from './order-events.ts';
import { Story } from './story.ts';

/** One ticket as its events tell it up to `asOf`: its story (timeline, turns, counts) and its clocks. */
export interface TicketFold {
  readonly story: Story;
  readonly clocks: readonly Clock[];
  /** The instant (epoch ms) of which the clocks speak. */
  readonly asOf: number;
  readonly rules: FoldRules;
}

function isSurvey(type: EventType): boolean {
  return type === 'survey.sent' || type === 'survey.answered';
}

/** Whether an event may change which policy applies, other than what `watchesLife` covers. */
function describesTicket(type: EventType): boolean {
  return type === 'ticket.updated' || type === 'ticket.created';
}

/** Position of the event that begins the ticket: its creation, else the first event that is no survey, else -1. */
function beginning(events: readonly Event[]): number {
  const first = events[0];
  if (first?.type === 'ticket.created') return 0;
  const created = events.findIndex(({ type }) => type === 'ticket.created');
  return created >= 0 ? created : events.findIndex(({ type }) => !isSurvey(type));
}

function upTo(events: readonly Event[], asOf: number): readonly Event[] {
  const last = events[events.length - 1];
  return last === undefined || last.at <= asOf ? events : events.filter(({ at }) => at <= asOf);
}

/** Tells the story of a ticket; the creation comes first, and what lies before it counts as of the creation. */
function tell(events: readonly Event[], rules: FoldRules, now: number): { story: Story; regimes: RegimeLog } {
  const begin = beginning(events);
  const origin = events[Math.max(begin, 0)] as Event;
  const created = origin.type === 'ticket.created';
  const story = new Story(origin.key, origin.source, origin.at, begin >= 0);
  const regimes = new RegimeLog(rules, story);
  let pos = 0;
  if (created) applyEvent(story, origin, origin.at, 0);
  else {
    story.exact = false;
    story.boundedPositions.push(0);
    openConversation(story, true, origin.at, 0);
  }
  if (story.known) regimes.settle(origin.at, 0);
  for (let i = 0; i < events.length; i++) {
    if (created && i === begin) continue;
    const event = events[i] as Event;
    const at = Math.max(event.at, origin.at);
    pos++;
    regimes.advance(at, pos);
    applyEvent(story, event, at, pos);
    if (rules.watchesLife || describesTicket(event.type)) regimes.settle(at, pos);
  }
  regimes.advance(now, pos + 1);
  return { story, regimes };
}

/**
 * Folds the events of one ticket, in any order and number of copies, into its story and clocks as of `asOf` (epoch ms);
 * later events do not count. Without `asOf` the clocks are those of the last event, so that they depend on no wall clock.
 * Null when no event counts. A ticket whose creation is not among its events begins with the first of them, inexactly.
 */
export function foldTicket(
  events: readonly Event[],
  rules: FoldRules,
  asOf: number = Number.POSITIVE_INFINITY,
): TicketFold | null {
  const counted = upTo(orderEvents(events), asOf);
  const last = counted[counted.length - 1];
  if (last === undefined) return null;
  const now = asOf === Number.POSITIVE_INFINITY ? last.at : asOf;
  const { story, regimes } = tell(counted, rules, now);
  return { story, clocks: story.known ? clocksOfStory(story, regimes, now) : [], asOf: now, rules };
}
