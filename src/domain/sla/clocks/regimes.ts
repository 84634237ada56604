import { isSolved } from '../../ticket/status.ts';
import type { Story } from '../../ticket/story.ts';
import type { CompiledPolicy, FoldRules, OpenTicketSwitch, PolicyFamily, PolicyKindRules } from '../rules.ts';

/**
 * Which policy version and priority hold for a ticket from an event on, for one kind of policy. A version that begins for
 * open tickets between two events has a position between theirs.
 */
export interface Regime {
  readonly at: number;
  readonly pos: number;
  readonly policy: CompiledPolicy | null;
  readonly priority: string | null;
}

/** Follows which policy of each kind applies to one ticket while its story is told. */
export class RegimeLog {
  readonly byKind: Regime[][];
  readonly #rules: FoldRules;
  readonly #story: Story;
  #nextSwitch = 0;
  #adopted: Map<PolicyFamily, CompiledPolicy> | null = null;

  constructor(rules: FoldRules, story: Story) {
    this.#rules = rules;
    this.#story = story;
    this.byKind = rules.kinds.map(() => []);
    const { switches } = rules;
    while (
      this.#nextSwitch < switches.length &&
      (switches[this.#nextSwitch] as OpenTicketSwitch).at <= story.createdAt
    ) {
      this.#nextSwitch++;
    }
  }

  /** Lets versions for open tickets begin up to an instant, before the event at `pos`. */
  advance(at: number, pos: number): void {
    const { switches } = this.#rules;
    while (this.#nextSwitch < switches.length) {
      const next = switches[this.#nextSwitch] as OpenTicketSwitch;
      if (next.at > at) return;
      this.#nextSwitch++;
      if (isSolved(this.#story.status) || this.#story.ended !== null) continue;
      this.#adopted ??= new Map();
      this.#adopted.set(next.family, next.version);
      this.settle(next.at, pos - 0.5);
    }
  }

  /** Notes the policies and priority as they stand after an event. */
  settle(at: number, pos: number): void {
    const { kinds } = this.#rules;
    const { priority } = this.#story.dims;
    for (let i = 0; i < kinds.length; i++) {
      const policy = this.#choose(kinds[i] as PolicyKindRules);
      const log = this.byKind[i] as Regime[];
      const last = log.length > 0 ? (log[log.length - 1] as Regime) : null;
      if (last !== null && last.policy === policy && last.priority === priority) continue;
      // What held for no time at all was never in force.
      if (last !== null && last.at === at) log[log.length - 1] = { at, pos: last.pos, policy, priority };
      else log.push({ at, pos, policy, priority });
    }
  }

  #choose({ families }: PolicyKindRules): CompiledPolicy | null {
    for (let i = 0; i < families.length; i++) {
      const version = this.#versionOf(families[i] as PolicyFamily);
      if (version !== null && !version.retired && version.matches(this.#story)) return version;
    }
    return null;
  }

  /** The version in force at the ticket's creation, unless a later one was taken over while it was open. */
  #versionOf(family: PolicyFamily): CompiledPolicy | null {
    const adopted = this.#adopted?.get(family);
    if (adopted !== undefined) return adopted;
    const { versions } = family;
    for (let i = versions.length - 1; i >= 0; i--) {
      const version = versions[i] as CompiledPolicy;
      if (version.effectiveFrom <= this.#story.createdAt) return version;
    }
    return null;
  }
}
