import { VigieError } from '../../error.ts';
import { nearest } from '../../kpi/nearest.ts';
import type { DashboardTemplate } from './template.ts';
import { dashboardTemplates } from './templates/index.ts';

/** The template of an id. Throws `dashboard.unknown-template` with the nearest one. */
export function getTemplate(id: string): DashboardTemplate {
  const found = dashboardTemplates.find((template) => template.id === id);
  if (found) return found;
  const ids = dashboardTemplates.map((template) => template.id);
  const template = id.slice(0, 100);
  throw new VigieError('dashboard.unknown-template', { template, suggestion: nearest(template, ids) });
}
