import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { PGlite, type QueryOptions, type Results } from '@electric-sql/pglite';
import { type Dialect, PGliteDialect } from 'kysely';
import { VigieError } from '#domain/error.ts';

const INT8 = 20;

/**
 * Instead of 128 MB, all of which the engine touches as it opens: that took 0.4 s of each opening, and the memory. What does
 * not fit is read again from the files, which the system caches.
 */
const SHARED_BUFFERS = '32MB';

/** The embedded engine on a folder. It does not lock the folder: whoever opens it holds a lock of ours. */
export function pgliteDialect(path: string): Dialect {
  return new PGliteDialect({
    pglite: async () => {
      if (!existsSync(join(path, 'PG_VERSION'))) await makeFolder(path);
      const startParams = [...ScriptEngine.defaultStartParams, '-c', `shared_buffers=${SHARED_BUFFERS}`];
      const engine = new ScriptEngine(path, { parsers: { [INT8]: Number }, startParams });
      await engine.waitReady.catch((cause: unknown) => {
        const reason = cause instanceof Error ? cause.message : String(cause);
        throw new VigieError('data.damaged', { part: 'records', reason }, { cause });
      });
      return engine;
    },
  });
}

/** A text of several statements, without values, answers with the rows of all of them, as a server does. */
class ScriptEngine extends PGlite {
  override async query<T>(text: string, values?: unknown[], options?: QueryOptions): Promise<Results<T>> {
    if ((values?.length ?? 0) > 0 || !/;\s*\S/.test(text)) return super.query<T>(text, values, options);
    const results = await this.exec(text, options);
    return { rows: results.flatMap(({ rows }) => rows as T[]), fields: [] };
  }
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
