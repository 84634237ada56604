import type { z } from 'zod';
import type { alertRule } from '#contract/schemas/watch/alert.ts';
import type { AlertRule } from '#domain/alerts/alert.ts';

/** A rule as the contract shows it. */
export const viewRule = (rule: AlertRule): z.infer<typeof alertRule> => ({ ...rule, condition: { ...rule.condition } });
