import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Analytics, openAnalytics } from '#analytics/client.ts';
import { factSchemaShape, journalShape, shapeOfFacts } from '#analytics/schema.ts';
import { alterTable, createTable, dropTable } from '#analytics/table-ddl.ts';
import { type FactTableName, factTables } from '#domain/kpi/facts/index.ts';

const cluster = { name: 'main-1', database: 'vigie' };
const shapes = [journalShape, factSchemaShape, ...(Object.keys(factTables) as FactTableName[]).map(shapeOfFacts)];
const folder = mkdtempSync(join(tmpdir(), 'vigie-ddl-'));
let analytics: Analytics;

beforeAll(async () => {
  analytics = await openAnalytics({ path: folder });
});
afterAll(async () => {
  await analytics.close();
  rmSync(folder, { recursive: true, force: true });
});

/** What ClickHouse's parser makes of a statement, without running it. */
async function parse(statement: string): Promise<string> {
  const bytes = await analytics.queryBytes(`EXPLAIN AST ${statement}`, { workspace: 'here' }, 'TabSeparated');
  return Buffer.from(bytes).toString();
}

test.each(shapes.map((shape) => [shape.name, shape] as const))(
  '%s is made by statements ClickHouse reads',
  async (name, shape) => {
    const [local, distributed] = createTable(shape, cluster);
    expect(await parse(local as string)).toMatch(
      new RegExp(`CreateQuery vigie ${name}_local[^]*Replicated\\w*MergeTree`),
    );
    expect(await parse(distributed as string)).toMatch(new RegExp(`CreateQuery vigie ${name}[^]*Distributed`));
  },
);

test('tables are dropped, emptied and changed by statements ClickHouse reads', async () => {
  for (const statement of dropTable('clocks', cluster)) expect(await parse(statement)).toContain('DropQuery');
  for (const change of ["DELETE WHERE ticket = 'T-1'", 'DROP PARTITION {workspace:String}']) {
    expect(await parse(`${alterTable('clocks', cluster)} ${change}`)).toContain('AlterQuery');
  }
});
