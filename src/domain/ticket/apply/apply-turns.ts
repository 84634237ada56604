import { isSolved } from '../status.ts';
import type { Story, Turn, TurnEnd } from '../story.ts';

function openTurn(story: Story, side: Turn['side'], agent: string | null, at: number, pos: number): Turn {
  const first = side === 'agent' && story.firstEnd === null;
  const turn: Turn = {
    side,
    askedAt: at,
    askedPos: pos,
    first,
    endedAt: null,
    endedPos: Number.POSITIVE_INFINITY,
    endedBy: null,
    agent,
    team: null,
  };
  story.turns.push(turn);
  return turn;
}

function endTurn(story: Story, turn: Turn, by: TurnEnd, agent: string | null, at: number, pos: number): void {
  turn.endedAt = at;
  turn.endedPos = pos;
  turn.endedBy = by;
  turn.agent = agent;
  turn.team = story.team;
}

function endFirstPhase(story: Story, by: TurnEnd, agent: string | null, at: number, pos: number): void {
  if (story.firstStart !== null && story.firstEnd === null) story.firstEnd = { at, pos, by, agent };
}

/** The creation of a ticket by its customer is a first question, also where no message event says so. */
export function openConversation(story: Story, byCustomer: boolean, at: number, pos: number): void {
  if (!story.openedByAgent) story.firstStart = { at, pos };
  if (!byCustomer) return;
  story.unanswered = true;
  story.agentTurn = openTurn(story, 'agent', null, at, pos);
}

/** A message of the customer. On a solved ticket it starts nothing: a reopening after it does. */
export function customerWrote(story: Story, at: number, pos: number): void {
  story.firstCustomer ??= { at, pos };
  story.unanswered = true;
  if (story.customerTurn !== null) {
    endTurn(story, story.customerTurn, 'reply', story.customerTurn.agent, at, pos);
    story.customerTurn = null;
  }
  if (!isSolved(story.status)) awaitAgent(story, at, pos);
}

function awaitAgent(story: Story, at: number, pos: number): void {
  story.firstStart ??= { at, pos };
  story.agentTurn ??= openTurn(story, 'agent', null, at, pos);
}

/** An agent reply: it answers the open turn, and the customer is the one to write next. */
export function agentReplied(story: Story, author: string | null, at: number, pos: number): void {
  story.replies.push({ at, pos, agent: author });
  endFirstPhase(story, 'reply', author, at, pos);
  story.unanswered = false;
  if (story.agentTurn !== null) {
    endTurn(story, story.agentTurn, 'reply', author, at, pos);
    story.agentTurn = null;
  }
  story.customerTurn ??= openTurn(story, 'customer', author, at, pos);
}

/** The open question falls away without an answer. */
export function dropQuestion(story: Story, by: TurnEnd, agent: string | null, at: number, pos: number): void {
  endFirstPhase(story, by, agent, at, pos);
  if (by !== 'solved') story.unanswered = false;
  if (story.agentTurn === null) return;
  endTurn(story, story.agentTurn, by, agent, at, pos);
  story.agentTurn = null;
}

/** A reopened ticket whose customer has no answer yet waits for one from the reopening on. */
export function conversationReopened(story: Story, at: number, pos: number): void {
  if (story.unanswered) awaitAgent(story, at, pos);
}
