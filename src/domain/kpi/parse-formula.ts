import { VigieError } from '../error.ts';
import { splitRefs } from './split-refs.ts';

export type FormulaOp = 'ratio' | 'difference';

/** Two figures put together: the first divided by the second, or less it. */
export interface FormulaRef {
  readonly op: FormulaOp;
  readonly left: string;
  readonly right: string;
}

/**
 * Reads `ratio(a,b)` or `difference(a,b)`, where `a` and `b` are references `id[.variant][:statistic]`. Null for a
 * reference without brackets; throws `kpi.bad-formula` for brackets that hold something else.
 */
export function parseFormula(ref: string, path?: string): FormulaRef | null {
  if (!/[()]/.test(ref)) return null;
  const [, op, inside = ''] = /^(ratio|difference)\(([^()]*)\)$/.exec(ref.trim()) ?? [];
  const [left, right, ...others] = splitRefs(inside);
  if (op === undefined || left === undefined || right === undefined || others.length > 0) {
    throw new VigieError('kpi.bad-formula', { formula: ref }, path === undefined ? {} : { path });
  }
  return { op: op as FormulaOp, left, right };
}
