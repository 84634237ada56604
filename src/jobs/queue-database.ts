import { CompiledQuery } from 'kysely';
import type { Db } from 'pg-boss';
import type { Installation } from '#app/installation.ts';

/** The records as the queues use them: tables of their own, for all workspaces. */
export function queueDatabase({ records }: Pick<Installation, 'records'>): Db {
  // The library names its own columns.
  const everywhere = records.everywhere.withoutPlugins();
  return {
    executeSql: (text, values = []) =>
      everywhere.connection().execute(async (connection) => {
        try {
          const { rows } = await connection.executeQuery(CompiledQuery.raw(text, values));
          return { rows };
        } catch (error) {
          // A text with a transaction of its own may have stopped in the middle of it.
          await connection.executeQuery(CompiledQuery.raw('rollback')).catch(() => undefined);
          throw error;
        }
      }),
  };
}
