/** What names one cycle of a clock in a workspace, whatever version its policy has. */
export interface CycleName {
  readonly ticket: string;
  readonly policy: string;
  readonly target: string;
  readonly cycle: number;
}

/** The same as one text, by which it is found. */
export function cycleKey({ ticket, policy, target, cycle }: CycleName): string {
  return JSON.stringify([ticket, policy, target, cycle]);
}
