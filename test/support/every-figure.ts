import type { App } from '#app/app.ts';
import type { Installation } from '#app/installation.ts';
import { runReport } from '#app/reports/run-report.ts';
import { factTables } from '#domain/kpi/facts/index.ts';
import { reports } from '#domain/report/catalogue/index.ts';
import type { QueryResult } from '#domain/report/query.ts';
import type { RecordsStore } from '#records/client.ts';
import { digestTables, type TableDigest } from '#records/dump/digest-tables.ts';
import { tablesThatStay } from '#records/dump/stays-behind.ts';
import { listWorkspaceIds } from '#records/workspaces.ts';

/** Everything that an installation would lose or change if a restore were wrong. */
export interface EveryFigure {
  readonly records: Readonly<Record<string, TableDigest>>;
  /** Rows and a hash of the journal and of each fact table, for each workspace. */
  readonly stores: Readonly<Record<string, string>>;
  /** The answer to each report of the catalogue, for each workspace. */
  readonly reports: Readonly<Record<string, Pick<QueryResult, 'columns' | 'rows' | 'total'>>>;
}

/**
 * Reads all of it; equal for two installations only if all they say is equal. The numbers that the journal gave its events
 * count too, unless `numbers` is false: on servers, what a killed writer had reserved is a gap in them.
 */
export async function readEveryFigure(installation: Installation, { numbers = true } = {}): Promise<EveryFigure> {
  const stores: Record<string, string> = {};
  const answers: Record<string, EveryFigure['reports'][string]> = {};
  for (const id of await listWorkspaceIds(installation.records.everywhere)) {
    const app = await installation.workspace(id);
    await app.folds.settled();
    stores[`${id} events`] = await hashTable(app, 'events', numbers ? '*' : '* EXCEPT (seq)');
    for (const table of Object.keys(factTables)) {
      stores[`${id} ${table}`] = await hashTable(
        app,
        `${table} FINAL`,
        numbers ? '*' : "* EXCEPT '^(version|written)$'",
      );
    }
    for (const { id: report } of Object.values(reports)) {
      const { columns, rows, total } = await runReport(app, report);
      answers[`${id} ${report}`] = { columns, rows, total };
    }
  }
  return { records: await digestRecords(installation.records), stores, reports: answers };
}

/** Rows of a table and an order-free sum of their hashes. */
async function hashTable(app: App, table: string, columns: string): Promise<string> {
  const [row] = await app.analytics.query<{ rows: number; sum: string }>(
    `SELECT count() AS rows, toString(sum(cityHash64(toString(tuple(${columns}))))) AS sum FROM ${table}
     WHERE workspace = {workspace:String}`,
    { workspace: app.workspace },
  );
  return `${row?.rows} rows, ${row?.sum}`;
}

/** The digest of each table of the records that travels. */
export async function digestRecords(store: RecordsStore): Promise<Record<string, TableDigest>> {
  const all = Object.entries(await digestTables(store));
  return Object.fromEntries(all.filter(([name]) => !tablesThatStay.includes(name)));
}
