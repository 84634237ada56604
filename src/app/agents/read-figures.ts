import { type AgentFigure, type AgentKpi, agentFigures, agentKpis, refOf } from '#domain/agents/agent-figures.ts';
import type { Estimate } from '#domain/agents/interval.ts';
import { medianRanks } from '#domain/agents/median-ranks.ts';
import { wilson } from '#domain/agents/wilson.ts';
import type { Filter } from '#domain/report/filter.ts';
import type { QueryResult, TimeKind } from '#domain/report/query.ts';
import type { App } from '../app.ts';
import { answerQuery } from '../reports/answer-query.ts';

/** Whose figures are asked for, of which period. */
export interface FiguresRequest {
  readonly filter: Filter | null;
  readonly from: string;
  readonly to: string;
  readonly time: TimeKind;
}

export type Figures = Readonly<Record<AgentKpi, AgentFigure>>;

/** The figures of a scorecard with their intervals, in two questions: the ranks of a median’s interval depend on its n. */
export async function readFigures(app: App, request: FiguresRequest): Promise<Figures> {
  const refs = agentKpis.flatMap((kpi) => [refOf(kpi), `${kpi}:n`]);
  const found = readTotals(await answerQuery(app, { ...request, kpis: refs }));
  const ns = (kpi: AgentKpi) => found.get(`${kpi}:n`) ?? 0;
  const medians = await readMedianEnds(app, request, ns);
  const figure = (kpi: AgentKpi): AgentFigure => {
    const value = found.get(refOf(kpi)) ?? null;
    const n = ns(kpi);
    return { value, n, estimate: value === null ? null : estimateOf(kpi, value, n, medians) };
  };
  return Object.fromEntries(agentKpis.map((kpi) => [kpi, figure(kpi)])) as Record<AgentKpi, AgentFigure>;
}

type Ends = ReadonlyMap<AgentKpi, { readonly low: number; readonly high: number }>;

function estimateOf(kpi: AgentKpi, value: number, n: number, medians: Ends): Estimate | null {
  if (agentFigures[kpi] === 'share') return wilson(Math.round(value * n), n);
  const ends = medians.get(kpi);
  return ends === undefined ? null : { value, ...ends };
}

/** The values at the ends of each median’s interval, as percentiles: the k-th of n is that of (k − 1) ÷ (n − 1). */
async function readMedianEnds(app: App, request: FiguresRequest, ns: (kpi: AgentKpi) => number): Promise<Ends> {
  const wanted = agentKpis.flatMap((kpi) => {
    const ranks = agentFigures[kpi] === 'median' ? medianRanks(ns(kpi)) : null;
    if (ranks === null) return [];
    const ref = (rank: number) => `${kpi}:p${Number(((100 * (rank - 1)) / (ns(kpi) - 1)).toFixed(12))}`;
    return [{ kpi, low: ref(ranks.low), high: ref(ranks.high) }];
  });
  if (wanted.length === 0) return new Map();
  const kpis = [...new Set(wanted.flatMap(({ low, high }) => [low, high]))];
  const found = readTotals(await answerQuery(app, { ...request, kpis }));
  const whole = (ref: string) => Math.round(found.get(ref) ?? 0);
  return new Map(wanted.map(({ kpi, low, high }) => [kpi, { low: whole(low), high: whole(high) }]));
}

/** The figures over the whole period, by reference; what is null is not there. */
export function readTotals({ columns, total }: Pick<QueryResult, 'columns' | 'total'>): Map<string, number> {
  const known = columns.flatMap(({ id }, index): [string, number][] => {
    const cell = total[index];
    return typeof cell === 'number' ? [[id, cell]] : [];
  });
  return new Map(known);
}
