import type { Analytics } from './client.ts';

/** The journal of one workspace up to a sequence. */
export interface JournalScope {
  readonly workspace: string;
  readonly upTo: number;
}

/** Some rows of a journal, as a block in ClickHouse's Native format that `insertNative` takes. */
export interface JournalPiece {
  readonly rows: number;
  readonly block: Uint8Array;
}

/** Rows of a piece, those of its last key aside: what is held in memory at once. */
const ROWS_PER_PIECE = 50_000;

const columns = 'workspace, grain, key, at, type, source, id, idHash, seq, data';
const inScope = 'workspace = {workspace:String} AND seq <= {upTo:UInt64}';

/** How many events a journal holds up to a sequence, and the highest of their sequences. */
export async function measureJournal(
  analytics: Analytics,
  scope: JournalScope,
): Promise<{ readonly events: number; readonly lastSeq: number }> {
  const sql = `SELECT count() AS events, max(seq) AS lastSeq FROM events WHERE ${inScope}`;
  const [found] = await analytics.query<{ events: number; lastSeq: number }>(sql, { ...scope });
  return found ?? { events: 0, lastSeq: 0 };
}

/**
 * Reads a journal piece by piece in the order of its keys, which the store keeps it in. Appending meanwhile changes nothing
 * up to the sequence of the scope; rewriting would, and is to be held off by the caller.
 */
export async function* readJournal(analytics: Analytics, scope: JournalScope): AsyncGenerator<JournalPiece> {
  for (const grain of ['ticket', 'other'] as const) {
    let after: string | null = null;
    for (;;) {
      const piece = await findPiece(analytics, scope, grain, after);
      if (piece === null) break;
      const where = `${inScope} AND grain = {grain:String} ${afterKey(after)} AND key <= {last:String}`;
      const params = { ...scope, grain, after: after ?? '', last: piece.last };
      const [counted] = await analytics.query<{ rows: number }>(
        `SELECT count() AS rows FROM events WHERE ${where}`,
        params,
      );
      const sql = `SELECT ${columns} FROM events WHERE ${where} ORDER BY key, at, seq`;
      yield { rows: counted?.rows ?? 0, block: await analytics.queryBytes(sql, params, 'Native') };
      after = piece.last;
    }
  }
}

/** The last key of the next piece: keys are never split. */
async function findPiece(
  analytics: Analytics,
  scope: JournalScope,
  grain: string,
  after: string | null,
): Promise<{ readonly last: string } | null> {
  const [end] = await analytics.query<{ rows: number; last: string }>(
    `SELECT count() AS rows, max(key) AS last FROM (
       SELECT key FROM events WHERE ${inScope} AND grain = {grain:String} ${afterKey(after)}
       ORDER BY key LIMIT ${ROWS_PER_PIECE})`,
    { ...scope, grain, after: after ?? '' },
  );
  return end === undefined || end.rows === 0 ? null : { last: end.last };
}

function afterKey(after: string | null): string {
  return after === null ? '' : 'AND key > {after:String}';
}
