import type { Records } from '../client.ts';
import type { FavouriteKind } from './saved-tables.ts';

/** One thing that a member keeps at hand. */
export interface Favourite {
  readonly workspace: string;
  readonly userId: string;
  readonly kind: FavouriteKind;
  readonly item: string;
}

/** One that is there already stays. */
export async function addFavourite(records: Records, favourite: Favourite): Promise<void> {
  await records
    .insertInto('favourites')
    .values(favourite)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function removeFavourite(records: Records, { workspace, userId, kind, item }: Favourite): Promise<void> {
  await records
    .deleteFrom('favourites')
    .where('workspace', '=', workspace)
    .where('userId', '=', userId)
    .where('kind', '=', kind)
    .where('item', '=', item)
    .execute();
}

/** The ids of a member's favourites of a kind. */
export async function listFavourites(records: Records, of: Omit<Favourite, 'item'>): Promise<ReadonlySet<string>> {
  const rows = await records
    .selectFrom('favourites')
    .select('item')
    .where('workspace', '=', of.workspace)
    .where('userId', '=', of.userId)
    .where('kind', '=', of.kind)
    .execute();
  return new Set(rows.map(({ item }) => item));
}
