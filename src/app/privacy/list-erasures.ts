import type { ErasureView } from '#contract/schemas/privacy.ts';
import { type ErasureRecord, listErasures } from '#records/erasures.ts';
import type { App } from '../app.ts';
import { parseCursor, writeCursor } from '../cursor.ts';

/** Erasures, newest first; none says whom it was of. */
export async function listErasureViews(
  app: App,
  page: { readonly after?: string | undefined; readonly limit: number },
): Promise<{ items: ErasureView[]; next: string | null }> {
  const [atMs, id] = page.after === undefined ? [null, ''] : parseCursor(page.after, ['number', 'string']);
  const after = atMs === null ? undefined : { requestedAt: new Date(atMs), id };
  const rows = await listErasures(app.records, app.workspace, { limit: page.limit + 1, after });
  const shown = rows.slice(0, page.limit);
  const last = shown.at(-1);
  return {
    items: shown.map(viewErasure),
    next: rows.length > shown.length && last !== undefined ? writeCursor([last.requestedAt.getTime(), last.id]) : null,
  };
}

export function viewErasure(record: ErasureRecord): ErasureView {
  const { id, state, pseudonym, requestedBy, requestedAt, finishedAt, tickets, events, rejected } = record;
  const times = { requestedAt: requestedAt.toISOString(), finishedAt: finishedAt?.toISOString() ?? null };
  return { id, state, pseudonym, requestedBy, ...times, tickets, events, rejected };
}
