import type { ActorKind, Event, EventData } from '../event.ts';
import { isSolved } from '../status.ts';
import type { Story } from '../story.ts';
import { noteName } from './apply-dimensions.ts';
import { agentReplied, customerWrote } from './apply-turns.ts';

function authorKind(data: EventData): ActorKind {
  return data.actor?.kind ?? (data.direction === 'inbound' ? 'customer' : 'system');
}

function count(story: Story, kind: ActorKind, isPublic: boolean, automatic: boolean): void {
  if (!isPublic) story.internalNotes++;
  else if (kind === 'bot') story.botMessages++;
  else if (automatic) story.automaticMessages++;
  else if (kind === 'customer') story.customerMessages++;
}

/**
 * Counts a message and moves the conversation on. Returns whether it is an agent reply: a public outbound message of an
 * agent that is not automatic (2-DOMAIN, section 3).
 */
export function applyMessage(story: Story, event: Event, at: number, pos: number): boolean {
  const { data } = event;
  const kind = authorKind(data);
  const direction = data.direction ?? (kind === 'customer' ? 'inbound' : 'outbound');
  const isPublic = data.public !== false;
  const automatic = data.automatic === true;
  const byHand = isPublic && !automatic;
  const agentReply = byHand && kind === 'agent' && direction === 'outbound';
  const author = data.actor?.id ?? null;
  count(story, kind, isPublic, automatic);
  story.messages.push({
    n: story.messages.length,
    at: event.at,
    actorKind: kind,
    agent: kind === 'agent' ? author : story.agent,
    team: story.team,
    direction,
    public: isPublic,
    automatic,
    agentReply,
    length: data.length ?? null,
    class: data.class ?? null,
    dims: story.dims,
  });
  if (agentReply) agentReplied(story, author, at, pos);
  else if (byHand && kind === 'customer' && direction === 'inbound') {
    if (author !== null && author === story.dims.customer) noteName(story, 'customer', author, data.actor?.name);
    customerWrote(story, at, pos);
  } else if (isPublic && kind === 'bot' && !story.humanTook && !isSolved(story.status)) story.bot = true;
  return agentReply;
}
