import { getKpi } from '../kpi/resolve-kpi.ts';
import type { Estimate } from './interval.ts';

/** How a figure of a scorecard is measured, and so how sure it is. */
export type FigureKind = 'median' | 'share' | 'count';

/** The figures of a scorecard, by KPI, in the order in which people read them. */
export const agentFigures = {
  'first-reply-time': 'median',
  'reply-time': 'median',
  'full-resolution-time': 'median',
  'sla-compliance': 'share',
  'first-contact-resolution': 'share',
  csat: 'share',
  'handle-time': 'median',
  'reopen-rate': 'share',
  'tickets-solved': 'count',
} as const satisfies Record<string, FigureKind>;

export type AgentKpi = keyof typeof agentFigures;
export const agentKpis = Object.keys(agentFigures) as AgentKpi[];

/** Figures in which agents can be held against each other: all but the volume, which says nothing without a rota. */
export type FairKpi = Exclude<AgentKpi, 'tickets-solved'>;
export const fairKpis = agentKpis.filter((kpi): kpi is FairKpi => agentFigures[kpi] !== 'count');

/** A figure of somebody, or of a team. */
export interface AgentFigure {
  /** Null without rows. */
  readonly value: number | null;
  /** Rows behind it. */
  readonly n: number;
  /** With its interval; null for a count, and for a median of fewer than six. */
  readonly estimate: Estimate | null;
}

/** The reference that is asked of the KPI language. */
export const refOf = (kpi: AgentKpi): string => (agentFigures[kpi] === 'median' ? `${kpi}:median` : kpi);

/**
 * The share by which a fair comparison is made: a share itself; of a duration, how often it was at most `usual`, the median
 * of all in seconds.
 */
export const fairRefOf = (kpi: FairKpi, usual: number | null): string | null => {
  if (agentFigures[kpi] === 'share') return kpi;
  return usual === null ? null : `${kpi}:within-${Math.floor(usual)}`;
};

/** Which way that share is better. */
export function fairDirectionOf(kpi: FairKpi): 'higher' | 'lower' {
  return agentFigures[kpi] === 'median' || getKpi(kpi).better === 'higher' ? 'higher' : 'lower';
}
