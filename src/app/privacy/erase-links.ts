import type { Erasure } from '#domain/privacy/erasure.ts';
import { compileMentions, type Sought } from '#domain/privacy/find-mentions.ts';
import type { Records } from '#records/client.ts';
import { listLinks, removeLink } from '#records/links.ts';

type Query = Readonly<Record<string, string>>;

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
  for (const { id, query, title } of await listLinks(records, workspace)) {
    const found = mentions(JSON.stringify(query));
    const named = mentions(title).size > 0;
    if (found.size === 0 && !named) continue;
    const asked = [...found].flatMap((customer) => erasures.get(customer) ?? []).reduce(eraseFromQuery, query);
    if (mentions(JSON.stringify(asked)).size > 0) {
      await removeLink(records, workspace, id);
      continue;
    }
    await records
      .updateTable('links')
      .set({ query: JSON.stringify(asked), ...(named ? { title: '…' } : {}) })
      .where('workspace', '=', workspace)
      .where('id', '=', id)
      .execute();
  }
}

/** Values of a query are texts; one may be a filter in JSON. */
export function eraseFromQuery(query: Query, { customer, pseudonym }: Erasure): Query {
  const quoted = [JSON.stringify(customer), JSON.stringify(pseudonym)] as const;
  return Object.fromEntries(
    Object.entries(query).map(([name, value]) => [name, value === customer ? pseudonym : value.replaceAll(...quoted)]),
  );
}
