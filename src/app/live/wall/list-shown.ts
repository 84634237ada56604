import { Binder } from '#analytics/binder.ts';
import type { WallView } from '#contract/schemas/watch/wall.ts';
import type { App } from '../../app.ts';
import type { ClockKey } from '../../tickets/find-clocks.ts';

type Shown = Omit<WallView['queue']['items'][number], 'status' | 'remainingSeconds' | 'dueAt'>;

/** Finds what a screen says of a clock beside its time. */
export async function listShown(
  view: App,
  clocks: readonly ClockKey[],
): Promise<(clock: ClockKey) => Shown | undefined> {
  if (clocks.length === 0) return () => undefined;
  const binder = new Binder();
  const tickets = binder.bind([...new Set(clocks.map(({ ticket }) => ticket))], 'Array(String)');
  const rows = await view.analytics.query<Shown & { n: number }>(
    `SELECT ticket, n, policy, target, metric, cycle, agent, team FROM clocks FINAL
     WHERE workspace = {workspace:String} AND ticket IN (${tickets})`,
    binder.params(view.workspace),
  );
  const known = new Map(rows.map(({ n, ...shown }) => [keyOf({ ticket: shown.ticket, n }), shown]));
  return (clock) => known.get(keyOf(clock));
}

const keyOf = ({ ticket, n }: Pick<ClockKey, 'ticket' | 'n'>) => JSON.stringify([ticket, n]);
