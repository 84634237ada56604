import type { CalendarDetail, CalendarList } from '#contract/schemas/rules/calendars.ts';
import { VigieError } from '#domain/error.ts';
import type { Policy } from '#domain/sla/policy.ts';
import type { Calendar } from '#domain/time/calendar.ts';
import { always } from '#domain/time/compile-calendar.ts';
import { type CalendarNow, compileVersions, describeNow, versionInForce } from '#domain/time/editing/calendar-now.ts';
import type { WorkingTime } from '#domain/time/working-time.ts';
import { countCalendarVersions, listCalendarVersions, type WrittenCalendar } from '#records/calendars/calendars.ts';
import type { Records } from '#records/client.ts';
import { listRules } from '#records/rules.ts';
import { getWorkspace } from '#records/workspaces.ts';
import type { App } from '../app.ts';

/** What is counted in a calendar. */
export interface CalendarUses {
  readonly business: boolean;
  readonly policies: readonly { readonly id: string; readonly name: string }[];
}

/** Every calendar, where it is used and whether it is open. */
export async function listCalendarViews(app: App): Promise<CalendarList> {
  const [{ calendars, policies }, workspace, newest] = await Promise.all([
    listRules(app.records, app.workspace),
    getWorkspace(app.records, app.workspace),
    countCalendarVersions(app.records, app.workspace),
  ]);
  const now = app.now();
  const families = [...Map.groupBy(calendars, ({ id }) => id)];
  return {
    items: calendars as CalendarList['items'],
    calendars: families.map(([id, versions]) => {
      const { name, timeZone } = versionInForce(versions, now) as Calendar;
      return {
        ...{ id, name, timeZone, version: newest.get(id) ?? 0, versions: versions.length },
        now: viewNow(describeNow(compileVersions(versions), now)),
        uses: usesOf(id, policies, workspace.businessCalendar) as CalendarList['calendars'][number]['uses'],
      };
    }),
    business: workspace.businessCalendar,
    counting: workspace.rulesVersion !== workspace.foldedRulesVersion,
  };
}

/** Throws `calendar.unknown`. */
export async function getCalendarDetail(app: App, id: string): Promise<CalendarDetail> {
  const written = await getWrittenVersions(app.records, app.workspace, id);
  const { calendars, policies } = await listRules(app.records, app.workspace);
  const workspace = await getWorkspace(app.records, app.workspace);
  const versions = calendars.filter((calendar) => calendar.id === id);
  const now = app.now();
  const detail = {
    id,
    version: (written.at(-1) as WrittenCalendar).version,
    calendar: versionInForce(versions, now) as Calendar,
    versions: written.toReversed().map(({ version, createdAt, calendar }, index, all) => {
      const corrected = all.slice(0, index).some(({ calendar: later }) => fromOf(later) === fromOf(calendar));
      return { version, createdAt: createdAt.toISOString(), calendar, corrected };
    }),
    now: viewNow(describeNow(compileVersions(versions), now)),
    uses: usesOf(id, policies, workspace.businessCalendar),
    counting: workspace.rulesVersion !== workspace.foldedRulesVersion,
  };
  return detail as CalendarDetail;
}

/** Oldest first. Throws `calendar.unknown`. */
export async function getWrittenVersions(
  records: Records,
  workspace: string,
  id: string,
): Promise<readonly WrittenCalendar[]> {
  const written = await listCalendarVersions(records, workspace, id);
  if (written.length === 0) throw new VigieError('calendar.unknown', { id: id.slice(0, 100) });
  return written;
}

/** The newest version there is of a calendar; null: there is no such calendar. */
export async function findCalendarVersion(app: App, id: string): Promise<number | null> {
  return (await listCalendarVersions(app.records, app.workspace, id)).at(-1)?.version ?? null;
}

/** A calendar of the workspace, with all its dated versions. Throws `calendar.unknown`. */
export async function openCalendar(app: App, id: string): Promise<WorkingTime> {
  if (id === 'always') return always;
  await getWrittenVersions(app.records, app.workspace, id);
  const { calendars } = await listRules(app.records, app.workspace);
  return compileVersions(calendars.filter((calendar) => calendar.id === id));
}

/** Policies of the past count too: tickets are still measured by them. */
export function usesOf(id: string, policies: readonly Policy[], business: string): CalendarUses {
  const using = policies.filter(
    (policy) => policy.calendar === id || policy.targets.some((target) => target.calendar === id),
  );
  const named = new Map(using.map((policy) => [policy.id, policy.name]));
  return { business: business === id, policies: [...named].map(([policy, name]) => ({ id: policy, name })) };
}

export function viewNow({ open, opensAt, closesAt }: CalendarNow) {
  return { open, opensAt: isoOf(opensAt), closesAt: isoOf(closesAt) };
}

const fromOf = ({ effectiveFrom }: Calendar) => effectiveFrom ?? '';
const isoOf = (at: number | null) => (at === null ? null : new Date(at).toISOString());
