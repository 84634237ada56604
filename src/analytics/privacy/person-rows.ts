import { type FactTableName, factTables } from '#domain/kpi/facts/index.ts';
import type { Person } from '#domain/privacy/person.ts';
import { personColumns } from '#domain/privacy/person-columns.ts';
import type { Analytics } from '../client.ts';
import { keyColumn } from '../schema.ts';

/** Keys of a fact table whose rows are held in memory at once. */
const KEYS_AT_ONCE = 1_000;

/** A key of the journal. */
export interface JournalKey {
  readonly grain: 'ticket' | 'other';
  readonly key: string;
}

/** Keys with an event whose data holds the text of an id, as a value or a name: candidates, in their order. */
export async function listKeysHolding(analytics: Analytics, workspace: string, id: string): Promise<JournalKey[]> {
  return analytics.query<JournalKey>(
    `SELECT DISTINCT toString(grain) AS grain, key FROM events
     WHERE workspace = {workspace:String} AND position(data, {needle:String}) > 0 ORDER BY key`,
    { workspace, needle: JSON.stringify(id) },
  );
}

/** The condition under which a row of a fact table is of a person; null where no row of it is of anybody of that kind. */
function conditionOf(table: FactTableName, { kind }: Person): string | null {
  const columns = Object.entries(personColumns[table]).flatMap(([column, holds]) => {
    if (holds === kind) return [`\`${column}\` = {id:String}`];
    return holds === 'holder' && kind === 'agent' ? [`(holder = 'agent' AND \`${column}\` = {id:String})`] : [];
  });
  return columns.length === 0 ? null : `(${columns.join(' OR ')})`;
}

/** The fact tables that may hold rows of a person of that kind, names aside. */
export function tablesOfPerson(person: Person): FactTableName[] {
  return (Object.keys(factTables) as FactTableName[]).filter((table) => conditionOf(table, person) !== null);
}

type FactRow = Readonly<Record<string, unknown>>;

/** The rows of a fact table that are of a person, some keys at a time. */
export async function* readPersonRows(
  analytics: Analytics,
  workspace: string,
  table: FactTableName,
  person: Person,
): AsyncGenerator<FactRow[]> {
  const condition = conditionOf(table, person);
  const key = keyColumn(factTables[table]);
  const where = `workspace = {workspace:String} AND ${condition}`;
  for (let after = ''; ; ) {
    const keys = await analytics.query<{ key: string }>(
      `SELECT DISTINCT ${key} AS key FROM ${table} FINAL WHERE ${where} AND ${key} > {after:String}
       ORDER BY key LIMIT ${KEYS_AT_ONCE}`,
      { workspace, id: person.id, after },
    );
    const last = keys.at(-1)?.key;
    if (last === undefined) return;
    const columns = '* EXCEPT (workspace, version, buried)';
    const written = table === 'tickets' ? ' EXCEPT (written)' : '';
    yield analytics.query<FactRow>(
      `SELECT ${columns}${written} FROM ${table} FINAL
       WHERE ${where} AND ${key} > {after:String} AND ${key} <= {last:String} ORDER BY ${key}
       SETTINGS date_time_output_format = 'iso'`,
      { workspace, id: person.id, after, last },
    );
    after = last;
  }
}
