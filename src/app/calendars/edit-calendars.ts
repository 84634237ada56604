import type { CalendarDetail } from '#contract/schemas/rules/calendars.ts';
import { type Language, VigieError } from '#domain/error.ts';
import { compileRules } from '#domain/sla/compile-rules.ts';
import type { Calendar } from '#domain/time/calendar.ts';
import { compileCalendar } from '#domain/time/compile-calendar.ts';
import { parseInstant } from '#domain/time/instant.ts';
import { parseCalendar } from '#domain/time/parse-calendar.ts';
import {
  addCalendarVersion,
  listCalendarVersions,
  removeCalendar,
  type WrittenCalendar,
} from '#records/calendars/calendars.ts';
import { changeRules } from '#records/policies/policies.ts';
import { listRules, sameJson } from '#records/rules.ts';
import { getWorkspace, updateWorkspace } from '#records/workspaces.ts';
import type { App } from '../app.ts';
import { type By, recordAudit } from '../audit/record-audit.ts';
import { getCalendarDetail, getWrittenVersions, usesOf } from './calendar-views.ts';

const idForm = /^[a-z0-9][a-z0-9-]{0,63}$/;
/** Words that stand in addresses where an id may stand, or that mean a calendar of their own. */
const reserved: readonly string[] = ['always', 'business', 'holiday-places', 'holidays', 'new', 'test'];

/** Which calendar is changed: at which version; null: a new one. */
export interface CalendarTarget {
  readonly id: string;
  readonly version: number | null;
}

/**
 * Writes the next version of a calendar: a correction where its `effectiveFrom` is there already, else one more that holds from
 * then on. What says nothing new changes nothing. Throws what `parseCalendar` and `compileRules` throw, `calendar.bad-id`,
 * `calendar.changed`, `calendar.unknown` and `calendar.version-missing`; then nothing was written.
 */
export async function saveCalendar(app: App, of: CalendarTarget, given: object, by: By): Promise<CalendarDetail> {
  const { calendar: parsed } = parseCalendar({ ...given, id: of.id });
  compileCalendar(parsed);
  const known = await listCalendarVersions(app.records, app.workspace, of.id);
  const calendar = inKnownWords(parsed, known);
  if (known.length === 0) checkNewId(of.id);
  checkVersion(of, known.at(-1)?.version ?? null);
  const corrected = known.findLast((one) => one.calendar.effectiveFrom === calendar.effectiveFrom);
  if (corrected !== undefined && sameJson(corrected.calendar, calendar)) return getCalendarDetail(app, of.id);
  await writeVersion(app, of, calendar);
  const deed = known.length === 0 ? 'calendar.created' : 'calendar.changed';
  const detail = await getCalendarDetail(app, of.id);
  await recordAudit(app.records, app.workspace, by, {
    action: deed,
    subject: of.id,
    details: { name: calendar.name, version: detail.version, from: calendar.effectiveFrom ?? null },
  });
  app.folds.request();
  return detail;
}

/** Throws `calendar.in-use`, naming what counts in it, `calendar.unknown`, `calendar.changed` and `calendar.version-missing`. */
export async function dropCalendar(
  app: App,
  of: CalendarTarget,
  { language, ...by }: By & { readonly language: Language },
): Promise<void> {
  const written = await getWrittenVersions(app.records, app.workspace, of.id);
  const name = written.at(-1)?.calendar.name ?? of.id;
  await changeRules(app.records, app.workspace, async (trx) => {
    const newest = await listCalendarVersions(trx, app.workspace, of.id);
    checkVersion(of, newest.at(-1)?.version ?? null);
    const { policies } = await listRules(trx, app.workspace);
    const uses = usesOf(of.id, policies, (await getWorkspace(trx, app.workspace)).businessCalendar);
    const business = { en: 'business time of the workspace', fr: 'temps ouvré de l’espace de travail' }[language];
    const named = [...(uses.business ? [business] : []), ...uses.policies.map((policy) => policy.name)];
    if (named.length > 0) throw new VigieError('calendar.in-use', { calendar: name, uses: named.join(', ') });
    await removeCalendar(trx, app.workspace, of.id);
  });
  await recordAudit(app.records, app.workspace, by, { action: 'calendar.removed', subject: of.id, details: { name } });
  app.folds.request();
}

/** Counts business time in another calendar. Throws `calendar.unknown`. */
export async function chooseBusinessCalendar(app: App, id: string, by: By): Promise<void> {
  const { businessCalendar } = await getWorkspace(app.records, app.workspace);
  if (id === businessCalendar) return;
  if (id !== 'always') await getWrittenVersions(app.records, app.workspace, id);
  await updateWorkspace(app.records, app.workspace, { businessCalendar: id });
  await recordAudit(app.records, app.workspace, by, {
    action: 'calendar.chosen',
    subject: id,
    details: { from: { calendar: businessCalendar }, to: { calendar: id } },
  });
  app.folds.request();
}

/** An instant is written in many ways; versions are the same one where theirs is written alike. */
function inKnownWords(calendar: Calendar, known: readonly WrittenCalendar[]): Calendar {
  const from = parseInstant(calendar.effectiveFrom ?? '');
  const same = known.findLast((one) => parseInstant(one.calendar.effectiveFrom ?? '') === from)?.calendar.effectiveFrom;
  return same === undefined ? calendar : { ...calendar, effectiveFrom: same };
}

/** What is written is judged together with all other rules, as it then stands. */
async function writeVersion(app: App, of: CalendarTarget, calendar: Calendar): Promise<void> {
  await changeRules(app.records, app.workspace, async (trx) => {
    const newest = (await listCalendarVersions(trx, app.workspace, of.id)).at(-1)?.version ?? null;
    checkVersion(of, newest);
    await addCalendarVersion(trx, app.workspace, { calendar, version: (newest ?? 0) + 1 });
    compileRules(await listRules(trx, app.workspace));
  });
}

function checkVersion({ id, version }: CalendarTarget, newest: number | null): void {
  if (newest === null && version !== null) throw new VigieError('calendar.unknown', { id: id.slice(0, 100) });
  if (newest !== null && version === null) throw new VigieError('calendar.version-missing', { id: id.slice(0, 100) });
  if (newest !== null && version !== newest) throw new VigieError('calendar.changed', { version: newest });
}

function checkNewId(id: string): void {
  if (!idForm.test(id) || reserved.includes(id)) {
    throw new VigieError('calendar.bad-id', { id: id.slice(0, 100) }, { path: '$.id' });
  }
}
