import type { Audience } from '#domain/access/audience.ts';
import { factTables } from '#domain/kpi/facts/index.ts';
import { audienceFilter } from './audience-filter.ts';
import { quoteText } from './binder.ts';
import type { Analytics, Params } from './client.ts';
import { type Cluster, storedTable } from './table-ddl.ts';

/** Tables that hold rows of several workspaces. */
const workspaceTables: readonly string[] = ['events', 'erasing', ...Object.keys(factTables)];

/**
 * The store as one workspace may use it: this is the one place where statements are bound to it. A statement that does not
 * name its workspace, or names another, is refused before it is sent; and the engine itself keeps rows of others out of
 * every table that is read, whatever the statement says. With an audience, rows that it may not see are kept out likewise.
 */
export function bindWorkspace(analytics: Analytics, workspace: string, audience: Audience | null = null): Analytics {
  const guard = `additional_table_filters = ${filtersOf(workspace, audience, analytics.cluster)}`;
  const check = (sql: string, params: Params | undefined): void => {
    if (sql.includes('{workspace:String}') && params?.workspace === workspace) return;
    throw new Error(`A statement is not bound to the workspace ${workspace}: ${sql.slice(0, 200)}`);
  };
  return {
    ...analytics,
    async query(sql, params) {
      check(sql, params);
      return analytics.query(withSetting(sql, guard), params);
    },
    async queryBytes(sql, params, format) {
      check(sql, params);
      return analytics.queryBytes(withSetting(sql, guard), params, format);
    },
    async command(sql, params) {
      check(sql, params);
      return analytics.command(sql, params);
    },
    async close() {
      throw new Error('The store belongs to the installation, which closes it.');
    },
  };
}

/** As a clause of the statement: a setting given beside it would stay with the embedded engine for those after. */
function withSetting(sql: string, setting: string): string {
  const hasClause = /\bSETTINGS\b/.test(sql.slice(sql.lastIndexOf(')')));
  return `${sql}${hasClause ? ',' : ' SETTINGS'} ${setting}`;
}

/**
 * A map of ClickHouse, table → condition; the id is quoted in the condition, and the condition in the map. A cluster heeds
 * a filter on the table that holds the rows, and passes over one on the distributed table.
 */
function filtersOf(workspace: string, audience: Audience | null, cluster: Cluster | null): string {
  const ofWorkspace = `workspace = ${quoteText(workspace)}`;
  const entries = workspaceTables.map((table) => {
    const seen = audience === null ? ofWorkspace : `${ofWorkspace} AND ${audienceFilter(table, audience, workspace)}`;
    return `${quoteText(storedTable(table, cluster))}: ${quoteText(seen)}`;
  });
  return `{${entries.join(', ')}}`;
}
