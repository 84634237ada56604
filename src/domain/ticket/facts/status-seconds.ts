import type { WorkingTime } from '../../time/working-time.ts';
import type { TicketStatus } from '../event.ts';
import type { Span, Story } from '../story.ts';
import { DurationSum, type Durations } from './durations.ts';

/** Where the last span of a ticket ends for the facts: its merge or deletion, else its last event. */
export function lastInstant({ ended, updatedAt }: Story): number {
  return ended?.at ?? updatedAt;
}

export interface StatusSeconds {
  readonly new: number | null;
  readonly open: number | null;
  readonly pending: number | null;
  readonly 'on-hold': number | null;
  readonly solved: number | null;
  readonly closed: number | null;
}

/** Seconds in each status up to the last event; null for a status the ticket never had. */
export function statusSeconds(story: Story): StatusSeconds {
  const ms: Record<TicketStatus, number | null> = {
    new: null,
    open: null,
    pending: null,
    'on-hold': null,
    solved: null,
    closed: null,
  };
  const { spans } = story;
  const end = lastInstant(story);
  for (let i = 0; i < spans.length; i++) {
    const { at, status } = spans[i] as Span;
    const to = i + 1 < spans.length ? (spans[i + 1] as Span).at : end;
    ms[status] = (ms[status] ?? 0) + to - at;
  }
  for (const status of Object.keys(ms) as TicketStatus[]) {
    const sum = ms[status];
    ms[status] = sum === null ? null : Math.floor(sum / 1000);
  }
  return ms;
}

/** Time in which an agent held the ticket, up to the last event. */
export function agentHeld(story: Story, business: WorkingTime): Durations {
  const sum = new DurationSum(business);
  const { spans } = story;
  const end = lastInstant(story);
  for (let i = 0; i < spans.length; i++) {
    const { at, holder } = spans[i] as Span;
    if (holder.kind === 'agent') sum.add(at, i + 1 < spans.length ? (spans[i + 1] as Span).at : end);
  }
  return sum.total();
}
