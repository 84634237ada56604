import { mentionsIn, readComment } from '#domain/discussion/comment-text.ts';
import type { Subject } from '#domain/discussion/subject.ts';
import type { Address } from '#domain/report/dashboards/address.ts';
import { listMembers } from '#records/members.ts';
import type { CommentRecord } from '#records/talk/comments.ts';
import { listReplies } from '#records/talk/comments.ts';
import { findUser } from '#records/users.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { App } from '../app.ts';
import { notifyMember } from '../notifications/notify-member.ts';
import { canSeeSubject } from './can-see-subject.ts';
import { actorOf, namesOf } from './list-people.ts';
import { placeOf } from './place-of.ts';

/** What one comment tells a member, it tells once. */
export const keyOf = ({ id }: Pick<CommentRecord, 'id'>): string => `comment:${id}`;

/**
 * Tells those whom a comment mentions, and those who wrote in its thread before, each once; nobody of what they wrote
 * themselves, or may not see any more.
 */
export async function tellOfComment(
  { everywhere }: Pick<Accounts, 'everywhere'>,
  app: App,
  comment: CommentRecord,
  { author, thread }: { readonly author: { id: string; name: string }; readonly thread: CommentRecord | null },
): Promise<void> {
  const subject: Subject = { kind: comment.subjectKind, id: comment.subject };
  const query: Address = thread?.query ?? comment.query;
  const mentioned = mentionsIn(comment.body);
  const before = thread === null ? [] : await listReplies(app.records, app.workspace, [thread.id]);
  const writers = thread === null ? [] : [thread, ...before].flatMap((each) => each.author ?? []);
  const members = await listMembers(everywhere, app.workspace);
  const excerpt = readComment(comment.body, namesOf(members));
  for (const userId of new Set([...mentioned, ...writers])) {
    const member = members.find((each) => each.userId === userId);
    if (member === undefined || userId === author.id) continue;
    if (!(await canSeeSubject(app, actorOf(member), subject, query))) continue;
    const user = await findUser(everywhere, userId);
    const { title, path } = await placeOf(app, subject, query, user?.language ?? 'en');
    await notifyMember(app, {
      ...{ member: userId, message: mentioned.includes(userId) ? 'mentioned' : 'replied', excerpt },
      params: { who: author.name, where: title },
      link: `${path}#comment-${comment.id}`,
      dedupeKey: keyOf(comment),
    });
  }
}
