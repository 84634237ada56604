interface Held {
  readonly agent: string | null;
  readonly team: string | null;
}

/** The team and the agent of a clock, as far as it has them. */
export function heldBy({ agent, team }: Held, name: (kind: 'agent' | 'team', id: string) => string): string {
  const parts = [team === null ? null : name('team', team), agent === null ? null : name('agent', agent)];
  return parts.filter((part) => part !== null).join(' · ');
}
