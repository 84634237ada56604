import type { Filter } from './filter.ts';

/** Lengths of a period bucket; weeks begin on Monday. */
export type Every = 'day' | 'week' | 'month' | 'quarter' | 'year';

/** Which instant puts a row into a period. */
export type Basis = 'created' | 'solved' | 'replied' | 'decided' | 'answered';

/** Which clock durations are read from. */
export type TimeKind = 'business' | 'calendar';

/**
 * A question to the KPI language; the report catalogue, `POST /query` and `vigie query` all speak it.
 * `kpis` are references `id[.variant][:statistic]`, the statistic of a duration being `median`, `mean`, `p90` (or another
 * percentile), `within-<seconds>` or `n`, or formulas `ratio(a,b)` and `difference(a,b)` of two. `from` and `to` are local dates (`2016-02-01`, half-open) or ISO instants.
 */
export interface ReportQuery {
  readonly kpis: readonly string[];
  readonly by?: readonly string[];
  readonly every?: Every | null;
  readonly from: string;
  readonly to: string;
  readonly timeZone?: string;
  readonly filter?: Filter | null;
  readonly basis?: Basis | null;
  readonly time?: TimeKind;
  readonly compare?: 'previous' | 'year' | null;
  /** Keep the first n groups by the first KPI, the rest folded into none. */
  readonly top?: number | null;
}

/** `seconds`, `share` (0–1), `count`, `number`, `money`, `score`; a dimension column has `text`, a period column `date`. */
export type Unit = 'seconds' | 'share' | 'count' | 'number' | 'money' | 'score' | 'text' | 'date';

export interface ResultColumn {
  readonly id: string;
  readonly unit: Unit;
  /** `period`, a dimension, or a KPI column. */
  readonly role: 'period' | 'dimension' | 'kpi' | 'compare';
}

export type Cell = string | number | null;

/** What was asked, answered. Cells of one row are in the order of the columns; no data is null, never 0. */
export interface QueryResult {
  readonly columns: readonly ResultColumn[];
  readonly rows: readonly (readonly Cell[])[];
  /** The same columns over the whole period without groups: [] of KPI cells in column order, null under dimensions. */
  readonly total: readonly Cell[];
  readonly meta: QueryMeta;
}

export interface QueryMeta {
  readonly timeZone: string;
  readonly from: string;
  readonly to: string;
  readonly time: TimeKind;
  /** KPI reference → id, variant, version, basis and population, in words. */
  readonly definitions: readonly KpiStatement[];
  /** Rows behind each KPI column, by column id. */
  readonly n: Readonly<Record<string, number>>;
  /** Instant of the newest event folded, ISO 8601; null without data. */
  readonly freshness: string | null;
  /** Clocks still running in the population, where a KPI counts verdicts. */
  readonly running: number | null;
  /** Rows whose instants are only bounded by two observations. */
  readonly bounded: number;
  /** Labels of dimension values, `dimension` → value → name, where a name is known. */
  readonly labels: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** True where `top` cut groups off. */
  readonly truncated: boolean;
}

export interface KpiStatement {
  readonly ref: string;
  readonly kpi: string;
  readonly variant: string | null;
  /** Who chose the variant: the question, the default of the workspace, or that of the registry. */
  readonly variantFrom: 'question' | 'workspace' | 'registry';
  readonly version: number;
  readonly basis: Basis | null;
  readonly population: string;
}
