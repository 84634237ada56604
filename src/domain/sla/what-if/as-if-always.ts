import { canonical } from '../canonical.ts';
import { effectiveAt } from '../check-policies.ts';
import type { Policy } from '../policy.ts';

/** Before every event, so that a policy judges all of them. */
const always = '1970-01-01T00:00:00Z';

/** The version of each policy in force for a ticket created at `at` (epoch ms), in order; those retired left out. */
export function policiesInForce(policies: readonly Policy[], at: number): readonly Policy[] {
  return [...Map.groupBy(policies, ({ id }) => id).values()].flatMap((versions) => {
    const begun = versions.filter((version) => effectiveAt(version) <= at);
    const [newest] = begun.sort((a, b) => effectiveAt(b) - effectiveAt(a));
    return newest === undefined || newest.retired === true ? [] : [newest];
  });
}

/**
 * Policies as if they had been in force since ever, each in one version. One behind another of its kind with the same
 * conditions is left out: it takes no ticket.
 */
export function asIfAlways(policies: readonly Policy[]): readonly Policy[] {
  const asked = ({ kind, when }: Policy) => `${kind} ${canonical(when)}`;
  const taking = policies.filter((policy, i) => policies.findIndex((one) => asked(one) === asked(policy)) === i);
  return taking.map(({ openTicketsToo: _, ...policy }) => ({ ...policy, effectiveFrom: always }));
}

/** A changed set of policies, as somebody who edits them would leave it. */
export interface PolicyChanges {
  /** Take the place of those of their ids, or come last. */
  readonly policies: readonly Policy[];
  /** Ids of policies that would be gone. */
  readonly retired?: readonly string[];
  /** Ids in the order wanted; those not named come after them. */
  readonly order?: readonly string[];
}

/** The policies of today with changes made to them. */
export function changePolicies(today: readonly Policy[], changes: PolicyChanges): readonly Policy[] {
  const drafts = new Map(changes.policies.map((policy) => [policy.id, policy]));
  const known = new Set(today.map(({ id }) => id));
  const all = [
    ...today.map((policy) => drafts.get(policy.id) ?? policy),
    ...changes.policies.filter(({ id }) => !known.has(id)),
  ].filter((policy) => policy.retired !== true && changes.retired?.includes(policy.id) !== true);
  const places = new Map((changes.order ?? []).map((id, place) => [id, place]));
  const placeOf = ({ id }: Policy) => places.get(id) ?? places.size;
  return all.toSorted((a, b) => placeOf(a) - placeOf(b));
}
