import { VigieError } from '#domain/error.ts';
import { addFavourite, removeFavourite } from '#records/saved/favourites.ts';
import type { FavouriteKind } from '#records/saved/saved-tables.ts';
import type { Actor } from '../access/actor.ts';
import type { App } from '../app.ts';
import { getDashboard } from '../dashboards/get-dashboard.ts';
import { getSavedReport } from './saved-reports.ts';

/** Keeps something at hand for a member. Throws `saved.unknown`, `dashboard.unknown`, and `saved.no-owner` of who is none. */
export async function keepFavourite(app: App, actor: Actor, kind: FavouriteKind, id: string): Promise<void> {
  const userId = memberOf(actor);
  await (kind === 'report' ? getSavedReport(app, actor, id) : getDashboard(app, actor, id));
  await addFavourite(app.records, { workspace: app.workspace, userId, kind, item: id });
}

/** One that is none is left as it is. */
export async function dropFavourite(app: App, actor: Actor, kind: FavouriteKind, id: string): Promise<void> {
  await removeFavourite(app.records, { workspace: app.workspace, userId: memberOf(actor), kind, item: id });
}

function memberOf(actor: Actor): string {
  if (actor.kind !== 'member') throw new VigieError('saved.no-owner');
  return actor.id;
}
