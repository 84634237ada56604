import { VigieError } from '../error.ts';
import type { Event } from '../ticket/event.ts';
import { foldTicket } from '../ticket/fold-ticket.ts';
import { type EventProblem, parseEvent } from '../ticket/parse-event.ts';
import { parseCalendar } from '../time/parse-calendar.ts';
import type { Clock } from './clock.ts';
import { compileRules } from './compile-rules.ts';
import { parsePolicy } from './parse-policy.ts';
import type { FoldRules } from './rules.ts';

/** An event that was refused: its place in the list (from 0) and all that is wrong with it. */
export interface RejectedEvent {
  readonly index: number;
  readonly problems: readonly EventProblem[];
}

export interface Replay {
  readonly clocks: readonly Clock[];
  readonly rejected: readonly RejectedEvent[];
}

export interface ReplayInput {
  readonly calendars: readonly unknown[];
  readonly policies: readonly unknown[];
  readonly events: Iterable<unknown>;
  /** Epoch ms at which the clocks are read. */
  readonly now: number;
  /** Only this ticket. */
  readonly ticket?: string | null;
}

function parseList<T>(list: readonly unknown[], name: string, parse: (input: unknown) => T): T[] {
  return list.map((input, i) => {
    try {
      return parse(input);
    } catch (error) {
      if (!(error instanceof VigieError)) throw error;
      const path = `$.${name}[${i}]${(error.path ?? '$').slice(1)}`;
      const params = 'path' in error.params ? { ...error.params, path } : error.params;
      throw new VigieError(error.code, params, { path, cause: error });
    }
  });
}

/** Checks and compiles calendars and policies as people write them. Throws `VigieError` with the JSON path. */
export function readRules(
  calendars: readonly unknown[],
  policies: readonly unknown[],
  businessCalendar: string | null = null,
): FoldRules {
  return compileRules({
    calendars: parseList(calendars, 'calendars', (input) => parseCalendar(input).calendar),
    policies: parseList(policies, 'policies', parsePolicy),
    businessCalendar,
  });
}

/**
 * Runs policies over events without any store and gives every clock as of `now`, tickets in the order in which they first
 * appear. Refused events are told and left out. Throws `VigieError` for calendars or policies that are wrong.
 */
export function replay({ calendars, policies, events, now, ticket = null }: ReplayInput): Replay {
  const rules = readRules(calendars, policies);
  const rejected: RejectedEvent[] = [];
  const byTicket = new Map<string, Event[]>();
  let index = 0;
  for (const input of events) {
    const parsed = parseEvent(input);
    if ('problems' in parsed) rejected.push({ index, problems: parsed.problems });
    else if (/^(ticket|survey)\./.test(parsed.event.type) && (ticket === null || parsed.event.key === ticket)) {
      const { key } = parsed.event;
      const known = byTicket.get(key);
      if (known === undefined) byTicket.set(key, [parsed.event]);
      else known.push(parsed.event);
    }
    index++;
  }
  const clocks: Clock[] = [];
  for (const ofTicket of byTicket.values()) {
    for (const clock of foldTicket(ofTicket, rules, now)?.clocks ?? []) clocks.push(clock);
  }
  return { clocks, rejected };
}
