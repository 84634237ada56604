import { randomUUID } from 'node:crypto';
import { reportOverrides } from '#contract/schemas/query.ts';
import { VigieError } from '#domain/error.ts';
import { getReport } from '#domain/report/get-report.ts';
import { addLink, findLink, type Link, listLinks, removeLink, touchLink } from '#records/links.ts';
import { listSources } from '#records/sources.ts';
import { getWorkspace } from '#records/workspaces.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { App } from '../app.ts';
import { type By, recordAudit } from '../audit/record-audit.ts';
import type { Installation } from '../installation.ts';
import { questionOfReport, runReport } from '../reports/run-report.ts';
import { hashSecret, makeSecret } from '../secret-text.ts';

export interface NewLink {
  readonly report: string;
  /** Parameters of the report, as its address has them; checked by the caller. */
  readonly query: Readonly<Record<string, string>>;
  readonly title: string;
  readonly expiresInDays: number;
  readonly password: string | null;
}

/** Shares a report by a link, read-only, with a life and maybe a password of its own. Throws what a wrong report throws. */
export async function createLink(accounts: Accounts, app: App, given: NewLink, by: By) {
  getReport(given.report);
  const token = makeSecret();
  const { password } = await accounts.auth.$context;
  const link = await addLink(app.records, {
    workspace: app.workspace,
    id: randomUUID(),
    hash: hashSecret(token),
    report: given.report,
    query: JSON.stringify(given.query),
    title: given.title,
    password: given.password === null ? null : await password.hash(given.password),
    createdBy: 'name' in by.actor ? by.actor.name : null,
    expiresAt: new Date(app.now() + given.expiresInDays * 86_400_000),
    lastOpenedAt: null,
  });
  const details = { report: given.report, title: given.title, expiresAt: link.expiresAt.toISOString() };
  await recordAudit(app.records, app.workspace, by, { action: 'link.created', subject: link.id, details });
  return { url: `${accounts.url}/s/${token}`, details: viewOf(link) };
}

export async function listLinkViews(app: App) {
  return (await listLinks(app.records, app.workspace)).map(viewOf);
}

/** Throws `link.unknown`. */
export async function revokeLink(app: App, id: string, by: By): Promise<void> {
  const removed = await removeLink(app.records, app.workspace, id);
  if (removed === null) throw new VigieError('link.unknown');
  const details = { report: removed.report, title: removed.title };
  await recordAudit(app.records, app.workspace, by, { action: 'link.revoked', subject: id, details });
}

/** The report behind a link, with its figures as of now. Throws `link.unknown` and `link.password-wanted`. */
export async function openLink(installation: Installation, accounts: Accounts, token: string, given?: string) {
  const link = await findLink(accounts.everywhere, hashSecret(token), new Date(accounts.now()));
  if (link === null || link.report === null) throw new VigieError('link.unknown');
  if (link.password !== null) {
    const { password } = await accounts.auth.$context;
    const right = given !== undefined && (await password.verify({ hash: link.password, password: given }));
    if (!right) throw new VigieError('link.password-wanted');
  }
  const app = await installation.workspace(link.workspace);
  const overrides = reportOverrides.parse(link.query);
  const [result, workspace, sources] = await Promise.all([
    runReport(app, link.report, overrides),
    getWorkspace(app.records, app.workspace),
    listSources(app.records, app.workspace),
  ]);
  await touchLink(accounts.everywhere, link.id, new Date(accounts.now()));
  const expiresAt = link.expiresAt.toISOString();
  return {
    ...{ title: link.title, workspace: workspace.name, report: getReport(link.report), expiresAt, result },
    every: questionOfReport(link.report, overrides).every ?? null,
    attributions: sources.flatMap(({ attribution }) => (attribution === null ? [] : [attribution])),
  };
}

function viewOf({ id, report, title, password, createdBy, createdAt, expiresAt, lastOpenedAt }: Link) {
  return {
    ...{ id, report: report ?? '', title, createdBy },
    hasPassword: password !== null,
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    lastOpenedAt: lastOpenedAt?.toISOString() ?? null,
  };
}
