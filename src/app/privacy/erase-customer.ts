import { randomUUID } from 'node:crypto';
import { clearErasing, listErasing, markCustomers, markKeys } from '#analytics/privacy/erasing.ts';
import { VigieError } from '#domain/error.ts';
import { addErasures, type ErasureRecord, findErasure } from '#records/erasures.ts';
import type { App } from '../app.ts';
import { isInRejected } from './erase-records.ts';
import { drawPseudonym } from './pseudonyms.ts';
import { runErasures } from './run-erasures.ts';

/**
 * Erases a customer from the journal, the facts and the records: the id becomes a pseudonym, what tells of the person goes,
 * and every figure stays but those by customer. Resolves when it is done, and an erasure cut off is finished at the next
 * start. Throws `privacy.unknown-person` when nothing is held of the customer.
 */
export function eraseCustomer(app: App, customer: string, requestedBy: string | null): Promise<ErasureRecord> {
  return app.rewrites.run(async () => {
    await runErasures(app);
    const searchedUpTo = app.journal.lastSeq;
    await markCustomers(app.analytics, app.workspace, [customer]);
    await markKeys(app.analytics, app.workspace, { after: 0, only: customer });
    if (!(await isHeld(app, customer))) {
      await clearErasing(app.analytics, app.workspace);
      throw new VigieError('privacy.unknown-person', { kind: 'customer', id: customer.slice(0, 200) });
    }
    const id = randomUUID();
    const requestedAt = new Date(app.now());
    await addErasures(app.records, app.workspace, [
      { id, customer, pseudonym: drawPseudonym(), requestedBy, requestedAt },
    ]);
    await runErasures(app, searchedUpTo);
    return (await findErasure(app.records, app.workspace, id)) as ErasureRecord;
  });
}

async function isHeld(app: App, customer: string): Promise<boolean> {
  const marked = await listErasing(app.analytics, app.workspace);
  return marked.length > 0 || isInRejected(app.records, app.workspace, { id: customer, names: [] });
}
