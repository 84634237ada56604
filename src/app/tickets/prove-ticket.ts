import type { z } from 'zod';
import type { ClockProofView, proof } from '#contract/schemas/proof.ts';
import { VigieError } from '#domain/error.ts';
import type { ClockProof } from '#domain/sla/explain/explain-clock.ts';
import { formulaText } from '#domain/sla/explain/formula-text.ts';
import type { Event } from '#domain/ticket/event.ts';
import { explainTicket, type TicketProof } from '#domain/ticket/explain-ticket.ts';
import { factsOfTicket } from '#domain/ticket/facts-of-ticket.ts';
import type { App } from '../app.ts';
import { compileWorkspaceRules } from '../rules/compile-workspace-rules.ts';
import { isoAt, isoOf, viewClock } from './clock-view.ts';
import { describeEvent } from './describe-event.ts';
import { type Labels, labelPeople } from './label-people.ts';
import { readTicketEvents } from './read-ticket-events.ts';

export type ProofView = z.infer<typeof proof>;

/** What a ticket's verdicts rest on, from its journalled events by the rules in force, as of now. Throws `ticket.unknown`. */
export async function proveTicket(app: App, key: string): Promise<ProofView> {
  const now = app.now();
  const { compiled, timeZone } = await compileWorkspaceRules(app);
  const events = (await readTicketEvents(app, [key])).get(key) ?? [];
  const told = explainTicket(events, compiled, now);
  if (told === null) throw new VigieError('ticket.unknown', { ticket: key.slice(0, 200) });
  const labels = await labelsOf(app, told);
  const nameOf = (agent: string) => labels.agent?.[agent] ?? agent;
  const { timeline } = told;
  return {
    ticket: headOf(told),
    now: isoAt(now),
    timeZone,
    statuses: timeline.statuses.map(({ from, to, status }) => ({ from: isoAt(from), to: isoOf(to), status })),
    holders: timeline.holders.map(({ from, to, holder }) => ({ from: isoAt(from), to: isoOf(to), holder })),
    events: told.events.map((event) => viewEvent(event, nameOf)),
    clocks: told.clocks.map(viewProof),
    labels,
  };
}

function labelsOf(app: App, { fold, timeline, events }: TicketProof): Promise<Labels> {
  const holders = timeline.holders.flatMap(({ holder }) => (holder.kind === 'agent' ? [holder.id] : []));
  const actors = events.flatMap(({ data }) => [
    data.agent ?? null,
    data.actor?.kind === 'agent' ? (data.actor.id ?? null) : null,
  ]);
  const agents = [...holders, ...actors, ...fold.clocks.map(({ agent }) => agent)];
  return labelPeople(app, { agent: agents, customer: [fold.story.dims.customer] });
}

function headOf({ fold }: TicketProof): ProofView['ticket'] {
  const { ticket: key, channel, marketplace, priority, status } = fold.story.dims;
  const [facts] = factsOfTicket(fold).tickets;
  const sourceSlaMet = facts?.sourceSlaMet ?? null;
  return { key, subject: fold.story.subject, channel, marketplace, priority, status, sourceSlaMet };
}

function viewEvent(event: Event, nameOf: (agent: string) => string): ProofView['events'][number] {
  const { id, at, type, data } = event;
  const actor = data.actor ? { kind: data.actor.kind, id: data.actor.id ?? null } : null;
  const bounded = data.observed !== undefined && data.observed !== null;
  return { id, at: isoAt(at), type, actor, summary: describeEvent(event, nameOf), bounded };
}

function viewProof({ clock, policy, calendar, spans, formula }: ClockProof): ClockProofView {
  return {
    clock: viewClock(clock),
    policy: { id: policy.id, name: policy.name, version: policy.version, rule: policy.place },
    calendar: { id: calendar.id, name: calendar.name, timeZone: calendar.timeZone, version: calendar.version },
    spans: spans.map(({ from, to, kind, reason, seconds, holder }) => ({
      from: isoAt(from),
      to: isoAt(to),
      kind,
      reason,
      seconds,
      holder,
    })),
    formula: formulaText(formula),
  };
}
