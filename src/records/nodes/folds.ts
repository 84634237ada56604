import type { Records } from '../client.ts';
import type { Workspace } from '../workspaces.ts';

/** Says that a fold begins, and gives its number; a fold that began before is overtaken. */
export async function beginFold(records: Records, workspace: string): Promise<number> {
  const { folds } = await records
    .updateTable('journals')
    .set((set) => ({ folds: set('folds', '+', 1) }))
    .where('workspace', '=', workspace)
    .returning('folds')
    .executeTakeFirstOrThrow();
  return folds;
}

/** Says what is folded; false where another fold, or a change of what is to be folded, has overtaken this one. */
export async function finishFold(
  records: Records,
  workspace: string,
  fold: number,
  folded: Pick<Workspace, 'foldedSeq' | 'foldedRulesVersion'>,
): Promise<boolean> {
  return records.transaction().execute(async (trx) => {
    const query = trx.selectFrom('journals').select('folds').where('workspace', '=', workspace).forUpdate();
    if ((await query.executeTakeFirst())?.folds !== fold) return false;
    await trx.updateTable('workspaces').set(folded).where('id', '=', workspace).execute();
    return true;
  });
}

/** Says that events may lie unfolded from `seq` on; a fold that runs now cannot say that it folded them. */
export async function foldAgainFrom(records: Records, workspace: string, seq: number): Promise<void> {
  await records.transaction().execute(async (trx) => {
    await beginFold(trx, workspace);
    await trx
      .updateTable('workspaces')
      .set({ foldedSeq: seq - 1 })
      .where('id', '=', workspace)
      .where('foldedSeq', '>=', seq)
      .execute();
  });
}

/** Says that the facts of all workspaces are gone: everything is to be folded again. */
export async function forgetFolds(records: Records): Promise<void> {
  await records.transaction().execute(async (trx) => {
    await trx
      .updateTable('journals')
      .set((set) => ({ folds: set('folds', '+', 1) }))
      .execute();
    await trx.updateTable('workspaces').set({ foldedSeq: 0 }).execute();
  });
}
