import { join } from 'node:path';
import { measureJournal, readJournal } from '#analytics/journal-pieces.ts';
import { VigieError } from '#domain/error.ts';
import { listWorkspaceIds } from '#records/workspaces.ts';
import type { Installation } from '../installation.ts';
import { secretFile } from '../keys.ts';
import { compress } from './compress.ts';
import { encodeBackup, type PartContent } from './encode-backup.ts';
import { type Manifest, manifestOf } from './manifest.ts';
import { type SpooledRecords, spoolRecords } from './spool-records.ts';

/** How far a back-up is: rows of the records and events of the journals, of both together. */
export type BackupProgress = (done: number, total: number) => void;

/** A back-up that is being taken. */
export interface TakenBackup {
  readonly manifest: Manifest;
  readonly rows: number;
  readonly events: number;
  /** Its bytes, to be read once. */
  readonly bytes: AsyncIterable<Buffer>;
}

const running = new WeakSet<Installation>();

/**
 * Backs an installation up while it runs, for as long as `use` reads it. The records are of one instant, the journals reach
 * up to what was durable just after; facts are not in it, since they are derived. Until `use` ends no journal is rewritten.
 * Throws `backup.running`, and what `use` throws.
 */
export async function takeBackup<T>(
  installation: Installation,
  use: (taken: TakenBackup) => Promise<T>,
  onProgress: BackupProgress = () => {},
): Promise<T> {
  if (running.has(installation)) throw new VigieError('backup.running');
  running.add(installation);
  try {
    // One that is opened finishes what was half erased first, which it could not while no journal is rewritten.
    for (const id of await listWorkspaceIds(installation.records.everywhere)) await installation.workspace(id);
    return await installation.rewrites.run(async () => {
      const spooled = await spoolRecords(installation.records, join(installation.dataFolder, 'backup-spool'));
      try {
        return await use(await describe(installation, spooled, onProgress));
      } finally {
        await spooled.remove();
      }
    });
  } finally {
    running.delete(installation);
  }
}

async function describe(
  installation: Installation,
  spooled: SpooledRecords,
  onProgress: BackupProgress,
): Promise<TakenBackup> {
  const journals: { workspace: string; lastSeq: number }[] = [];
  let events = 0;
  for (const workspace of spooled.workspaces) {
    const app = await installation.workspace(workspace);
    const lastSeq = await app.journal.lastSeq();
    journals.push({ workspace, lastSeq });
    events += (await measureJournal(app.analytics, { workspace, upTo: lastSeq })).events;
  }
  const { keys, now } = installation;
  const manifest = manifestOf(spooled.records, journals, { atMs: now(), secretMark: keys.mark });
  const total = spooled.rows + events;
  let done = 0;
  const onRows = (rows: number) => {
    done += rows;
    onProgress(done, total);
  };
  const bytes = encodeBackup(manifest, partsOf(installation, manifest, spooled, onRows));
  return { manifest, rows: spooled.rows, events, bytes };
}

async function* partsOf(
  installation: Installation,
  manifest: Manifest,
  spooled: SpooledRecords,
  onRows: (rows: number) => void,
): AsyncGenerator<PartContent> {
  const { keys } = installation;
  if (keys.kept !== null) yield { name: secretFile, rows: 0, content: Buffer.from(`${keys.kept}\n`) };
  for await (const part of spooled.parts()) {
    yield part;
    onRows(part.rows);
  }
  for (const [at, { workspace, lastSeq }] of (manifest.journals ?? []).entries()) {
    const { analytics } = await installation.workspace(workspace);
    let part = 0;
    for await (const { rows, block } of readJournal(analytics, { workspace, upTo: lastSeq })) {
      const name = `journal/${at + 1}/${String(++part).padStart(6, '0')}.native.zst`;
      yield { name, rows, content: await compress(block) };
      onRows(rows);
    }
  }
}
