import type { Analytics } from './client.ts';

const settings = ['rows', 'columns'].map((what) => `vertical_merge_algorithm_min_${what}_to_activate = 1`).join(', ');

/**
 * Lets the embedded engine merge large parts a column at a time, however few rows they have. By itself it does so from
 * 131,072 rows on, and below holds buffers of every column of every part at once: with tickets in four parts, 25,000 rows
 * each, 141 MiB and 0.8 s, a column at a time 18 MiB and 0.4 s. It shares the memory of the process, a server has its own.
 */
export async function mergeByColumn(analytics: Analytics): Promise<void> {
  if (analytics.engine !== 'chdb') return;
  const others = await analytics.query<{ name: string }>(
    `SELECT name FROM system.tables
     WHERE database = currentDatabase() AND engine LIKE '%MergeTree' AND position(create_table_query, '${settings}') = 0`,
    { workspace: '' },
  );
  for (const { name } of others) await analytics.command(`ALTER TABLE ${name} MODIFY SETTING ${settings}`);
}
