import type { AnswerFact } from '../kpi/facts/answers.ts';
import type { ClockFact } from '../kpi/facts/clocks.ts';
import type { HoldingFact } from '../kpi/facts/holdings.ts';
import type { MessageFact } from '../kpi/facts/messages.ts';
import type { NameFact } from '../kpi/facts/names.ts';
import type { ReplyFact } from '../kpi/facts/replies.ts';
import type { StageFact } from '../kpi/facts/stages.ts';
import type { TicketFact } from '../kpi/facts/tickets.ts';
import type { WorkFact } from '../kpi/facts/work.ts';
import type { FoldRules } from '../sla/rules.ts';
import { clockRows } from './facts/clock-rows.ts';
import { holdingRows } from './facts/holding-rows.ts';
import { replyRows } from './facts/reply-rows.ts';
import { stageRows } from './facts/stage-rows.ts';
import { ticketRow } from './facts/ticket-row.ts';
import type { TicketFold } from './fold-ticket.ts';
import type { OfTicket, Story } from './story.ts';

/** The rows of one ticket by fact table. Rows of a ticket share one object of dimensions. */
export interface TicketFacts {
  readonly tickets: readonly OfTicket<TicketFact>[];
  readonly replies: readonly OfTicket<ReplyFact>[];
  readonly messages: readonly OfTicket<MessageFact>[];
  readonly clocks: readonly OfTicket<ClockFact>[];
  readonly holdings: readonly OfTicket<HoldingFact>[];
  readonly stages: readonly OfTicket<StageFact>[];
  readonly answers: readonly OfTicket<AnswerFact>[];
  readonly work: readonly OfTicket<WorkFact>[];
  readonly names: readonly NameFact[];
}

function answerRows({ surveys, dims }: Story): OfTicket<AnswerFact>[] {
  return surveys.map((survey, n) => ({ ...survey, n, dims }));
}

function nameRows({ names }: Story): NameFact[] {
  return names.map(({ kind, id, name }) => ({ key: `${kind}:${id}`, n: 0, kind, id, name }));
}

/**
 * The facts of a folded ticket (2-DOMAIN, section 5). Fold without `asOf`, and they depend on the events and rules alone,
 * so that a rebuild gives the same rows. A ticket of which only surveys are known has no row of its own.
 */
export function factsOfTicket({ story, clocks, rules }: TicketFold, { business }: FoldRules = rules): TicketFacts {
  const { known } = story;
  return {
    tickets: known ? [ticketRow(story, business)] : [],
    replies: known ? replyRows(story, business) : [],
    messages: story.messages,
    clocks: clockRows(story, clocks),
    holdings: known ? holdingRows(story, business) : [],
    stages: known ? stageRows(story, business) : [],
    answers: answerRows(story),
    work: story.work,
    names: nameRows(story),
  };
}
