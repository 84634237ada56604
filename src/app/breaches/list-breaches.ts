import type { z } from 'zod';
import { Binder } from '#analytics/binder.ts';
import { compileExpression, compileInstant } from '#analytics/scan/compile-expression.ts';
import type { breach, breachesQuery, breachPage } from '#contract/schemas/watch/breach.ts';
import { VigieError } from '#domain/error.ts';
import { breached, decidedAt, excused } from '#domain/kpi/populations.ts';
import { parseMoment } from '#domain/report/period.ts';
import type { HolderKind } from '#domain/sla/clock.ts';
import { cycleKey } from '#domain/sla/cycle-key.ts';
import { listExplained, listReviews } from '#records/reviews/breach-reviews.ts';
import { getWorkspace } from '#records/workspaces.ts';
import type { App } from '../app.ts';
import { parseCursor, writeCursor } from '../cursor.ts';
import { answerQuery } from '../reports/answer-query.ts';
import { whereFacts } from '../reports/where-facts.ts';
import { clockPlace } from '../tickets/clock-place.ts';
import { labelPeople } from '../tickets/label-people.ts';

type Breach = z.infer<typeof breach>;
export type BreachesAsked = z.infer<typeof breachesQuery>;

/** Explained breaches looked through for a state, the newest first. */
const MOST_EXPLAINED = 5_000;
const monthMs = 30 * 86_400_000;

type Row = Omit<Breach, 'at' | 'holder' | 'heldSeconds' | 'explanation' | 'excuse' | 'responsible' | 'running'> & {
  readonly at: number;
  readonly n: number;
  readonly running: 0 | 1;
  readonly holder: HolderKind | null;
  readonly holderId: string | null;
  readonly held: readonly number[];
};

/** Breaches of a period as `view` sees them, the newest first; without a period, of the last thirty days. */
export async function listBreaches(view: App, asked: BreachesAsked): Promise<z.infer<typeof breachPage>> {
  const cursor = asked.after === undefined ? null : parseCursor(asked.after, ['number', 'number', 'string', 'number']);
  const now = cursor?.[0] ?? view.now();
  const { timeZone } = await getWorkspace(view.records, view.workspace);
  const to = asked.to === undefined ? now + 1_000 : parseMoment(asked.to, timeZone, 'query.to');
  const from = asked.from === undefined ? Math.min(now, to) - monthMs : parseMoment(asked.from, timeZone, 'query.from');
  if (from >= to) {
    throw new VigieError('query.empty-period', { from: asked.from ?? '', to: asked.to ?? '' }, { path: 'query.from' });
  }
  const period = { from, to, now };
  const [{ rows, total }, figures] = await Promise.all([
    readRows(view, asked, period, cursor && { at: cursor[1], ticket: cursor[2], n: cursor[3] }),
    readFigures(view, asked, period),
  ]);
  const shown = rows.slice(0, asked.limit);
  const last = shown.at(-1);
  const items = await withReviews(view, shown);
  return {
    ...{ from: isoAt(from), to: isoAt(to), items, total, ...figures },
    next: rows.length > shown.length && last ? writeCursor([now, last.at, last.ticket, last.n]) : null,
    labels: await labelPeople(view, {
      agent: items.flatMap(({ agent, responsible }) => [agent, responsible?.agent ?? null]),
    }),
  };
}

const isoAt = (at: number) => new Date(at).toISOString();

interface Period {
  readonly from: number;
  readonly to: number;
  readonly now: number;
}

interface Place {
  readonly at: number;
  readonly ticket: string;
  readonly n: number;
}

async function readRows(view: App, asked: BreachesAsked, { from, to, now }: Period, after: Place | null) {
  const binder = new Binder();
  const place = clockPlace(now, binder);
  const at = compileExpression(decidedAt, place);
  const conditions = [
    whereFacts('clocks', asked.filter, binder),
    `outcome = 'live'`,
    compileExpression(breached, place),
    `${at} >= ${compileInstant(from, binder)} AND ${at} < ${compileInstant(to, binder)}`,
    ...(await ofState(view, asked, binder, compileExpression(excused, place))),
  ].join(' AND ');
  const [counted] = await view.analytics.query<{ total: number }>(
    `SELECT count() AS total FROM clocks FINAL WHERE ${conditions}`,
    binder.params(view.workspace),
  );
  const ms = `toUnixTimestamp64Milli(${at})`;
  const later =
    after === null
      ? ''
      : `AND (-assumeNotNull(${ms}), ticket, n) > (${binder.bind(-after.at, 'Int64')}, ${binder.bind(after.ticket, 'String')}, ${binder.bind(after.n, 'UInt32')})`;
  const rows = await view.analytics.query<Row>(
    `SELECT ticket, n, policy, target, cycle, metric, ${ms} AS at, isNull(stoppedAt) AS running, targetSeconds,
       if(isNull(stoppedAt), NULL, overrunSeconds) AS overrunSeconds, agent, team, holder, holderId,
       [coalesce(agentSeconds, 0), coalesce(queueSeconds, 0), coalesce(botSeconds, 0), coalesce(customerSeconds, 0),
        coalesce(thirdPartySeconds, 0)] AS held
     FROM clocks FINAL WHERE ${conditions} ${later}
     ORDER BY at DESC, ticket, n LIMIT ${binder.bind(asked.limit + 1, 'UInt32')}`,
    binder.params(view.workspace),
  );
  return { rows, total: counted?.total ?? 0 };
}

async function ofState(view: App, { state }: BreachesAsked, binder: Binder, isExcused: string): Promise<string[]> {
  if (state === undefined) return [];
  if (state === 'open') return [`NOT ${isExcused}`];
  if (state === 'excused') return [isExcused];
  const asking = state === 'asked';
  const found = await listExplained(view.records, view.workspace, { asking, limit: MOST_EXPLAINED });
  const keys = binder.bind(found.map(cycleKey), 'Array(String)');
  return [`toJSONString(tuple(ticket, policy, target, cycle)) IN (${keys})`];
}

async function readFigures(view: App, { filter }: BreachesAsked, { from, to }: Period) {
  const { total } = await answerQuery(view, {
    kpis: ['sla-compliance.raw', 'sla-compliance.adjusted', 'sla-breaches.raw', 'sla-breaches.adjusted'],
    from: isoAt(from),
    to: isoAt(to),
    ...(filter === undefined ? {} : { filter }),
  });
  const [raw, adjusted, all, left] = total.map((cell) => (typeof cell === 'number' ? cell : null));
  return {
    compliance: { raw: raw ?? null, adjusted: adjusted ?? null },
    counts: { raw: all ?? 0, adjusted: left ?? 0 },
  };
}

async function withReviews(view: App, rows: readonly Row[]): Promise<Breach[]> {
  const tickets = rows.map(({ ticket }) => ticket);
  const reviews = new Map(
    (await listReviews(view.records, view.workspace, tickets)).map((each) => [cycleKey(each), each]),
  );
  return rows.map(({ n: _, at, running, holder, holderId, held, ...row }) => {
    const { explanation = null, excuse = null, responsible = null } = reviews.get(cycleKey(row)) ?? {};
    const [agent = 0, queue = 0, bot = 0, customer = 0, thirdParty = 0] = held;
    return {
      ...{ ...row, at: isoAt(at), running: running === 1, explanation, excuse, responsible },
      holder: holder === null ? null : { kind: holder, id: holderId },
      heldSeconds: { agent, queue, bot, customer, 'third-party': thirdParty },
    };
  });
}
