import { VigieError } from '#domain/error.ts';
import { saveMember } from '#records/members.ts';
import { ensureWorkspace, getWorkspace, listWorkspaces, updateWorkspace, type Workspace } from '#records/workspaces.ts';
import type { App } from '../app.ts';
import { type By, recordAudit } from '../audit/record-audit.ts';
import type { Installation } from '../installation.ts';

export interface WorkspaceChange {
  readonly name?: string | undefined;
  readonly timeZone?: string | undefined;
  readonly agentsSeeNames?: boolean | undefined;
}

export async function describeWorkspace(app: App) {
  return viewOf(await getWorkspace(app.records, app.workspace));
}

export async function changeWorkspace(app: App, change: WorkspaceChange, by: By) {
  const before = viewOf(await getWorkspace(app.records, app.workspace));
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  if (Object.keys(given).length > 0) await updateWorkspace(app.records, app.workspace, given);
  const after = viewOf(await getWorkspace(app.records, app.workspace));
  const deed = { action: 'workspace.changed', subject: app.workspace, details: { from: before, to: after } };
  await recordAudit(app.records, app.workspace, by, deed);
  return after;
}

/** Every workspace of the installation, the oldest first. */
export async function listWorkspaceViews({ records }: Installation) {
  return (await listWorkspaces(records.everywhere)).map(viewOf);
}

export interface NewWorkspace {
  readonly id: string;
  readonly name: string;
  readonly timeZone: string;
}

/** Makes a workspace; whoever makes it is its owner. Throws `workspace.exists`. */
export async function createWorkspace(installation: Installation, given: NewWorkspace, by: By) {
  const { everywhere } = installation.records;
  if (!(await ensureWorkspace(everywhere, given))) throw new VigieError('workspace.exists', { id: given.id });
  if (by.actor.kind === 'member' || by.actor.kind === 'guest') {
    const owner = { workspace: given.id, userId: by.actor.id, role: 'owner' as const };
    await saveMember(everywhere, { ...owner, teams: [], agents: [] });
  }
  await recordAudit(everywhere, given.id, by, {
    action: 'workspace.created',
    subject: given.id,
    details: { ...given },
  });
  return describeWorkspace(await installation.workspace(given.id));
}

function viewOf({ id, name, timeZone, agentsSeeNames }: Workspace) {
  return { id, name, timeZone, agentsSeeNames };
}
