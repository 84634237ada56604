import type { ColumnKind } from '#domain/kpi/fact-table.ts';
import { type FactTableName, factTables } from '#domain/kpi/facts/index.ts';
import { ticketDimensions } from '#domain/kpi/facts/ticket-dimensions.ts';

/** A generator of numbers in [0, 1) that gives the same ones for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const pools: Readonly<Record<string, readonly string[]>> = {
  outcome: ['live', 'live', 'live', 'live', 'merged', 'deleted'],
  deleteReason: ['spam', 'deleted'],
  clockStatus: ['running', 'paused', 'met', 'met', 'breached', 'cancelled'],
  metric: ['first-reply', 'resolution'],
  holder: ['agent', 'agent', 'queue', 'customer', 'nobody'],
  channel: ['chat', 'email', 'phone'],
  side: ['agent', 'customer'],
  actorKind: ['agent', 'customer', 'bot'],
  direction: ['inbound', 'outbound'],
  presenceStatus: ['online', 'online', 'busy', 'away', 'offline'],
  'answers.kind': ['csat', 'nps', 'ces'],
  'ledger.kind': ['support-cost', 'revenue'],
  'incidents.kind': ['incident', 'incident', 'maintenance', 'check'],
};

const start = Date.UTC(2016, 0, 20);
const months = 86_400_000 * 150;

/** Tables whose spans are cut by one another: many long ones would meet in millions of pairs. */
const crowded: ReadonlySet<FactTableName> = new Set(['presence', 'shifts', 'incidents']);

/** Random rows of a fact table, from its column kinds alone; texts come from small pools so that groups have many rows. */
export function randomRows(table: FactTableName, size: number, random: () => number): object[] {
  const { columns, ofTicket } = factTables[table];
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T;
  const maybe = <T>(value: T) => (random() < 0.12 ? null : value);
  const textOf = (name: string) =>
    pick(pools[`${table}.${name}`] ?? pools[name] ?? [0, 1, 2, 3].map((index) => `${name} ${index}`));
  const valueOfKind: Readonly<Record<ColumnKind, (name: string, index: number) => unknown>> = {
    key: (_, index) => `T-${index}`,
    text: (name) => maybe(textOf(name)),
    id: (name) => maybe(textOf(name)),
    note: (name) => maybe(`${name}’s note`),
    instant: () => maybe(start + Math.floor(random() * months)),
    seconds: () => maybe(Math.floor(random() ** 3 * 1_000_000)),
    count: () => Math.floor(random() * 5),
    number: () => maybe(Math.floor(random() * 11)),
    flag: () => maybe(random() < 0.5),
    texts: () => ['red', 'blue', 'green', 'red'].filter(() => random() < 0.3),
    map: () => (random() < 0.5 ? {} : { colour: pick(['red', '7', '12']) }),
  };
  const fill = (kinds: Readonly<Record<string, ColumnKind>>, index: number) =>
    Object.fromEntries(Object.entries(kinds).map(([name, kind]) => [name, valueOfKind[kind](name, index)]));
  return Array.from({ length: size }, (_, index) => {
    const row = fill(columns, index);
    // Spans mostly run forwards and last hours or days; a few have no end, or one before they begin, as wrong data does.
    if (typeof row.from === 'number' && 'to' in row && random() < (crowded.has(table) ? 0.99 : 0.8)) {
      row.to = row.from + Math.floor(random() ** 4 * (crowded.has(table) ? 20 * 3_600_000 : months));
    }
    return ofTicket ? { ...row, dims: fill(ticketDimensions, index) } : row;
  });
}

/** A row whose columns hold nothing, as far as their kind allows. */
export function emptyRow(table: FactTableName, index: number): object {
  const { columns, ofTicket } = factTables[table];
  const none: Readonly<Partial<Record<ColumnKind, unknown>>> = { key: `T-${index}`, count: 0, texts: [], map: {} };
  const fill = (kinds: Readonly<Record<string, ColumnKind>>) =>
    Object.fromEntries(Object.entries(kinds).map(([name, kind]) => [name, none[kind] ?? null]));
  const row = fill(columns);
  return ofTicket ? { ...row, dims: fill(ticketDimensions) } : row;
}
