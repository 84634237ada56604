import type { ClockStatus } from '#domain/sla/clock.ts';
import type { FoldRules } from '#domain/sla/rules.ts';
import type { WorkingTime } from '#domain/time/working-time.ts';
import type { OpenClock } from './find-clocks.ts';

/** How an open clock stands at an instant. */
export interface Standing {
  readonly status: ClockStatus;
  /** Whole seconds in the clock's own calendar; negative when overrun. */
  readonly remaining: number;
}

/** Says how open clocks stand at `now` (epoch ms) without folding their tickets. */
export function standingOf(rules: FoldRules, now: number): (clock: OpenClock) => Standing {
  const calendars = calendarsOf(rules);
  return (clock) => {
    const calendar = calendars.get(targetKey(clock.policy, clock.policyVersion, clock.target));
    const moving = clock.clockStatus !== 'paused' && clock.dueAt !== null && calendar !== undefined;
    const remaining = moving ? calendar.between(now, clock.dueAt) : clock.remaining;
    return { status: clock.clockStatus === 'running' && remaining < 0 ? 'breached' : clock.clockStatus, remaining };
  };
}

/** The calendar of each target, by what `targetKeySql` makes of a clock. */
export function calendarsOf(rules: FoldRules): Map<string, WorkingTime> {
  const versions = rules.kinds.flatMap((kind) => kind.families).flatMap((family) => family.versions);
  return new Map(
    versions.flatMap((policy) =>
      policy.targets.map((target) => [targetKey(policy.id, policy.version, target.id), target.calendar] as const),
    ),
  );
}

/** What no id holds: it stands between the parts of a key. */
const apart = '\u001f';

function targetKey(policy: string, version: number, target: string): string {
  return [policy, version, target].join(apart);
}

/** SQL of the key of a clock's target. */
export const targetKeySql = `concat(ifNull(policy, ''), '\\x1f', toString(policyVersion), '\\x1f', ifNull(target, ''))`;
