import { VigieError } from '../error.ts';
import { compileFilter, fieldsOfFilter } from '../report/match-filter.ts';
import { solvedBits, statusBits } from '../ticket/status.ts';
import { findStoryField, liveFields } from '../ticket/story-fields.ts';
import type { Calendar } from '../time/calendar.ts';
import type { WorkingTime } from '../time/working-time.ts';
import { checkPolicies, effectiveAt } from './check-policies.ts';
import { compileCalendars, labelCalendars } from './compile-calendars.ts';
import { compileSteps, warningOf } from './escalation/compile-steps.ts';
import { type Policy, policyKinds, type Target } from './policy.ts';

export type { FoldRules } from './rules.ts';

import type { CompiledPolicy, CompiledTarget, FoldRules, PolicyFamily } from './rules.ts';

type Calendars = ReadonlyMap<string, WorkingTime>;

function getCalendar(calendars: Calendars, id: string, policy: string, path: string): WorkingTime {
  const calendar = calendars.get(id);
  if (calendar === undefined) throw new VigieError('policy.unknown-calendar', { calendar: id, policy }, { path });
  return calendar;
}

function compileTarget(target: Target, policy: Policy, calendars: Calendars, path: string): CompiledTarget {
  const calendarId = target.calendar ?? policy.calendar;
  const { default: defaultSeconds, ...byPriority } = target.seconds;
  let stillBits = solvedBits;
  for (const status of target.pauseOn ?? []) stillBits |= statusBits[status as keyof typeof statusBits] ?? 0;
  const warnings = (target.warnAt ?? []).map(warningOf);
  return {
    key: `${target.id} ${target.metric}`,
    id: target.id,
    metric: target.metric,
    calendarId,
    calendar: getCalendar(calendars, calendarId, policy.id, `${path}.calendar`),
    seconds: new Map(Object.entries(byPriority)),
    defaultSeconds: defaultSeconds ?? null,
    stillBits,
    warnings,
    steps: compileSteps(policy.steps ?? [], target.id, warnings),
    startAt: target.startAt ?? null,
  };
}

function compilePolicy(policy: Policy, version: number, place: number, calendars: Calendars): CompiledPolicy {
  const path = `$.policies[${place - 1}]`;
  return {
    id: policy.id,
    name: policy.name,
    place,
    version,
    kind: policy.kind,
    effectiveFrom: effectiveAt(policy),
    openTicketsToo: policy.openTicketsToo ?? false,
    retired: policy.retired ?? false,
    matches: compileFilter(policy.when, (field) => {
      const read = findStoryField(field);
      if (read === null) throw new VigieError('filter.unknown-field', { field, path: `${path}.when` }, { path });
      return read;
    }),
    targets: policy.targets.map((target, i) => compileTarget(target, policy, calendars, `${path}.targets[${i}]`)),
  };
}

function compileFamilies(policies: readonly Policy[], calendars: Calendars): PolicyFamily[] {
  return [...Map.groupBy(policies, (policy) => policy.id)].map(([id, versions]) => ({
    id,
    versions: versions
      .toSorted((a, b) => effectiveAt(a) - effectiveAt(b))
      .map((policy, i) => compilePolicy(policy, policy.version ?? i + 1, policies.indexOf(policy) + 1, calendars)),
  }));
}

/**
 * Compiles calendars and policies, each possibly in several versions, for `foldTicket`. A policy's place is that of its
 * id's first appearance in the list; without `businessCalendar`, business time is calendar time. Throws `VigieError` for
 * an unknown calendar or field, a calendar that never opens, a doubled version and a policy that can never apply.
 */
export function compileRules(input: {
  readonly calendars: readonly Calendar[];
  readonly policies: readonly Policy[];
  readonly businessCalendar?: string | null;
}): FoldRules {
  const { policies } = input;
  const calendars = compileCalendars(input.calendars);
  checkPolicies(policies);
  const families = compileFamilies(policies, calendars);
  const watched = policies.flatMap((policy) => fieldsOfFilter(policy.when));
  return {
    kinds: policyKinds
      .map((kind) => ({ kind, families: families.filter((family) => family.versions[0]?.kind === kind) }))
      .filter((rules) => rules.families.length > 0),
    switches: families
      .flatMap((family) =>
        family.versions
          .filter((version) => version.openTicketsToo)
          .map((version) => ({ at: version.effectiveFrom, family, version })),
      )
      .sort((a, b) => a.at - b.at),
    watchesLife: watched.some((field) => liveFields.includes(field)),
    business: getCalendar(calendars, input.businessCalendar ?? 'always', '', '$.businessCalendar'),
    calendars,
    calendarLabels: labelCalendars(input.calendars),
  };
}
