import type { WallView } from '#contract/schemas/watch/wall.ts';
import type { Cell } from '#domain/report/query.ts';
import type { App } from '../../app.ts';
import { answerQuery } from '../../reports/answer-query.ts';
import type { WallAsked } from './read-chats.ts';

const verdicts = ['sla-breaches.raw', 'sla-compliance.raw', 'sla-compliance.adjusted'] as const;

/** What came in, was solved and was judged since midnight, as the KPIs of the same names count it. */
export async function readToday(view: App, { filter, now, today }: WallAsked): Promise<WallView['today']> {
  const isoOf = (at: number) => new Date(at).toISOString();
  // A verdict of this very second counts too.
  const asked = { from: isoOf(today), to: isoOf(now + 1_000), ...(filter === undefined ? {} : { filter }) };
  const [activity, judged] = await Promise.all([
    answerQuery(view, { ...asked, kpis: ['tickets-created', 'tickets-solved'], by: ['hour'] }),
    answerQuery(view, { ...asked, kpis: [...verdicts] }),
  ]);
  const [, created, solved] = activity.total;
  const [breaches, compliance, adjusted] = judged.total;
  return {
    created: countOf(created),
    solved: countOf(solved),
    breaches: countOf(breaches),
    compliance: figureOf(compliance),
    adjusted: figureOf(adjusted),
    hours: activity.rows.flatMap(([hour, came, went]) =>
      typeof hour === 'number' ? [{ hour, created: countOf(came), solved: countOf(went) }] : [],
    ),
  };
}

const figureOf = (cell: Cell | undefined) => (typeof cell === 'number' ? cell : null);
const countOf = (cell: Cell | undefined) => figureOf(cell) ?? 0;
