import { splitRefs } from '#domain/kpi/split-refs.ts';
import type { Cell, QueryResult, Unit } from '#domain/report/query.ts';

/** One figure column of a result, with the column it is compared with where there is one. */
export interface FigureColumn {
  readonly id: string;
  readonly unit: Unit;
  readonly index: number;
  readonly before: number | null;
  /** Rows behind it over the whole period. */
  readonly n: number | null;
}

export interface Figures {
  readonly period: number | null;
  readonly dimensions: readonly { readonly id: string; readonly index: number }[];
  readonly columns: readonly FigureColumn[];
  readonly result: QueryResult;
}

/** Sorts the columns of a result by their role; the k-th comparison belongs to the k-th figure. */
export function readFigures(result: QueryResult): Figures {
  const indexed = result.columns.map((column, index) => ({ ...column, index }));
  const compared = indexed.filter(({ role }) => role === 'compare');
  const period = indexed.find(({ role }) => role === 'period');
  return {
    period: period?.index ?? null,
    dimensions: indexed.filter(({ role }) => role === 'dimension').map(({ id, index }) => ({ id, index })),
    columns: indexed
      .filter(({ role }) => role === 'kpi')
      .map(({ id, unit, index }, place) => ({
        id,
        unit,
        index,
        before: compared[place]?.index ?? null,
        n: result.meta.n[id] ?? null,
      })),
    result,
  };
}

export function numberAt(row: readonly Cell[] | undefined, index: number | null): number | null {
  const value = index === null ? null : row?.[index];
  return typeof value === 'number' ? value : null;
}

/** Figures that say how well a promise is kept: the only ones coloured by how well. */
export function isPromise(ref: string): boolean {
  return ['sla-compliance', 'source-sla'].includes(parseRef(ref).kpi);
}

/** Relative change; a share changes by points and is told as a difference. Null where nothing can be compared. */
export function changeOf(now: number | null, before: number | null, unit: Unit): number | null {
  if (now === null || before === null) return null;
  if (unit === 'share') return now - before;
  return before === 0 ? null : (now - before) / Math.abs(before);
}

/** `first-reply-time.created:median` → its parts; a formula is a KPI of its own. */
export function parseRef(ref: string): {
  readonly kpi: string;
  readonly variant: string | null;
  readonly statistic: string | null;
} {
  if (ref.includes('(')) return { kpi: ref, variant: null, statistic: null };
  const [name = '', statistic] = ref.split(':');
  const [kpi = '', variant] = name.split('.');
  return { kpi, variant: variant ?? null, statistic: statistic ?? null };
}

/** The two figures of a formula; the reference itself where it is none. */
export function partsOf(ref: string): readonly string[] {
  const inside = /^\w+\((.*)\)$/.exec(ref)?.[1];
  return inside === undefined ? [ref] : splitRefs(inside);
}

const formulaSigns: Readonly<Record<string, string>> = { ratio: '÷', difference: '−' };

/** `÷` or `−` for a formula, null for a single figure. */
export const formulaSign = (ref: string): string | null => formulaSigns[ref.split('(')[0] ?? ''] ?? null;
