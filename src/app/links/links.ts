import { VigieError } from '#domain/error.ts';
import { type Link, listLinks, removeLink } from '#records/links.ts';
import type { App } from '../app.ts';
import { type By, recordAudit } from '../audit/record-audit.ts';

export async function listLinkViews(app: App) {
  return (await listLinks(app.records, app.workspace)).map(viewOfLink);
}

/** Throws `link.unknown`. */
export async function revokeLink(app: App, id: string, by: By): Promise<void> {
  const removed = await removeLink(app.records, app.workspace, id);
  if (removed === null) throw new VigieError('link.unknown');
  const { report, dashboard, title } = removed;
  const details = { report, dashboard, title };
  await recordAudit(app.records, app.workspace, by, { action: 'link.revoked', subject: id, details });
}

export function viewOfLink(link: Link) {
  const { id, report, dashboard, title, password, createdBy, createdAt, expiresAt, lastOpenedAt } = link;
  return {
    ...{ id, report, dashboard, title, createdBy },
    hasPassword: password !== null,
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    lastOpenedAt: lastOpenedAt?.toISOString() ?? null,
  };
}
