import { type FactTableName, factTables } from '#domain/kpi/facts/index.ts';
import type { Person } from '#domain/privacy/person.ts';
import { personColumns } from '#domain/privacy/person-columns.ts';
import type { Analytics } from '../client.ts';
import { keyColumn } from '../schema.ts';

/** Rows of a fact table held in memory at once, about. */
const ROWS_AT_ONCE = 20_000;

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

/** The rows of a fact table that are of a person, in parts of bounded size; a part holds all rows of its keys. */
export async function* readPersonRows(
  analytics: Analytics,
  workspace: string,
  table: FactTableName,
  person: Person,
): AsyncGenerator<FactRow[]> {
  const where = `workspace = {workspace:String} AND ${conditionOf(table, person)}`;
  const params = { workspace, id: person.id };
  const [found] = await analytics.query<{ rows: number }>(
    `SELECT count() AS rows FROM ${table} FINAL WHERE ${where}`,
    params,
  );
  const parts = Math.ceil((found?.rows ?? 0) / ROWS_AT_ONCE);
  const key = keyColumn(factTables[table]);
  const own = table === 'tickets' ? 'workspace, version, buried, written' : 'workspace, version, buried';
  for (let part = 0; part < parts; part++) {
    yield analytics.query<FactRow>(
      `SELECT * EXCEPT (${own}) FROM ${table} FINAL
       WHERE ${where} AND cityHash64(${key}) % {parts:UInt32} = {part:UInt32} ORDER BY ${key}
       SETTINGS date_time_output_format = 'iso'`,
      { ...params, parts, part },
    );
  }
}
