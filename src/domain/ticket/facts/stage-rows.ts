import type { StageFact } from '../../kpi/facts/stages.ts';
import { spanIndexAt } from '../../sla/clocks/meter.ts';
import type { WorkingTime } from '../../time/working-time.ts';
import type { OfTicket, Span, StageSpan, Story } from '../story.ts';
import { DurationSum, durationsBetween } from './durations.ts';

interface Presence {
  readonly pipeline: string | null;
  readonly stage: string;
  readonly from: number;
  readonly to: number | null;
}

/** A source without stages has its statuses for stages. */
function stageSpansOf({ stages, spans }: Story): readonly StageSpan[] {
  if (stages.length > 0) return stages;
  return spans
    .filter(({ status }, i) => i === 0 || (spans[i - 1] as Span).status !== status)
    .map(({ at, status }) => ({ at, pipeline: null, stage: status }));
}

/** Presences of some length; the last one lasts unless the ticket was merged or deleted. */
function presencesOf(story: Story): Presence[] {
  const spans = stageSpansOf(story);
  return spans.flatMap(({ at, pipeline, stage }, i) => {
    const to = spans[i + 1]?.at ?? story.ended?.at ?? null;
    return stage === null || to === at ? [] : [{ pipeline, stage, from: at, to }];
  });
}

/** The span of assignment at the end of a presence. */
function assignmentAt({ spans }: Story, to: number | null): Span {
  if (to === null) return spans[spans.length - 1] as Span;
  let i = spanIndexAt(spans, to);
  while (i > 0 && (spans[i] as Span).at === to) i--;
  return spans[i] as Span;
}

function rowOf(story: Story, business: WorkingTime, presences: readonly Presence[], n: number): OfTicket<StageFact> {
  const [first] = presences as [Presence];
  const last = presences[presences.length - 1] as Presence;
  const sum = new DurationSum(business);
  let lastLeftAt: number | null = null;
  for (const { from, to } of presences) {
    if (to === null) continue;
    sum.add(from, to);
    lastLeftAt = to;
  }
  const { agent, team } = assignmentAt(story, last.to);
  const inside = sum.total();
  const span = durationsBetween(business, first.from, lastLeftAt);
  return {
    n,
    agent,
    team,
    inPipeline: first.pipeline,
    inStage: first.stage,
    entries: presences.length,
    firstEnteredAt: first.from,
    lastLeftAt,
    sumSeconds: inside.seconds,
    sumBusinessSeconds: inside.business,
    spanSeconds: span.seconds,
    spanBusinessSeconds: span.business,
    dims: story.dims,
  };
}

/** One row for each stage the ticket was in, in the order of first entry. */
export function stageRows(story: Story, business: WorkingTime): OfTicket<StageFact>[] {
  const byStage: Presence[][] = [];
  for (const presence of presencesOf(story)) {
    const known = byStage.find(([first]) => first?.stage === presence.stage && first.pipeline === presence.pipeline);
    if (known === undefined) byStage.push([presence]);
    else known.push(presence);
  }
  return byStage.map((presences, n) => rowOf(story, business, presences, n));
}
