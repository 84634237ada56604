import { canonical } from '../canonical.ts';
import type { Policy, Target } from '../policy.ts';

/** A part of a policy that people know by name. */
export type PolicyPart =
  | 'name'
  | 'kind'
  | 'when'
  | 'calendar'
  | 'effectiveFrom'
  | 'openTicketsToo'
  | 'retired'
  | 'target'
  | 'metric'
  | 'seconds'
  | 'targetCalendar'
  | 'pauseOn'
  | 'warnAt'
  | 'startAt'
  | 'step';

/** One difference between two versions. Null: it is not there. */
export interface PolicyChange {
  readonly part: PolicyPart;
  /** The target or the step it is of; null: the policy itself. */
  readonly of: string | null;
  /** Of seconds: the priority. */
  readonly priority: string | null;
  readonly before: unknown;
  readonly after: unknown;
}

/** Whether parts of two policies say the same. */
export const isSamePart = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b);

function change(
  part: PolicyPart,
  before: unknown,
  after: unknown,
  of: string | null = null,
  priority: string | null = null,
): readonly PolicyChange[] {
  if (isSamePart(before, after)) return [];
  return [{ part, of, priority, before: before ?? null, after: after ?? null }];
}

function byId<T extends { readonly id: string }>(before: readonly T[], after: readonly T[]) {
  const ids = new Set([...before, ...after].map(({ id }) => id));
  const find = (list: readonly T[], id: string) => list.find((one) => one.id === id) ?? null;
  return [...ids].map((id) => ({ id, before: find(before, id), after: find(after, id) }));
}

function compareTarget(id: string, before: Target, after: Target): readonly PolicyChange[] {
  const priorities = new Set([...Object.keys(before.seconds), ...Object.keys(after.seconds)]);
  return [
    ...change('metric', before.metric, after.metric, id),
    ...[...priorities].flatMap((name) => change('seconds', before.seconds[name], after.seconds[name], id, name)),
    ...change('targetCalendar', before.calendar, after.calendar, id),
    ...change('startAt', before.startAt, after.startAt, id),
    ...change('pauseOn', before.pauseOn ?? [], after.pauseOn ?? [], id),
    ...change('warnAt', before.warnAt ?? [], after.warnAt ?? [], id),
  ];
}

/** What changed from one version of a policy to another, part by part; empty where they promise the same. */
export function compareVersions(before: Policy, after: Policy): readonly PolicyChange[] {
  return [
    ...change('name', before.name, after.name),
    ...change('kind', before.kind, after.kind),
    ...change('when', before.when, after.when),
    ...change('calendar', before.calendar, after.calendar),
    ...change('effectiveFrom', before.effectiveFrom, after.effectiveFrom),
    ...change('openTicketsToo', before.openTicketsToo ?? false, after.openTicketsToo ?? false),
    ...change('retired', before.retired ?? false, after.retired ?? false),
    ...byId(before.targets, after.targets).flatMap(({ id, before: old, after: next }) =>
      old === null || next === null ? change('target', old, next, id) : compareTarget(id, old, next),
    ),
    ...byId(before.steps ?? [], after.steps ?? []).flatMap(({ id, before: old, after: next }) =>
      change('step', old, next, id),
    ),
  ];
}
