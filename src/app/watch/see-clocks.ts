import { Binder } from '#analytics/binder.ts';
import { VigieError } from '#domain/error.ts';
import { type CycleName, cycleKey } from '#domain/sla/cycle-key.ts';
import type { Records } from '#records/client.ts';
import { listOpenClocks, type OpenClockRecord } from '#records/watch/open-clocks.ts';
import type { App } from '../app.ts';

/** The open clocks of these names, all of which somebody sees. Throws `clock.unknown` for one that is stopped or not theirs. */
export async function seeClocks(
  records: Records,
  view: App,
  names: readonly CycleName[],
): Promise<readonly OpenClockRecord[]> {
  const tickets = [...new Set(names.map(({ ticket }) => ticket))];
  const [open, seen] = await Promise.all([listOpenClocks(records, view.workspace, tickets), readSeen(view, tickets)]);
  const byKey = new Map(open.map((clock) => [cycleKey(clock), clock]));
  const found = new Map<string, OpenClockRecord>();
  for (const name of names) {
    const clock = seen.has(name.ticket) ? byKey.get(cycleKey(name)) : undefined;
    if (clock === undefined) throw new VigieError('clock.unknown', { ...name, ticket: name.ticket.slice(0, 200) });
    found.set(cycleKey(name), clock);
  }
  return [...found.values()];
}

/** Those of the tickets of which somebody sees a clock. */
async function readSeen(view: App, tickets: readonly string[]): Promise<ReadonlySet<string>> {
  const binder = new Binder();
  const rows = await view.analytics.query<{ ticket: string }>(
    `SELECT DISTINCT ticket FROM clocks FINAL
     WHERE workspace = {workspace:String} AND buried = 0 AND ticket IN (${tickets.map((ticket) => binder.bind(ticket, 'String')).join(', ')})`,
    binder.params(view.workspace),
  );
  return new Set(rows.map(({ ticket }) => ticket));
}
