import { setTimeout as sleep } from 'node:timers/promises';
import type { z } from 'zod';
import type { excuseBody, explainBody, reassignBody, reviewed } from '#contract/schemas/watch/breach.ts';
import { VigieError } from '#domain/error.ts';
import type { Doing, Excuse, Explanation, Responsible } from '#domain/sla/review/breach-review.ts';
import { type ReviewPart, writeReviews } from '#records/reviews/breach-reviews.ts';
import { markJudged } from '#records/reviews/judged-tickets.ts';
import type { App } from '../app.ts';
import { type By, recordAudit } from '../audit/record-audit.ts';
import { isAgentOneself } from '../permissions.ts';
import { type SeenBreach, seeBreaches } from './see-breaches.ts';

/** Figures follow a judgement at once, unless so much else is to be folded first. */
const WAIT_FOR = 10_000;

type Reviewed = z.infer<typeof reviewed>;

/** Whoever reviews, and the workspace as they see it. */
export interface Reviewer {
  readonly view: App;
  readonly by: By;
}

/** Says why breaches happened. Throws `breach.unknown`, and then nothing is kept. */
export async function explainBreaches(app: App, who: Reviewer, body: z.infer<typeof explainBody>): Promise<Reviewed> {
  const breaches = await seeBreaches(who.view, body.clocks);
  const { kind, text, asksExcuse } = body;
  const explanation: Explanation = { ...doingOf(app, who), kind, text, asksExcuse };
  await write(app, who, breaches, { part: 'explanation', value: explanation, action: 'breach.explained' });
  return { changed: breaches.length, pending: false };
}

/**
 * Excuses breaches or takes that back, and folds their tickets again. Nobody excuses what is their own. Throws
 * `breach.unknown`, `breach.own` and `breach.no-reason`, and then nothing is kept.
 */
export async function excuseBreaches(app: App, who: Reviewer, body: z.infer<typeof excuseBody>): Promise<Reviewed> {
  const { excused, reason = '' } = body;
  if (excused && reason === '') throw new VigieError('breach.no-reason', {}, { path: '$.reason' });
  const breaches = await seeBreaches(who.view, body.clocks);
  refuseOwn(who, breaches);
  const excuse: Excuse | null = excused ? { ...doingOf(app, who), reason } : null;
  const action = excused ? 'breach.excused' : 'breach.unexcused';
  await write(app, who, breaches, { part: 'excuse', value: excuse, action, moves: true });
  return { changed: breaches.length, pending: await foldSoon(app) };
}

/** Says who answers for breaches, or leaves it to the rules again. Throws as `excuseBreaches` does. */
export async function reassignBreaches(app: App, who: Reviewer, body: z.infer<typeof reassignBody>): Promise<Reviewed> {
  const { to, reason } = body;
  const breaches = await seeBreaches(who.view, body.clocks);
  refuseOwn(who, breaches);
  const whom = to === null ? null : { agent: 'agent' in to ? to.agent : null, team: to.team ?? null };
  const responsible: Responsible | null = whom && { ...doingOf(app, who), ...whom, reason };
  await write(app, who, breaches, {
    part: 'responsible',
    value: responsible,
    action: 'breach.reassigned',
    moves: true,
    whom: whom ?? { agent: null, team: null },
  });
  return { changed: breaches.length, pending: await foldSoon(app) };
}

function refuseOwn({ by }: Reviewer, breaches: readonly SeenBreach[]): void {
  const own = breaches.find(({ agent }) => agent !== null && isAgentOneself(by.actor, agent));
  if (own === undefined || (by.actor.kind === 'member' && by.actor.role === 'owner')) return;
  throw new VigieError('breach.own', { ticket: own.ticket.slice(0, 200) });
}

function doingOf(app: App, { by: { actor } }: Reviewer): Doing {
  return {
    member: actor.kind === 'member' ? actor.id : null,
    name: 'name' in actor ? actor.name : null,
    at: new Date(app.now()).toISOString(),
  };
}

interface Written {
  readonly part: ReviewPart;
  readonly value: Explanation | Excuse | Responsible | null;
  readonly action: string;
  /** Whether figures change by it. */
  readonly moves?: boolean;
  /** Who answers from now on; nobody named: whom the rules say. */
  readonly whom?: Pick<Responsible, 'agent' | 'team'>;
}

async function write(app: App, { by }: Reviewer, breaches: readonly SeenBreach[], written: Written): Promise<void> {
  const { records, workspace } = app;
  const { part, value, action, moves = false, whom } = written;
  const names = breaches.map(({ ticket, policy, target, cycle }) => ({ workspace, ticket, policy, target, cycle }));
  const tickets = [...new Set(names.map(({ ticket }) => ticket))];
  await records.transaction().execute(async (trx) => {
    await writeReviews(trx, names, part, value);
    if (moves) await markJudged(trx, workspace, tickets);
    const details = { count: names.length, tickets: tickets.slice(0, 50), ...told(value), ...whom };
    await recordAudit(trx, workspace, by, { action, details });
  });
}

/** What the audit log says of it: no free text, which may name a customer. */
function told(value: Written['value']): object {
  if (value === null) return {};
  return 'kind' in value ? { kind: value.kind, asksExcuse: value.asksExcuse } : {};
}

/** Folds judged tickets again; true where figures follow later. */
async function foldSoon(app: App): Promise<boolean> {
  const folded = app.folds.foldPending().then(() => false);
  const hurry = new AbortController();
  const late = sleep(WAIT_FOR, true, { signal: hurry.signal, ref: false }).catch(() => true);
  return Promise.race([folded, late]).finally(() => hurry.abort());
}
