import type { HoldingFact } from '../../kpi/facts/holdings.ts';
import type { WorkingTime } from '../../time/working-time.ts';
import { sameHolder } from '../holder.ts';
import type { OfTicket, Span, Story } from '../story.ts';
import { durationsBetween } from './durations.ts';

function isHeld({ holder }: Span): boolean {
  return holder.kind !== 'nobody';
}

/** One row a span in which one holder held the ticket; the last one lasts unless the ticket was merged or deleted. */
export function holdingRows(story: Story, business: WorkingTime): OfTicket<HoldingFact>[] {
  const rows: OfTicket<HoldingFact>[] = [];
  const { spans, ended } = story;
  for (let i = 0; i < spans.length; ) {
    const first = spans[i] as Span;
    let last = first;
    for (i++; i < spans.length && sameHolder((spans[i] as Span).holder, first.holder); i++) last = spans[i] as Span;
    const to = i < spans.length ? (spans[i] as Span).at : (ended?.at ?? null);
    if (!isHeld(first) || to === first.at) continue;
    const { kind } = first.holder;
    const { seconds, business: businessSeconds } = durationsBetween(business, first.at, to);
    rows.push({
      n: rows.length,
      holder: kind,
      agent: kind === 'agent' ? first.holder.id : null,
      team: last.team,
      from: first.at,
      to,
      seconds,
      businessSeconds,
      dims: story.dims,
    });
  }
  return rows;
}
