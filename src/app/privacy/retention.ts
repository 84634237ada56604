import { randomUUID } from 'node:crypto';
import { countExpiredTickets, listExpiredCustomers } from '#analytics/privacy/expired.ts';
import { cutoffsOf, parseRetention, type Retention } from '#domain/privacy/retention.ts';
import type { Records } from '#records/client.ts';
import { addErasures } from '#records/erasures.ts';
import { countExpiredRecords, type ExpiredRecords, expireRecords } from '#records/expire.ts';
import { getRetention, saveRetention } from '#records/retention.ts';
import type { App } from '../app.ts';
import { type By, bySystem, recordAudit } from '../audit/record-audit.ts';
import { expireTickets } from './expire-tickets.ts';
import { drawPseudonym } from './pseudonyms.ts';
import { runErasures } from './run-erasures.ts';

/** What the periods of a workspace remove: tickets and records deleted, customers turned into pseudonyms. */
export interface RetentionReport extends ExpiredRecords {
  readonly tickets: number;
  readonly customers: number;
}

/** How long the workspace keeps what it holds. */
export function readRetention(app: App): Promise<Retention> {
  return getRetention(app.records, app.workspace);
}

/** Sets all periods; what is past them goes at the next `applyRetention`. Throws `privacy.bad-retention`. */
export async function changeRetention(app: App, input: unknown, by: By): Promise<Retention> {
  const retention = parseRetention(input);
  await app.records.transaction().execute(async (trx) => {
    const details = { from: await getRetention(trx, app.workspace), to: retention };
    await saveRetention(trx, app.workspace, retention);
    await recordAudit(trx, app.workspace, by, { action: 'retention.changed', details });
  });
  return retention;
}

/**
 * Removes from a workspace what is older than its periods as of `now` (epoch ms), and tells what that was. Done again it
 * finds nothing; cut off, it is finished by the next time. What went is written into the audit log. `everywhere` are the
 * records of the installation, which alone may remove entries of that log.
 */
export function applyRetention(app: App, everywhere: Records, now: number, by = bySystem): Promise<RetentionReport> {
  return app.rewrites.run(async () => {
    const { workspace } = app;
    await runErasures(app, everywhere);
    const cutoffs = cutoffsOf(await readRetention(app), now);
    const tickets = cutoffs.tickets === null ? 0 : await expireTickets(app, cutoffs.tickets);
    const customers = cutoffs.customers === null ? 0 : await expireCustomers(app, everywhere, cutoffs.customers);
    return everywhere.transaction().execute(async (trx) => {
      const report = { tickets, customers, ...(await expireRecords(trx, workspace, cutoffs)) };
      if (Object.values(report).some((count) => count > 0)) {
        await recordAudit(trx, workspace, by, { action: 'retention.applied', details: { ...report } });
      }
      return report;
    });
  });
}

/** What `applyRetention` would remove now; a customer may be of a ticket that is counted too. */
export async function previewRetention(app: App, now: number): Promise<RetentionReport> {
  const { analytics, records, workspace } = app;
  const cutoffs = cutoffsOf(await readRetention(app), now);
  const countOf = async (before: number | null, count: (before: number) => Promise<number>) =>
    before === null ? 0 : count(before);
  return {
    tickets: await countOf(cutoffs.tickets, (before) => countExpiredTickets(analytics, { workspace, before })),
    customers: await countOf(
      cutoffs.customers,
      async (before) => (await listExpiredCustomers(analytics, { workspace, before })).length,
    ),
    ...(await countExpiredRecords(records, workspace, cutoffs)),
  };
}

async function expireCustomers(app: App, everywhere: Records, before: number): Promise<number> {
  const { analytics, records, workspace } = app;
  const customers = await listExpiredCustomers(analytics, { workspace, before });
  const requestedAt = new Date(app.now());
  await addErasures(
    records,
    workspace,
    customers.map((customer) => ({
      id: randomUUID(),
      customer,
      pseudonym: drawPseudonym(),
      requestedBy: null,
      requestedAt,
    })),
  );
  await runErasures(app, everywhere);
  return customers.length;
}
