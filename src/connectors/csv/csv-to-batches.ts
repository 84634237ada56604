import type { Event } from '#domain/ticket/event.ts';
import { type Batch, eventsPerBatch, type Notice, type Rejected } from '../file/batch.ts';
import { type BoundColumn, bindColumns } from './bind-columns.ts';
import { readConstant } from './cell.ts';
import { HistoryStore } from './history-store.ts';
import { HistoryEvents } from './history-to-events.ts';
import type { Mapping } from './mapping.ts';
import type { CsvBlock } from './read-csv.ts';
import { findTargetKind } from './targets.ts';
import { TicketRows } from './tickets-to-events.ts';

type Part = Omit<Batch, 'bytesRead'>;

/** Takes the rows of a table block by block, and gives the events they make: at once, or when the table has ended. */
interface RowReader {
  take(block: CsvBlock): Part;
  finish(): Iterable<Part>;
}

const maxUnmapped = 20;

function unmappedNotices(column: string, target: string, counts: ReadonlyMap<string, number>): Notice[] {
  const worst = [...counts].sort((a, b) => b[1] - a[1]).slice(0, maxUnmapped);
  return worst.map(([value, rows]) => ({ code: 'import.value-unmapped', params: { value, column, target, rows } }));
}

function constantsOf(mapping: Mapping) {
  const entries = Object.entries(mapping.constants).map(([target, text]) => {
    return [target, readConstant(findTargetKind(mapping.shape, target) ?? 'text', text)] as const;
  });
  return Object.fromEntries(entries);
}

function readHistory(columns: readonly BoundColumn[], mapping: Mapping, source: string): RowReader {
  const store = new HistoryStore(columns);
  return {
    take(block) {
      const rejected: Rejected[] = [];
      block.rows.forEach((cells, i) => {
        const bad = store.add({ cells, line: block.lines[i] as number, delimiter: block.delimiter });
        if (bad !== null) rejected.push(bad);
      });
      return { events: [], rejected, notices: [] };
    },
    *finish() {
      const missing = new Set(mapping.missing);
      const notices = store.states.flatMap(({ bound, dictionary }) => {
        const counts = new Map([...dictionary.unmapped].filter(([word]) => !missing.has(word)));
        return unmappedNotices(bound.column, bound.target, counts);
      });
      yield { events: [], rejected: [], notices };
      const told = new HistoryEvents(store, { source, constants: constantsOf(mapping) });
      for (const events of told.batches(eventsPerBatch)) yield { events, rejected: [], notices: [] };
    },
  };
}

function readTickets(columns: readonly BoundColumn[], mapping: Mapping, source: string): RowReader {
  const missing = new Set(mapping.missing);
  const unmapped = new Map<BoundColumn, Map<string, number>>();
  const rows = new TicketRows(columns, { source, constants: constantsOf(mapping) }, (column, word) => {
    const counts = unmapped.get(column) ?? new Map<string, number>();
    unmapped.set(column, counts);
    if (word === '' || missing.has(word) || (counts.size >= 100 && !counts.has(word))) return;
    counts.set(word, (counts.get(word) ?? 0) + 1);
  });
  return {
    take(block) {
      const rejected: Rejected[] = [];
      const events: Event[] = [];
      block.rows.forEach((cells, i) => {
        const bad = rows.add({ cells, line: block.lines[i] as number, delimiter: block.delimiter }, events);
        if (bad !== null) rejected.push(bad);
      });
      return { events, rejected, notices: [] };
    },
    *finish() {
      const notices = [...unmapped].flatMap(([{ column, target }, counts]) => unmappedNotices(column, target, counts));
      yield { events: [], rejected: [], notices };
    },
  };
}

/** Reads a table by its mapping. The first block that has rows shows the form of its times, where the mapping is silent. */
export async function* csvToParts(
  blocks: AsyncIterable<CsvBlock>,
  mapping: Mapping,
  source: string,
): AsyncGenerator<Part, { rows: number }> {
  let reader: RowReader | null = null;
  let rows = 0;
  for await (const block of blocks) {
    yield { events: [], rejected: block.rejected, notices: [] };
    rows += block.rows.length + block.rejected.length;
    if (reader === null) {
      if (block.header.length === 0) continue;
      const columns = bindColumns(mapping, block);
      reader = (mapping.shape === 'history' ? readHistory : readTickets)(columns, mapping, source);
    }
    yield reader.take(block);
  }
  if (reader !== null) yield* reader.finish();
  return { rows };
}
