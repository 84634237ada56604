import { Binder } from '#analytics/binder.ts';
import { compileExpression } from '#analytics/scan/compile-expression.ts';
import { VigieError } from '#domain/error.ts';
import { breached } from '#domain/kpi/populations.ts';
import { judgedKey } from '#domain/sla/review/breach-review.ts';
import type { App } from '../app.ts';
import { clockPlace } from '../tickets/clock-place.ts';
import type { ClockName } from '../watch/see-clocks.ts';

export interface SeenBreach extends ClockName {
  readonly agent: string | null;
}

const keyOf = ({ ticket, policy, target, cycle }: ClockName) => judgedKey(ticket, policy, target, cycle);

/** The breaches of these names, all of which somebody sees, each once. Throws `breach.unknown`. */
export async function seeBreaches(view: App, names: readonly ClockName[]): Promise<readonly SeenBreach[]> {
  const binder = new Binder();
  const tickets = binder.bind([...new Set(names.map(({ ticket }) => ticket))], 'Array(String)');
  const rows = await view.analytics.query<SeenBreach>(
    `SELECT ticket, policy, target, cycle, agent FROM clocks FINAL
     WHERE workspace = {workspace:String} AND outcome = 'live' AND ticket IN (${tickets})
       AND ${compileExpression(breached, clockPlace(view.now(), binder))}`,
    binder.params(view.workspace),
  );
  const seen = new Map(rows.map((row) => [keyOf(row), row]));
  const found = new Map<string, SeenBreach>();
  for (const name of names) {
    const breach = seen.get(keyOf(name));
    if (breach === undefined) throw new VigieError('breach.unknown', { ...name, ticket: name.ticket.slice(0, 200) });
    found.set(keyOf(name), breach);
  }
  return [...found.values()];
}
