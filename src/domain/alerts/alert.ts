import type { Filter } from '../report/filter.ts';
import type { TimeKind } from '../report/query.ts';

/** Dimensions of which each value can be watched by itself. */
export const alertDimensions = ['agent', 'team', 'channel', 'marketplace', 'customer'] as const;
export type AlertDimension = (typeof alertDimensions)[number];

/** The longest rolling window: 92 days. */
export const longestWindowHours = 2_208;

/** A firing is kept open for at most so long after its figure came back: a day. */
export const longestKeepMinutes = 1_440;

/** On which side a figure gives alarm. */
export type AlertSide = 'above' | 'below';

/**
 * What gives alarm. `threshold`: a figure beyond a line, in the unit of the KPI (seconds, shares from 0 to 1); on the line is
 * not beyond it. `unusual`: a figure further from the median of the same window of the last eight weeks than `width` times
 * the median distance of those windows from it.
 */
export type AlertCondition =
  | { readonly kind: 'threshold'; readonly side: AlertSide; readonly line: number }
  | { readonly kind: 'unusual'; readonly side: AlertSide | 'either'; readonly width: number };

/** What an alert looks at: one KPI over a rolling window, of the workspace or of each value of a dimension. */
export interface AlertRule {
  /** `id[.variant][:statistic]` of the registry. */
  readonly kpi: string;
  readonly filter: Filter | null;
  readonly time: TimeKind;
  readonly windowHours: number;
  /** Null: the whole workspace is one figure. */
  readonly by: AlertDimension | null;
  /** A figure of fewer rows says nothing. */
  readonly leastN: number;
  /**
   * A firing ends once its figure has been back for so long, so that one around its line is told once and not at each
   * crossing; 0: at once. The name is that of `keep_firing_for` of Prometheus.
   */
  readonly keepFiringMinutes: number;
  readonly condition: AlertCondition;
}

/** The value under which a firing of the whole workspace is kept. */
export const wholeWorkspace = '';

/** One figure of a check. */
export interface AlertReading {
  /** The value of the dimension; `wholeWorkspace` where there is none. */
  readonly value: string;
  /** Null: no rows say anything. */
  readonly figure: number | null;
  readonly n: number;
  /** Where the figure usually lies; null where too little is known, or where nobody asks. */
  readonly usual: UsualBand | null;
}

/** Where a figure usually lies, ends included. */
export interface UsualBand {
  readonly median: number;
  readonly low: number;
  readonly high: number;
  /** Earlier windows with a figure. */
  readonly windows: number;
}
