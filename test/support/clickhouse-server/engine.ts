import { Session } from 'chdb';
import type { Cluster } from './cluster.ts';
import { quoteName, quoteText } from './quote.ts';
import { ServerError } from './server-error.ts';

/** One statement with all that came beside it. */
export interface Statement {
  readonly sql: string;
  readonly database: string;
  /** The format of an answer where the statement names none. */
  readonly format: string;
  /** Bound parameters as they travel: escaped as a field of TabSeparated. */
  readonly params: ReadonlyMap<string, string>;
  readonly settings: ReadonlyMap<string, string>;
  /** A statement of a GET must not change anything. */
  readonly readOnly: boolean;
  /** The file that holds the rows of an INSERT … FORMAT. */
  readonly rows: string | null;
}

/** An answer as a whole, or piece by piece where the caller does not wait for its end. */
export interface Answer {
  readonly pieces: AsyncIterable<Uint8Array>;
  readonly summary: Readonly<Record<string, string>>;
}

/** Statements under way at once: more wait their turn. */
const MOST_AT_ONCE = 8;

/**
 * chDB behind a server. A statement gets a session of its own, so that neither its database nor its settings nor its
 * parameters reach another one, and statements of several callers run side by side.
 */
export class Engine {
  readonly version: string;
  readonly #folder: string;
  readonly #cluster: Cluster | null;
  /** Keeps the engine open between statements. */
  readonly #base: Session;
  readonly #waiting: (() => void)[] = [];
  #free = MOST_AT_ONCE;

  constructor(folder: string, cluster: Cluster | null) {
    this.#folder = folder;
    this.#cluster = cluster;
    this.#base = new Session(folder, cluster ? { connectionArgs: [`--config-file=${cluster.configFile}`] } : {});
    this.version = this.#base.query('SELECT version()', 'TabSeparated').trim();
  }

  /** Runs a statement to its end; its answer is held in memory. */
  run(statement: Statement): Promise<Answer> {
    return this.#inSession(statement, async (session, sql) => {
      const started = performance.now();
      const result = await session.queryAsync(sql, { format: statement.format });
      const written = statement.rows === null ? 0 : result.rowsRead;
      const elapsed = Math.round((performance.now() - started) * 1e6);
      return {
        pieces: once(result.bytes()),
        summary: summaryOf({ read: result.rowsRead, bytes: result.bytesRead, written, elapsed }),
      };
    });
  }

  /** Runs a read and hands over its blocks as they come; a later error comes out of the last of them. */
  async *stream(statement: Statement): AsyncGenerator<Uint8Array> {
    const pieces: Uint8Array[] = [];
    let wake = () => {};
    let ended = false;
    const work = this.#inSession(statement, async (session, sql) => {
      for await (const chunk of session.queryStream(sql, { format: statement.format })) {
        pieces.push(chunk.raw());
        wake();
      }
    }).finally(() => {
      ended = true;
      wake();
    });
    // Its error is for whoever reads to the end.
    work.catch(() => undefined);
    while (!ended || pieces.length > 0) {
      const piece = pieces.shift();
      if (piece) yield piece;
      else await new Promise<void>((resolve) => (wake = resolve));
    }
    await work;
  }

  close(): void {
    this.#base.close();
  }

  async #inSession<T>(statement: Statement, work: (session: Session, sql: string) => Promise<T>): Promise<T> {
    if (this.#free > 0) this.#free--;
    else await new Promise<void>((resolve) => this.#waiting.push(resolve));
    const session = new Session(this.#folder);
    try {
      await session.queryAsync(`USE ${quoteName(statement.database)}`);
      const settings = new Map(statement.settings);
      const sql = this.#cluster ? await this.#cluster.adapt(session, statement, settings) : statement.sql;
      await session.queryAsync(preambleOf(statement, settings));
      return await work(session, statement.rows === null ? sql : withRows(sql, statement.rows));
    } finally {
      session.close();
      const next = this.#waiting.shift();
      if (next) next();
      else this.#free++;
    }
  }
}

function preambleOf({ params, readOnly }: Statement, settings: ReadonlyMap<string, string>): string {
  const changes = [
    ...[...params].map(([name, value]) => `SET param_${name} = ${quoteText(value)}`),
    ...[...settings].map(([name, value]) => `SET ${name} = ${quoteText(value)}`),
    ...(readOnly ? ['SET readonly = 2'] : []),
  ];
  return changes.length === 0 ? 'SELECT 1' : changes.join('; ');
}

/** The embedded engine takes binary rows from files only. */
function withRows(sql: string, file: string): string {
  const parts = /^(\s*INSERT\s+INTO\s.+?)(\s+SETTINGS\s.+?)?(\s+FORMAT\s+\w+)[\s;]*$/is.exec(sql);
  if (!parts) throw new ServerError(62, 'SYNTAX_ERROR', `Rows were sent to a statement that takes none: ${sql}`);
  return `${parts[1]} FROM INFILE ${quoteText(file)}${parts[2] ?? ''}${parts[3]}`;
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  if (bytes.length > 0) yield bytes;
}

function summaryOf(counts: { read: number; bytes: number; written: number; elapsed: number }) {
  return {
    read_rows: String(counts.read),
    read_bytes: String(counts.bytes),
    written_rows: String(counts.written),
    written_bytes: String(counts.written === 0 ? 0 : counts.bytes),
    total_rows_to_read: '0',
    result_rows: '0',
    result_bytes: '0',
    elapsed_ns: String(counts.elapsed),
  };
}
