import type { z } from 'zod';
import type { ImportView, rejectedLine } from '#contract/schemas/data-in/import.ts';
import { type ErrorEntry, type ErrorParams, fillTemplate, type Language, VigieError } from '#domain/error.ts';
import { type ErrorCode, errorCatalogue } from '#domain/error-catalogue.ts';
import { findImport, type ImportRecord, listImports } from '#records/imports.ts';
import type { App } from '../app.ts';
import { parseCursor, writeCursor } from '../cursor.ts';
import { samples } from '../samples.ts';
import { type ImportProgress, runningImports } from './import-progress.ts';

/** Imports, newest first, each as it stands now. */
export async function listImportViews(app: App, language: Language): Promise<ImportView[]> {
  const records = await listImports(app.records, app.workspace);
  return records.map((record) => viewOf(app, record, language));
}

export async function getImportView(app: App, id: string, language: Language): Promise<ImportView> {
  const record = await findImport(app.records, app.workspace, id);
  if (record === null) throw new VigieError('import.unknown', { id: id.slice(0, 100) });
  return viewOf(app, record, language);
}

/** Rejected lines of an import in the order of the file. */
export async function listRejectedLines(
  app: App,
  importId: string,
  page: { readonly after?: string | undefined; readonly limit: number },
): Promise<{ items: z.infer<typeof rejectedLine>[]; next: string | null }> {
  await getImportView(app, importId, 'en');
  const after = page.after === undefined ? 0 : parseCursor(page.after, ['number'])[0];
  const rows = await app.records
    .selectFrom('deadLetters')
    .select(['id', 'line', 'path', 'code', 'reason'])
    .where('workspace', '=', app.workspace)
    .where('importId', '=', importId)
    .where('id', '>', after)
    .orderBy('id')
    .limit(page.limit + 1)
    .execute();
  const shown = rows.slice(0, page.limit);
  const last = shown.at(-1);
  return {
    items: shown.map((row) => ({ line: row.line ?? 0, column: row.path, code: row.code, message: row.reason })),
    next: rows.length > shown.length && last !== undefined ? writeCursor([last.id]) : null,
  };
}

function viewOf(app: App, record: ImportRecord, language: Language): ImportView {
  const live = runningImports(app).find((one) => one.importId === record.id);
  const { accepted, duplicates, rejected } = live ?? record;
  const events = accepted + duplicates;
  return {
    id: record.id,
    name: record.name,
    source: record.source,
    sample: Object.values(samples).find(({ source }) => source === record.source)?.id ?? null,
    state: stateOf(live?.state ?? record.state),
    bytes: live?.bytesRead ?? record.bytesRead,
    totalBytes: record.bytesTotal,
    events,
    accepted,
    duplicates,
    rejected,
    tickets: live?.folded ?? record.tickets ?? 0,
    ratePerSecond: live?.rate ?? averageRate(record, events, app.now()),
    secondsLeft: live?.secondsLeft ?? null,
    startedAt: record.startedAt.toISOString(),
    endedAt: live === undefined ? (record.finishedAt?.toISOString() ?? null) : null,
    error: live === undefined ? errorOf(record, language) : null,
  };
}

function stateOf(state: ImportProgress['state']): ImportView['state'] {
  return state === 'interrupted' ? 'failed' : state;
}

function averageRate(record: ImportRecord, events: number, now: number): number | null {
  const seconds = ((record.finishedAt?.getTime() ?? now) - record.startedAt.getTime()) / 1000;
  return seconds > 0 ? Math.round(events / seconds) : null;
}

function errorOf(record: ImportRecord, language: Language): ImportView['error'] {
  if (record.state !== 'failed' && record.state !== 'interrupted') return null;
  const code = record.state === 'interrupted' ? 'import.interrupted' : record.errorCode;
  const known: ErrorCode =
    code !== null && Object.hasOwn(errorCatalogue, code) ? (code as ErrorCode) : 'server.unexpected';
  const entry: ErrorEntry = errorCatalogue[known];
  const params = { id: record.id, ...(record.errorParams as ErrorParams | null) };
  return {
    code: known,
    detail: fillTemplate(entry.message[language], params),
    todo: fillTemplate(entry.todo[language], params),
  };
}
