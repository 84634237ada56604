import type { Erasure } from '#domain/privacy/erasure.ts';
import { compileMentions, type Sought } from '#domain/privacy/find-mentions.ts';
import type { Records } from '#records/client.ts';
import { listLinks, removeLink } from '#records/links.ts';
import { pseudonymQuery } from './erase-query.ts';
import { eraseFromBoard } from './erase-saved.ts';

/**
 * Shared links that ask for a customer ask for the pseudonym; a title that names them is emptied. A link that still tells
 * of them, in whatever way, is removed.
 */
export async function eraseFromLinks(
  records: Records,
  workspace: string,
  people: readonly Sought[],
  erasures: ReadonlyMap<string, Erasure>,
): Promise<void> {
  const mentions = compileMentions(people);
  for (const link of await listLinks(records, workspace)) {
    const query = pseudonymQuery(link.query, mentions, erasures);
    if (query === null) {
      await removeLink(records, workspace, link.id);
      continue;
    }
    const board = link.board === null ? null : eraseFromBoard(link.board, mentions, erasures);
    const named = mentions(link.title).size > 0;
    if (query === link.query && board === link.board && !named) continue;
    await records
      .updateTable('links')
      .set({
        query: JSON.stringify(query),
        board: board === null ? null : JSON.stringify(board),
        ...(named ? { title: '…' } : {}),
      })
      .where('workspace', '=', workspace)
      .where('id', '=', link.id)
      .execute();
  }
}
