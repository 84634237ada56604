import type { FactTable } from '#domain/kpi/fact-table.ts';
import { type FactTableName, factTables } from '#domain/kpi/facts/index.ts';
import { type StoredColumn, storedColumns } from '../schema.ts';
import { ByteBuffer } from './byte-buffer.ts';
import { type ColumnWriter, createColumnWriter, type Holder, writeConstantText } from './column-writer.ts';
import { WordBuffer } from './word-buffer.ts';

/** Rows wait for so many of their kind before they are written into the columns: enough to loop, few enough to hold. */
const WAITING = 256;

/** Collects rows of one fact table and writes them as one block of ClickHouse's Native format. */
export class FactBlock {
  readonly table: FactTableName;
  readonly #columns: readonly { column: StoredColumn; writer: ColumnWriter }[];
  readonly #versions = new WordBuffer();
  readonly #buried = new ByteBuffer(1024);
  readonly #writtenOffsets = new WordBuffer();
  readonly #written = new WordBuffer();
  readonly #ofTicket: boolean;
  #waiting: Holder[] = [];
  #waitingDims: Holder[] = [];
  #rows = 0;

  constructor(table: FactTableName) {
    const definition: FactTable = factTables[table];
    this.table = table;
    this.#ofTicket = definition.ofTicket;
    this.#columns = storedColumns(definition).map((column) => ({ column, writer: createColumnWriter(column.kind) }));
  }

  get rows(): number {
    return this.#rows;
  }

  /** `written` is for the table of tickets only: see `manyRowTables`. */
  add(row: Holder, version: number, written: readonly number[] = []): void {
    this.#take(row, version, 0, written);
  }

  /** Buries row `n` of a key: a later fold made fewer rows. */
  bury(key: string, n: number, version: number, written: readonly number[] = []): void {
    this.#take({ key, n, dims: { ticket: key } }, version, 1, written);
  }

  #take(row: Holder, version: number, buried: number, written: readonly number[]): void {
    for (const count of written) this.#written.u32(count);
    this.#waiting.push(row);
    this.#waitingDims.push(this.#ofTicket ? (row.dims as Holder) : row);
    this.#writtenOffsets.u64(0, this.#written.length);
    this.#versions.i64(version);
    this.#buried.u8(buried);
    this.#rows++;
    if (this.#waiting.length === WAITING) this.#settle();
  }

  #settle(): void {
    for (const { column, writer } of this.#columns) {
      writer.addAll(column.dimension ? this.#waitingDims : this.#waiting, column.name);
    }
    this.#waiting = [];
    this.#waitingDims = [];
  }

  toBytes(workspace: string): Uint8Array {
    this.#settle();
    const out = new ByteBuffer(this.#rows * 256 + 4096);
    const remembers = this.table === 'tickets';
    out.varint(this.#columns.length + (remembers ? 4 : 3));
    out.varint(this.#rows);
    writeHead(out, 'workspace', 'LowCardinality(String)');
    writeConstantText(out, workspace, this.#rows);
    for (const { column, writer } of this.#columns) {
      writeHead(out, column.name, writer.type);
      writer.write(out);
    }
    if (remembers) {
      writeHead(out, 'written', 'Array(UInt32)');
      out.append(this.#writtenOffsets.bytes());
      out.append(this.#written.bytes());
    }
    writeHead(out, 'version', 'UInt64');
    out.append(this.#versions.bytes());
    writeHead(out, 'buried', 'UInt8');
    out.append(this.#buried.view());
    return out.view();
  }

  /** Forgets the rows and keeps the room for as many: a block that is used again and again makes no garbage. */
  clear(): void {
    for (const { writer } of this.#columns) writer.clear();
    this.#versions.clear();
    this.#buried.clear();
    this.#writtenOffsets.clear();
    this.#written.clear();
    this.#rows = 0;
  }
}

export function writeHead(out: ByteBuffer, name: string, type: string): void {
  out.text(name);
  out.text(type);
}
