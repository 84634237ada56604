import { foldAgainFrom } from '#records/nodes/folds.ts';
import { listGaps, noteLook } from '#records/nodes/journals.ts';
import type { App } from '../app.ts';

/** Looks, one a minute, after which nothing that was sent by a process that died can still arrive. */
const LAST_LOOK = 60;

/** Finds events that reached the journal after their append was given up, and has them folded. */
export async function findLateEvents({ records, workspace, journal }: App): Promise<void> {
  for (const { firstSeq, lastSeq, found: before } of await listGaps(records, workspace)) {
    const found = await journal.countEvents(firstSeq - 1, lastSeq);
    if (found > before) await foldAgainFrom(records, workspace, firstSeq);
    await noteLook(records, workspace, { firstSeq, found }, LAST_LOOK);
  }
}
