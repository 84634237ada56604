import { viewFor } from '#app/access/view-for.ts';
import { recordAudit } from '#app/audit/record-audit.ts';
import { recordBackup } from '#app/backup/record-backup.ts';
import { streamBackup } from '#app/backup/stream-backup.ts';
import { describeStatus } from '#app/describe-status.ts';
import { exportTypes } from '#app/reports/export-columns.ts';
import { exportFacts } from '#app/reports/export-facts.ts';
import type { Handlers } from '../handler.ts';

type Workspace = 'status' | 'export' | 'download-backup';

export const workspaceHandlers: Pick<Handlers, Workspace> = {
  async status({ app, actor }) {
    return describeStatus(await viewFor(app, actor));
  },
  async export({ app, actor, address, params, query, signal }) {
    const deed = { action: 'data.exported', subject: params.table, details: { ...query } };
    await recordAudit(app.records, app.workspace, { actor, address }, deed);
    const bytes = exportFacts(await viewFor(app, actor), { table: params.table, ...query }, signal);
    const day = new Date(app.now()).toISOString().slice(0, 10);
    return { type: exportTypes[query.format], filename: `vigie-${params.table}-${day}.${query.format}`, bytes };
  },
  async 'download-backup'({ installation, actor, address, signal }) {
    const filename = `vigie-${new Date(installation.now()).toISOString().slice(0, 10)}.backup`;
    const bytes = streamBackup(installation, {
      file: filename,
      signal,
      onTaken: ({ manifest }) => recordBackup(installation, { actor, address }, manifest),
    });
    return { type: 'application/x-tar', filename, bytes };
  },
};
