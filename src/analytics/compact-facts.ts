import { type FactTableName, factTables } from '#domain/kpi/facts/index.ts';
import type { Analytics } from './client.ts';
import { everywhere, storedTable } from './table-ddl.ts';

/** Fewer rows than these beside the largest part cost a reader little. */
const FEW_ROWS = 50_000;

/** A part may be followed by so many of its rows anew before all are written as one again. */
const SHARE = 0.1;

/** What a fact table of a workspace consists of. */
interface Heap {
  readonly table: string;
  readonly largest: number;
  readonly total: number;
}

/**
 * Writes each fact table of a workspace that has come to lie in several large parts as one, and tells which. A reader of
 * one part takes its rows as they are; a reader of several has to find the newest of each row first, which takes ten times
 * as long. Ends early where a fold holds the merging of parts: the next call goes on.
 */
export async function compactFacts(analytics: Analytics, workspace: string): Promise<FactTableName[]> {
  const { cluster } = analytics;
  const compacted: FactTableName[] = [];
  const heaps = new Map((await listHeaps(analytics, workspace)).map((heap) => [heap.table, heap]));
  for (const name of Object.keys(factTables) as FactTableName[]) {
    const stored = storedTable(name, cluster);
    const heap = heaps.get(cluster ? `${name}_local` : name);
    if (!heap || heap.total - heap.largest <= Math.max(FEW_ROWS, heap.largest * SHARE)) continue;
    try {
      await analytics.command(`OPTIMIZE TABLE ${stored}${everywhere(cluster)} PARTITION {workspace:String} FINAL`, {
        workspace,
      });
    } catch (error) {
      if (isHeld(error)) return compacted;
      throw error;
    }
    compacted.push(name);
  }
  return compacted;
}

function listHeaps(analytics: Analytics, workspace: string): Promise<Heap[]> {
  const database = analytics.cluster ? '{database:String}' : 'currentDatabase()';
  return analytics.query<Heap>(
    `SELECT table, max(rows) AS largest, sum(rows) AS total FROM system.parts
     WHERE active AND database = ${database} AND partition = {workspace:String} GROUP BY table`,
    { workspace, database: analytics.cluster?.database ?? '' },
  );
}

const isHeld = (error: unknown) => (error as { type?: unknown }).type === 'ABORTED';
