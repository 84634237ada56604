import { randomUUID } from 'node:crypto';
import type { Visibility } from '#domain/access/visibility.ts';
import { type Language, VigieError } from '#domain/error.ts';
import { type Board, checkBoard } from '#domain/report/dashboard.ts';
import { getTemplate } from '#domain/report/dashboards/get-template.ts';
import { boardOf } from '#domain/report/dashboards/template.ts';
import { dashboardTemplates } from '#domain/report/dashboards/templates/index.ts';
import {
  addDashboard,
  type DashboardRecord,
  listDashboards,
  removeDashboard,
  replaceDashboard,
} from '#records/saved/dashboards.ts';
import { removeSchedulesOf } from '#records/schedules/schedules.ts';
import type { Actor } from '../access/actor.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { App } from '../app.ts';
import { type By, recordAudit } from '../audit/record-audit.ts';
import { canChangeSaved, canManageSaved, canReadSaved, mustHave } from '../permissions.ts';
import { ownerOf, titleOfCopy, viewSaved, visibilityOfCopy } from '../saved/saved-view.ts';
import { getDashboard } from './get-dashboard.ts';

export interface DashboardDraft extends Board {
  readonly title: string;
  readonly description: string;
  readonly visibility: Visibility;
}

export interface NewDashboard extends Omit<DashboardDraft, 'title'> {
  readonly title?: string | undefined;
  readonly template?: string | undefined;
}

/** The templates, with how many tiles each has. */
export function listTemplates() {
  return dashboardTemplates.map(({ id, title, about, tiles }) => ({ id, title, about, tiles: tiles.length }));
}

/** Those that somebody sees, by title. */
export async function listDashboardViews(accounts: Pick<Accounts, 'everywhere'>, app: App, actor: Actor) {
  const records = (await listDashboards(app.records, app.workspace)).filter((board) => canReadSaved(actor, board));
  const view = await viewSaved(accounts, app, actor, { kind: 'dashboard', records });
  return records.map((record) => ({ ...view(record), tiles: record.tiles.length }));
}

/** Throws `dashboard.unknown`. */
export async function getDashboardView(accounts: Accounts, app: App, actor: Actor, id: string) {
  return viewOf(accounts, app, actor, await getDashboard(app, actor, id));
}

/** Makes one, from a template where it names one. Throws what `checkBoard` throws, `saved.no-owner` and `access.denied`. */
export async function createDashboard(
  accounts: Accounts,
  app: App,
  given: NewDashboard,
  { language, ...by }: By & { readonly language: Language },
) {
  const template = given.template === undefined ? null : getTemplate(given.template);
  const board = template === null ? given : boardOf(template, language);
  const title = given.title ?? template?.title[language] ?? (language === 'fr' ? 'Tableau de bord' : 'Dashboard');
  const description = given.description === '' ? (template?.about[language] ?? '') : given.description;
  const draft = { ...board, title, description, visibility: given.visibility };
  const made = await insert(app, draft, by, { template: template?.id ?? null });
  return viewOf(accounts, app, by.actor, made);
}

/** A copy of one's own. Throws `dashboard.unknown`. */
export async function duplicateDashboard(
  accounts: Accounts,
  app: App,
  id: string,
  { title, language, ...by }: By & { readonly title: string | undefined; readonly language: Language },
) {
  const from = await getDashboard(app, by.actor, id);
  const copy = { ...from, title: title ?? titleOfCopy(from.title, language), visibility: visibilityOfCopy(by.actor) };
  return viewOf(accounts, app, by.actor, await insert(app, copy, by, { copyOf: id }));
}

/**
 * Replaces a dashboard that is still at `version`. Throws `dashboard.changed` where it is not, `dashboard.unknown`,
 * `dashboard.read-only`, `access.denied` and what `checkBoard` throws.
 */
export async function changeDashboard(
  accounts: Accounts,
  app: App,
  of: { readonly id: string; readonly version: number },
  draft: DashboardDraft,
  by: By,
) {
  const before = await getDashboard(app, by.actor, of.id);
  if (!canChangeSaved(by.actor, before)) throw new VigieError('dashboard.read-only');
  if (draft.visibility !== before.visibility) checkVisibility(by.actor, before, draft.visibility);
  checkBoard(draft);
  const { title, description, visibility } = draft;
  const at = { workspace: app.workspace, ...of };
  const changes = { title, description, visibility, updatedAt: new Date(app.now()), ...textsOf(draft) };
  const after = await replaceDashboard(app.records, at, changes);
  if (after === null) {
    const { version } = await getDashboard(app, by.actor, of.id);
    throw new VigieError('dashboard.changed', { version });
  }
  const details = { title, from: seen(before), to: seen(after) };
  await recordAudit(app.records, app.workspace, by, { action: 'dashboard.changed', subject: of.id, details });
  return viewOf(accounts, app, by.actor, after);
}

/** With the schedules that send it. Throws `dashboard.unknown` and `dashboard.read-only`. */
export async function dropDashboard(app: App, id: string, by: By): Promise<void> {
  const found = await getDashboard(app, by.actor, id);
  if (!canManageSaved(by.actor, found)) throw new VigieError('dashboard.read-only');
  await removeDashboard(app.records, app.workspace, id);
  const details = { title: found.title };
  await recordAudit(app.records, app.workspace, by, { action: 'dashboard.removed', subject: id, details });
  for (const ended of await removeSchedulesOf(app.records, app.workspace, id)) {
    const of = { title: ended.title, dashboard: id };
    await recordAudit(app.records, app.workspace, by, { action: 'schedule.removed', subject: ended.id, details: of });
  }
}

function checkVisibility(actor: Actor, before: DashboardRecord, visibility: Visibility): void {
  if (!canManageSaved(actor, before)) throw new VigieError('dashboard.read-only');
  if (visibility !== 'own') mustHave(actor, 'publish-reports');
  else if (before.owner === null) throw new VigieError('saved.no-owner', {}, { path: '$.visibility' });
}

async function insert(app: App, draft: DashboardDraft, by: By, origin: object): Promise<DashboardRecord> {
  checkBoard(draft);
  const { title, description, visibility } = draft;
  const owner = ownerOf(by.actor, visibility);
  const id = randomUUID();
  const values = { workspace: app.workspace, id, title, description, visibility, owner, ...textsOf(draft) };
  const made = await addDashboard(app.records, values);
  const details = { title, visibility, tiles: draft.tiles.length, ...origin };
  await recordAudit(app.records, app.workspace, by, { action: 'dashboard.created', subject: id, details });
  return made;
}

const textsOf = ({ query, tiles }: Board) => ({ query: JSON.stringify(query), tiles: JSON.stringify(tiles) });

const seen = ({ title, visibility, tiles, version }: DashboardRecord) => ({
  ...{ title, visibility, version },
  tiles: tiles.length,
});

async function viewOf(accounts: Accounts, app: App, actor: Actor, record: DashboardRecord) {
  const view = await viewSaved(accounts, app, actor, { kind: 'dashboard', records: [record] });
  return { ...view(record), query: record.query, tiles: record.tiles, version: record.version };
}
