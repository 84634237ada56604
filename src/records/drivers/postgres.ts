import { type Dialect, PostgresDialect } from 'kysely';
import pg from 'pg';

/** A PostgreSQL server; 64-bit integers come as numbers, as the embedded engine gives them. */
export function postgresDialect(url: string): Dialect {
  const types = new pg.TypeOverrides();
  types.setTypeParser(pg.types.builtins.INT8, Number);
  return new PostgresDialect({ pool: new pg.Pool({ connectionString: url, max: 10, types }) });
}
