import { type DefaultVariants, resolveFigure } from '../kpi/resolve-figure.ts';
import { type KpiFigure, parseKpiRef } from '../kpi/resolve-kpi.ts';
import type { AlertRule } from './alert.ts';

/** The figure of a rule: one KPI, no formula of two. Throws what `parseKpiRef` and `resolveFigure` do. */
export function figureOf({ kpi, time }: Pick<AlertRule, 'kpi' | 'time'>, defaults?: DefaultVariants): KpiFigure {
  parseKpiRef(kpi, '$.kpis[0]', defaults);
  return resolveFigure(kpi, { basis: null, time, defaults, path: '$.kpis[0]' });
}
