import { PGlite } from '@electric-sql/pglite';
import { type Dialect, PGliteDialect } from 'kysely';

const INT8 = 20;

/** The embedded engine on a folder. It does not lock the folder: whoever opens it holds a lock of ours. */
export function pgliteDialect(path: string): Dialect {
  return new PGliteDialect({ pglite: () => PGlite.create(path, { parsers: { [INT8]: Number } }) });
}
