import type { Records } from './client.ts';

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

export async function getNumbers(records: Records, workspace: string): Promise<Numbers> {
  return records
    .selectFrom('workspaces')
    .select(['journalSeq as seq', 'journalEnd as end'])
    .where('id', '=', workspace)
    .executeTakeFirstOrThrow();
}

/** Gives out numbers up to `end`; false where others did meanwhile. */
export async function reserveNumbers(records: Records, workspace: string, { seq, end }: Numbers): Promise<boolean> {
  return changed(
    await records
      .updateTable('workspaces')
      .set({ journalEnd: end })
      .where('id', '=', workspace)
      .where('journalSeq', '=', seq)
      .where('journalEnd', '=', seq)
      .executeTakeFirst(),
  );
}

/** Says that all up to `settled` is durable and nothing beyond it is given out; false where others wrote meanwhile. */
export async function settleNumbers(
  records: Records,
  workspace: string,
  { seq, end, settled }: Numbers & { readonly settled: number },
): Promise<boolean> {
  return changed(
    await records
      .updateTable('workspaces')
      .set({ journalSeq: settled, journalEnd: settled })
      .where('id', '=', workspace)
      .where('journalSeq', '=', seq)
      .where('journalEnd', '=', end)
      .executeTakeFirst(),
  );
}

/** Counts an append that was cut off as far as it arrived, and remembers to look again. */
export async function closeGap(
  records: Records,
  workspace: string,
  { seq, end, found }: Numbers & { readonly found: number },
): Promise<void> {
  const gap = { workspace, firstSeq: seq + 1, lastSeq: end, found };
  await records
    .insertInto('journalGaps')
    .values(gap)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await settleNumbers(records, workspace, { seq, end, settled: end });
}

export async function listGaps(records: Records, workspace: string): Promise<JournalGap[]> {
  return records
    .selectFrom('journalGaps')
    .select(['firstSeq', 'lastSeq', 'found'])
    .where('workspace', '=', workspace)
    .orderBy('firstSeq')
    .execute();
}

/** Keeps what a look found; after so many looks nothing arrives any more, and the gap is forgotten. */
export async function noteLook(
  records: Records,
  workspace: string,
  { firstSeq, found, lastLook }: { readonly firstSeq: number; readonly found: number; readonly lastLook: number },
): Promise<void> {
  const here = { workspace, firstSeq };
  await records
    .updateTable('journalGaps')
    .set((set) => ({ found, looks: set('looks', '+', 1) }))
    .where('workspace', '=', here.workspace)
    .where('firstSeq', '=', here.firstSeq)
    .execute();
  await records
    .deleteFrom('journalGaps')
    .where('workspace', '=', here.workspace)
    .where('firstSeq', '=', here.firstSeq)
    .where('looks', '>=', lastLook)
    .execute();
}

/** Says that events may lie unfolded from `seq` on; a fold that runs now cannot say that it folded them. */
export async function foldAgainFrom(records: Records, workspace: string, seq: number): Promise<void> {
  await records
    .updateTable('workspaces')
    .set((set) => ({
      foldedSeq: set.fn<number>('least', ['foldedSeq', set.val(seq - 1)]),
      folds: set('folds', '+', 1),
    }))
    .where('id', '=', workspace)
    .execute();
}

function changed({ numUpdatedRows }: { readonly numUpdatedRows: bigint }): boolean {
  return numUpdatedRows === 1n;
}
