import type { AlertRule, UsualBand } from './alert.ts';

/** A firing that began or is over: what a message says of it. Instants are epoch ms. */
export interface AlertItem {
  readonly phase: 'begun' | 'over';
  readonly alert: string;
  readonly title: string;
  readonly rule: AlertRule;
  readonly value: string;
  readonly figure: number;
  readonly n: number;
  readonly usual: UsualBand | null;
  readonly at: number;
}
