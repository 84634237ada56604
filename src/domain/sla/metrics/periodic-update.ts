import { isSolved, solvedBits, statusBits } from '../../ticket/status.ts';
import type { AgentReply, Mark, Span, Story } from '../../ticket/story.ts';
import { type Cycle, type CycleEnd, closedCycle, openCycle } from './cycle.ts';

const stillBits = solvedBits | statusBits.pending;

/** Tells the cycles of one ticket, replies and spans in the order of the fold. */
class Updates {
  readonly cycles: Cycle[] = [];
  #start: Mark | null = null;
  #bit = 0;

  reply({ at, pos, agent }: AgentReply): void {
    this.#stop({ at, pos, by: 'reply', ending: 'stop', agent });
    if ((this.#bit & stillBits) === 0) this.#start = { at, pos };
  }

  span({ at, pos, status, bit }: Span): void {
    const before = this.#bit;
    this.#bit = bit;
    if (bit === before) return;
    if (isSolved(status)) this.#end({ at, pos, by: 'solved', ending: 'stop', agent: null });
    else if (status === 'pending') this.#end({ at, pos, by: 'pending', ending: 'cancel', agent: null });
    else if (before === 0 || before === statusBits.pending) this.#start ??= { at, pos };
  }

  /** What a change of status ends in the instant it began was never open. */
  #end(end: CycleEnd): void {
    if (this.#start?.at === end.at) this.#start = null;
    else this.#stop(end);
  }

  #stop(end: CycleEnd): void {
    if (this.#start === null) return;
    this.cycles.push(closedCycle(this.cycles.length + 1, this.#start.at, this.#start.pos, end));
    this.#start = null;
  }

  finish(): readonly Cycle[] {
    if (this.#start !== null) this.cycles.push(openCycle(this.cycles.length + 1, this.#start.at, this.#start.pos));
    return this.cycles;
  }
}

/**
 * From creation, each agent reply and each return from pending, to the next agent reply or the solve; going pending
 * cancels. A reopening starts nothing: the next reply does.
 */
export function periodicUpdateCycles(story: Story): readonly Cycle[] {
  const { spans, replies } = story;
  const updates = new Updates();
  let next = 0;
  for (const span of spans) {
    for (; next < replies.length && (replies[next] as AgentReply).pos < span.pos; next++) {
      updates.reply(replies[next] as AgentReply);
    }
    updates.span(span);
  }
  for (; next < replies.length; next++) updates.reply(replies[next] as AgentReply);
  return updates.finish();
}
