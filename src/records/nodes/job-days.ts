import type { Records } from '../client.ts';

/** The day whose work was done last, YYYY-MM-DD in the zone of the workspace; null: none yet. */
export async function findDoneDay(records: Records, workspace: string, job: string): Promise<string | null> {
  const query = records.selectFrom('jobDays').select('day').where('workspace', '=', workspace).where('job', '=', job);
  return (await query.executeTakeFirst())?.day ?? null;
}

export async function noteDoneDay(records: Records, workspace: string, job: string, day: string): Promise<void> {
  await records
    .insertInto('jobDays')
    .values({ workspace, job, day })
    .onConflict((conflict) => conflict.columns(['workspace', 'job']).doUpdateSet({ day }))
    .execute();
}
