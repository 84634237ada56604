import { dropComment, editComment, settleThread, writeComment } from '#app/discussions/comments.ts';
import { listDiscussion } from '#app/discussions/list-discussion.ts';
import { listPeople } from '#app/discussions/list-people.ts';
import type { Handlers } from '../handler.ts';

type Discussions =
  | 'list-discussion'
  | 'list-discussion-people'
  | 'write-comment'
  | 'edit-comment'
  | 'remove-comment'
  | 'settle-comment';

export const discussionHandlers: Pick<Handlers, Discussions> = {
  'list-discussion': ({ accounts, app, actor, query: { kind, subject, after, limit } }) =>
    listDiscussion(accounts, app, actor, { subject: { kind, id: subject }, after, limit }),
  async 'list-discussion-people'({ accounts, app, actor, query: { kind, subject, query } }) {
    return { items: await listPeople(accounts, app, actor, { kind, id: subject }, query ?? {}) };
  },
  'write-comment': ({ accounts, app, actor, address, body }) => writeComment(accounts, app, body, { actor, address }),
  'edit-comment': ({ accounts, app, actor, address, params, body, ifMatch }) => {
    // What is no number is no version that there ever was.
    const version = ifMatch === null ? null : /^\d{1,9}$/.test(ifMatch) ? Number(ifMatch) : 0;
    return editComment(accounts, app, { id: params.id, version }, body.body, { actor, address });
  },
  'remove-comment': ({ app, actor, address, params }) => dropComment(app, params.id, { actor, address }),
  'settle-comment': ({ accounts, app, actor, address, params, body }) =>
    settleThread(accounts, app, params.id, body.settled, { actor, address }),
};
