import type { TicketFact } from '../../kpi/facts/tickets.ts';
import type { WorkingTime } from '../../time/working-time.ts';
import type { OfTicket, Solve, Story } from '../story.ts';
import { firstHour, noReopenIn7Days, oneTouch } from './contact-resolution.ts';
import { DurationSum, type Durations, durationsBetween, noDurations } from './durations.ts';
import { agentHeld, statusSeconds } from './status-seconds.ts';

/** Creation to the solve that stands, without the time the ticket was solved before. */
function unsolvedUntil(story: Story, solve: Solve | null, business: WorkingTime): Durations {
  if (solve === null) return noDurations;
  const sum = new DurationSum(business);
  sum.add(story.createdAt, solve.at);
  for (const { at, reopenedAt } of story.solves) {
    if (reopenedAt !== null) sum.subtract(at, reopenedAt);
  }
  return sum.total();
}

/** Answered customer turns, end to end. */
function customerWait(story: Story, business: WorkingTime): Durations {
  const sum = new DurationSum(business);
  for (const { side, askedAt, endedAt, endedBy } of story.turns) {
    if (side === 'agent' && endedBy === 'reply' && endedAt !== null) sum.add(askedAt, endedAt);
  }
  return sum.total();
}

function handleSeconds({ work }: Story): number | null {
  return work.length === 0 ? null : work.reduce((sum, { seconds }) => sum + (seconds ?? 0), 0);
}

function sourceVerdict({ dims }: Story): boolean | null {
  const text = dims.fields.sourceSlaMet;
  return text === 'true' || text === 'false' ? text === 'true' : null;
}

type Lives = Pick<TicketFact, { [K in keyof TicketFact]: K extends `${string}Seconds` ? never : K }[keyof TicketFact]>;

function lifeOf(story: Story, business: WorkingTime): Lives {
  const { firstEnd, ended, solves, standingSolve } = story;
  const replied = firstEnd?.by === 'reply' ? firstEnd : null;
  return {
    agent: story.agent,
    team: story.team,
    subject: story.subject,
    url: story.url,
    createdAt: story.createdAt,
    openedBy: story.openedBy,
    firstCustomerMessageAt: story.firstCustomer?.at ?? null,
    firstAssignedAt: story.firstAssigned?.at ?? null,
    handedOffAt: story.handedOff?.at ?? null,
    firstReplyAt: replied?.at ?? null,
    firstReplyBy: replied?.agent ?? null,
    lastReplyBy: story.lastReplyBy,
    firstSolvedAt: solves[0]?.at ?? null,
    solvedAt: standingSolve?.at ?? null,
    solvedBy: solves.at(-1)?.by ?? null,
    closedAt: story.closedAt,
    lastReopenedAt: solves.findLast(({ reopenedAt }) => reopenedAt !== null)?.reopenedAt ?? null,
    abandonedAt: story.abandonedAt,
    mergedAt: ended?.by === 'merged' ? ended.at : null,
    deletedAt: ended?.by === 'deleted' ? ended.at : null,
    deleteReason: ended?.by === 'deleted' ? ended.reason : null,
    updatedAt: story.updatedAt,
    exact: story.exact,
    agentReplies: story.replies.length,
    customerMessages: story.customerMessages,
    botMessages: story.botMessages,
    internalNotes: story.internalNotes,
    automaticMessages: story.automaticMessages,
    reopens: solves.reduce((n, { reopenedAt }) => (reopenedAt === null ? n : n + 1), 0),
    transfers: story.transfers,
    assignments: story.assignments,
    oneTouch: oneTouch(story),
    firstHour: firstHour(story, business),
    noReopenIn7Days: noReopenIn7Days(story),
    orderValue: story.orderValue,
    csatScore: story.surveys.findLast(({ kind, score }) => kind === 'csat' && score !== null)?.score ?? null,
    sourceSlaMet: sourceVerdict(story),
  };
}

/** The one row of a ticket in the fact table `tickets`, as of its last event. */
export function ticketRow(story: Story, business: WorkingTime): OfTicket<TicketFact> {
  const life = lifeOf(story, business);
  const { createdAt, firstReplyAt } = life;
  const toReply = (from: number | null | undefined) => durationsBetween(business, from ?? null, firstReplyAt);
  const firstReply = toReply(story.firstStart?.at);
  const fromCreated = toReply(createdAt);
  const fromCustomer = toReply(life.firstCustomerMessageAt);
  const fromAssigned = toReply(life.firstAssignedAt);
  const fromHandOff = toReply(life.handedOffAt);
  const firstResolution = durationsBetween(business, createdAt, life.firstSolvedAt);
  const fullResolution = durationsBetween(business, createdAt, story.standingSolve?.at ?? null);
  const unsolved = unsolvedUntil(story, story.standingSolve, business);
  const toClose = durationsBetween(business, createdAt, life.closedAt);
  const waited = customerWait(story, business);
  const chat = story.dims.channel === 'chat' ? fromCreated : noDurations;
  const inStatus = statusSeconds(story);
  const held = agentHeld(story, business);
  return {
    ...life,
    firstReplySeconds: firstReply.seconds,
    firstReplyBusinessSeconds: firstReply.business,
    firstReplyFromCreatedSeconds: fromCreated.seconds,
    firstReplyFromCreatedBusinessSeconds: fromCreated.business,
    firstReplyFromCustomerSeconds: fromCustomer.seconds,
    firstReplyFromCustomerBusinessSeconds: fromCustomer.business,
    firstReplyFromAssignedSeconds: fromAssigned.seconds,
    firstReplyFromAssignedBusinessSeconds: fromAssigned.business,
    firstReplyFromHandOffSeconds: fromHandOff.seconds,
    firstReplyFromHandOffBusinessSeconds: fromHandOff.business,
    firstResolutionSeconds: firstResolution.seconds,
    firstResolutionBusinessSeconds: firstResolution.business,
    fullResolutionSeconds: fullResolution.seconds,
    fullResolutionBusinessSeconds: fullResolution.business,
    unsolvedSeconds: unsolved.seconds,
    unsolvedBusinessSeconds: unsolved.business,
    timeToCloseSeconds: toClose.seconds,
    timeToCloseBusinessSeconds: toClose.business,
    customerWaitSeconds: waited.seconds,
    customerWaitBusinessSeconds: waited.business,
    chatWaitSeconds: chat.seconds,
    chatWaitBusinessSeconds: chat.business,
    newSeconds: inStatus.new,
    openSeconds: inStatus.open,
    pendingSeconds: inStatus.pending,
    onHoldSeconds: inStatus['on-hold'],
    solvedSeconds: inStatus.solved,
    agentHeldSeconds: held.seconds,
    agentHeldBusinessSeconds: held.business,
    handleSeconds: handleSeconds(story),
    dims: story.dims,
  };
}
