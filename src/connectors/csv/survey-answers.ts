import type { MutableData } from './describe.ts';
import type { TicketRow } from './ticket-row.ts';

interface SurveyAnswer {
  readonly name: string;
  readonly at: number;
  readonly data: MutableData;
}

const scales: Readonly<Record<string, number>> = { csat: 5, nps: 10, ces: 7 };

function scaleOf(row: TicketRow, kind: string): { from: number; to: number } {
  const to = (kind === 'nps' ? null : row.number(`${kind}.scale`)) ?? (scales[kind] as number);
  return { from: to >= 10 ? 0 : 1, to };
}

function isInside(score: number, { from, to }: { from: number; to: number }): boolean {
  return score >= from && score <= to;
}

/** The first score of a row that lies beyond its scale, with its target as path. */
export function findWrongScore(row: TicketRow): { path: string; value: number; from: number; to: number } | null {
  for (const kind of Object.keys(scales)) {
    const value = row.number(`${kind}.score`);
    const scale = scaleOf(row, kind);
    if (value !== null && !isInside(value, scale)) return { path: `${kind}.score`, value, ...scale };
  }
  return null;
}

/** The survey answers that a row of a table of tickets tells; without a time of their own they stand at `lastAt`. */
export function* answersOf(row: TicketRow, lastAt: number): Generator<SurveyAnswer> {
  for (const kind of Object.keys(scales)) {
    const score = row.number(`${kind}.score`);
    const span = scaleOf(row, kind);
    if (score === null || !isInside(score, span)) continue;
    const at = row.instant(`${kind}.at`) ?? lastAt;
    const comment = row.text(`${kind}.comment`);
    const agent = row.text('agent');
    yield {
      name: `${kind}/${at.toString(36)}`,
      at,
      data: { kind, score, scale: span.to, ...(comment !== null && { comment }), ...(agent !== null && { agent }) },
    };
  }
}
