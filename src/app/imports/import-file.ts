import { randomUUID } from 'node:crypto';
import { stat } from 'node:fs/promises';
import type { Rejected } from '#connectors/file/batch.ts';
import { VigieError } from '#domain/error.ts';
import type { ErrorCode } from '#domain/error-catalogue.ts';
import { addDeadLetters, startImport, updateImport } from '#records/imports.ts';
import type { App } from '../app.ts';
import type { ReadRequest } from '../workers/tasks.ts';
import { BatchAppender } from './append-batches.ts';
import { HashSet } from './hash-set.ts';
import { ImportMeter, type ImportProgress, trackImport, untrackImport } from './import-progress.ts';
import { ProgressKeeper } from './keep-progress.ts';
import { type BatchSink, readBatches } from './read-batches.ts';

export interface ImportRequest {
  readonly read: ReadRequest;
  readonly name: string;
  readonly source: string;
  readonly importId?: string;
  /** Told of every rejected row as it is found. */
  readonly onRejected?: (rejected: readonly Rejected[]) => void;
  readonly onNotice?: (notice: { code: ErrorCode; params: Readonly<Record<string, string | number>> }) => void;
  readonly onProgress?: (progress: ImportProgress) => void;
}

/** What an import came to. `tickets` counts the tickets that the file tells of, known before or not. */
export interface ImportSummary {
  readonly importId: string;
  readonly accepted: number;
  readonly duplicates: number;
  readonly rejected: number;
  readonly tickets: number;
}

/** Rejected rows kept in the records of one import; all of them still reach `onRejected`. */
const KEPT_DEAD_LETTERS = 1_000;

/**
 * Reads a file (or a generated sample) to its end: good rows are journalled and folded, rejected ones are counted, kept
 * and passed on. Importing again changes nothing, so an import that was cut off is completed by running it again.
 */
export async function importFile(app: App, request: ImportRequest): Promise<ImportSummary> {
  const importId = request.importId ?? randomUUID();
  const bytesTotal = request.read.kind === 'file' ? await fileSize(request.read.path) : null;
  const meter = new ImportMeter(importId, bytesTotal, request.onProgress ?? (() => {}));
  const { name, source } = request;
  const record = { workspace: app.workspace, id: importId, name, source, bytesTotal };
  const keeper = await ProgressKeeper.start(app, meter);
  trackImport(app, meter);
  try {
    await startImport(app.records, { ...record, startedAt: new Date(app.now()) });
    const tickets = await run(app, request, meter).finally(() => keeper.pause());
    await finish(app, meter, { state: 'done', tickets });
    const { accepted, duplicates, rejected } = meter;
    return { importId, accepted, duplicates, rejected, tickets };
  } catch (error) {
    const known = error instanceof VigieError;
    const params = JSON.stringify(known ? error.params : {});
    const outcome = { state: 'failed', errorCode: known ? error.code : 'unexpected', errorParams: params } as const;
    // Where the records are away too, it is found abandoned once they are back.
    await finish(app, meter, outcome).catch(() => undefined);
    throw error;
  } finally {
    untrackImport(app, importId);
    await keeper.stop();
  }
}

async function run(app: App, request: ImportRequest, meter: ImportMeter): Promise<number> {
  const appender = new BatchAppender(app);
  const tickets = new HashSet();
  let kept = 0;
  const sink: BatchSink = async (worker, batch, onEncoded) => {
    const appended = await appender.append(worker, batch, onEncoded);
    for (let at = 0; at < batch.tickets.length; at += 2) {
      tickets.add(batch.tickets[at] as number, batch.tickets[at + 1] as number);
    }
    meter.accepted += appended.accepted;
    meter.duplicates += appended.duplicates;
    meter.rejected += batch.rejected.length;
    meter.bytesRead = Math.max(meter.bytesRead, batch.bytesRead);
    for (const notice of batch.notices) request.onNotice?.(notice);
    if (batch.rejected.length > 0) {
      request.onRejected?.(batch.rejected);
      const letters = batch.rejected.slice(0, KEPT_DEAD_LETTERS - kept);
      kept += letters.length;
      await addDeadLetters(
        app.records,
        app.workspace,
        letters.map((row) => deadLetter(row, meter.importId)),
      );
    }
    meter.report();
  };
  await readBatches(app.pool, request.read, sink);
  meter.startFolding();
  await app.folds.foldPending({
    onProgress: ({ folded, total }) => {
      meter.folded = folded;
      meter.toFold = total;
      meter.report();
    },
  });
  return tickets.size;
}

function deadLetter(row: Rejected, importId: string) {
  const { line, column, code, reason, raw } = row;
  return { importId, line, path: column, code, reason, raw };
}

async function finish(
  app: App,
  meter: ImportMeter,
  outcome: { state: 'done' | 'failed'; tickets?: number; errorCode?: string; errorParams?: string },
): Promise<void> {
  meter.state = outcome.state;
  const { bytesRead, accepted, duplicates, rejected } = meter;
  const counts = { bytesRead, accepted, duplicates, rejected, finishedAt: new Date(app.now()) };
  await updateImport(app.records, app.workspace, meter.importId, { ...counts, ...outcome });
  meter.report(true);
}

async function fileSize(path: string): Promise<number> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') throw new VigieError('file.no-such-file', { file: path });
    throw new VigieError('file.not-readable', { file: path, reason: error.code ?? error.message }, { cause: error });
  });
  if (!found.isFile()) throw new VigieError('file.not-a-file', { file: path });
  return found.size;
}
