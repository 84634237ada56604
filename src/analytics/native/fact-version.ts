const RULES_VERSIONS = 2 ** 16;

/**
 * The version of the facts of a key, of which the highest counts: facts of more events replace those of fewer, then those of
 * newer rules, in whatever order they reach the store. `seq` is the highest sequence of the key's events.
 */
export function factVersion(seq: number, rulesVersion: number): number {
  return seq * RULES_VERSIONS + Math.min(rulesVersion, RULES_VERSIONS - 1);
}

/** The highest version that facts can have whose events all have a sequence up to this one. */
export function lastFactVersion(seq: number): number {
  return factVersion(seq, RULES_VERSIONS);
}
