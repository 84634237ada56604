import { VigieError } from '../error.ts';
import { compileFilter, fieldsOfFilter } from '../report/match-filter.ts';
import { solvedBits, statusBits } from '../ticket/status.ts';
import { findStoryField, liveFields } from '../ticket/story-fields.ts';
import type { Calendar } from '../time/calendar.ts';
import { always, compileCalendar, compileCalendarVersions } from '../time/compile-calendar.ts';
import { parseInstant } from '../time/parse-instant.ts';
import type { WorkingTime } from '../time/working-time.ts';
import { checkPolicies, effectiveAt } from './check-policies.ts';
import type { Policy, PolicyKind, Target } from './policy.ts';

export type { FoldRules } from './rules.ts';

import type { CompiledPolicy, CompiledTarget, FoldRules, PolicyFamily } from './rules.ts';

type Calendars = ReadonlyMap<string, WorkingTime>;

function compileCalendars(calendars: readonly Calendar[]): Calendars {
  const compiled = new Map<string, WorkingTime>([['always', always]]);
  for (const [id, versions] of Map.groupBy(calendars, (calendar) => calendar.id)) {
    const [only] = versions;
    if (versions.length === 1 && only !== undefined) {
      compiled.set(id, compileCalendar(only));
      continue;
    }
    const dated = versions
      .map((calendar) => ({
        calendar,
        effectiveFrom:
          calendar.effectiveFrom === undefined
            ? Number.NEGATIVE_INFINITY
            : (parseInstant(calendar.effectiveFrom) ?? Number.NEGATIVE_INFINITY),
      }))
      .sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1));
    for (let i = 1; i < dated.length; i++) {
      if (dated[i]?.effectiveFrom === dated[i - 1]?.effectiveFrom) {
        throw new VigieError('calendar.duplicate-version', { calendar: id });
      }
    }
    compiled.set(id, compileCalendarVersions(dated));
  }
  return compiled;
}

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
  return {
    key: `${target.id} ${target.metric}`,
    id: target.id,
    metric: target.metric,
    calendarId,
    calendar: getCalendar(calendars, calendarId, policy.id, `${path}.calendar`),
    seconds: new Map(Object.entries(byPriority)),
    defaultSeconds: defaultSeconds ?? null,
    stillBits,
    warnings: (target.warnAt ?? []).map((warning) =>
      typeof warning === 'number'
        ? { share: warning, remainingSeconds: null }
        : { share: null, remainingSeconds: warning.remainingSeconds },
    ),
    startAt: target.startAt ?? null,
  };
}

function compilePolicy(policy: Policy, version: number, calendars: Calendars, path: string): CompiledPolicy {
  return {
    id: policy.id,
    version,
    kind: policy.kind,
    effectiveFrom: effectiveAt(policy),
    openTicketsToo: policy.openTicketsToo ?? false,
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
      .map((policy, i) =>
        compilePolicy(policy, policy.version ?? i + 1, calendars, `$.policies[${policies.indexOf(policy)}]`),
      ),
  }));
}

const kindOrder: readonly PolicyKind[] = ['customer', 'internal', 'marketplace'];

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
    kinds: kindOrder
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
  };
}
