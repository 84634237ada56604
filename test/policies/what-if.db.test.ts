import { afterAll, beforeAll, expect, test } from 'vitest';
import type { App } from '#app/app.ts';
import { loadSample } from '#app/load-sample.ts';
import { setPolicyOrder } from '#app/rules/edit-policies.ts';
import { listPolicyViews } from '#app/rules/policy-views.ts';
import { viewDryRun } from '#app/what-if/dry-run-view.ts';
import { cancelDryRun, finishDryRun, getDryRun, startDryRun } from '#app/what-if/dry-runs.ts';
import { prepareDryRun } from '#app/what-if/prepare-dry-run.ts';
import { generateMarketplace } from '#connectors/marketplace-sample/index.ts';
import type { Policy } from '#domain/sla/policy.ts';
import { replay } from '#domain/sla/replay.ts';
import { verdictOf } from '#domain/sla/what-if/compare-ticket.ts';
import { listDryRunTickets } from '#records/policies/dry-runs.ts';
import { listRules } from '#records/rules.ts';
import { openTestServer, type TestServer } from '#test/support/open-test-server.ts';

let desk: TestServer;
let app: App;

const sample = { tickets: 400, seed: 7 };

beforeAll(async () => {
  desk = await openTestServer();
  app = desk.app;
  await loadSample(app, 'marketplace', sample);
}, 60_000);
afterAll(() => desk.close());

/** The policies of the sample, each with half the time. */
async function halved(): Promise<readonly Policy[]> {
  const { policies } = await listRules(app.records, app.workspace);
  return policies.map((policy) => ({
    ...policy,
    targets: policy.targets.map((target) => ({
      ...target,
      seconds: Object.fromEntries(Object.entries(target.seconds).map(([name, n]) => [name, Math.ceil(n / 2)])),
    })),
  }));
}

/** What `vigie replay` says of the same events under the same rules: figures by target, and the verdict of each ticket. */
function replayed(
  rules: { calendars: readonly unknown[]; policies: readonly unknown[] },
  now: number,
  only: Set<string>,
) {
  const events = [...generateMarketplace(sample)].map(({ at, key, ...event }) => ({
    ...event,
    specversion: '1.0',
    time: new Date(at).toISOString(),
    subject: key,
  }));
  const { clocks, rejected } = replay({ ...rules, events, now });
  expect(rejected).toEqual([]);
  const counted = clocks.filter(({ ticket, status }) => only.has(ticket) && status !== 'cancelled');
  const count = (of: typeof clocks) => ({
    met: of.filter(({ status }) => status === 'met').length,
    breached: of.filter(({ status }) => status === 'breached').length,
    running: of.filter(({ status }) => status === 'running' || status === 'paused').length,
  });
  const byTarget = Map.groupBy(counted, ({ policy, target }) => JSON.stringify([policy, target]));
  const byTeam = Map.groupBy(counted, ({ team }) => team ?? '');
  const byTicket = Map.groupBy(counted, ({ ticket }) => ticket);
  return {
    total: count(counted),
    covered: byTicket.size,
    targets: Object.fromEntries([...byTarget].map(([key, of]) => [key, count(of)])),
    teams: Object.fromEntries([...byTeam].map(([key, of]) => [key, count(of)])),
    verdicts: new Map([...only].map((ticket) => [ticket, verdictOf(byTicket.get(ticket) ?? [])])),
  };
}

test('a dry run gives the figures of vigie replay on the same events and rules, on both sides, and the tickets between', async () => {
  const policies = await halved();
  const run = await prepareDryRun(app, { policies, months: 12 });
  const { from, to } = run.period;
  const tickets = await app.analytics.query<{ ticket: string }>(
    `SELECT ticket FROM tickets FINAL WHERE workspace = {workspace:String} AND outcome = 'live'
     AND toUnixTimestamp64Milli(createdAt) >= {from:Int64} AND toUnixTimestamp64Milli(createdAt) < {to:Int64}`,
    { workspace: app.workspace, from, to },
  );
  const only = new Set(tickets.map(({ ticket }) => ticket));
  expect(only.size).toBeGreaterThan(200);
  const record = await finishDryRun(app, { policies, months: 12 });
  const sides = [replayed(run.sets.before, run.period.now, only), replayed(run.sets.after, run.period.now, only)];
  const [before, after] = sides.map(({ verdicts: _, ...figures }) => figures);
  expect(record.figures).toEqual({ tickets: only.size, failed: 0, before, after });
  const wanted = [...only].sort().flatMap((ticket) => {
    const verdict = { before: sides[0]?.verdicts.get(ticket), after: sides[1]?.verdicts.get(ticket) };
    return verdict.before === verdict.after ? [] : [{ ticket, ...verdict }];
  });
  expect(wanted.length).toBeGreaterThan(5);
  const told = await listDryRunTickets(app.records, record, { from: null, limit: 10_000 });
  expect(told.toSorted((a, b) => (a.ticket < b.ticket ? -1 : 1))).toEqual(wanted);
});

test('the rules and facts of the workspace are as they were after a dry run', async () => {
  const facts = () =>
    app.analytics.query(`SELECT * FROM clocks FINAL WHERE workspace = {workspace:String} ORDER BY ticket, n`, {
      workspace: app.workspace,
    });
  const before = [await facts(), await listRules(app.records, app.workspace)];
  await finishDryRun(app, { policies: await halved(), months: 3 });
  await app.folds.settled();
  expect([await facts(), await listRules(app.records, app.workspace)]).toEqual(before);
});

test('without changes nothing changes sides, and without its policies no ticket has a clock', async () => {
  const same = await viewDryRun(app, await finishDryRun(app, { policies: [], months: 6 }), 'en');
  expect(same.result?.changes).toEqual([]);
  expect(same.result?.total.after).toEqual(same.result?.total.before);
  const { policies } = await listRules(app.records, app.workspace);
  const retired = policies.map(({ id }) => id);
  const none = await viewDryRun(app, await finishDryRun(app, { policies: [], retired, months: 6 }), 'en');
  expect(none.result?.total.after).toEqual({ met: 0, breached: 0, running: 0, compliance: null });
  expect(none.result?.targets.every(({ after }) => after === null)).toBe(true);
  expect(none.result?.covered.after).toBe(0);
});

test('another order is tried before it is put in force', async () => {
  const { policies } = await listRules(app.records, app.workspace);
  const order = policies.map(({ id }) => id).reverse();
  const tried = await viewDryRun(app, await finishDryRun(app, { policies: [], order, months: 6 }), 'en');
  const { version } = await listPolicyViews(app);
  await setPolicyOrder(app, order, version, { actor: { kind: 'operator' }, address: null });
  const now = await viewDryRun(app, await finishDryRun(app, { policies: [], months: 6 }), 'en');
  expect(now.result?.total.before).toEqual(tried.result?.total.after);
});

test('a run that is cancelled stays so and keeps no figures; one that nobody knows is told', async () => {
  const run = await startDryRun(app, { policies: [], months: 12 });
  await cancelDryRun(app, run.id);
  await expect.poll(async () => (await getDryRun(app, run.id)).state).toBe('cancelled');
  expect((await getDryRun(app, run.id)).figures).toBeNull();
  await expect(cancelDryRun(app, 'nothing')).rejects.toMatchObject({ code: 'policy.dry-run-unknown' });
});
