import { type CreatedRange, cutCreated } from '#analytics/native/created-ranges.ts';
import { VigieError } from '#domain/error.ts';
import { compileRules } from '#domain/sla/compile-rules.ts';
import { isSamePart } from '#domain/sla/editing/compare-versions.ts';
import { parsePolicy } from '#domain/sla/parse-policy.ts';
import type { Policy } from '#domain/sla/policy.ts';
import { asIfAlways, changePolicies, policiesInForce } from '#domain/sla/what-if/as-if-always.ts';
import type { WhatIfPeriod } from '#domain/sla/what-if/compare-ticket.ts';
import { parseCalendar } from '#domain/time/parse-calendar.ts';
import { listRules, type Rules } from '#records/rules.ts';
import type { App } from '../app.ts';
import { checkPolicy } from '../rules/edit-policies.ts';

/** Changes of the rules to try, and on how many months of tickets. */
export interface DryRunRequest {
  /** Take the place of policies of the same id, or come last. */
  readonly policies: readonly unknown[];
  /** Take the place of calendars of the same id. */
  readonly calendars?: readonly unknown[] | undefined;
  /** Ids of policies to do without. */
  readonly retired?: readonly string[] | undefined;
  readonly order?: readonly string[] | undefined;
  /** Back from the newest ticket. */
  readonly months: number;
}

/** Everything a run needs to know before it begins. */
export interface PreparedRun {
  readonly period: WhatIfPeriod;
  readonly sets: { readonly before: Rules; readonly after: Rules };
  readonly ranges: readonly CreatedRange[];
  /** The journal's newest sequence: what comes in later is not looked at. */
  readonly upTo: number;
}

/** Tickets a range: a part of a second each, so that progress is seen and a cancel is heard. */
const ticketsPerRange = 4000;

/** Checks the changes and finds the tickets. Throws what `savePolicy` throws of a policy and of all together. */
export async function prepareDryRun(app: App, request: DryRunRequest): Promise<PreparedRun> {
  const sets = await readSets(app, request);
  const period = await findPeriod(app, request.months);
  const { from, to } = period;
  const [upTo, ranges] = await Promise.all([
    app.journal.lastSeq(),
    cutCreated(app.analytics, { workspace: app.workspace, from, to, size: ticketsPerRange }),
  ]);
  return { period, sets, ranges, upTo };
}

async function readSets(app: App, request: DryRunRequest): Promise<PreparedRun['sets']> {
  const stored = await listRules(app.records, app.workspace);
  const calendars = (request.calendars ?? []).map((input) => parseCalendar(input).calendar);
  const policies = request.policies.map((input) => parsePolicy(input));
  for (const policy of policies) await checkPolicy(app, policy, calendars);
  const today = policiesInForce(stored.policies, app.now());
  const { retired = [], order = [] } = request;
  const changed = changePolicies(today, { policies, retired, order });
  const sets = {
    before: { calendars: stored.calendars, policies: asIfAlways(today) },
    after: {
      calendars: [...stored.calendars.filter(({ id }) => !calendars.some((one) => one.id === id)), ...calendars],
      policies: asIfAlways(changed),
    },
  };
  checkTaken(policies, changed, sets.after.policies);
  compileRules(sets.before);
  compileRules(sets.after);
  return sets;
}

/** Throws `policy.overlap` where one of the changed policies stands behind another with the same conditions. */
function checkTaken(drafts: readonly Policy[], changed: readonly Policy[], taking: readonly Policy[]): void {
  for (const draft of drafts) {
    if (!changed.includes(draft) || taking.some(({ id }) => id === draft.id)) continue;
    const other = taking.find((one) => one.kind === draft.kind && isSamePart(one.when, draft.when));
    throw new VigieError('policy.overlap', { policy: draft.name, other: other?.name ?? '' }, { path: '$.when' });
  }
}

/** The months before the newest ticket, itself included; of a workspace without tickets, those before now. */
async function findPeriod(app: App, months: number): Promise<WhatIfPeriod> {
  const now = app.now();
  const [found] = await app.analytics.query<{ n: number; newest: number }>(
    `SELECT count() AS n, toUnixTimestamp64Milli(max(createdAt)) AS newest FROM tickets FINAL
     WHERE workspace = {workspace:String} AND outcome = 'live'`,
    { workspace: app.workspace },
  );
  const to = found === undefined || found.n === 0 ? now : Math.min(now, found.newest + 1);
  const from = new Date(to);
  from.setUTCMonth(from.getUTCMonth() - months);
  return { from: from.getTime(), to, now };
}
