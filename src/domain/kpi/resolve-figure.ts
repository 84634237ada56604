import type { Basis, TimeKind } from '../report/query.ts';
import { combineFigures } from './combine-figures.ts';
import { parseFormula } from './parse-formula.ts';
import { type KpiFigure, parseKpiRef, resolveKpi } from './resolve-kpi.ts';

/** The variant that a workspace means where a question names none, by KPI. */
export type DefaultVariants = Readonly<Record<string, string>>;

/** How a figure is asked for. */
export interface FigureRequest {
  readonly basis: Basis | null;
  readonly time: TimeKind;
  readonly defaults?: DefaultVariants | undefined;
  /** Where the reference stands in the question, for errors. */
  readonly path?: string | undefined;
}

/**
 * The figure of a reference, `id[.variant][:statistic]` or a formula of two. Throws what `parseKpiRef`, `resolveKpi`,
 * `parseFormula` and `combineFigures` do.
 */
export function resolveFigure(ref: string, request: FigureRequest): KpiFigure {
  const { basis, time, defaults, path } = request;
  const one = (reference: string) => resolveKpi(parseKpiRef(reference, path, defaults), basis, time);
  const formula = parseFormula(ref, path);
  if (formula === null) return one(ref);
  return combineFigures({ ref, op: formula.op, left: one(formula.left), right: one(formula.right), path });
}
