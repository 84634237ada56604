import { type Retention, retentionLimits } from '#domain/privacy/retention.ts';

export type PeriodName = keyof Retention;

export const periodNames = ['ticketMonths', 'customerMonths', 'importDays', 'auditDays'] as const;

export function unitOf(name: PeriodName): 'months' | 'days' {
  return name.endsWith('Months') ? 'months' : 'days';
}

export function longest(name: PeriodName): number {
  return retentionLimits[name];
}

/** What stands in the field of a period; nothing where data is kept for good. */
export function textOf(period: number | null): string {
  return period === null ? '' : String(period);
}

export function periodIn(text: string): number | null {
  return text.trim() === '' ? null : Number(text);
}

/** Whether a text is nothing at all, or a whole number that the period may be. */
export function isPeriod(name: PeriodName, text: string): boolean {
  const period = periodIn(text);
  return period === null || (Number.isInteger(period) && period >= 1 && period <= longest(name));
}
