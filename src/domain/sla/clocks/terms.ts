import type { CompiledPolicy, CompiledTarget } from '../rules.ts';

/** What one target asks of a clock, and since when; the first terms of a clock hold since always. */
export interface Terms {
  readonly policy: CompiledPolicy;
  readonly target: CompiledTarget;
  readonly seconds: number;
  readonly since: number;
}

export const sinceAlways = Number.NEGATIVE_INFINITY;
