import type { ClockFact } from '../../kpi/facts/clocks.ts';
import { cycleKey } from '../../sla/cycle-key.ts';
import type { Judgement } from '../../sla/review/breach-review.ts';
import type { OfTicket } from '../story.ts';

/**
 * The facts of clocks as people judged their breaches: excused ones are marked, others credited to who answers for them. A
 * clock that broke nothing stays as it is, so that a judgement comes back where the breach does.
 */
export function judgeClocks(
  ticket: string,
  rows: readonly OfTicket<ClockFact>[],
  judgements: ReadonlyMap<string, Judgement>,
): readonly OfTicket<ClockFact>[] {
  if (judgements.size === 0) return rows;
  return rows.map((row) => {
    const { policy, target, cycle, clockStatus } = row;
    // A running clock is breached once its due instant has passed.
    if (clockStatus !== 'breached' && clockStatus !== 'running') return row;
    const judgement = judgements.get(
      cycleKey({ ticket, policy: policy ?? '', target: target ?? '', cycle: cycle ?? 0 }),
    );
    if (judgement === undefined) return row;
    const { excused, responsible } = judgement;
    return { ...row, excused, ...(responsible === null ? {} : creditedTo(row, responsible)) };
  });
}

function creditedTo(row: OfTicket<ClockFact>, { agent, team }: NonNullable<Judgement['responsible']>) {
  return agent === null
    ? { agent: null, team, holder: 'queue', holderId: team }
    : { agent, team: team ?? row.team, holder: 'agent', holderId: agent };
}
