/** From which share on a promise counts as kept, and as nearly kept. */
export const levels = { met: 0.95, risk: 0.8 } as const;

/** Where a share stands: kept, nearly, or not. The figure says it; the colour only helps the eye. */
export function levelOf(share: number): 'met' | 'risk' | 'breached' {
  if (share >= levels.met) return 'met';
  return share >= levels.risk ? 'risk' : 'breached';
}
