import { Binder } from '#analytics/binder.ts';
import { compileExpression } from '#analytics/scan/compile-expression.ts';
import { VigieError } from '#domain/error.ts';
import { breached } from '#domain/kpi/populations.ts';
import { type CycleName, cycleKey } from '#domain/sla/cycle-key.ts';
import type { App } from '../app.ts';
import { clockPlace } from '../tickets/clock-place.ts';

export interface SeenBreach extends CycleName {
  readonly agent: string | null;
}

/** The breaches of these names, all of which somebody sees, each once. Throws `breach.unknown`. */
export async function seeBreaches(view: App, names: readonly CycleName[]): Promise<readonly SeenBreach[]> {
  const binder = new Binder();
  const tickets = binder.bind([...new Set(names.map(({ ticket }) => ticket))], 'Array(String)');
  const rows = await view.analytics.query<SeenBreach>(
    `SELECT ticket, policy, target, cycle, agent FROM clocks FINAL
     WHERE workspace = {workspace:String} AND outcome = 'live' AND ticket IN (${tickets})
       AND ${compileExpression(breached, clockPlace(view.now(), binder))}`,
    binder.params(view.workspace),
  );
  const seen = new Map(rows.map((row) => [cycleKey(row), row]));
  const found = new Map<string, SeenBreach>();
  for (const name of names) {
    const breach = seen.get(cycleKey(name));
    if (breach === undefined) throw new VigieError('breach.unknown', { ...name, ticket: name.ticket.slice(0, 200) });
    found.set(cycleKey(name), breach);
  }
  return [...found.values()];
}
