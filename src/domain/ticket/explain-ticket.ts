import type { Holder } from '../sla/clock.ts';
import { type ClockProof, explainClock } from '../sla/explain/explain-clock.ts';
import type { FoldRules } from '../sla/rules.ts';
import type { Event, TicketStatus } from './event.ts';
import { foldTicket, type TicketFold } from './fold-ticket.ts';
import { sameHolder } from './holder.ts';
import { orderEvents } from './order-events.ts';
import type { Span, Story } from './story.ts';

/** A stretch of the timeline; `to` is null while it lasts. */
export type Stretch<T> = T & { readonly from: number; readonly to: number | null };

export interface Timeline {
  readonly statuses: readonly Stretch<{ readonly status: TicketStatus }>[];
  readonly holders: readonly Stretch<{ readonly holder: Holder }>[];
  readonly assignments: readonly Stretch<{ readonly agent: string | null; readonly team: string | null }>[];
  readonly stages: readonly Stretch<{ readonly pipeline: string | null; readonly stage: string | null }>[];
}

/** Everything the figures of a ticket rest on: its events in order, its timeline, and each clock second by second. */
export interface TicketProof {
  readonly fold: TicketFold;
  readonly events: readonly Event[];
  readonly timeline: Timeline;
  readonly clocks: readonly ClockProof[];
}

/** Stretches of what `read` gives, neighbours that are the same joined, those of no length left out. */
function stretches<S extends { readonly at: number }, T extends object>(
  spans: readonly S[],
  endsAt: number | null,
  read: (span: S) => T,
  same: (a: T, b: T) => boolean,
): Stretch<T>[] {
  const found: Stretch<T>[] = [];
  spans.forEach((span, i) => {
    const to = spans[i + 1]?.at ?? endsAt;
    if (to === span.at) return;
    const value = read(span);
    const last = found.at(-1);
    if (last !== undefined && same(last, value)) found[found.length - 1] = { ...last, to };
    else found.push({ ...value, from: span.at, to });
  });
  return found;
}

function timelineOf({ spans, stages, ended }: Story): Timeline {
  const endsAt = ended?.at ?? null;
  return {
    statuses: stretches(
      spans,
      endsAt,
      ({ status }: Span) => ({ status }),
      (a, b) => a.status === b.status,
    ),
    holders: stretches(
      spans,
      endsAt,
      ({ holder }: Span) => ({ holder }),
      (a, b) => sameHolder(a.holder, b.holder),
    ),
    assignments: stretches(
      spans,
      endsAt,
      ({ agent, team }: Span) => ({ agent, team }),
      (a, b) => a.agent === b.agent && a.team === b.team,
    ),
    stages: stretches(
      stages,
      endsAt,
      ({ pipeline, stage }) => ({ pipeline, stage }),
      (a, b) => a.pipeline === b.pipeline && a.stage === b.stage,
    ),
  };
}

/** The proof of a ticket as of `now` (epoch ms): folded from the same events by the same rules as its figures. */
export function explainTicket(events: readonly Event[], rules: FoldRules, now: number): TicketProof | null {
  const fold = foldTicket(events, rules, now);
  if (fold === null) return null;
  return {
    fold,
    events: orderEvents(events).filter(({ at }) => at <= now),
    timeline: timelineOf(fold.story),
    clocks: fold.clocks.map((clock) => explainClock(fold.story, clock, rules, now)),
  };
}
