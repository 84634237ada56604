import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { writeReviews } from '#records/reviews/breach-reviews.ts';
import { markJudged } from '#records/reviews/judged-tickets.ts';
import { eventOf, reply, WatchDesk } from '#test/support/watch-desk.ts';
import type { Actor } from '../access/actor.ts';
import { viewFor } from '../access/view-for.ts';
import { byOperator } from '../audit/record-audit.ts';
import { rebuildFacts } from '../rebuild-facts.ts';
import { answerQuery } from '../reports/answer-query.ts';
import { listClocks } from '../tickets/list-clocks.ts';
import { forgetVanished } from '../watch/forget-vanished.ts';
import { eraseFromReviews } from './erase-reviews.ts';
import { listBreaches } from './list-breaches.ts';
import { excuseBreaches, explainBreaches, type Reviewer, reassignBreaches } from './review-breaches.ts';

let desk: WatchDesk;
let workspaces = 0;

beforeAll(async () => {
  desk = await WatchDesk.open();
});
beforeEach(() => desk.enter(`b${++workspaces}`));
afterAll(() => desk.close());

const created = (ticket: string, data: object = {}) =>
  eventOf(ticket, 0, 'ticket.created', { agent: 'a1', team: 'care', ...data });
const clock = (ticket: string) => ({ ticket, policy: 'desk', target: 'frt', cycle: 1 });
const operator = (): Reviewer => ({ view: desk.app, by: byOperator });
const member = (role: 'lead' | 'agent', more: object): Actor =>
  ({ kind: 'member', id: role, name: role, role, operator: false, teams: [], agents: [], ...more }) as Actor;
const as = async (actor: Actor): Promise<Reviewer> => ({
  view: await viewFor(desk.app, actor),
  by: { actor, address: null },
});
const list = (more: object = {}) => listBreaches(desk.app, { limit: 50, ...more });

/** `T-1` was answered in time, `T-2` too late, `T-3` not at all. */
async function fill(): Promise<void> {
  await desk.send(created('T-1'), created('T-2'), created('T-3', { agent: 'a2', team: 'returns' }));
  await desk.send(eventOf('T-1', 60, 'ticket.message', reply), eventOf('T-2', 700, 'ticket.message', reply));
  await desk.at(1_000);
}

async function figures(): Promise<unknown> {
  const kpis = ['sla-compliance.raw', 'sla-compliance.adjusted', 'sla-breaches.raw', 'sla-breaches.adjusted'];
  return (await answerQuery(desk.app, { kpis, from: '2026-11-01', to: '2026-12-01' })).total;
}

const all = [1 / 3, 1 / 3, 2, 2];

test('an excused breach leaves the adjusted figures and stays in the raw ones; taking it back restores them', async () => {
  await fill();
  expect(await figures()).toEqual(all);
  const done = await excuseBreaches(desk.app, operator(), { clocks: [clock('T-2')], excused: true, reason: 'Outage' });
  expect(done).toEqual({ changed: 1, pending: false });
  expect(await figures()).toEqual([1 / 3, 1 / 2, 2, 1]);
  await excuseBreaches(desk.app, operator(), { clocks: [clock('T-2')], excused: false });
  expect(await figures()).toEqual(all);
});

test('a clock that runs on past its due instant is excused like one that stopped', async () => {
  await fill();
  const open = async () =>
    (await listClocks(desk.app, { open: 'true', limit: 50, sort: 'due' })).items.map(({ ticket, target, excused }) => [
      ...[ticket, target, excused],
    ]);
  expect(await open()).toEqual([['T-3', 'frt', false]]);
  await excuseBreaches(desk.app, operator(), { clocks: [clock('T-3')], excused: true, reason: 'Outage' });
  expect(await figures()).toEqual([1 / 3, 1 / 2, 2, 1]);
  expect(await open()).toEqual([['T-3', 'frt', true]]);
});

test('excuses outlive later events and a rebuild', async () => {
  await fill();
  await excuseBreaches(desk.app, operator(), { clocks: [clock('T-2'), clock('T-3')], excused: true, reason: 'Outage' });
  const excused = [1 / 3, 1, 2, 0];
  expect(await figures()).toEqual(excused);
  await desk.send(
    eventOf('T-2', 900, 'ticket.status', { status: 'solved' }),
    eventOf('T-3', 950, 'ticket.message', reply),
  );
  expect(await figures()).toEqual(excused);
  await rebuildFacts(desk.app);
  expect(await figures()).toEqual(excused);
});

test('what is judged while nothing is folded is folded with the next run', async () => {
  await fill();
  await desk.app.folds.between(async () => {
    const { records, workspace } = desk.app;
    const doing = { member: null, name: null, at: '2026-11-02T10:00:00Z' };
    await writeReviews(records, [{ workspace, ...clock('T-2') }], 'excuse', { ...doing, reason: 'Outage' });
    await markJudged(records, workspace, ['T-2']);
  });
  expect(await figures()).toEqual(all);
  await desk.app.folds.foldPending();
  expect(await figures()).toEqual([1 / 3, 1 / 2, 2, 1]);
  expect(await desk.app.records.selectFrom('judgedTickets').selectAll().execute()).toEqual([]);
});

test('two workspaces with the same tickets do not mix', async () => {
  await fill();
  const ours = desk.app;
  await desk.enter(`b${++workspaces}`);
  await fill();
  await excuseBreaches(desk.app, operator(), { clocks: [clock('T-2')], excused: true, reason: 'Outage' });
  const theirs = await listBreaches(ours, { limit: 50 });
  expect(theirs.items.map(({ ticket, excuse }) => [ticket, excuse])).toEqual([
    ['T-2', null],
    ['T-3', null],
  ]);
  expect(theirs.counts).toEqual({ raw: 2, adjusted: 2 });
});

test('a breach that is reassigned is credited to who answers for it, and to who held it once that is taken back', async () => {
  await fill();
  const responsible = async () => {
    const found = (await list()).items.find(({ ticket }) => ticket === 'T-2');
    return [found?.agent, found?.team, found?.holder];
  };
  const held = ['a1', 'care', { kind: 'agent', id: 'a1' }];
  expect(await responsible()).toEqual(held);
  const reassign = (to: Parameters<typeof reassignBreaches>[2]['to']) =>
    reassignBreaches(desk.app, operator(), { clocks: [clock('T-2')], to, reason: 'Theirs' });
  await reassign({ agent: 'a2' });
  expect(await responsible()).toEqual(['a2', 'care', { kind: 'agent', id: 'a2' }]);
  await reassign({ team: 'it' });
  expect(await responsible()).toEqual([null, 'it', { kind: 'queue', id: 'it' }]);
  await reassign(null);
  expect(await responsible()).toEqual(held);
});

test('a list says what broke, who held it, what was said, and finds each state', async () => {
  await fill();
  await explainBreaches(desk.app, operator(), {
    clocks: [clock('T-2')],
    kind: 'volume',
    text: 'Sales',
    asksExcuse: true,
  });
  const tickets = async (state: 'open' | 'explained' | 'asked' | 'excused') =>
    (await list({ state })).items.map(({ ticket }) => ticket);
  const [asked, open] = [await tickets('asked'), await tickets('open')];
  expect([asked, open]).toEqual([['T-2'], ['T-2', 'T-3']]);
  await excuseBreaches(desk.app, operator(), { clocks: [clock('T-2')], excused: true, reason: 'Sales' });
  expect([await tickets('asked'), await tickets('open'), await tickets('excused'), await tickets('explained')]).toEqual(
    [[], ['T-3'], ['T-2'], ['T-2']],
  );
  const page = await list();
  expect(page).toMatchObject({
    total: 2,
    counts: { raw: 2, adjusted: 1 },
    compliance: { raw: 1 / 3, adjusted: 1 / 2 },
  });
  expect(page.items[0]).toMatchObject({
    ...{ ticket: 'T-2', at: '2026-11-02T09:10:00.000Z', running: false, overrunSeconds: 100, targetSeconds: 600 },
    ...{ heldSeconds: { agent: 700 }, explanation: { kind: 'volume', text: 'Sales' }, excuse: { reason: 'Sales' } },
  });
  const first = await list({ limit: 1 });
  const second = await list({ limit: 1, after: first.next });
  expect([first.items[0]?.ticket, second.items[0]?.ticket, second.next]).toEqual(['T-2', 'T-3', null]);
});

test('nobody excuses what they do not see, what is kept, what is their own, or without a reason, and then nothing is kept', async () => {
  await fill();
  const excuse = (who: Reviewer, tickets: string[], reason = 'Outage') =>
    excuseBreaches(desk.app, who, { clocks: tickets.map(clock), excused: true, reason });
  const lead = await as(member('lead', { teams: ['care'] }));
  await expect(excuse(lead, ['T-2', 'T-3'])).rejects.toMatchObject({ code: 'breach.unknown' });
  await expect(excuse(operator(), ['T-1'])).rejects.toMatchObject({ code: 'breach.unknown' });
  await expect(excuse(operator(), ['T-2'], '')).rejects.toMatchObject({ code: 'breach.no-reason' });
  const own = await as(member('lead', { teams: ['care'], agents: ['a1'] }));
  await expect(excuse(own, ['T-2'])).rejects.toMatchObject({ code: 'breach.own' });
  expect(await figures()).toEqual(all);
  await excuse(lead, ['T-2']);
  expect(await figures()).toEqual([1 / 3, 1 / 2, 2, 1]);
  const agent = await as(member('agent', { agents: ['a2'] }));
  const explain = (ticket: string) =>
    explainBreaches(desk.app, agent, { clocks: [clock(ticket)], kind: 'other', text: '', asksExcuse: true });
  await expect(explain('T-2')).rejects.toMatchObject({ code: 'breach.unknown' });
  expect(await explain('T-3')).toEqual({ changed: 1, pending: false });
});

test('words that name an erased customer are gone, the excuse and its figures stay; nothing is kept of a ticket that is no more', async () => {
  await fill();
  const { records, workspace } = desk.app;
  await excuseBreaches(desk.app, operator(), { clocks: [clock('T-2')], excused: true, reason: 'Zoé Dupont called' });
  await explainBreaches(desk.app, operator(), {
    clocks: [clock('T-2')],
    kind: 'other',
    text: 'Max',
    asksExcuse: false,
  });
  await eraseFromReviews(records, workspace, [{ id: 'c1', names: ['Zoé Dupont'] }]);
  const [found] = (await list({ state: 'excused' })).items;
  expect([found?.excuse?.reason, found?.explanation?.text]).toEqual(['…', 'Max']);
  expect(await figures()).toEqual([1 / 3, 1 / 2, 2, 1]);
  await writeReviews(records, [{ workspace, ...clock('T-gone') }], 'excuse', { reason: 'Outage' });
  await forgetVanished(desk.app);
  const kept = await records.selectFrom('breachReviews').select('ticket').execute();
  expect(kept).toEqual([{ ticket: 'T-2' }]);
});

test('the audit log says who judged what, without their words', async () => {
  await fill();
  await excuseBreaches(desk.app, operator(), { clocks: [clock('T-2')], excused: true, reason: 'Secret' });
  await reassignBreaches(desk.app, operator(), { clocks: [clock('T-2')], to: { team: 'it' }, reason: 'Secret' });
  const rows = await desk.app.records
    .selectFrom('audit')
    .select(['action', 'details'])
    .where('action', 'like', 'breach.%')
    .orderBy('id')
    .execute();
  expect(rows).toEqual([
    { action: 'breach.excused', details: { count: 1, tickets: ['T-2'] } },
    { action: 'breach.reassigned', details: { count: 1, tickets: ['T-2'], agent: null, team: 'it' } },
  ]);
});
