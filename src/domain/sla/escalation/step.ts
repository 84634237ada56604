import type { WarnAt } from '../policy.ts';
import type { WarningRule } from '../rules.ts';

/**
 * When a step is due: at a warning of the target (as `warnAt` writes it, or by its place there, from 1), at the breach, or
 * some seconds after it in the clock's calendar.
 */
export type StepMoment =
  | { readonly warning: WarnAt | { readonly index: number } }
  | 'breach'
  | { readonly afterBreach: number };

/** Whom a step tells among those who answer for a ticket. */
export const audiences = ['agent', 'team', 'manager'] as const;
export type StepAudience = (typeof audiences)[number];

/** What a step does. All but `notify` is a request to a webhook channel, which does it in the helpdesk. */
export type StepAction =
  | { readonly type: 'notify'; readonly to: StepAudience }
  | { readonly type: 'notify'; readonly to: 'address'; readonly address: string }
  | { readonly type: 'notify'; readonly to: 'channel'; readonly channel: string }
  | { readonly type: 'reassign'; readonly channel: string; readonly agent?: string; readonly team?: string }
  | { readonly type: 'set-priority'; readonly channel: string; readonly priority: string }
  | { readonly type: 'tag'; readonly channel: string; readonly tag: string }
  | { readonly type: 'webhook'; readonly channel: string };

/** A step of a policy as people write it. */
export interface Step {
  readonly id: string;
  readonly at: StepMoment;
  /** Ids of targets; without it all that can come to this moment. */
  readonly targets?: readonly string[];
  readonly do: readonly StepAction[];
}

export type StepKind = 'warning' | 'breach' | 'after-breach';

/** A step as one target knows it. */
export interface CompiledStep {
  readonly id: string;
  readonly kind: StepKind;
  /** Of a warning. */
  readonly warning: WarningRule | null;
  /** Seconds after the breach; 0 unless the kind says so. */
  readonly afterSeconds: number;
  readonly actions: readonly StepAction[];
}
