import type { Metric, PolicyKind } from '../policy.ts';
import type { StepAction, StepKind } from './step.ts';

/** A step that ran, or that somebody asked for: what a message says of it. Instants are epoch ms. */
export interface WatchItem {
  readonly kind: StepKind | 'asked';
  readonly ticket: string;
  readonly policy: string;
  readonly policyName: string;
  readonly policyKind: PolicyKind;
  readonly target: string;
  readonly metric: Metric;
  readonly cycle: number;
  readonly step: string;
  readonly round: number;
  readonly action: StepAction;
  readonly targetSeconds: number;
  readonly startedAt: number;
  readonly dueAt: number | null;
  readonly agent: string | null;
  readonly team: string | null;
  /** When the step was due and when it ran. */
  readonly stepDueAt: number;
  readonly ranAt: number;
  readonly late: boolean;
  /** Who asked for it. */
  readonly by: string | null;
}
