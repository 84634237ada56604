import { randomUUID } from 'node:crypto';
import type { Visibility } from '#domain/access/visibility.ts';
import { type Language, VigieError } from '#domain/error.ts';
import { checkReport } from '#domain/report/dashboard.ts';
import { type Address, checkAddress } from '#domain/report/dashboards/address.ts';
import type { Picture } from '#domain/report/report.ts';
import {
  addSavedReport,
  findSavedReport,
  listSavedReports,
  removeSavedReport,
  type SavedReportRecord,
  updateSavedReport,
} from '#records/saved/saved-reports.ts';
import type { Actor } from '../access/actor.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { App } from '../app.ts';
import { type By, recordAudit } from '../audit/record-audit.ts';
import { canChangeSaved, canManageSaved, canReadSaved, mustHave } from '../permissions.ts';
import { ownerOf, titleOfCopy, viewSaved, visibilityOfCopy } from './saved-view.ts';

/** Saved reports have no layout that others could change: they are one's own, or read by all. */
type SavedVisibility = Exclude<Visibility, 'editable'>;

export interface NewSavedReport {
  readonly title: string;
  readonly description: string;
  readonly report: string | null;
  readonly query: Address;
  readonly picture: Picture | null;
  readonly visibility: SavedVisibility;
}

export type SavedReportChange = {
  readonly [K in keyof Omit<NewSavedReport, 'report'>]?: NewSavedReport[K] | undefined;
};

/** Those that somebody sees, by title. */
export async function listSavedReportViews(accounts: Accounts, app: App, actor: Actor) {
  const all = await listSavedReports(app.records, app.workspace);
  return viewsOf(
    accounts,
    app,
    actor,
    all.filter((saved) => canReadSaved(actor, saved)),
  );
}

/** Throws `saved.unknown`, also where it is not shown to them. */
export async function getSavedReportView(accounts: Accounts, app: App, actor: Actor, id: string) {
  return viewOf(accounts, app, actor, await getSavedReport(app, actor, id));
}

/** Throws what a wrong report throws, `saved.no-owner` and `access.denied`. */
export async function saveReport(accounts: Accounts, app: App, given: NewSavedReport, by: By) {
  check(given);
  const saved = await insert(app, given, by);
  return viewOf(accounts, app, by.actor, saved);
}

/** A copy of one's own. Throws `saved.unknown`. */
export async function duplicateSavedReport(
  accounts: Accounts,
  app: App,
  id: string,
  { title, language, ...by }: By & { readonly title: string | undefined; readonly language: Language },
) {
  const from = await getSavedReport(app, by.actor, id);
  const copy = { ...contentOf(from), title: title ?? titleOfCopy(from.title, language) };
  return viewOf(accounts, app, by.actor, await insert(app, { ...copy, visibility: visibilityOfCopy(by.actor) }, by));
}

/** Throws `saved.unknown`, `saved.read-only` and `access.denied`. */
export async function changeSavedReport(accounts: Accounts, app: App, id: string, change: SavedReportChange, by: By) {
  const before = await getSavedReport(app, by.actor, id);
  if (!canChangeSaved(by.actor, before)) throw new VigieError('saved.read-only');
  const own = contentOf(before);
  const after: NewSavedReport = {
    title: change.title ?? own.title,
    description: change.description ?? own.description,
    report: own.report,
    query: change.query ?? own.query,
    picture: change.picture === undefined ? own.picture : change.picture,
    visibility: change.visibility ?? own.visibility,
  };
  if (after.visibility !== own.visibility) checkVisibility(by.actor, before, after.visibility);
  check(after);
  const { title, description, picture, visibility } = after;
  const saved = await updateSavedReport(app.records, app.workspace, id, {
    ...{ title, description, picture, visibility },
    query: JSON.stringify(after.query),
    updatedAt: new Date(app.now()),
  });
  if (saved === null) throw unknown(id);
  const details = { title, from: seen(before), to: seen(saved) };
  await recordAudit(app.records, app.workspace, by, { action: 'report.changed', subject: id, details });
  return viewOf(accounts, app, by.actor, saved);
}

/** Throws `saved.unknown` and `saved.read-only`. */
export async function dropSavedReport(app: App, id: string, by: By): Promise<void> {
  const saved = await getSavedReport(app, by.actor, id);
  if (!canManageSaved(by.actor, saved)) throw new VigieError('saved.read-only');
  await removeSavedReport(app.records, app.workspace, id);
  const details = { title: saved.title };
  await recordAudit(app.records, app.workspace, by, { action: 'report.removed', subject: id, details });
}

/** Throws `saved.unknown`, also where it is not shown to them. */
export async function getSavedReport(app: App, actor: Actor, id: string): Promise<SavedReportRecord> {
  const saved = await findSavedReport(app.records, app.workspace, id);
  if (saved === null || !canReadSaved(actor, saved)) throw unknown(id);
  return saved;
}

const unknown = (id: string) => new VigieError('saved.unknown', { id: id.slice(0, 100) });

function check({ report, query }: Pick<NewSavedReport, 'report' | 'query'>): void {
  checkAddress(query, '$.query');
  checkReport({ report, query }, '$');
}

function checkVisibility(actor: Actor, before: SavedReportRecord, visibility: Visibility): void {
  if (!canManageSaved(actor, before)) throw new VigieError('saved.read-only');
  if (visibility !== 'own') mustHave(actor, 'publish-reports');
  else if (before.owner === null) throw new VigieError('saved.no-owner', {}, { path: '$.visibility' });
}

async function insert(app: App, given: NewSavedReport, by: By): Promise<SavedReportRecord> {
  const { title, description, report, picture, visibility } = given;
  const saved = await addSavedReport(app.records, {
    ...{ workspace: app.workspace, id: randomUUID(), title, description, report, picture, visibility },
    owner: ownerOf(by.actor, visibility),
    query: JSON.stringify(given.query),
  });
  const details = { title, report, visibility };
  await recordAudit(app.records, app.workspace, by, { action: 'report.saved', subject: saved.id, details });
  return saved;
}

/** What a saved report says, which a copy of it says too. */
function contentOf({ title, description, report, query, picture, visibility }: SavedReportRecord): NewSavedReport {
  return { title, description, report, query, picture, visibility: visibility === 'own' ? 'own' : 'workspace' };
}

const seen = ({ title, visibility, query }: SavedReportRecord) => ({
  ...{ title, visibility },
  question: Object.entries(query)
    .map(([name, value]) => `${name}=${value}`)
    .join(' '),
});

async function viewsOf(accounts: Accounts, app: App, actor: Actor, records: readonly SavedReportRecord[]) {
  const view = await viewSaved(accounts, app, actor, { kind: 'report', records });
  return records.map((record) => ({
    ...view(record),
    visibility: record.visibility === 'own' ? ('own' as const) : ('workspace' as const),
    report: record.report,
    query: record.query,
    picture: record.picture,
  }));
}

async function viewOf(accounts: Accounts, app: App, actor: Actor, record: SavedReportRecord) {
  const [view] = await viewsOf(accounts, app, actor, [record]);
  return view as NonNullable<typeof view>;
}
