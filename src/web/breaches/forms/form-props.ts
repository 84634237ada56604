import type { BreachName } from '../queries.ts';

export interface ReviewFormProps {
  readonly breaches: readonly BreachName[];
  /** Told what was done, in words. */
  readonly onDone: (told: string) => void;
}
