import { type AuditFilter, type AuditRow, listAudit } from '#records/audit.ts';
import type { App } from '../app.ts';
import { parseCursor, writeCursor } from '../cursor.ts';

export interface AuditQuestion {
  readonly actor?: string | undefined;
  readonly action?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** A page of the audit log, newest first. */
export async function listAuditEntries(
  app: App,
  question: AuditQuestion & { readonly after?: string | undefined; readonly limit: number },
) {
  const after = question.after === undefined ? null : parseCursor(question.after, ['number'])[0];
  const page = { order: 'desc', after, limit: question.limit + 1 } as const;
  const rows = await listAudit(app.records, app.workspace, filterOf(question), page);
  const shown = rows.slice(0, question.limit);
  const last = shown.at(-1);
  return { items: shown.map(viewOf), next: rows.length > shown.length && last ? writeCursor([last.id]) : null };
}

const PIECE = 1_000;
const columns = ['id', 'at', 'actorKind', 'actorId', 'actorName', 'action', 'subject', 'details', 'address'] as const;

/** The audit log as a file, oldest first, in pieces of constant size. */
export async function* exportAudit(
  app: App,
  question: AuditQuestion & { readonly format: 'csv' | 'ndjson' },
): AsyncGenerator<Uint8Array> {
  if (question.format === 'csv') yield Buffer.from(`${columns.join(',')}\n`);
  let after: number | null = null;
  for (;;) {
    const page = { order: 'asc', after, limit: PIECE } as const;
    const rows: AuditRow[] = await listAudit(app.records, app.workspace, filterOf(question), page);
    const last = rows.at(-1);
    if (last === undefined) return;
    const write = question.format === 'csv' ? csvLine : (row: AuditRow) => `${JSON.stringify(viewOf(row))}\n`;
    yield Buffer.from(rows.map(write).join(''));
    after = last.id;
  }
}

function filterOf({ actor, action, from, to }: AuditQuestion): AuditFilter {
  const instant = (text: string | undefined) => (text === undefined ? undefined : new Date(text));
  return { actor, action, from: instant(from), to: instant(to) };
}

function viewOf({ id, at, actorKind, actorId, actorName, action, subject, details, address }: AuditRow) {
  const actor = { kind: actorKind, id: actorId, name: actorName };
  return { id, at: at.toISOString(), actor, action, subject, details, address };
}

function csvLine(row: AuditRow): string {
  const cells = columns.map((name) => {
    const value = row[name];
    const text = textOf(value);
    // A spreadsheet takes a cell that begins so for a formula.
    const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  });
  return `${cells.join(',')}\n`;
}

function textOf(value: unknown): string {
  if (value === null) return '';
  if (value instanceof Date) return value.toISOString();
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
