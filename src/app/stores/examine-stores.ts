import { sql } from 'kysely';
import { factTables } from '#domain/kpi/facts/index.ts';
import { listImports } from '#records/imports.ts';
import { listRules } from '#records/rules.ts';
import { getWorkspace } from '#records/workspaces.ts';
import type { App } from '../app.ts';
import type { Installation } from '../installation.ts';

/** What an operator wants to know of open stores. Counts of facts are rows; instants ISO 8601. */
export interface StoresReport {
  readonly engines: { readonly records: string; readonly analytics: string };
  readonly workspace: { readonly timeZone: string; readonly businessCalendar: string };
  readonly journal: { readonly events: number; readonly unfolded: number };
  readonly facts: Readonly<Record<string, number>>;
  readonly rules: { readonly calendars: number; readonly policies: number };
  readonly lastImport: {
    readonly name: string;
    readonly source: string;
    readonly state: string;
    readonly startedAt: string;
    readonly accepted: number;
    readonly duplicates: number;
    readonly rejected: number;
  } | null;
}

/** Looks at both stores; throws what they throw when they do not answer. */
export async function examineStores(installation: Installation, app: App): Promise<StoresReport> {
  const { records, workspace: id, journal } = app;
  const [workspace, rules, imports, recordsVersion, analyticsVersion] = await Promise.all([
    getWorkspace(records, id),
    listRules(records, id),
    listImports(records, id, 1),
    sql<{ version: string }>`select version() as version`.execute(records),
    installation.analytics.query<{ version: string }>('SELECT version() AS version', { workspace: id }),
  ]);
  const unfolded = Math.max(0, (await journal.lastSeq()) - workspace.foldedSeq);
  return {
    engines: {
      records: (recordsVersion.rows[0]?.version ?? '').split(' on ')[0] ?? '',
      analytics: `ClickHouse ${analyticsVersion[0]?.version ?? ''}`,
    },
    workspace: { timeZone: workspace.timeZone, businessCalendar: workspace.businessCalendar },
    journal: { events: await countRows(app, 'events'), unfolded },
    facts: await countFacts(app),
    rules: { calendars: rules.calendars.length, policies: rules.policies.length },
    lastImport: imports[0] ? describeImport(imports[0]) : null,
  };
}

async function countFacts(app: App): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const table of Object.keys(factTables)) counts[table] = await countRows(app, `${table} FINAL`);
  return counts;
}

async function countRows(app: App, table: string): Promise<number> {
  const sqlText = `SELECT count() AS rows FROM ${table} WHERE workspace = {workspace:String}`;
  const [found] = await app.analytics.query<{ rows: number }>(sqlText, { workspace: app.workspace });
  return found?.rows ?? 0;
}

function describeImport(record: Awaited<ReturnType<typeof listImports>>[number]) {
  const { name, source, state, startedAt, accepted, duplicates, rejected } = record;
  return { name, source, state, startedAt: startedAt.toISOString(), accepted, duplicates, rejected };
}
