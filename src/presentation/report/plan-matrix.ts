import { parseRef } from '../figures/figures.ts';
import type { Asking } from '../question/asking.ts';
import type { Knowledge } from './plan-report.ts';

/** Figures of the row beside its matrix, after the report's first: how many verdicts, and the source's own where it gives one. */
const rowFigures = ['sla-compliance.decided', 'source-sla'];

/** Present where a source gives verdicts of its own. */
export const sourceVerdict = 'fields.sourceSlaMet';

/** What takes the place of a second dimension that this data does not fill. */
export const substitutes: readonly string[] = ['marketplace', 'channel', 'priority', 'metric'];

interface Matrix {
  readonly asking: Asking;
  readonly rowRefs: readonly string[];
  readonly sort: string;
  readonly swapped: { readonly missing: string; readonly used: string } | null;
}

/** Who keeps which promise: rows against columns, then the row's own figures; over time, lines instead. Null without two of them. */
export function planMatrix(asking: Asking, knowledge: Knowledge): Matrix | null {
  const { report, state } = asking;
  const [row, column] = state.by;
  if (row === undefined || (state.every === null && column === undefined)) return null;
  const shared = { rowRefs: rowRefsOf(asking, knowledge), sort: '-sla-compliance.decided' };
  if (state.every !== null || column === undefined) {
    const lines: Asking = { ...asking, report: { ...report, picture: 'trend' }, state: { ...state, by: [row] } };
    return { ...shared, asking: lines, swapped: null };
  }
  const kept = asking.chosen || knowledge.telling.includes(column) || !substitutes.includes(column);
  const used = kept ? column : (knowledge.telling.find((id) => id !== row) ?? 'metric');
  return {
    ...shared,
    asking: { ...asking, state: { ...state, by: [row, used] } },
    swapped: used === column ? null : { missing: column, used },
  };
}

function rowRefsOf({ report }: Asking, { kpis, judged }: Knowledge): readonly string[] {
  const [first = '', ...others] = report.kpis;
  const refs = [...new Set([first, ...rowFigures, ...others])];
  return refs.filter((ref) => kpis.some(({ id }) => id === parseRef(ref).kpi) && (judged || ref !== 'source-sla'));
}
