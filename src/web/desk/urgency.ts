/** From which share of its target on a clock is at risk, and almost due. */
const atRisk = 0.75;
const almostDue = 0.9;

export type Urgency = 'calm' | 'risk' | 'urgent' | 'breached' | 'paused';

interface Timed {
  readonly status: string;
  readonly elapsedSeconds: number;
  readonly targetSeconds: number;
}

/** The share of its target that a clock has used; above 1 once it is breached. */
export function usedShare({ elapsedSeconds, targetSeconds }: Timed): number {
  if (targetSeconds === 0) return elapsedSeconds > 0 ? 2 : 1;
  return elapsedSeconds / targetSeconds;
}

/** How much an open clock hurries. */
export function urgencyOf(clock: Timed): Urgency {
  if (clock.status === 'breached') return 'breached';
  if (clock.status === 'paused') return 'paused';
  const share = usedShare(clock);
  if (share >= almostDue) return 'urgent';
  return share >= atRisk ? 'risk' : 'calm';
}
