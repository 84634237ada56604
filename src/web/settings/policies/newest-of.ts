import { type Policy, policyKinds } from '#domain/sla/policy.ts';

/** The newest version of each policy, by kind, in order of precedence. */
export function newestByKind(versions: readonly Policy[]) {
  const newest = [...Map.groupBy(versions, ({ id }) => id).values()].map((each) => each.at(-1) as Policy);
  return policyKinds.map((kind) => ({ kind, policies: newest.filter((policy) => policy.kind === kind) }));
}

/** The order of all when, among those of one kind, the policy at `from` is put at `to`; the places of the others stay. */
export function movedOrder(all: readonly string[], ofKind: readonly string[], from: number, to: number): string[] {
  const moved = ofKind.toSpliced(from, 1);
  moved.splice(to, 0, ofKind[from] as string);
  const rest = [...moved];
  return all.map((id) => (ofKind.includes(id) ? (rest.shift() as string) : id));
}
