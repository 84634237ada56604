import type { Subject } from '#domain/discussion/subject.ts';
import { type CommentRecord, listReplies, listThreads } from '#records/talk/comments.ts';
import type { After } from '#records/talk/notifications.ts';
import type { Actor } from '../access/actor.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { App } from '../app.ts';
import { parseCursor, writeCursor } from '../cursor.ts';
import { may } from '../permissions.ts';
import { canSeeSubject, mustSeeSubject } from './can-see-subject.ts';
import { viewComments } from './view-comments.ts';

interface Asked {
  readonly subject: Subject;
  readonly after?: string | undefined;
  readonly limit: number;
}

/** A page of what is said of something, the newest thread first. Throws `discussion.unknown-subject`. */
export async function listDiscussion(
  accounts: Pick<Accounts, 'everywhere'>,
  app: App,
  actor: Actor,
  { subject, after, limit }: Asked,
) {
  await mustSeeSubject(app, actor, subject);
  const cursor = after === undefined ? null : parseCursor(after, ['number', 'string']);
  const from = cursor === null ? null : { at: new Date(cursor[0]), id: cursor[1] };
  const threads = await seenThreads(app, actor, subject, from, limit + 1);
  const shown = threads.slice(0, limit);
  const ids = shown.map(({ id }) => id);
  const replies = await listReplies(app.records, app.workspace, ids);
  const view = await viewComments(accounts, app, actor, [...shown, ...replies]);
  const last = shown.at(-1);
  return {
    items: shown.map((thread) => ({
      ...view(thread),
      replies: replies.filter(({ parent }) => parent === thread.id).map(view),
    })),
    next: threads.length > shown.length && last ? writeCursor([last.createdAt.getTime(), last.id]) : null,
    mayWrite: may(actor, 'discuss'),
  };
}

/** Threads whose report was set as somebody may see it; as many as wanted, where there are. */
async function seenThreads(app: App, actor: Actor, subject: Subject, from: After | null, wanted: number) {
  const seen: CommentRecord[] = [];
  for (let after = from; ; ) {
    const page = await listThreads(app.records, app.workspace, subject, { after, limit: wanted });
    for (const thread of page) if (await canSeeSubject(app, actor, subject, thread.query)) seen.push(thread);
    const last = page.at(-1);
    if (last === undefined || page.length < wanted || seen.length >= wanted) return seen.slice(0, wanted);
    after = { at: last.createdAt, id: last.id };
  }
}
