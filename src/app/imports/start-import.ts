import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseMapping } from '#connectors/csv/mapping.ts';
import type { ImportView } from '#contract/schemas/data-in/import.ts';
import { VigieError } from '#domain/error.ts';
import type { App } from '../app.ts';
import { importFile } from './import-file.ts';
import { runInBackground } from './running-imports.ts';

export interface Upload {
  readonly name: string;
  readonly source: string;
  readonly mapping?: unknown;
  readonly bytes: Readable;
}

/** Where uploaded files wait; each is removed when its import has ended. */
export function uploadFolder({ dataFolder }: { readonly dataFolder: string }): string {
  return join(dataFolder, 'uploads');
}

/** Takes the bytes of a file to the disk, then imports it in the background; the answer is how the import begins. */
export async function startImport(
  app: App,
  upload: Upload,
  onFailure: (error: unknown) => void = () => {},
): Promise<ImportView> {
  // A mapping that cannot be used is refused at once, not by an import that fails later.
  if (upload.mapping !== undefined) parseMapping(upload.mapping);
  const importId = randomUUID();
  const path = join(uploadFolder(app), importId);
  const { name, source } = upload;
  await mkdir(uploadFolder(app), { recursive: true });
  try {
    await pipeline(upload.bytes, createWriteStream(path, { flags: 'wx', mode: 0o600 }));
    const { size } = await stat(path);
    if (size === 0) throw new VigieError('import.empty', { file: name });
    const read = { kind: 'file', path, name, source, mapping: upload.mapping ?? null } as const;
    const work = () => importFile(app, { read, name, source, importId }).finally(() => rm(path, { force: true }));
    return await runInBackground(app, { importId, name, source, totalBytes: size, work, onFailure });
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
}

/** Removes what uploads of an earlier process left: their imports were cut off and are to be sent again. */
export async function clearUploads(installation: { readonly dataFolder: string }): Promise<void> {
  await rm(uploadFolder(installation), { recursive: true, force: true });
}
