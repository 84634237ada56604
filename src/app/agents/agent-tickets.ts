import { Binder } from '#analytics/binder.ts';
import { getDefaultVariants } from '#records/definitions/default-variants.ts';
import { getWorkspace } from '#records/workspaces.ts';
import type { Actor } from '../access/actor.ts';
import { ticketsFor } from '../access/view-for.ts';
import type { App } from '../app.ts';
import { labelPeople } from '../tickets/label-people.ts';
import { listTickets } from '../tickets/list-tickets.ts';
import { readTickets } from '../tickets/read-tickets.ts';
import { compilePopulation } from '../tickets/ticket-population.ts';
import { type AgentsRequest, type Asked, readAsked } from './period-asked.ts';
import { agentViewFor } from './see-agent.ts';

/** Best tickets shown. */
const BEST = 5;
/** Breaches shown. */
const BREACHES = 10;

/**
 * An agent’s best tickets of a period (one touch, none rated badly; rated well first, then the fastest first reply) and the
 * tickets with a breach that is theirs. Throws `agent.unknown` and what a wrong period throws.
 */
export async function listAgentTickets(app: App, actor: Actor, agent: string, request: AgentsRequest) {
  await agentViewFor(app, actor, agent);
  const view = await ticketsFor(app, actor);
  const asked = await readAsked(app, request);
  const filter = { field: 'agent', op: 'is', value: agent } as const;
  const [best, breaches] = await Promise.all([
    listBest(view, agent, asked),
    listTickets(view, {
      ...{ kpi: 'sla-compliance', part: 'miss', sort: '-created', limit: BREACHES, filter },
      ...{ from: asked.from, to: asked.to },
    }),
  ]);
  return { best, breaches: { items: breaches.items, total: breaches.total, labels: breaches.labels } };
}

/** Ratings count whenever they came: the question of a ticket may be answered after the period. */
async function listBest(app: App, agent: string, { from, to }: Asked) {
  const { timeZone } = await getWorkspace(app.records, app.workspace);
  const binder = new Binder();
  const context = { now: app.now(), timeZone, binder, defaults: await getDefaultVariants(app.records, app.workspace) };
  const filter = { field: 'agent', op: 'is', value: agent } as const;
  const touched = compilePopulation(
    { filter, kpi: 'first-contact-resolution.one-touch', part: 'hit', from, to },
    context,
  );
  const pleased = compilePopulation({ kpi: 'csat', part: 'hit' }, context);
  const displeased = compilePopulation({ kpi: 'csat', part: 'miss' }, context);
  const among = (population: string) => `ticket IN (SELECT ticket FROM (${population}))`;
  const rows = await app.analytics.query<{ key: string; pleasing: number }>(
    `SELECT ticket AS key, toUInt8(${among(pleased)}) AS pleasing FROM tickets FINAL
     WHERE workspace = {workspace:String} AND ${among(touched)} AND NOT ${among(displeased)}
       AND isNotNull(firstReplySeconds)
     ORDER BY pleasing DESC, firstReplySeconds, fullResolutionSeconds, key LIMIT ${BEST}`,
    binder.params(app.workspace),
  );
  const found = await readTickets(
    app,
    rows.map(({ key }) => key),
  );
  const items = rows.flatMap(({ key, pleasing }) => {
    const item = found.get(key);
    return item === undefined ? [] : [{ ...item, ratedWell: pleasing === 1 }];
  });
  const people = { agent: items.map((item) => item.agent), customer: items.map((item) => item.customer) };
  return { items, labels: await labelPeople(app, people) };
}
