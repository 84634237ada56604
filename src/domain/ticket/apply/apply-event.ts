import type { Actor, Event, EventData, TicketStatus } from '../event.ts';
import { holderKind, holderOf } from '../holder.ts';
import { isSolved, statusBits } from '../status.ts';
import type { Story } from '../story.ts';
import { applyDimensions, noteName } from './apply-dimensions.ts';
import { applyMessage } from './apply-message.ts';
import { applySurvey } from './apply-survey.ts';
import { conversationReopened, dropQuestion, openConversation } from './apply-turns.ts';

/** Begins a new span where status, assignment or holder changed. */
function noteSpan(story: Story, at: number, pos: number): void {
  const { spans } = story;
  const last = spans.length > 0 ? spans[spans.length - 1] : undefined;
  const { status, agent, team } = story;
  const kind = holderKind(story);
  if (
    last !== undefined &&
    last.status === status &&
    last.agent === agent &&
    last.team === team &&
    last.holder.kind === kind
  ) {
    return;
  }
  spans.push({ at, pos, status, bit: statusBits[status], holder: holderOf(kind, story), agent, team });
}

function handOff(story: Story, at: number, pos: number): void {
  if (story.bot) story.handedOff ??= { at, pos };
  story.bot = false;
  story.humanTook = true;
}

function applyAssignment(story: Story, data: EventData, at: number, pos: number): void {
  const agent = data.agent === undefined ? story.agent : data.agent;
  const team = data.team === undefined ? story.team : data.team;
  const newAgent = agent !== null && agent !== story.agent;
  const newTeam = team !== null && team !== story.team;
  if ((newAgent && story.agent !== null) || (newTeam && story.team !== null)) story.transfers++;
  if (newAgent) {
    story.assignments++;
    story.firstAssigned ??= { at, pos };
  }
  if (agent === null && story.agent !== null) {
    story.droppedAgent = story.agent;
    story.droppedAt = at;
  }
  if (agent !== null || (story.bot && typeof data.team === 'string')) handOff(story, at, pos);
  story.agent = agent;
  story.team = team;
}

function solve(story: Story, actor: Actor | null | undefined, at: number, pos: number): void {
  const dropped = story.droppedAt === at ? story.droppedAgent : null;
  const by = story.agent ?? dropped ?? (actor?.kind === 'agent' ? (actor.id ?? null) : null);
  story.solves.push({ at, pos, by, reopenedAt: null, reopenedPos: Number.POSITIVE_INFINITY });
  dropQuestion(story, 'solved', by, at, pos);
  story.bot = false;
  story.humanTook = false;
}

function reopen(story: Story, at: number, pos: number): void {
  const last = story.solves.at(-1);
  if (last !== undefined) {
    last.reopenedAt = at;
    last.reopenedPos = pos;
  }
  conversationReopened(story, at, pos);
}

function applyStatus(story: Story, data: EventData, at: number, pos: number): void {
  const status = data.status as TicketStatus | null | undefined;
  if (status === null || status === undefined || status === story.status) return;
  const [was, is] = [isSolved(story.status), isSolved(status)];
  story.status = status;
  story.dims.status = status;
  story.closedAt = status === 'closed' ? at : null;
  if (is && !was) solve(story, data.actor, at, pos);
  if (was && !is) reopen(story, at, pos);
}

function applyStage(story: Story, data: EventData, at: number): void {
  const { dims } = story;
  const pipeline = data.pipeline === undefined ? dims.pipeline : data.pipeline;
  const stage = data.stage === undefined ? dims.stage : data.stage;
  if (pipeline === dims.pipeline && stage === dims.stage) return;
  dims.pipeline = pipeline;
  dims.stage = stage;
  story.stages.push({ at, pipeline, stage });
}

function applyChange(story: Story, data: EventData, at: number, pos: number): void {
  applyDimensions(story, data);
  if (data.pipeline !== undefined || data.stage !== undefined) applyStage(story, data, at);
  if (data.agent !== undefined || data.team !== undefined) applyAssignment(story, data, at, pos);
  applyStatus(story, data, at, pos);
}

function applyCreation(story: Story, data: EventData, at: number, pos: number): void {
  const kind = data.actor?.kind ?? 'customer';
  story.openedByAgent = kind === 'agent';
  story.openedBy = kind === 'agent' ? (data.actor?.id ?? 'agent') : null;
  openConversation(story, kind === 'customer', at, pos);
  applyChange(story, data, at, pos);
  if (kind === 'bot' && !story.humanTook) story.bot = !isSolved(story.status);
}

function end(story: Story, by: 'merged' | 'deleted', reason: string | null, at: number, pos: number): void {
  story.ended = { at, pos, by, reason };
  story.dims.outcome = by;
  dropQuestion(story, by, story.agent, at, pos);
}

function applyTicketEvent(story: Story, event: Event, at: number, pos: number): void {
  const { data } = event;
  switch (event.type) {
    case 'ticket.created':
      if (pos === 0) applyCreation(story, data, at, pos);
      else applyChange(story, data, at, pos);
      break;
    case 'ticket.updated':
      applyChange(story, data, at, pos);
      break;
    case 'ticket.assigned':
      applyAssignment(story, data, at, pos);
      break;
    case 'ticket.status':
      applyStatus(story, data, at, pos);
      break;
    case 'ticket.stage':
      applyStage(story, data, at);
      break;
    case 'ticket.message':
      if (applyMessage(story, event, at, pos)) handOff(story, at, pos);
      break;
    case 'ticket.no-reply-needed':
      dropQuestion(story, 'no-reply-needed', story.agent, at, pos);
      break;
    case 'ticket.work':
      story.work.push({
        n: story.work.length,
        at: event.at,
        agent: data.agent ?? data.actor?.id ?? story.agent,
        team: story.team,
        kind: data.kind ?? null,
        seconds: Math.floor(data.seconds as number),
        dims: story.dims,
      });
      break;
    case 'ticket.abandoned':
      story.abandonedAt ??= at;
      dropQuestion(story, 'abandoned', null, at, pos);
      break;
    case 'ticket.merged':
      end(story, 'merged', data.into ?? null, at, pos);
      break;
    case 'ticket.deleted':
      end(story, 'deleted', data.reason ?? null, at, pos);
      break;
  }
}

/**
 * Tells the story on by one event. After a merge or deletion only surveys still count. `at` is the event's instant, or the
 * ticket's creation where the event lies before it.
 */
export function applyEvent(story: Story, event: Event, at: number, pos: number): void {
  const { data } = event;
  if (event.type === 'survey.sent' || event.type === 'survey.answered') {
    story.updatedAt = Math.max(story.updatedAt, event.at);
    applySurvey(story, event);
    return;
  }
  if (story.ended !== null) return;
  story.updatedAt = Math.max(story.updatedAt, event.at);
  if (data.observed !== undefined && data.observed !== null) {
    story.exact = false;
    story.boundedPositions.push(pos);
  }
  const { actor } = data;
  if (actor !== undefined && actor !== null && actor.kind === 'agent') noteName(story, 'agent', actor.id, actor.name);
  applyTicketEvent(story, event, at, pos);
  noteSpan(story, at, pos);
}
