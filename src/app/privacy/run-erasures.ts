import { clearErasing, isAnythingMarked, listNames, markCustomers, markKeys } from '#analytics/privacy/erasing.ts';
import { removeEvents, removeFactRows } from '#analytics/privacy/remove-rows.ts';
import { findSharedValues } from '#analytics/privacy/shared-values.ts';
import { askedFields } from '#domain/privacy/asked-fields.ts';
import { eraseFromPolicy } from '#domain/privacy/erase-policy.ts';
import { Erasure } from '#domain/privacy/erasure.ts';
import type { Records } from '#records/client.ts';
import { finishErasures, keepNames, listPendingErasures, type PendingErasure } from '#records/erasures.ts';
import { removeDryRuns } from '#records/policies/dry-runs.ts';
import { rewritePolicies } from '#records/rewrite-policies.ts';
import { listRules } from '#records/rules.ts';
import { eraseFromCoaching } from '../agents/erase-coaching.ts';
import type { App } from '../app.ts';
import { eraseFromReviews } from '../breaches/erase-reviews.ts';
import { forgetVanished } from '../watch/forget-vanished.ts';
import { eraseFromAlerts } from './erase-alerts.ts';
import { eraseFromAudit } from './erase-audit.ts';
import { eraseFromLinks } from './erase-links.ts';
import { eraseFromRecords } from './erase-records.ts';
import { eraseFromSaved } from './erase-saved.ts';
import { eraseFromSchedules } from './erase-schedules.ts';
import { eraseFromTalk } from './erase-talk.ts';
import { finishExpiring } from './expire-tickets.ts';
import { rewriteJournal } from './rewrite-journal.ts';

/** Customers erased together: each round reads the journal once and rewrites each table once. */
const CUSTOMERS_AT_ONCE = 10_000;

/**
 * Does every erasure that is pending, and all that an earlier run left half done. Killed at any instant and run again, it
 * comes to the same: each step may be repeated, what is marked stays marked until the end, and the records hold whom an
 * erasure is of until it is done. `everywhere` are the records of the installation, which alone may change the audit log.
 * Only in a turn of `rewrites`.
 */
export async function runErasures(app: App, everywhere: Records): Promise<void> {
  await finishExpiring(app, await app.journal.lastSeq());
  for (;;) {
    const pending = await listPendingErasures(app.records, app.workspace, CUSTOMERS_AT_ONCE);
    if (pending.length > 0) await runRound(app, everywhere, pending);
    await clearErasing(app.analytics, app.workspace);
    if (pending.length === 0) return;
  }
}

/**
 * Finishes what an earlier process left half erased or half deleted, unless another process is at such work. An erasure
 * that cannot be finished now stays pending, and is tried again.
 */
export async function resumeErasures(app: App, everywhere: Records): Promise<void> {
  const [pending] = await listPendingErasures(app.records, app.workspace, 1);
  if (pending === undefined && !(await isAnythingMarked(app.analytics, app.workspace))) return;
  await app.rewrites.runUnlessElsewhere(() => runErasures(app, everywhere));
}

/** Tickets and events by customer. */
type Counts = Map<string, { tickets: number; events: number }>;

async function runRound(app: App, everywhere: Records, pending: readonly PendingErasure[]): Promise<void> {
  const { analytics, workspace, journal, folds, records } = app;
  const ids = pending.map(({ customer }) => customer);
  const only = ids.length === 1 ? (ids[0] as string) : null;
  const seen = await journal.lastSeq();
  await markCustomers(analytics, workspace, ids);
  await markKeys(analytics, workspace, { after: 0, only });
  const people = await gatherNames(app, pending);
  const erasures = await compileErasures(app, people);
  const counts: Counts = new Map(ids.map((id) => [id, { tickets: 0, events: 0 }]));
  const upTo = await folds.between(async () => {
    const last = await journal.write(async (turn) => {
      // What arrived since the journal was searched is in it too.
      await markKeys(analytics, workspace, { after: seen, only });
      const before = turn.lastSeq;
      await rewriteJournal(app, turn, erasures, (grain, events, customers) => count(counts, grain, events, customers));
      return before;
    });
    await removeEvents(analytics, { workspace, upTo: last, marked: 'erasure' });
    return last;
  });
  await folds.foldPending();
  await removeFactRows(analytics, { workspace, upTo, marked: 'erasure' });
  await forgetVanished(app);
  const sought = people.map(({ customer, names }) => ({ id: customer, names }));
  await eraseFromAudit(everywhere, workspace, sought, erasures);
  await records.transaction().execute(async (trx) => {
    const rejected = await eraseFromRecords(trx, workspace, sought);
    await eraseFromCoaching(trx, workspace, sought);
    await eraseFromReviews(trx, workspace, sought);
    await eraseFromLinks(trx, workspace, sought, erasures);
    await eraseFromSaved(trx, workspace, sought, erasures);
    await eraseFromSchedules(trx, workspace, sought, erasures);
    await eraseFromAlerts(trx, workspace, sought, erasures);
    await eraseFromTalk(trx, workspace, sought, erasures);
    const finished = pending.map(({ id, customer }) => ({
      id,
      ...(counts.get(customer) ?? { tickets: 0, events: 0 }),
      rejected: rejected.get(customer) ?? 0,
    }));
    await finishErasures(trx, workspace, finished, new Date(app.now()));
  });
}

function count(counts: Counts, grain: 'ticket' | 'other', events: number, customers: Iterable<string>): void {
  for (const customer of customers) {
    const sum = counts.get(customer);
    if (sum === undefined) continue;
    sum.events += events;
    if (grain === 'ticket') sum.tickets++;
  }
}

/** Every name of these customers, kept in the records before anything that tells them is removed. */
async function gatherNames(app: App, pending: readonly PendingErasure[]): Promise<PendingErasure[]> {
  const found = await listNames(app.analytics, app.workspace);
  const people: PendingErasure[] = [];
  for (const erasure of pending) {
    const names = [...new Set([...erasure.names, ...(found.get(erasure.customer) ?? [])])].sort();
    if (names.length > erasure.names.length) await keepNames(app.records, app.workspace, erasure.id, names);
    people.push({ ...erasure, names });
  }
  return people;
}

/** Policies made for one of these customers go on for the pseudonym; what policies ask of tickets can still be answered. */
async function compileErasures(app: App, people: readonly PendingErasure[]): Promise<Map<string, Erasure>> {
  await rewritePolicies(app.records, app.workspace, (policy) =>
    people.reduce((kept, { customer, pseudonym }) => eraseFromPolicy(kept, customer, pseudonym), policy),
  );
  // Dry runs hold policies too, and are made anew in no time.
  await removeDryRuns(app.records, app.workspace);
  const { policies } = await listRules(app.records, app.workspace);
  const asked = askedFields(policies.map(({ when }) => when));
  const isShared = await findSharedValues(app.analytics, app.workspace);
  return new Map(people.map((person) => [person.customer, new Erasure({ ...person, isShared, asked })]));
}
