import type { Event } from '../../ticket/event.ts';
import { foldTicket } from '../../ticket/fold-ticket.ts';
import type { Clock } from '../clock.ts';
import type { FoldRules } from '../rules.ts';
import { SideCounter, standingOf, type WhatIfFigures } from './figures.ts';

/**
 * How a ticket stands under a set of policies: a promise broken, all decided ones kept, none decided yet, or nothing promised.
 */
export const verdicts = ['broken', 'kept', 'open', 'none'] as const;
export type TicketVerdict = (typeof verdicts)[number];

/** A ticket that stands elsewhere under the changed policies. */
export interface ChangedTicket {
  readonly ticket: string;
  readonly before: TicketVerdict;
  readonly after: TicketVerdict;
}

/** Which tickets are looked at, and at what instant their clocks are read; epoch ms, half-open. */
export interface WhatIfPeriod {
  readonly from: number;
  readonly to: number;
  readonly now: number;
}

export function verdictOf(clocks: readonly Clock[]): TicketVerdict {
  let verdict: TicketVerdict = 'none';
  for (const clock of clocks) {
    const part = standingOf(clock);
    if (part === 'breached') return 'broken';
    if (part === 'met') verdict = 'kept';
    else if (part === 'running' && verdict === 'none') verdict = 'open';
  }
  return verdict;
}

/** Runs two sets of policies over the same tickets, as `vigie replay` would each, and counts both. */
export class WhatIfComparison {
  readonly #before = new SideCounter();
  readonly #after = new SideCounter();
  readonly #changed: ChangedTicket[] = [];
  readonly #sets: { readonly before: FoldRules; readonly after: FoldRules };
  readonly #period: WhatIfPeriod;
  #tickets = 0;
  #failed = 0;

  constructor(sets: { readonly before: FoldRules; readonly after: FoldRules }, period: WhatIfPeriod) {
    this.#sets = sets;
    this.#period = period;
  }

  /** Looks at a ticket; one created outside the period, merged or deleted counts nowhere. */
  add(ticket: string, events: readonly Event[]): void {
    const { from, to, now } = this.#period;
    const before = foldTicket(events, this.#sets.before, now);
    if (before === null || !before.story.known || before.story.ended !== null) return;
    if (before.story.createdAt < from || before.story.createdAt >= to) return;
    const after = foldTicket(events, this.#sets.after, now)?.clocks ?? [];
    this.#tickets++;
    this.#before.add(before.clocks);
    this.#after.add(after);
    const verdict = { before: verdictOf(before.clocks), after: verdictOf(after) };
    if (verdict.before !== verdict.after) this.#changed.push({ ticket, ...verdict });
  }

  /** Counts a ticket that could not be folded. */
  fail(): void {
    this.#failed++;
  }

  get figures(): WhatIfFigures {
    return {
      tickets: this.#tickets,
      failed: this.#failed,
      before: this.#before.figures(),
      after: this.#after.figures(),
    };
  }

  get changed(): readonly ChangedTicket[] {
    return this.#changed;
  }
}
