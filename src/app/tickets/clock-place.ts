import type { Binder } from '#analytics/binder.ts';
import { compileInstant, type ExpressionPlace } from '#analytics/scan/compile-expression.ts';
import type { ColumnKind } from '#domain/kpi/fact-table.ts';
import { columnsOf } from '#domain/report/dimension.ts';

/** Where expressions of the KPI language stand that speak of clocks as of `now` (epoch ms). */
export function clockPlace(now: number, binder: Binder): ExpressionPlace {
  const columns = columnsOf('clocks') as Readonly<Record<string, ColumnKind>>;
  return { binder, columns, moments: { now: compileInstant(now, binder) }, overlap: null };
}
