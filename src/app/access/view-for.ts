import { VigieError } from '#domain/error.ts';
import { resolveFigure } from '#domain/kpi/resolve-figure.ts';
import type { Filter } from '#domain/report/filter.ts';
import { getWorkspace } from '#records/workspaces.ts';
import type { App } from '../app.ts';
import type { Actor } from './actor.ts';
import { findAudience, teamAudience } from './find-audience.ts';

/** Fewer people than this behind an average would tell who. */
const LEAST_PEOPLE = 3;

/** Dimensions that tell who, whatever they are called: of people, and of what a single person may stand for. */
const tellingDimensions = new Set(['agent', 'holder', 'customer', 'company', 'tag', 'status']);

/** The workspace as somebody sees its figures. */
export async function viewFor(app: App, actor: Actor): Promise<App> {
  const audience = await findAudience(app, actor);
  return audience === null ? app : app.narrowedTo(audience);
}

/** The workspace as somebody sees its tickets: those in which they took part are there too, unless a figure counts tickets. */
export async function ticketsFor(app: App, actor: Actor, kpi?: string): Promise<App> {
  const audience = await findAudience(app, actor);
  if (audience === null) return app;
  const countsTickets = kpi !== undefined && isOfTickets(kpi);
  return app.narrowedTo({ ...audience, involved: !countsTickets });
}

function isOfTickets(kpi: string): boolean {
  const { sample } = resolveFigure(kpi, { basis: null, time: 'calendar', path: 'query.kpi' });
  return sample.source.table === 'tickets';
}

export interface AskedOfTeam {
  readonly by?: readonly string[] | undefined;
  readonly filter?: Filter | null | undefined;
}

/**
 * The workspace as an agent sees the averages of their teams: without names, unless the workspace shows them. Throws
 * `access.own-figures-only` for a question that would tell who, and `access.team-too-small`.
 */
export async function teamViewFor(app: App, actor: Actor, asked: AskedOfTeam): Promise<App> {
  if (actor.kind !== 'member' || actor.role !== 'agent') return viewFor(app, actor);
  const audience = await teamAudience(app, actor.teams);
  const { agentsSeeNames } = await getWorkspace(app.records, app.workspace);
  if (!agentsSeeNames) {
    const telling = [...(asked.by ?? []), ...fieldsOf(asked.filter)].find(tells);
    if (telling !== undefined) throw new VigieError('access.own-figures-only', { dimension: telling });
    if (audience.agents.length < LEAST_PEOPLE) throw new VigieError('access.team-too-small', { least: LEAST_PEOPLE });
  }
  return app.narrowedTo(audience);
}

function tells(field: string): boolean {
  return field.startsWith('fields.') || field.startsWith('customer') || tellingDimensions.has(field);
}

function fieldsOf(filter: Filter | null | undefined): string[] {
  if (filter === null || filter === undefined) return [];
  if ('all' in filter) return filter.all.flatMap(fieldsOf);
  if ('any' in filter) return filter.any.flatMap(fieldsOf);
  return 'not' in filter ? fieldsOf(filter.not) : [filter.field];
}
