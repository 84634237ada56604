import { randomUUID } from 'node:crypto';
import type { WallLayout } from '#contract/wall-layouts.ts';
import { checkBoard } from '#domain/report/dashboard.ts';
import type { Address } from '#domain/report/dashboards/address.ts';
import type { Filter } from '#domain/report/filter.ts';
import { getReport } from '#domain/report/get-report.ts';
import type { Picture } from '#domain/report/report.ts';
import { composedId } from '#presentation/question/composed-id.ts';
import { addLink } from '#records/links.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { App } from '../app.ts';
import { type By, recordAudit } from '../audit/record-audit.ts';
import { getDashboard } from '../dashboards/get-dashboard.ts';
import { hashSecret, makeSecret } from '../secret-text.ts';
import { checkComposed, queryOfComposed } from './composed-link.ts';
import { viewOfLink } from './links.ts';
import { queryOfWall, wallId } from './wall-link.ts';

interface LifeOfLink {
  readonly title: string;
  readonly expiresInDays: number;
  readonly password: string | null;
}

export interface NewReportLink extends LifeOfLink {
  readonly report: string;
  /** Parameters of the report, as its address has them; checked by the caller. */
  readonly query: Address;
}

export interface NewComposedLink extends LifeOfLink {
  readonly picture: Picture;
  /** The same of a report put together from figures. */
  readonly query: Address;
}

export interface NewDashboardLink extends LifeOfLink {
  readonly dashboard: string;
  /** The period and filters that go before those of the dashboard. */
  readonly query: Address;
}

export interface NewWallLink extends LifeOfLink {
  readonly wall: WallLayout;
  readonly filter?: Filter | undefined;
}

type NewLink = NewReportLink | NewComposedLink | NewDashboardLink | NewWallLink;

/**
 * Shares a report of the catalogue or of one's own, a dashboard, or the wallboard, by a link: read-only, with a life and maybe a password
 * of its own. Throws what a wrong report throws, `dashboard.unknown` and `dashboard.bad-parameter`.
 */
export async function createLink(accounts: Accounts, app: App, given: NewLink, by: By) {
  const shared = await sharedOf(app, given, by);
  const token = makeSecret();
  const { password } = await accounts.auth.$context;
  const link = await addLink(app.records, {
    workspace: app.workspace,
    id: randomUUID(),
    hash: hashSecret(token),
    ...shared,
    title: given.title,
    password: given.password === null ? null : await password.hash(given.password),
    createdBy: 'name' in by.actor ? by.actor.name : null,
    expiresAt: new Date(app.now() + given.expiresInDays * 86_400_000),
    lastOpenedAt: null,
  });
  const { report, dashboard } = shared;
  const details = { report, dashboard, title: given.title, expiresAt: link.expiresAt.toISOString() };
  await recordAudit(app.records, app.workspace, by, { action: 'link.created', subject: link.id, details });
  return { url: `${accounts.url}/s/${token}`, details: viewOfLink(link) };
}

function sharedOf(app: App, given: NewLink, by: By) {
  if ('wall' in given) return sharedWall(app, given);
  if ('dashboard' in given) return sharedDashboard(app, given, by);
  return 'picture' in given ? sharedComposed(given) : sharedReport(given);
}

function sharedReport({ report, query }: NewReportLink) {
  getReport(report);
  return { report, dashboard: null, board: null, query: JSON.stringify(query) };
}

function sharedComposed({ picture, query }: NewComposedLink) {
  checkComposed(query);
  return { report: composedId, dashboard: null, board: null, query: JSON.stringify(queryOfComposed(query, picture)) };
}

async function sharedWall(app: App, { wall, filter }: NewWallLink) {
  return {
    ...{ report: wallId, dashboard: null, board: null },
    query: JSON.stringify(await queryOfWall(app, wall, filter)),
  };
}

/** A dashboard is shared as it is now: what is put on it later is not seen by who has the link. */
async function sharedDashboard(app: App, { dashboard, query }: NewDashboardLink, { actor }: By) {
  const found = await getDashboard(app, actor, dashboard);
  const board = { query: { ...found.query, ...query }, tiles: found.tiles };
  checkBoard(board);
  return { report: null, dashboard, board: JSON.stringify(board), query: JSON.stringify(query) };
}
