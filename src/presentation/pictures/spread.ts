import type { KpiInfo } from '#contract/schemas/registry.ts';
import type { QueryResult } from '#domain/report/query.ts';
import { parseRef, readFigures } from '../figures/figures.ts';
import type { Asked } from '../question/report-state.ts';
import { classEnds, classesOf, type DurationClass } from './histogram.ts';

/** How the spread of a report’s durations is asked: as shares within each of some times, over the whole period. */
export interface SpreadPlan {
  /** The duration, without its statistic. */
  readonly duration: string;
  /** The threshold that the report itself or the reader asks about, in seconds. */
  readonly target: number | null;
  readonly question: Asked;
  /** Null where any share is unknown. */
  readonly classesIn: (answer: QueryResult) => readonly DurationClass[] | null;
}

interface Planned {
  readonly by: readonly string[];
  readonly questions: readonly Asked[];
}

/** Null for a report in groups, and for one that is about something else than a duration. */
export function planSpread({ by, questions }: Planned, kpis: readonly KpiInfo[]): SpreadPlan | null {
  const [question] = questions;
  if (question === undefined || by.length > 0) return null;
  const duration = durationOf(question.kpis, kpis);
  if (duration === null) return null;
  const target = targetOf(question.kpis);
  const ends = [...new Set([...classEnds, ...(target === null ? [] : [target])])].sort((one, other) => one - other);
  return {
    duration,
    target,
    question: {
      ...question,
      kpis: ends.map((end) => `${duration}:within-${end}`),
      ...{ by: [], every: null, compare: null },
    },
    classesIn: (answer) => {
      const within = readFigures(answer).columns.map(({ index }) => answer.total[index]);
      return classesOf(
        ends,
        within.map((value) => (typeof value === 'number' ? value : null)),
      );
    },
  };
}

function durationOf(refs: readonly string[], kpis: readonly KpiInfo[]): string | null {
  const [first = ''] = refs;
  const { kpi, statistic } = parseRef(first);
  const info = kpis.find(({ id }) => id === kpi);
  const isSpread = info?.unit === 'seconds' && info.statistics.includes('within') && statistic !== null;
  return isSpread ? (first.split(':')[0] ?? null) : null;
}

function targetOf(refs: readonly string[]): number | null {
  const within = refs.map((ref) => parseRef(ref).statistic).find((statistic) => statistic?.startsWith('within-'));
  return within == null ? null : Number(within.replace('within-', ''));
}
