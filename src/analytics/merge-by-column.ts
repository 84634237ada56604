import type { Analytics } from './client.ts';

const settings = {
  vertical_merge_algorithm_min_rows_to_activate: 1,
  vertical_merge_algorithm_min_columns_to_activate: 1,
};

/**
 * Lets the embedded engine merge large parts a column at a time, however few rows they have. By itself it does so from
 * 131,072 rows on, and below holds buffers of every column of every part at once: with tickets in four parts, 25,000 rows
 * each, 141 MiB and 0.8 s, a column at a time 18 MiB and 0.4 s. It shares the memory of the process, a server has its own.
 */
export async function mergeByColumn(analytics: Analytics): Promise<void> {
  if (analytics.engine !== 'chdb') return;
  const others = await analytics.query<{ name: string }>(
    `SELECT name FROM system.tables
     WHERE database = currentDatabase() AND engine LIKE '%MergeTree'
       AND NOT (${Object.keys(settings)
         .map((setting) => `position(create_table_query, '${setting} = ') > 0`)
         .join(' AND ')})`,
    { workspace: '' },
  );
  const assignments = Object.entries(settings).map(([setting, value]) => `${setting} = ${value}`);
  for (const { name } of others)
    await analytics.command(`ALTER TABLE ${name} MODIFY SETTING ${assignments.join(', ')}`);
}
