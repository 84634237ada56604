import { randomUUID } from 'node:crypto';
import { isInJournal } from '#analytics/privacy/erasing.ts';
import { VigieError } from '#domain/error.ts';
import type { Records } from '#records/client.ts';
import { addErasures, type ErasureRecord, findErasure } from '#records/erasures.ts';
import type { App } from '../app.ts';
import { type By, recordAudit } from '../audit/record-audit.ts';
import { isInRejected } from './erase-records.ts';
import { drawPseudonym } from './pseudonyms.ts';
import { runErasures } from './run-erasures.ts';

/** An erasure that is written down, which from then on is finished whatever happens, and when it is. */
export interface RequestedErasure {
  readonly requested: ErasureRecord;
  /** Rejects where it could not be finished now: it stays pending, and is tried again with the next and at the next start. */
  readonly done: Promise<ErasureRecord>;
}

/**
 * Erases a customer from the journal, the facts and the records: the id becomes a pseudonym, what tells of the person goes,
 * and every figure stays but those by customer. Asked again while it is pending it is the same erasure. `everywhere` are the
 * records of the installation, which alone may change the audit log. Throws `privacy.unknown-person` when nothing is held
 * of the customer.
 */
export async function requestErasure(
  app: App,
  everywhere: Records,
  customer: string,
  by: By,
): Promise<RequestedErasure> {
  if (!(await isHeld(app, customer))) {
    throw new VigieError('privacy.unknown-person', { kind: 'customer', id: customer.slice(0, 200) });
  }
  const { actor } = by;
  const requestedBy = 'name' in actor ? actor.name : actor.kind;
  const drawn = { id: randomUUID(), customer, pseudonym: drawPseudonym() };
  const requested = await app.records.transaction().execute(async (trx) => {
    const erasures = await addErasures(trx, app.workspace, [
      { ...drawn, requestedBy, requestedAt: new Date(app.now()) },
    ]);
    const erasure = erasures[0] as ErasureRecord;
    const details = { pseudonym: erasure.pseudonym };
    await recordAudit(trx, app.workspace, by, { action: 'erasure.requested', subject: erasure.id, details });
    return erasure;
  });
  return { requested, done: finish(app, everywhere, requested.id) };
}

/** The same, and resolves when it is done. */
export async function eraseCustomer(app: App, everywhere: Records, customer: string, by: By): Promise<ErasureRecord> {
  return (await requestErasure(app, everywhere, customer, by)).done;
}

async function finish(app: App, everywhere: Records, id: string): Promise<ErasureRecord> {
  await app.rewrites.run(() => runErasures(app, everywhere));
  return (await findErasure(app.records, app.workspace, id)) as ErasureRecord;
}

async function isHeld({ analytics, records, workspace }: App, customer: string): Promise<boolean> {
  return (
    (await isInJournal(analytics, workspace, customer)) || isInRejected(records, workspace, { id: customer, names: [] })
  );
}
