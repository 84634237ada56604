import type { z } from 'zod';
import type { dryRun } from '#contract/schemas/rules/policies.ts';
import { fillTemplate, type Language } from '#domain/error.ts';
import { type ErrorCode, errorCatalogue } from '#domain/error-catalogue.ts';
import type { Policy } from '#domain/sla/policy.ts';
import type { ChangedTicket, TicketVerdict } from '#domain/sla/what-if/compare-ticket.ts';
import { complianceOf, noTally, type Tally, targetKey, type WhatIfFigures } from '#domain/sla/what-if/figures.ts';
import { countDryRunTickets, type DryRun, listDryRunTickets } from '#records/policies/dry-runs.ts';
import type { App } from '../app.ts';
import { parseCursor, writeCursor } from '../cursor.ts';
import { getDryRun, silenceMs } from './dry-runs.ts';

export type DryRunView = z.infer<typeof dryRun>;
type Result = NonNullable<DryRunView['result']>;

/** How a run stands, and its figures once it is done. */
export async function viewDryRun(app: App, run: DryRun, language: Language): Promise<DryRunView> {
  const changes = run.state === 'done' ? await countDryRunTickets(app.records, run) : [];
  const silent = app.now() - run.touchedAt.getTime() > silenceMs;
  return {
    id: run.id,
    state: run.state === 'running' && silent ? 'interrupted' : run.state,
    done: run.done,
    total: run.total,
    period: { from: run.periodFrom.toISOString(), to: run.periodTo.toISOString() },
    startedAt: run.startedAt.toISOString(),
    endedAt: run.finishedAt?.toISOString() ?? null,
    error: run.errorCode === null ? null : errorOf(run.errorCode as ErrorCode, run.errorParams ?? {}, language),
    result: run.figures === null ? null : { ...resultOf(run, run.figures), changes },
  };
}

function errorOf(code: ErrorCode, params: Readonly<Record<string, string | number>>, language: Language) {
  const { message, todo } = errorCatalogue[code];
  return { code, detail: fillTemplate(message[language], params), todo: fillTemplate(todo[language], params) };
}

const tallyOf = (tally: Tally) => ({ ...tally, compliance: complianceOf(tally) });

function resultOf({ sets }: DryRun, figures: WhatIfFigures): Omit<Result, 'changes'> {
  const { tickets, failed, before, after } = figures;
  const teams = [...new Set([...Object.keys(before.teams), ...Object.keys(after.teams)])].sort();
  return {
    tickets,
    failed,
    covered: { before: before.covered, after: after.covered },
    total: { before: tallyOf(before.total), after: tallyOf(after.total) },
    targets: targetsOf(sets).map(({ policy, policyName, target, metric }) => ({
      ...{ policy, policyName, target, metric },
      before: sideOf(sets.before, before.targets, policy, target),
      after: sideOf(sets.after, after.targets, policy, target),
    })),
    teams: teams.map((team) => ({
      team: team === '' ? null : team,
      before: tallyOf(before.teams[team] ?? noTally),
      after: tallyOf(after.teams[team] ?? noTally),
    })),
  };
}

/** The targets of both sides, those of the changed policies first. */
function targetsOf({ before, after }: DryRun['sets']) {
  const all = [...after, ...before].flatMap(({ id, name, targets }) =>
    targets.map((target) => ({ policy: id, policyName: name, target: target.id, metric: target.metric })),
  );
  return [...new Map(all.reverse().map((one) => [targetKey(one.policy, one.target), one])).values()].reverse();
}

/** Null where the side does not have the target. */
function sideOf(policies: readonly Policy[], tallies: Readonly<Record<string, Tally>>, policy: string, target: string) {
  const has = policies.some(({ id, targets }) => id === policy && targets.some((one) => one.id === target));
  return has ? tallyOf(tallies[targetKey(policy, target)] ?? noTally) : null;
}

/** A page of the tickets that stand elsewhere. Throws `policy.dry-run-unknown` and `request.bad-cursor`. */
export async function listChangedTickets(
  app: App,
  id: string,
  query: {
    readonly after?: string | undefined;
    readonly limit: number;
    readonly was?: TicketVerdict | undefined;
    readonly becomes?: TicketVerdict | undefined;
  },
): Promise<{ items: ChangedTicket[]; next: string | null }> {
  const run = await getDryRun(app, id);
  const { after, limit, was: before, becomes } = query;
  const from = after === undefined ? null : parseCursor(after, ['string'])[0];
  const items = await listDryRunTickets(app.records, run, { before, after: becomes, from, limit: limit + 1 });
  const shown = items.slice(0, limit);
  const last = shown.at(-1);
  return { items: shown, next: items.length > limit && last !== undefined ? writeCursor([last.ticket]) : null };
}
