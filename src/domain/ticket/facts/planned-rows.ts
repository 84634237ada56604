import type { LedgerFact } from '../../kpi/facts/ledger.ts';
import type { ShiftFact } from '../../kpi/facts/shifts.ts';
import { parseInstant } from '../../time/parse-instant.ts';
import type { Event } from '../event.ts';

/** An instant of checked data, null for none. */
export function instantOf(text: string | null | undefined): number | null {
  return typeof text === 'string' ? parseInstant(text) : null;
}

/** One row a shift. */
export function shiftRows(key: string, events: readonly Event[]): ShiftFact[] {
  return events
    .filter(({ type }) => type === 'agent.shift')
    .map(({ data }, n) => {
      const from = instantOf(data.from);
      const to = instantOf(data.to);
      const seconds = from === null || to === null ? null : Math.floor((to - from) / 1000);
      return { key, n, agent: key, from, to, seconds };
    });
}

/** One row an amount. */
export function ledgerRows(key: string, events: readonly Event[]): LedgerFact[] {
  return events
    .filter(({ type }) => type === 'ledger.entry')
    .map(({ data }, n) => ({
      key,
      n,
      kind: data.kind ?? null,
      amount: data.amount ?? null,
      currency: data.currency ?? null,
      team: data.team ?? null,
      from: instantOf(data.from),
      to: instantOf(data.to),
    }));
}
