import { findAudience } from '#app/access/find-audience.ts';
import { exportAudit, listAuditEntries } from '#app/audit/list-audit.ts';
import { recordAudit } from '#app/audit/record-audit.ts';
import { createLink } from '#app/links/create-link.ts';
import { listLinkViews, revokeLink } from '#app/links/links.ts';
import { openLink } from '#app/links/open-link.ts';
import { watchWorkspace } from '#app/live/watch-workspace.ts';
import { reportOverrides } from '#contract/schemas/query.ts';
import type { Handlers } from '../handler.ts';
import { parseInput } from '../parse-input.ts';

type Oversight = 'list-audit' | 'export-audit' | 'list-links' | 'create-link' | 'revoke-link' | 'open-link' | 'live';

const auditTypes = { csv: 'text/csv; charset=utf-8', ndjson: 'application/x-ndjson' } as const;

export const oversightHandlers: Pick<Handlers, Oversight> = {
  'list-audit': ({ app, query }) => listAuditEntries(app, query),
  async 'export-audit'({ app, query, actor, address }) {
    await recordAudit(
      app.records,
      app.workspace,
      { actor, address },
      { action: 'audit.exported', details: { ...query } },
    );
    const day = new Date(app.now()).toISOString().slice(0, 10);
    const filename = `vigie-audit-${day}.${query.format}`;
    return { type: auditTypes[query.format], filename, bytes: exportAudit(app, query) };
  },
  async 'list-links'({ app }) {
    return { items: await listLinkViews(app) };
  },
  async 'create-link'({ accounts, app, body, actor, address, language }) {
    if ('query' in body && !('dashboard' in body)) parseInput(reportOverrides, body.query, 'body', language);
    return createLink(accounts, app, body, { actor, address });
  },
  'revoke-link': ({ app, params, actor, address }) => revokeLink(app, params.id, { actor, address }),
  'open-link': ({ installation, accounts, params, body, language, log }) =>
    openLink(installation, accounts, {
      ...{ token: params.token, password: body.password, language },
      onUnexpected: (err) => log.error({ err }, 'a tile failed'),
    }),
  async live({ app, actor, signal }) {
    const audience = await findAudience(app, actor);
    return { type: 'text/event-stream', filename: null, bytes: watchWorkspace(app, audience, signal) };
  },
};
