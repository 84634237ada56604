import { describe, expect, test } from 'vitest';
import { type FactTableName, factTables } from '#domain/kpi/facts/index.ts';
import { factSchemaShape, journalShape, keyColumn, shapeOfFacts } from './schema.ts';
import { alterTable, createTable, dropTable, storedTable } from './table-ddl.ts';

const factNames = Object.keys(factTables) as FactTableName[];
const shapes = [journalShape, factSchemaShape, ...factNames.map(shapeOfFacts)];
const cluster = { name: 'main', database: 'vigie' };

describe('on one server', () => {
  test('a fact table is one table that replaces rows and writes them through to the disk', () => {
    const [statement, ...others] = createTable(shapeOfFacts('holdings'), null);
    expect(others).toEqual([]);
    expect(statement).toMatch(/^CREATE TABLE IF NOT EXISTS holdings \(\n {2}workspace LowCardinality\(String\),\n/);
    expect(statement).toContain(`  version UInt64,
  buried UInt8
) ENGINE = ReplacingMergeTree(version, buried)
PARTITION BY workspace
ORDER BY (workspace, ticket, n)
SETTINGS fsync_after_insert = 1, index_granularity = 8192`);
  });

  test('a table is dropped and changed under its name', () => {
    expect(dropTable('clocks', null)).toEqual(['DROP TABLE IF EXISTS clocks SYNC']);
    expect(alterTable('clocks', null)).toBe('ALTER TABLE clocks');
    expect(storedTable('clocks', null)).toBe('clocks');
  });
});

describe('on a cluster', () => {
  test.each(shapes.map((shape) => [shape.name, shape] as const))(
    '%s has replicated rows on each shard',
    (name, shape) => {
      const [local] = createTable(shape, cluster);
      expect(local).toContain(`CREATE TABLE IF NOT EXISTS \`vigie\`.\`${name}_local\` ON CLUSTER \`main\` (\n`);
      expect(local).toContain(`\n) ENGINE = Replicated${shape.engine}\n${shape.rest}`);
      expect(local).not.toContain('Distributed');
    },
  );

  test.each(factNames)('a row of %s and the row that replaces it lie on one shard', (name) => {
    const key = keyColumn(factTables[name]);
    const [, distributed] = createTable(shapeOfFacts(name), cluster);
    expect(distributed).toBe(
      `CREATE TABLE IF NOT EXISTS \`vigie\`.\`${name}\` ON CLUSTER \`main\` AS \`vigie\`.\`${name}_local\`
ENGINE = Distributed('main', 'vigie', '${name}_local', cityHash64(workspace, ${key}))`,
    );
    expect(shapeOfFacts(name).rest).toContain(`ORDER BY (workspace, ${key}`);
  });

  test('the events of a ticket lie on the shard of its facts', () => {
    expect(createTable(journalShape, cluster)[1]).toContain("'events_local', cityHash64(workspace, key))");
    expect(createTable(shapeOfFacts('tickets'), cluster)[1]).toContain('cityHash64(workspace, ticket))');
  });

  test('a table is dropped on every host, the distributed one first', () => {
    expect(dropTable('clocks', cluster)).toEqual([
      'DROP TABLE IF EXISTS `vigie`.`clocks` ON CLUSTER `main` SYNC',
      'DROP TABLE IF EXISTS `vigie`.`clocks_local` ON CLUSTER `main` SYNC',
    ]);
  });

  test('rows are changed and filtered where they lie', () => {
    expect(alterTable('clocks', cluster)).toBe('ALTER TABLE `vigie`.`clocks_local` ON CLUSTER `main`');
    expect(storedTable('clocks', cluster)).toBe('vigie.clocks_local');
  });
});
