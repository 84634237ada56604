import type { ColumnKind, FactTable } from '#domain/kpi/fact-table.ts';
import { type FactTableName, factTables } from '#domain/kpi/facts/index.ts';
import { ticketDimensions } from '#domain/kpi/facts/ticket-dimensions.ts';

/** The ClickHouse type of each kind of column. */
export const columnTypes: Readonly<Record<ColumnKind, string>> = {
  key: 'String',
  text: 'LowCardinality(Nullable(String))',
  id: 'Nullable(String)',
  note: 'Nullable(String)',
  instant: "Nullable(DateTime64(3, 'UTC'))",
  seconds: 'Nullable(Int64)',
  count: 'UInt32',
  number: 'Nullable(Float64)',
  flag: 'Nullable(Bool)',
  texts: 'Array(String)',
  map: 'Map(String, String)',
};

/** A column as stored. `dimension` columns come from the row's ticket dimensions. */
export interface StoredColumn {
  readonly name: string;
  readonly kind: ColumnKind;
  readonly dimension: boolean;
}

/** The columns of a fact table in order: its ticket's dimensions (if it is of a ticket), then its own. */
export function storedColumns(table: FactTable): StoredColumn[] {
  const own = Object.entries(table.columns).map(([name, kind]) => ({ name, kind, dimension: false }));
  if (!table.ofTicket) return own;
  return [...Object.entries(ticketDimensions).map(([name, kind]) => ({ name, kind, dimension: true })), ...own];
}

/** The column that, with `n`, names a row for good: the ticket, or the table's own key. */
export function keyColumn(table: FactTable): string {
  return table.ofTicket ? 'ticket' : 'key';
}

/**
 * Fact tables with several rows a ticket. The ticket's own row says in `written`, in this order, how many rows of each any of
 * its folds made at most, so that a later fold that makes fewer can bury the rest. It is written before them: a fold that
 * dies in between, or whose rows arrive after it died, leaves no row that the next one does not know of.
 */
export const manyRowTables = [
  'replies',
  'messages',
  'clocks',
  'holdings',
  'stages',
  'answers',
  'work',
] as const satisfies readonly FactTableName[];

/** A table of the store: what is between its brackets, how its rows are kept, and by what they are spread over a cluster. */
export interface TableShape {
  readonly name: string;
  readonly columns: string;
  readonly engine: string;
  readonly rest: string;
  /** Rows that are replaced by one another, or read together, are equal in these columns. */
  readonly shardBy: string;
}

/**
 * What tells granules apart that hold nothing of what is asked: few clocks run at a time, and tickets of a time lie together
 * where their keys count upwards.
 */
const skipping: Partial<Record<FactTableName, Readonly<Record<string, string>>>> = {
  clocks: { clockStatus: 'set(16)', startedAt: 'minmax', dueAt: 'minmax', 'coalesce(decidedAt, dueAt)': 'minmax' },
  tickets: { createdAt: 'minmax' },
  replies: { answeredAt: 'minmax' },
  messages: { at: 'minmax' },
};

const indexesOf = (name: FactTableName): string[] =>
  Object.entries(skipping[name] ?? {}).map(
    ([of, type]) => `  INDEX by_${of.match(/\w+/g)?.join('_')} ${of} TYPE ${type}`,
  );

/** A fact table: a row is replaced by one of a higher version, and gone once that one is buried. */
export function shapeOfFacts(name: FactTableName): TableShape {
  const table: FactTable = factTables[name];
  const columns = storedColumns(table).map((column) => `  \`${column.name}\` ${columnTypes[column.kind]}`);
  const ofRow = `workspace, ${keyColumn(table)}`;
  return {
    name,
    columns: [
      `  workspace LowCardinality(String),`,
      `${columns.join(',\n')},`,
      ...(name === 'tickets' ? ['  written Array(UInt32),'] : []),
      `  version UInt64,`,
      [`  buried UInt8`, ...indexesOf(name)].join(',\n'),
    ].join('\n'),
    engine: 'ReplacingMergeTree(version, buried)',
    rest: [
      `PARTITION BY workspace`,
      `ORDER BY (${ofRow}${'n' in table.columns ? ', n' : ''})`,
      `SETTINGS fsync_after_insert = 1, index_granularity = 8192`,
    ].join('\n'),
    shardBy: ofRow,
  };
}

/**
 * The journal: every event accepted, in the order of folding; `seq` counts arrivals, `idHash` finds a repeated id. It is
 * spread like the facts, so that the events of a ticket lie beside its facts.
 */
export const journalShape: TableShape = {
  name: 'events',
  columns: `  workspace LowCardinality(String),
  grain Enum8('ticket' = 1, 'other' = 2),
  key String,
  at DateTime64(3, 'UTC'),
  type LowCardinality(String),
  source LowCardinality(String),
  id String,
  idHash UInt64,
  seq UInt64,
  data String CODEC(ZSTD(1)),
  INDEX seqRange seq TYPE minmax GRANULARITY 1`,
  engine: 'MergeTree',
  rest: `ORDER BY (workspace, grain, key, at)
SETTINGS fsync_after_insert = 1, index_granularity = 8192`,
  shardBy: 'workspace, key',
};

/** Which shape the fact tables were last made in. */
export const factSchemaShape: TableShape = {
  name: 'fact_schema',
  columns: `  hash String,
  madeAt DateTime64(3)`,
  engine: 'MergeTree',
  rest: 'ORDER BY madeAt',
  shardBy: 'hash',
};
