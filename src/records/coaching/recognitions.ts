import type { Insertable, Selectable } from 'kysely';
import type { Records } from '../client.ts';
import type { RecognitionTable } from './coaching-tables.ts';

export type RecognitionRecord = Selectable<RecognitionTable>;

const of = (records: Records, workspace: string) =>
  records.selectFrom('recognitions').selectAll().where('workspace', '=', workspace);

/** Null: the agent has one for that month and figure already. */
export async function addRecognition(
  records: Records,
  recognition: Insertable<RecognitionTable>,
): Promise<RecognitionRecord | null> {
  const query = records
    .insertInto('recognitions')
    .values(recognition)
    .onConflict((conflict) => conflict.columns(['workspace', 'agent', 'month', 'kpi']).doNothing());
  return (await query.returningAll().executeTakeFirst()) ?? null;
}

/** The newest month first. */
export async function listRecognitionsOf(
  records: Records,
  workspace: string,
  agent: string,
): Promise<RecognitionRecord[]> {
  const query = of(records, workspace).where('agent', '=', agent);
  return query.orderBy('month', 'desc').orderBy('createdAt', 'desc').orderBy('id').execute();
}

export async function listAllRecognitions(records: Records, workspace: string): Promise<RecognitionRecord[]> {
  return of(records, workspace).orderBy('id').execute();
}

export async function rewriteRecognitionText(
  records: Records,
  workspace: string,
  id: string,
  text: string,
): Promise<void> {
  const query = records.updateTable('recognitions').set({ text }).where('workspace', '=', workspace);
  await query.where('id', '=', id).execute();
}

/** Null: there is none of this agent. */
export async function removeRecognition(
  records: Records,
  workspace: string,
  agent: string,
  id: string,
): Promise<RecognitionRecord | null> {
  const query = records.deleteFrom('recognitions').where('workspace', '=', workspace).where('agent', '=', agent);
  return (await query.where('id', '=', id).returningAll().executeTakeFirst()) ?? null;
}
