import { randomUUID } from 'node:crypto';
import { mentionsIn, mostMentions } from '#domain/discussion/comment-text.ts';
import type { Subject } from '#domain/discussion/subject.ts';
import { VigieError } from '#domain/error.ts';
import { type Address, checkAddress } from '#domain/report/dashboards/address.ts';
import { listMembers } from '#records/members.ts';
import {
  addComment,
  type CommentRecord,
  findComment,
  listReplies,
  removeComment,
  updateComment,
} from '#records/talk/comments.ts';
import { withdrawNotifications } from '#records/talk/notifications.ts';
import type { Actor } from '../access/actor.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { App } from '../app.ts';
import { type By, recordAudit } from '../audit/record-audit.ts';
import { canSeeSubject, mustSeeSubject } from './can-see-subject.ts';
import { actorOf } from './list-people.ts';
import { keyOf, tellOfComment } from './tell-of-comment.ts';
import { canEdit, canRemove, viewComments } from './view-comments.ts';

type Directory = Pick<Accounts, 'everywhere'>;

export interface NewComment {
  readonly subject: Subject;
  readonly query: Address;
  readonly parent: string | null;
  readonly body: string;
}

/**
 * Writes a comment, or a reply to one. Throws `discussion.unknown-subject`, `comment.unknown`, `comment.thread-only`,
 * `comment.of-nobody`, and of its mentions `comment.unknown-mention`, `comment.cannot-see` and `comment.too-many-mentions`.
 */
export async function writeComment(directory: Directory, app: App, given: NewComment, by: By) {
  const author = authorOf(by.actor);
  checkAddress(given.query, '$.query');
  const thread = given.parent === null ? null : await getThread(app, by.actor, given.parent);
  const subject: Subject = thread === null ? given.subject : subjectOf(thread);
  const query = thread === null ? given.query : thread.query;
  await mustSeeSubject(app, by.actor, subject, query);
  await checkMentions(directory, app, given.body, subject, query);
  const comment = await addComment(app.records, {
    ...{ workspace: app.workspace, id: randomUUID(), subjectKind: subject.kind, subject: subject.id },
    ...{ query: JSON.stringify(query), parent: given.parent, author: author.id, body: given.body },
    createdAt: new Date(app.now()),
  });
  await audit(app, by, 'comment.written', comment);
  await tellOfComment(directory, app, comment, { author, thread });
  return viewOf(directory, app, by.actor, comment);
}

/** Changes what one’s own comment says. Throws `comment.not-yours`, `comment.changed` and what its mentions throw. */
export async function editComment(
  directory: Directory,
  app: App,
  { id, version }: { readonly id: string; readonly version: number | null },
  body: string,
  by: By,
) {
  const author = authorOf(by.actor);
  const before = await getComment(app, by.actor, id);
  if (!canEdit(by.actor, before)) throw new VigieError('comment.not-yours');
  if (before.body === body) return viewOf(directory, app, by.actor, before);
  await checkMentions(directory, app, body, subjectOf(before), before.query);
  const at = { workspace: app.workspace, id, version: version ?? before.version };
  const after = await updateComment(app.records, at, { body, editedAt: new Date(app.now()) });
  if (after === null) throw new VigieError('comment.changed', { version: before.version });
  await audit(app, by, 'comment.changed', after);
  const thread = after.parent === null ? null : await findComment(app.records, app.workspace, after.parent);
  await tellOfComment(directory, app, after, { author, thread });
  return viewOf(directory, app, by.actor, after);
}

/** One with replies stays without its text, so that they still stand under something. Throws `comment.not-yours`. */
export async function dropComment(app: App, id: string, by: By): Promise<void> {
  const comment = await getComment(app, by.actor, id);
  if (!canRemove(by.actor, comment)) throw new VigieError('comment.not-yours');
  const replies = await listReplies(app.records, app.workspace, [id]);
  await app.records.transaction().execute(async (trx) => {
    if (replies.length === 0) await removeComment(trx, app.workspace, id);
    else await updateComment(trx, comment, { body: '', removedAt: new Date(app.now()) });
    await withdrawNotifications(trx, app.workspace, keyOf(comment));
  });
  await audit(app, by, 'comment.removed', comment);
}

/** Says that what a thread is about is settled, or is not after all. Throws `comment.thread-only`. */
export async function settleThread(directory: Directory, app: App, id: string, settled: boolean, by: By) {
  const author = authorOf(by.actor);
  const thread = await getThread(app, by.actor, id);
  if ((thread.resolvedAt !== null) === settled) return viewOf(directory, app, by.actor, thread);
  const after = await updateComment(app.records, thread, {
    resolvedAt: settled ? new Date(app.now()) : null,
    resolvedBy: settled ? author.id : null,
  });
  if (after === null) throw new VigieError('comment.changed', { version: thread.version + 1 });
  await audit(app, by, settled ? 'comment.settled' : 'comment.reopened', after);
  return viewOf(directory, app, by.actor, after);
}

const subjectOf = ({ subjectKind, subject }: CommentRecord): Subject => ({ kind: subjectKind, id: subject });

function authorOf(actor: Actor): { id: string; name: string } {
  if (actor.kind !== 'member') throw new VigieError('comment.of-nobody');
  return { id: actor.id, name: actor.name };
}

/** Throws `comment.unknown`, also where it is not shown to them. */
async function getComment(app: App, actor: Actor, id: string): Promise<CommentRecord> {
  const found = await findComment(app.records, app.workspace, id);
  const seen = found !== null && (await canSeeSubject(app, actor, subjectOf(found), found.query));
  if (!seen) throw new VigieError('comment.unknown', { id: id.slice(0, 100) });
  return found;
}

async function getThread(app: App, actor: Actor, id: string): Promise<CommentRecord> {
  const found = await getComment(app, actor, id);
  if (found.parent !== null) throw new VigieError('comment.thread-only');
  return found;
}

/** Nobody is told of what they may not see: whoever writes hears it before, and not that somebody was not told. */
async function checkMentions({ everywhere }: Directory, app: App, body: string, subject: Subject, query: Address) {
  const mentioned = mentionsIn(body);
  if (mentioned.length === 0) return;
  if (mentioned.length > mostMentions) {
    throw new VigieError('comment.too-many-mentions', { most: mostMentions }, { path: '$.body' });
  }
  const members = await listMembers(everywhere, app.workspace);
  for (const id of mentioned) {
    const member = members.find(({ userId }) => userId === id);
    if (member === undefined) throw new VigieError('comment.unknown-mention', { id }, { path: '$.body' });
    if (!(await canSeeSubject(app, actorOf(member), subject, query))) {
      throw new VigieError('comment.cannot-see', { name: member.name }, { path: '$.body' });
    }
  }
}

async function audit(app: App, by: By, action: string, { id, subjectKind, subject, parent }: CommentRecord) {
  const details = { on: subjectKind, id: subject, ...(parent === null ? {} : { replyTo: parent }) };
  await recordAudit(app.records, app.workspace, by, { action, subject: id, details });
}

async function viewOf(directory: Directory, app: App, actor: Actor, comment: CommentRecord) {
  return (await viewComments(directory, app, actor, [comment]))(comment);
}
