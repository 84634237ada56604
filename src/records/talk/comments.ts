import type { Insertable, Selectable, Updateable } from 'kysely';
import type { Subject } from '#domain/discussion/subject.ts';
import type { Records } from '../client.ts';
import type { After } from './notifications.ts';
import type { CommentTable } from './talk-tables.ts';

export type CommentRecord = Selectable<CommentTable>;

export async function addComment(records: Records, comment: Insertable<CommentTable>): Promise<CommentRecord> {
  return records.insertInto('comments').values(comment).returningAll().executeTakeFirstOrThrow();
}

export async function findComment(records: Records, workspace: string, id: string): Promise<CommentRecord | null> {
  const query = records.selectFrom('comments').selectAll().where('workspace', '=', workspace).where('id', '=', id);
  return (await query.executeTakeFirst()) ?? null;
}

/** The comments that begin the threads of a subject, the newest first. */
export async function listThreads(
  records: Records,
  workspace: string,
  { kind, id }: Subject,
  { after, limit }: { readonly after: After | null; readonly limit: number },
): Promise<CommentRecord[]> {
  let query = records
    .selectFrom('comments')
    .selectAll()
    .where('workspace', '=', workspace)
    .where('subjectKind', '=', kind)
    .where('subject', '=', id)
    .where('parent', 'is', null);
  if (after !== null) {
    query = query.where(({ eb, refTuple, tuple }) =>
      eb(refTuple('createdAt', 'id'), '<', tuple(eb.val(after.at), eb.val(after.id))),
    );
  }
  return query.orderBy('createdAt', 'desc').orderBy('id', 'desc').limit(limit).execute();
}

/** The replies of some threads, the oldest first. */
export async function listReplies(
  records: Records,
  workspace: string,
  threads: readonly string[],
): Promise<CommentRecord[]> {
  if (threads.length === 0) return [];
  const query = records.selectFrom('comments').selectAll().where('workspace', '=', workspace);
  return query
    .where('parent', 'in', [...threads])
    .orderBy('createdAt')
    .orderBy('id')
    .execute();
}

/** Changes a comment, which counts; null: it is gone, or not at that version any more. */
export async function updateComment(
  records: Records,
  { workspace, id, version }: { readonly workspace: string; readonly id: string; readonly version: number },
  changes: Updateable<CommentTable>,
): Promise<CommentRecord | null> {
  const query = records
    .updateTable('comments')
    .set({ ...changes, version: version + 1 })
    .where('workspace', '=', workspace)
    .where('id', '=', id)
    .where('version', '=', version);
  return (await query.returningAll().executeTakeFirst()) ?? null;
}

/** With its replies. */
export async function removeComment(records: Records, workspace: string, id: string): Promise<void> {
  await records.deleteFrom('comments').where('workspace', '=', workspace).where('id', '=', id).execute();
}

/** Every comment of a workspace. */
export async function listAllComments(records: Records, workspace: string): Promise<CommentRecord[]> {
  const query = records.selectFrom('comments').selectAll().where('workspace', '=', workspace);
  return query.orderBy('createdAt').orderBy('id').execute();
}
