/**
 * The part of a workspace's data that somebody may see: rows of these teams or of these agents. Facts that know no team are
 * seen by `agents`: those of the teams. Facts that know neither are not seen at all.
 */
export interface Audience {
  readonly by: 'team' | 'agent';
  readonly values: readonly string[];
  readonly agents: readonly string[];
  /** Tickets in which they took part are seen too: for lists and proofs, not for figures. */
  readonly involved: boolean;
}
