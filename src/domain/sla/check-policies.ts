import { VigieError } from '../error.ts';
import { parseInstant } from '../time/parse-instant.ts';
import { canonical } from './canonical.ts';
import type { Policy } from './policy.ts';

/** Epoch ms from which a version of a policy applies. */
export function effectiveAt(policy: Policy): number {
  const at = parseInstant(policy.effectiveFrom);
  if (at !== null) return at;
  const params = { path: '$.effectiveFrom', expected: '"2026-01-01T00:00:00Z"' };
  throw new VigieError('policy.bad-shape', params, { path: '$.effectiveFrom' });
}

function byStart(versions: readonly Policy[]): readonly Policy[] {
  return versions.toSorted((a, b) => effectiveAt(a) - effectiveAt(b));
}

function checkVersions(id: string, versions: readonly Policy[]): void {
  const starts = new Set(versions.map(effectiveAt));
  const numbers = versions.flatMap((policy) => policy.version ?? []);
  if (starts.size < versions.length || new Set(numbers).size < numbers.length) {
    throw new VigieError('policy.duplicate-version', { policy: id });
  }
  if (new Set(versions.map((policy) => policy.kind)).size > 1)
    throw new VigieError('policy.kind-changes', { policy: id });
}

function checkTargets(policy: Policy): void {
  const seen = new Set<string>();
  for (const { id } of policy.targets) {
    if (seen.has(id)) throw new VigieError('policy.duplicate-target', { policy: policy.id, target: id });
    seen.add(id);
  }
}

/** Whether, for tickets created from `from` up to `to`, the earlier policy always has the same conditions. */
function covers(earlier: readonly Policy[], conditions: string, from: number, to: number): boolean {
  const starts = earlier.map(effectiveAt);
  return (
    (starts[0] ?? Number.POSITIVE_INFINITY) <= from &&
    earlier.every((version, i) => {
      const endsAt = starts[i + 1] ?? Number.POSITIVE_INFINITY;
      const inForce = (starts[i] as number) < to && endsAt > from;
      return !inForce || (version.retired !== true && canonical(version.when) === conditions);
    })
  );
}

function checkOverlap(earlier: readonly Policy[], later: readonly Policy[]): void {
  later.forEach((version, i) => {
    if (version.retired === true) return;
    const next = later[i + 1];
    const to = next === undefined ? Number.POSITIVE_INFINITY : effectiveAt(next);
    if (!covers(earlier, canonical(version.when), effectiveAt(version), to)) return;
    throw new VigieError('policy.overlap', { policy: version.id, other: earlier[0]?.id ?? '' });
  });
}

/** Throws for versions that clash, and for a policy behind one of its kind that has the same conditions. */
export function checkPolicies(policies: readonly Policy[]): void {
  policies.forEach(checkTargets);
  const families = [...Map.groupBy(policies, (policy) => policy.id)];
  for (const [id, versions] of families) checkVersions(id, versions);
  for (const ofKind of Map.groupBy(families, ([, versions]) => versions[0]?.kind).values()) {
    const ordered = ofKind.map(([, versions]) => byStart(versions));
    ordered.forEach((later, i) => {
      for (const earlier of ordered.slice(0, i)) checkOverlap(earlier, later);
    });
  }
}
