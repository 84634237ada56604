import type { Kept } from '#domain/access/visibility.ts';
import { VigieError } from '#domain/error.ts';
import { listFavourites } from '#records/saved/favourites.ts';
import type { FavouriteKind } from '#records/saved/saved-tables.ts';
import { listUserNames } from '#records/users.ts';
import type { Actor } from '../access/actor.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { App } from '../app.ts';
import { canChangeSaved, canManageSaved, mustHave } from '../permissions.ts';

interface SavedRecord extends Kept {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** Makes what somebody sees of saved things: whose they are, and what they may do with them. */
export async function viewSaved(
  { everywhere }: Pick<Accounts, 'everywhere'>,
  app: App,
  actor: Actor,
  { kind, records }: { readonly kind: FavouriteKind; readonly records: readonly SavedRecord[] },
) {
  const owners = records.flatMap(({ owner }) => (owner === null ? [] : [owner]));
  const [names, favourites] = await Promise.all([
    listUserNames(everywhere, [...new Set(owners)]),
    actor.kind === 'member' ? listFavourites(app.records, { workspace: app.workspace, userId: actor.id, kind }) : null,
  ]);
  return (record: SavedRecord) => ({
    id: record.id,
    title: record.title,
    description: record.description,
    owner: record.owner === null ? null : { id: record.owner, name: names.get(record.owner) ?? '' },
    visibility: record.visibility,
    favourite: favourites?.has(record.id) === true,
    mayChange: canChangeSaved(actor, record),
    mayManage: canManageSaved(actor, record),
    createdAt: record.createdAt.toISOString(),
    updatedAt: record.updatedAt.toISOString(),
  });
}

/**
 * Whose something new is, once it is clear that they may show it to whom they say. Throws `saved.no-owner` where nobody would
 * own it, and `access.denied`.
 */
export function ownerOf(actor: Actor, visibility: Kept['visibility']): string | null {
  const owner = actor.kind === 'member' ? actor.id : null;
  if (visibility === 'own' && owner === null) throw new VigieError('saved.no-owner', {}, { path: '$.visibility' });
  if (visibility !== 'own') mustHave(actor, 'publish-reports');
  return owner;
}

/** Who sees a copy: whoever makes it, or the workspace where that is nobody. */
export function visibilityOfCopy(actor: Actor): 'own' | 'workspace' {
  return actor.kind === 'member' ? 'own' : 'workspace';
}

/** A title that tells a copy from what it was made of. */
export function titleOfCopy(title: string, language: 'en' | 'fr'): string {
  const copy = language === 'fr' ? ' (copie)' : ' (copy)';
  return `${title.slice(0, 200 - copy.length)}${copy}`;
}
