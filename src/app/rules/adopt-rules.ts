import { isDeepStrictEqual } from 'node:util';
import { parsePolicy } from '#domain/sla/parse-policy.ts';
import { readRules } from '#domain/sla/replay.ts';
import { parseCalendar } from '#domain/time/parse-calendar.ts';
import { listRules, type Rules, saveRules } from '#records/rules.ts';
import { getWorkspace, updateWorkspace } from '#records/workspaces.ts';
import type { App } from '../app.ts';
import { type By, recordAudit } from '../audit/record-audit.ts';

/** Calendars and policies as people write them. */
export interface GivenRules {
  readonly calendars: readonly unknown[];
  readonly policies: readonly unknown[];
}

export interface Adoption {
  /** Whether anything is new: the figures are then to be folded again. */
  readonly changed: boolean;
  /** The calendar in which business time is counted. */
  readonly businessCalendar: string;
  readonly timeZone: string;
}

/**
 * Brings calendars and policies into force beside those that are there; given again they change nothing. A workspace
 * that counted no business time yet counts it in the first calendar, and takes its zone if it holds no data. Throws what
 * is wrong with a rule, or with all of them together, before anything is kept.
 */
export async function adoptRules(app: App, given: GivenRules, by: By): Promise<Adoption> {
  const stored = await listRules(app.records, app.workspace);
  const calendars = given.calendars.map((input) => parseCalendar(input).calendar);
  const policies = given.policies.map(parsePolicy);
  const fresh = {
    calendars: calendars.filter((calendar) => !stored.calendars.some((known) => isDeepStrictEqual(known, calendar))),
    policies: policies.filter(
      (policy) => !stored.policies.some((known) => isDeepStrictEqual(known, { ...policy, version: known.version })),
    ),
  };
  checkTogether(stored, fresh);
  const { changed } = await saveRules(app.records, app.workspace, fresh);
  if (changed) await auditRules(app, fresh, by);
  const [first] = calendars;
  const workspace = await getWorkspace(app.records, app.workspace);
  if (first && workspace.businessCalendar === 'always') {
    const zone = (await app.journal.lastSeq()) === 0 ? { timeZone: first.timeZone } : {};
    await updateWorkspace(app.records, app.workspace, { businessCalendar: first.id, ...zone });
  }
  const { businessCalendar, timeZone } = await getWorkspace(app.records, app.workspace);
  return { changed, businessCalendar, timeZone };
}

/** Says in the audit log which calendars and policies came into force. */
export async function auditRules(app: App, rules: Rules, by: By): Promise<void> {
  const details = {
    calendars: rules.calendars.map(({ id }) => id),
    policies: rules.policies.map(({ id }) => id),
  };
  await recordAudit(app.records, app.workspace, by, { action: 'rules.changed', details });
}

/** New rules replace those of the same id in this check: whether the versions of one follow each other is kept apart. */
function checkTogether(stored: Awaited<ReturnType<typeof listRules>>, fresh: typeof stored): void {
  const without = <T extends { readonly id: string }>(kept: readonly T[], added: readonly T[]) => [
    ...kept.filter(({ id }) => !added.some((one) => one.id === id)),
    ...added,
  ];
  readRules(without(stored.calendars, fresh.calendars), without(stored.policies, fresh.policies));
}
