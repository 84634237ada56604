import type { Insertable, Selectable, Updateable } from 'kysely';
import type { Records } from '../client.ts';
import type { CoachingNoteTable } from './coaching-tables.ts';

export type NoteRecord = Selectable<CoachingNoteTable>;

const of = (records: Records, workspace: string) =>
  records.selectFrom('coachingNotes').selectAll().where('workspace', '=', workspace);

export async function addNote(records: Records, note: Insertable<CoachingNoteTable>): Promise<NoteRecord> {
  return records.insertInto('coachingNotes').values(note).returningAll().executeTakeFirstOrThrow();
}

/** Newest first. */
export async function listNotesOf(records: Records, workspace: string, agent: string): Promise<NoteRecord[]> {
  const query = of(records, workspace).where('agent', '=', agent);
  return query.orderBy('createdAt', 'desc').orderBy('id').execute();
}

export async function listAllNotes(records: Records, workspace: string): Promise<NoteRecord[]> {
  return of(records, workspace).orderBy('id').execute();
}

/** Notes not done whose follow-up is due by a date, the longest due first. */
export async function listDueNotes(records: Records, workspace: string, by: string): Promise<NoteRecord[]> {
  const query = of(records, workspace).where('doneAt', 'is', null).where('followUpOn', '<=', by);
  return query.orderBy('followUpOn').orderBy('id').execute();
}

export async function findNote(records: Records, workspace: string, id: string): Promise<NoteRecord | null> {
  return (await of(records, workspace).where('id', '=', id).executeTakeFirst()) ?? null;
}

/** Null: there is none. */
export async function updateNote(
  records: Records,
  workspace: string,
  id: string,
  changes: Updateable<CoachingNoteTable>,
): Promise<NoteRecord | null> {
  const query = records.updateTable('coachingNotes').set(changes).where('workspace', '=', workspace);
  return (await query.where('id', '=', id).returningAll().executeTakeFirst()) ?? null;
}

export async function removeNote(records: Records, workspace: string, id: string): Promise<void> {
  await records.deleteFrom('coachingNotes').where('workspace', '=', workspace).where('id', '=', id).execute();
}
