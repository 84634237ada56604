import type { Audience } from '#domain/access/audience.ts';
import type { AlertRule } from '#domain/alerts/alert.ts';

/** Whether somebody who sees a part of the data sees an alert at all: its figures are of single agents or teams. */
export const seesAlert = (audience: Audience | null, { by }: AlertRule): boolean =>
  audience === null || by === 'agent' || (by === 'team' && audience.by === 'team');

/** Whether they see the figure of a value: one of their agents, or of their teams. */
export function seesValue(audience: Audience | null, rule: AlertRule, value: string): boolean {
  if (audience === null) return true;
  if (rule.by === 'agent') return audience.agents.includes(value);
  return rule.by === 'team' && audience.by === 'team' && audience.values.includes(value);
}
