import type { MessageFact } from '../kpi/facts/messages.ts';
import type { TicketDimensions } from '../kpi/facts/ticket-dimensions.ts';
import type { WorkFact } from '../kpi/facts/work.ts';
import type { Holder } from '../sla/clock.ts';
import type { TicketStatus } from './event.ts';

/**
 * A span of one status, assignment and holder; it lasts until the next one begins. `pos` is the position, in the order of
 * the fold, of the event that began it: it tells apart what happened within one instant. Spans may have no length.
 */
export interface Span {
  readonly at: number;
  readonly pos: number;
  readonly status: TicketStatus;
  /** The status as one bit (`statusBits`). */
  readonly bit: number;
  readonly holder: Holder;
  readonly agent: string | null;
  readonly team: string | null;
}

/** A presence in a stage; it lasts until the next one begins. A stage of null means that the ticket stands in none. */
export interface StageSpan {
  readonly at: number;
  readonly pipeline: string | null;
  readonly stage: string | null;
}

/** An agent reply: public, outbound, of an agent, not automatic. */
export interface AgentReply {
  readonly at: number;
  readonly pos: number;
  readonly agent: string | null;
}

export type TurnEnd = 'reply' | 'solved' | 'no-reply-needed' | 'abandoned' | 'merged' | 'deleted';

/** An unanswered message of one side, until the other side answers or the question falls away. `side` is who must answer. */
export interface Turn {
  readonly side: 'agent' | 'customer';
  readonly askedAt: number;
  readonly askedPos: number;
  /** Whether it is the one that the first reply answers. */
  readonly first: boolean;
  endedAt: number | null;
  endedPos: number;
  endedBy: TurnEnd | null;
  /** Author of the agent's answer (of a customer's turn: of the question), else the assignee when the turn ended. */
  agent: string | null;
  team: string | null;
}

/** A solve (or a close without one), and the reopening that undid it. */
export interface Solve {
  readonly at: number;
  readonly pos: number;
  /** Who held the ticket when it was solved, else the agent who solved it. */
  readonly by: string | null;
  reopenedAt: number | null;
  reopenedPos: number;
}

/** One survey sent, answered or both. */
export interface SurveyRecord {
  readonly kind: string;
  readonly sentAt: number | null;
  answeredAt: number | null;
  agent: string | null;
  team: string | null;
  score: number | null;
  scale: number | null;
  comment: string | null;
}

export interface NamedId {
  readonly kind: 'agent' | 'customer';
  readonly id: string;
  name: string;
}

/** A row of a fact table of tickets, with the dimensions its ticket has in the end. */
export type OfTicket<R> = R & { readonly dims: TicketDimensions };

/** An instant and its position in the order of the fold. */
export interface Mark {
  readonly at: number;
  readonly pos: number;
}

/** How the first-reply phase ended: by a reply, a solve, an abandonment or the mark that no reply is needed. */
export interface FirstEnd extends Mark {
  readonly by: TurnEnd;
  readonly agent: string | null;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

const noTags: readonly string[] = Object.freeze([]);
const noFields: Readonly<Record<string, string>> = Object.freeze({});

function emptyDimensions(ticket: string, source: string): Mutable<TicketDimensions> {
  return {
    ticket,
    source,
    channel: null,
    marketplace: null,
    store: null,
    customer: null,
    company: null,
    customerType: null,
    tier: null,
    region: null,
    country: null,
    language: null,
    pipeline: null,
    stage: null,
    priority: null,
    type: null,
    status: 'new',
    outcome: 'live',
    tags: noTags,
    fields: noFields,
  };
}

/** What the fold knows of one ticket so far. It only grows; facts and clocks are read off it. */
export class Story {
  readonly dims: Mutable<TicketDimensions>;
  /** False when only surveys are known of the ticket: it is in no population. */
  readonly known: boolean;
  readonly createdAt: number;
  updatedAt: number;
  exact = true;
  /** Positions of events whose instant is only known to lie between two observations. */
  readonly boundedPositions: number[] = [];

  subject: string | null = null;
  url: string | null = null;
  orderId: string | null = null;
  orderValue: number | null = null;
  orderCurrency: string | null = null;
  customerName: string | null = null;
  ownRegion: string | null = null;
  customerRegion: string | null = null;

  status: TicketStatus = 'new';
  agent: string | null = null;
  team: string | null = null;
  bot = false;
  /** An agent or a team took over from the bot: its later messages no longer hold the ticket. */
  humanTook = false;
  /** The agent last taken off the ticket, and when: a solve of the same instant still is his. */
  droppedAgent: string | null = null;
  droppedAt = Number.NEGATIVE_INFINITY;

  openedByAgent = false;
  openedBy: string | null = null;
  firstCustomer: Mark | null = null;
  firstAssigned: Mark | null = null;
  handedOff: Mark | null = null;
  /** Where the wait for the first reply begins: creation, or the first customer message if an agent opened the ticket. */
  firstStart: Mark | null = null;
  firstEnd: FirstEnd | null = null;

  /** The customer wrote and no agent has replied since, whatever became of the turn. */
  unanswered = false;
  agentTurn: Turn | null = null;
  customerTurn: Turn | null = null;

  readonly spans: Span[] = [];
  readonly stages: StageSpan[] = [];
  readonly replies: AgentReply[] = [];
  readonly turns: Turn[] = [];
  readonly solves: Solve[] = [];
  readonly messages: OfTicket<MessageFact>[] = [];
  readonly work: OfTicket<WorkFact>[] = [];
  readonly surveys: SurveyRecord[] = [];
  readonly names: NamedId[] = [];

  closedAt: number | null = null;
  abandonedAt: number | null = null;
  /** The merge or deletion, after which nothing more happens to the ticket. */
  ended: (Mark & { readonly by: 'merged' | 'deleted'; readonly reason: string | null }) | null = null;

  customerMessages = 0;
  botMessages = 0;
  internalNotes = 0;
  automaticMessages = 0;
  transfers = 0;
  assignments = 0;

  constructor(ticket: string, source: string, createdAt: number, known: boolean) {
    this.dims = emptyDimensions(ticket, source);
    this.createdAt = createdAt;
    this.updatedAt = createdAt;
    this.known = known;
  }

  get lastReplyBy(): string | null {
    return this.replies.at(-1)?.agent ?? null;
  }

  /** The solve that stands, null while the ticket is not solved. */
  get standingSolve(): Solve | null {
    const last = this.solves.at(-1);
    return last === undefined || last.reopenedAt !== null ? null : last;
  }
}
