import { mentionsIn } from '#domain/discussion/comment-text.ts';
import { listMembers } from '#records/members.ts';
import type { CommentRecord } from '#records/talk/comments.ts';
import { listUserNames } from '#records/users.ts';
import type { Actor } from '../access/actor.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { App } from '../app.ts';
import { may } from '../permissions.ts';
import { namesOf } from './list-people.ts';

/** Whether somebody changes what a comment says: its author does, as long as they may write at all. */
export const canEdit = (actor: Actor, { author, removedAt }: CommentRecord): boolean =>
  actor.kind === 'member' && author === actor.id && removedAt === null && may(actor, 'discuss');

/** Whether somebody removes it: its author, and whoever runs the workspace. */
export const canRemove = (actor: Actor, comment: CommentRecord): boolean =>
  comment.removedAt === null &&
  (canEdit(actor, comment) || (may(actor, 'manage-workspace') && actor.kind === 'member'));

/** Makes what somebody sees of comments: who wrote them, whom they mention, and what they may do with them. */
export async function viewComments(
  { everywhere }: Pick<Accounts, 'everywhere'>,
  app: App,
  actor: Actor,
  comments: readonly CommentRecord[],
) {
  const ids = comments.flatMap(({ author, resolvedBy, body }) => [author, resolvedBy, ...mentionsIn(body)]);
  const known = ids.filter((id) => id !== null);
  const names = new Map([
    ...(await listUserNames(everywhere, [...new Set(known)])),
    ...namesOf(await listMembers(everywhere, app.workspace)),
  ]);
  const person = (id: string | null) => (id === null ? null : { id, name: names.get(id) ?? '' });
  return (comment: CommentRecord) => ({
    id: comment.id,
    subject: { kind: comment.subjectKind, id: comment.subject },
    query: comment.query,
    parent: comment.parent,
    author: person(comment.author),
    body: comment.body,
    mentions: mentionsIn(comment.body).flatMap((id) => (names.has(id) ? [{ id, name: names.get(id) as string }] : [])),
    version: comment.version,
    createdAt: comment.createdAt.toISOString(),
    editedAt: comment.editedAt?.toISOString() ?? null,
    removed: comment.removedAt !== null,
    settled:
      comment.resolvedAt === null ? null : { at: comment.resolvedAt.toISOString(), by: person(comment.resolvedBy) },
    mayEdit: canEdit(actor, comment),
    mayRemove: canRemove(actor, comment),
  });
}
