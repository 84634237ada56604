import type { Records } from '../client.ts';

/** How far the journal of a workspace is numbered: all up to `seq` is settled, `end` is the highest number given out. */
export interface Numbers {
  readonly seq: number;
  readonly end: number;
}

/** Sequences of an append that was cut off, and how many of its events the last look found. */
export interface JournalGap {
  readonly firstSeq: number;
  readonly lastSeq: number;
  readonly found: number;
}

/** Makes the row that the other calls need; one that is there stays as it is. */
export async function ensureJournal(records: Records, workspace: string): Promise<void> {
  await records
    .insertInto('journals')
    .values({ workspace })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function getNumbers(records: Records, workspace: string): Promise<Numbers> {
  const query = records.selectFrom('journals').select(['seq', 'end']).where('workspace', '=', workspace);
  return query.executeTakeFirstOrThrow();
}

/** Changes the numbers; false where they are no longer those that they are said to be. */
export async function moveNumbers(records: Records, workspace: string, from: Numbers, to: Numbers): Promise<boolean> {
  const { numUpdatedRows } = await records
    .updateTable('journals')
    .set({ seq: to.seq, end: to.end })
    .where('workspace', '=', workspace)
    .where('seq', '=', from.seq)
    .where('end', '=', from.end)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Remembers to look for what may still arrive of an append that was cut off. */
export async function addGap(records: Records, workspace: string, gap: JournalGap): Promise<void> {
  await records
    .insertInto('journalGaps')
    .values({ workspace, ...gap })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function listGaps(records: Records, workspace: string): Promise<JournalGap[]> {
  return records
    .selectFrom('journalGaps')
    .select(['firstSeq', 'lastSeq', 'found'])
    .where('workspace', '=', workspace)
    .orderBy('firstSeq')
    .execute();
}

/** Keeps what a look found; after so many looks the gap is forgotten. */
export async function noteLook(
  records: Records,
  workspace: string,
  { firstSeq, found }: Pick<JournalGap, 'firstSeq' | 'found'>,
  lastLook: number,
): Promise<void> {
  const noted = await records
    .updateTable('journalGaps')
    .set((set) => ({ found, looks: set('looks', '+', 1) }))
    .where('workspace', '=', workspace)
    .where('firstSeq', '=', firstSeq)
    .returning('looks')
    .executeTakeFirst();
  if ((noted?.looks ?? 0) < lastLook) return;
  const gap = records.deleteFrom('journalGaps').where('workspace', '=', workspace).where('firstSeq', '=', firstSeq);
  await gap.execute();
}
