import { reportOverrides } from '#contract/schemas/query.ts';
import { type Language, VigieError } from '#domain/error.ts';
import { getReport } from '#domain/report/get-report.ts';
import { composedId } from '#presentation/question/composed-id.ts';
import { findLink, type Link, touchLink } from '#records/links.ts';
import { listSources } from '#records/sources.ts';
import { getWorkspace } from '#records/workspaces.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { App } from '../app.ts';
import { runBoard } from '../dashboards/run-dashboard.ts';
import type { Installation } from '../installation.ts';
import { answerReport, queryOf } from '../reports/run-report.ts';
import { hashSecret } from '../secret-text.ts';
import { composedOfLink } from './composed-link.ts';
import { wallId, wallOfLink } from './wall-link.ts';

export interface LinkOpening {
  readonly token: string;
  readonly password?: string | undefined;
  readonly language: Language;
  /** Told of what nobody expected in a tile. */
  readonly onUnexpected: (error: unknown) => void;
}

/**
 * The report, dashboard or wallboard behind a link, with its figures as of now, and nothing else of the workspace. Throws `link.unknown`
 * and `link.password-wanted`.
 */
export async function openLink(installation: Installation, accounts: Accounts, opening: LinkOpening) {
  const link = await findLink(accounts.everywhere, hashSecret(opening.token), new Date(accounts.now()));
  if (link === null) throw new VigieError('link.unknown');
  await checkPassword(accounts, link, opening.password);
  const app = await installation.workspace(link.workspace);
  const [view, workspace, sources] = await Promise.all([
    viewOf(app, link, opening),
    getWorkspace(app.records, app.workspace),
    listSources(app.records, app.workspace),
  ]);
  await touchLink(accounts.everywhere, link.id, new Date(accounts.now()));
  return {
    ...{ title: link.title, workspace: workspace.name, expiresAt: link.expiresAt.toISOString(), ...view },
    attributions: sources.flatMap(({ attribution }) => (attribution === null ? [] : [attribution])),
  };
}

async function checkPassword(accounts: Accounts, link: Link, given: string | undefined): Promise<void> {
  if (link.password === null) return;
  const { password } = await accounts.auth.$context;
  const right = given !== undefined && (await password.verify({ hash: link.password, password: given }));
  if (!right) throw new VigieError('link.password-wanted');
}

async function viewOf(app: App, link: Link, opening: LinkOpening) {
  if (link.board !== null) {
    const data = await runBoard(app, link.board, { ...opening, actor: { kind: 'system' } });
    return { kind: 'dashboard' as const, board: link.board, data };
  }
  if (link.report === wallId) return wallOfLink(app, link.query);
  const overrides = reportOverrides.parse(link.query);
  const report = link.report === composedId ? composedOfLink(link.query) : getReport(link.report ?? '');
  const result = await answerReport(app, report, overrides);
  const every = queryOf(report, overrides).every ?? null;
  return { kind: 'report' as const, report, every, result };
}
