import type { Erasure } from '#domain/privacy/erasure.ts';
import { compileMentions, type Sought } from '#domain/privacy/find-mentions.ts';
import type { Person } from '#domain/privacy/person.ts';
import type { Records } from '#records/client.ts';
import { listAllComments } from '#records/talk/comments.ts';
import { listNaming, removeNotification } from '#records/talk/notifications.ts';
import { pseudonymQuery, spokenIn } from './erase-query.ts';

/**
 * Comments that name a customer lose their text, and open their report without them; notifications that name one, or lead to
 * figures of one, are removed.
 */
export async function eraseFromTalk(
  records: Records,
  workspace: string,
  people: readonly Sought[],
  erasures: ReadonlyMap<string, Erasure>,
): Promise<void> {
  const mentions = compileMentions(people);
  for (const { id, body, query } of await listAllComments(records, workspace)) {
    const asked = pseudonymQuery(query, mentions, erasures) ?? {};
    const named = mentions(body).size > 0;
    if (asked === query && !named) continue;
    await records
      .updateTable('comments')
      .set({ query: JSON.stringify(asked), ...(named ? { body: '…' } : {}) })
      .where('workspace', '=', workspace)
      .where('id', '=', id)
      .execute();
  }
  for (const { id, params, excerpt, link } of await listNaming(records, workspace)) {
    const { pathname, searchParams } = new URL(link, 'http://vigie.invalid');
    const asked = Object.fromEntries(searchParams);
    const told = `${JSON.stringify(params)}\n${excerpt ?? ''}\n${decodeURIComponent(pathname)}`;
    if (mentions(told).size === 0 && pseudonymQuery(asked, mentions, erasures) === asked) continue;
    await removeNotification(records, workspace, id);
  }
}

/** What was said that is about a person, names them, or was said of their figures. */
export async function listSaidOf(records: Records, workspace: string, person: Person, names: readonly string[]) {
  const mentions = compileMentions([{ id: person.id, names }]);
  const comments = await listAllComments(records, workspace);
  return comments.filter(
    ({ subjectKind, subject, body, query }) =>
      (person.kind === 'agent' && subjectKind === 'agent' && subject === person.id) ||
      mentions(`${body}\n${spokenIn(query, person.kind)}`).size > 0,
  );
}
