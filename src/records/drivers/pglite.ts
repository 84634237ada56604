import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { type Dialect, PGliteDialect } from 'kysely';

const INT8 = 20;

/** The embedded engine on a folder. It does not lock the folder: whoever opens it holds a lock of ours. */
export function pgliteDialect(path: string): Dialect {
  return new PGliteDialect({
    pglite: async () => {
      if (!existsSync(join(path, 'PG_VERSION'))) await makeFolder(path);
      return PGlite.create(path, { parsers: { [INT8]: Number } });
    },
  });
}

/**
 * Making the folder takes the engine 0.9 GB: a thread of its own gives them back when it ends. It is made beside its place
 * and moved there when whole, so that a process killed meanwhile leaves no half of one.
 */
async function makeFolder(path: string): Promise<void> {
  const making = `${path}-in-the-making`;
  rmSync(making, { recursive: true, force: true });
  await new Promise<void>((resolve, reject) => {
    const worker = new Worker(new URL('./make-pglite-folder.ts', import.meta.url), { workerData: making });
    worker.once('error', reject);
    worker.once('exit', () => resolve());
  });
  renameSync(making, path);
}
