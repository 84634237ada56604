import { countMarkedTickets, markExpiredTickets } from '#analytics/privacy/expired.ts';
import { removeEvents, removeFactRows, removeLooseNames, unmarkExpired } from '#analytics/privacy/remove-rows.ts';
import type { App } from '../app.ts';
import { forgetVanished } from '../watch/forget-vanished.ts';

/**
 * Deletes closed tickets whose last event lies before an instant (epoch ms), with their events and facts, and tells how many.
 * Nothing is journalled or folded meanwhile. Only in a turn of `rewrites`.
 */
export async function expireTickets(app: App, before: number): Promise<number> {
  const { analytics, workspace, folds, journal } = app;
  await folds.foldPending();
  return folds.between(() =>
    journal.write(async ({ lastSeq }) => {
      await markExpiredTickets(analytics, { workspace, before });
      return finishExpiring(app, lastSeq);
    }),
  );
}

/**
 * Deletes the tickets that are marked as expired, with what they have up to a sequence: an earlier run may have left them
 * half deleted.
 */
export async function finishExpiring(app: App, upTo: number): Promise<number> {
  const { analytics, workspace } = app;
  const tickets = await countMarkedTickets(analytics, workspace);
  if (tickets === 0) return 0;
  const scope = { workspace, upTo, marked: 'expiry' } as const;
  await removeEvents(analytics, scope);
  await removeFactRows(analytics, scope);
  await removeLooseNames(analytics, workspace);
  await forgetVanished(app);
  await unmarkExpired(analytics, workspace);
  return tickets;
}
