import { describe, expect, test } from 'vitest';
import { answerQuestion } from '../report/answer-question.ts';
import type { Cell, ReportQuery } from '../report/query.ts';
import { evaluateScan, type FactRows } from '../report/scan/evaluate-scan.ts';

const at = (text: string) => Date.parse(`${text.replace(' ', 'T')}${text.includes(':') ? '' : 'T00:00'}Z`);
const now = at('2026-07-01');
const hour = 3_600_000;

async function ask(facts: FactRows, query: Partial<ReportQuery> & { kpis: readonly string[] }) {
  const whole = { from: '2026-01-01', to: '2026-02-01', timeZone: 'UTC', ...query };
  return answerQuestion(whole, { now, timeZone: 'UTC' }, async (scan) => evaluateScan(scan, facts, now));
}

async function figures(facts: FactRows, ...kpis: string[]): Promise<readonly Cell[]> {
  return (await ask(facts, { kpis })).total;
}

const live = { outcome: 'live', tags: [], fields: {} };
const clock = (clockStatus: string, more: object = {}) => ({
  clockStatus,
  startedAt: at('2026-01-05'),
  decidedAt: clockStatus === 'met' || clockStatus === 'breached' ? at('2026-01-06') : null,
  dueAt: at('2026-01-06'),
  stoppedAt: clockStatus === 'running' ? null : at('2026-01-07'),
  excused: false,
  dims: live,
  ...more,
});

describe('SLA compliance', () => {
  test('is null where nothing was decided, not 0 and not 100 %', async () => {
    const clocks = [
      clock('running', { dueAt: at('2026-08-01') }),
      clock('paused', { dueAt: null }),
      clock('cancelled'),
    ];
    const answer = await ask({ clocks }, { kpis: ['sla-compliance', 'sla-breaches'] });
    expect(answer.total).toEqual([null, 0]);
    expect(answer.meta).toMatchObject({ n: { 'sla-compliance': 0 }, running: 2 });
  });

  test('counts a running clock past its due instant as breached on the day it was due', async () => {
    const clocks = [clock('met'), clock('running', { dueAt: at('2026-01-20') })];
    const answer = await ask({ clocks }, { kpis: ['sla-compliance', 'sla-breaches'], every: 'week' });
    expect(answer.total).toEqual([null, 0.5, 1]);
    expect(answer.rows.map(([week, , breaches]) => [week, breaches])).toContainEqual(['2026-01-19', 1]);
    expect(answer.meta.running).toBe(0);
  });

  test('is split and filtered by the hour of the verdict; running clocks have none, so nothing is said of them', async () => {
    const clocks = [clock('met'), clock('running', { dueAt: at('2026-08-01') })];
    const byHour = await ask({ clocks }, { kpis: ['sla-compliance'], by: ['hour'] });
    expect([byHour.rows, byHour.meta.running]).toEqual([[[0, 1]], 1]);
    const filter = { field: 'hour', op: 'is', value: 0 } as const;
    const early = await ask({ clocks }, { kpis: ['sla-compliance'], filter });
    expect([early.total, early.meta.running]).toEqual([[1], null]);
  });

  test('keeps the breach of a superseded clock', async () => {
    expect(
      await figures({ clocks: [clock('met'), clock('breached', { superseded: true })] }, 'sla-compliance'),
    ).toEqual([0.5]);
  });

  test('leaves excused breaches out of the adjusted rate only', async () => {
    const clocks = [clock('met'), clock('breached'), clock('breached', { excused: true })];
    expect(await figures({ clocks }, 'sla-compliance', 'sla-compliance.adjusted', 'sla-breaches.adjusted')).toEqual([
      1 / 3,
      0.5,
      1,
    ]);
  });

  test('takes no clock of a merged ticket', async () => {
    expect(
      await figures({ clocks: [clock('breached', { dims: { ...live, outcome: 'merged' } })] }, 'sla-breaches'),
    ).toEqual([0]);
  });
});

describe('a period without a ticket', () => {
  test('has counts of 0 and no rates, in every bucket', async () => {
    const { rows } = await ask({}, { kpis: ['tickets-created', 'reopen-rate', 'first-reply-time'], every: 'week' });
    expect(rows).toHaveLength(5);
    expect(rows[0]).toEqual(['2025-12-29', 0, null, null]);
  });
});

const held = (holder: string, from: string, to: string | null, more: object = {}) => ({
  holder,
  from: at(from),
  to: to === null ? null : at(to),
  dims: { ...live, channel: 'chat' },
  ...more,
});

test('a reopened ticket is out of the backlog just while it was solved', async () => {
  const holdings = [
    held('agent', '2026-01-02 10:00', '2026-01-04 10:00'),
    held('nobody', '2026-01-04 10:00', '2026-01-07 10:00'),
    held('queue', '2026-01-07 10:00', '2026-01-09 10:00'),
  ];
  const { rows } = await ask({ holdings }, { kpis: ['backlog'], every: 'day', to: '2026-01-12' });
  expect(rows.map(([, open]) => open)).toEqual([0, 1, 1, 0, 0, 0, 1, 1, 0, 0, 0]);
});

test('nothing is known of the backlog of days to come', async () => {
  const { rows } = await ask(
    { holdings: [held('agent', '2026-06-30', null)] },
    {
      kpis: ['backlog'],
      every: 'day',
      from: '2026-06-30',
      to: '2026-07-04',
    },
  );
  expect(rows.map(([, open]) => open)).toEqual([1, 1, null, null]);
});

describe('first contact resolution without repeat', () => {
  const ticket = (key: string, createdAt: string, solvedAt: string | null, more: object = {}) => ({
    createdAt: at(createdAt),
    solvedAt: solvedAt === null ? null : at(solvedAt),
    noReopenIn7Days: solvedAt === null ? null : true,
    dims: { ...live, ticket: key, customer: 'c1', type: 'refund', ...more },
  });
  const rate = async (...tickets: object[]) => (await figures({ tickets }, 'first-contact-resolution.no-repeat'))[0];
  const first = ticket('1', '2026-01-05', '2026-01-06');

  test('fails where the same customer asks the same again within 7 days of the solve', async () => {
    expect(await rate(first, ticket('2', '2026-01-13', null))).toBe(0);
    expect(await rate(first, ticket('2', '2026-01-13 00:01', null))).toBe(1);
    expect(await rate(first, ticket('2', '2026-01-08', null, { type: 'delivery' }))).toBe(1);
    expect(await rate(first, ticket('2', '2026-01-08', null, { customer: 'c2' }))).toBe(1);
  });
  test('looks beyond the end of the period', async () => {
    expect(await rate(ticket('1', '2026-01-30', '2026-01-31'), ticket('2', '2026-02-03', null))).toBe(0);
  });
  test('is unknown where the customer is', async () => {
    expect(await rate(ticket('1', '2026-01-05', '2026-01-06', { customer: null }))).toBeNull();
  });
});

describe('churn', () => {
  const subscription = (customer: string, startedAt: string | null, endedAt: string | null) => ({
    customer,
    startedAt: startedAt === null ? null : at(startedAt),
    endedAt: endedAt === null ? null : at(endedAt),
  });
  test('counts customers of the start who left; new ones never offset', async () => {
    const subscriptions = [
      subscription('stays', '2025-01-01', null),
      subscription('leaves', '2025-01-01', '2026-01-15'),
      subscription('leaves, known by its end only', null, '2026-01-20'),
      subscription('changes plan', '2025-01-01', '2026-02-01'),
      subscription('changes plan', '2026-02-01', null),
      subscription('comes', '2026-01-10', null),
      subscription('comes and goes', '2026-01-10', '2026-01-12'),
    ];
    const kpis = ['churn-rate', 'churn-rate.at-start', 'churn-rate.lost', 'churn-rate.new', 'churn-rate.net'];
    expect(await figures({ subscriptions }, ...kpis)).toEqual([0.5, 4, 2, 1, -1]);
  });
});

describe('spans', () => {
  const span = (more: object, from: string, to: string | null) => ({
    ...more,
    from: at(from),
    to: to === null ? null : at(to),
  });

  test('utilisation is work over the part of shifts that lies in the period', async () => {
    const facts = {
      work: [{ at: at('2026-01-01 09:00'), seconds: 3600, dims: live }],
      shifts: [span({ agent: 'a' }, '2025-12-31 22:00', '2026-01-01 02:00')],
    };
    expect(await figures(facts, 'agent-utilisation')).toEqual([0.5]);
  });

  test('the most agents available are those online at one instant, not those who took over from each other', async () => {
    const online = { presenceStatus: 'online' };
    const presence = [
      span({ ...online, agent: 'a' }, '2026-01-01 08:00', '2026-01-01 12:00'),
      span({ ...online, agent: 'b' }, '2026-01-01 12:00', '2026-01-01 16:00'),
      span({ ...online, agent: 'c' }, '2026-01-01 11:00', '2026-01-01 13:00'),
      span({ presenceStatus: 'away', agent: 'd' }, '2026-01-01 08:00', '2026-01-01 16:00'),
    ];
    expect(await figures({ presence }, 'max-agents-available')).toEqual([2]);
    const { rows } = await ask({ presence }, { kpis: ['availability.online'], by: ['hour'] });
    expect(rows.find(([oClock]) => oClock === 11)?.[1]).toBe(7200);
  });

  test('time online is in hours where a shift covers it', async () => {
    const facts = {
      presence: [span({ presenceStatus: 'online', agent: 'a' }, '2026-01-01 08:00', '2026-01-01 18:00')],
      shifts: [
        span({ agent: 'a' }, '2026-01-01 09:00', '2026-01-01 17:00'),
        span({ agent: 'b' }, '2026-01-01 08:00', '2026-01-01 18:00'),
      ],
    };
    const found = await figures(facts, 'availability-in-hours', 'availability-out-of-hours');
    expect(found).toEqual([8 * 3600, 2 * 3600]);
  });

  test('a cost is spread over its dates, and divided by the tickets created, solved or not', async () => {
    const ledger = [
      span({ kind: 'support-cost', amount: 310 }, '2026-01-01', '2026-02-01'),
      span({ kind: 'revenue', amount: 1000 }, '2026-01-10', null),
    ];
    const tickets = ['2026-01-01', '2026-01-09'].map((text) => ({ createdAt: at(text), dims: live }));
    const { total } = await ask(
      { ledger, tickets },
      { kpis: ['cost-per-ticket', 'support-cost-ratio'], to: '2026-01-11' },
    );
    expect(total).toEqual([50, 0.1]);
  });

  test('uptime leaves maintenance out, also of an incident within it', async () => {
    const incidents = [
      span({ kind: 'incident', component: 'shop' }, '2026-01-01 00:00', '2026-01-01 04:00'),
      span({ kind: 'maintenance', component: 'shop' }, '2026-01-01 02:00', '2026-01-01 06:00'),
    ];
    const { total } = await ask({ incidents }, { kpis: ['uptime'], to: '2026-01-02' });
    expect(total).toEqual([1 - 2 / 20]);
    expect(await figures({}, 'uptime')).toEqual([null]);
    const quiet = await ask({ incidents }, { kpis: ['uptime'], from: '2026-02-01', to: '2026-03-01' });
    expect(quiet.total).toEqual([1]);
  });
});

test('CSAT counts 4 and 5 of five, NPS promoters less detractors, whatever the scale sent', async () => {
  const answer = (kind: string, score: number, scale: number | null) => ({
    kind,
    score,
    scale,
    answeredAt: at('2026-01-02'),
    dims: live,
  });
  const answers = [
    answer('csat', 4, 5),
    answer('csat', 3, null),
    answer('csat', 100, 100),
    answer('nps', 9, 10),
    answer('nps', 6, null),
    answer('nps', 8, 10),
    answer('nps', 10, 10),
  ];
  expect(await figures({ answers }, 'csat', 'csat-average', 'nps', 'nps.passives')).toEqual([2 / 3, 4, 25, 0.25]);
});

test('a duration says its n, and its share within a time counts that time in', async () => {
  const tickets = [600, 3600, 7200, null].map((seconds) => ({
    firstReplyAt: at('2026-01-02') + hour,
    firstReplySeconds: seconds,
    dims: live,
  }));
  const kpis = ['median', 'mean', 'p90', 'within-3600', 'n'].map((statistic) => `first-reply-time:${statistic}`);
  expect(await figures({ tickets }, ...kpis)).toEqual([3600, 3800, 6480, 2 / 3, 3]);
  const percentiles = ['p0', 'p25', 'p50', 'p97.5', 'p100'].map((statistic) => `first-reply-time:${statistic}`);
  expect(await figures({ tickets }, ...percentiles)).toEqual([600, 2100, 3600, 7020, 7200]);
  await expect(figures({ tickets }, 'first-reply-time:p101')).rejects.toMatchObject({ code: 'kpi.bad-statistic' });
});
