import type { FactTable } from '#domain/kpi/fact-table.ts';
import { type FactTableName, factTables } from '#domain/kpi/facts/index.ts';
import { keyColumn, type StoredColumn, storedColumns } from '../schema.ts';
import { ByteBuffer } from './byte-buffer.ts';
import { type ColumnWriter, createColumnWriter, writeConstantText } from './column-writer.ts';
import { WordBuffer } from './word-buffer.ts';

type FactRow = Readonly<Record<string, unknown>>;

/** Collects rows of one fact table and writes them as one block of ClickHouse's Native format. */
export class FactBlock {
  readonly table: FactTableName;
  readonly #columns: readonly { column: StoredColumn; writer: ColumnWriter }[];
  readonly #versions = new WordBuffer();
  readonly #buried = new ByteBuffer(1024);
  readonly #writtenOffsets = new WordBuffer();
  readonly #written = new WordBuffer();
  readonly #ofTicket: boolean;
  readonly #key: string;
  #rows = 0;

  constructor(table: FactTableName) {
    const definition: FactTable = factTables[table];
    this.table = table;
    this.#ofTicket = definition.ofTicket;
    this.#key = keyColumn(definition);
    this.#columns = storedColumns(definition).map((column) => ({ column, writer: createColumnWriter(column.kind) }));
  }

  get rows(): number {
    return this.#rows;
  }

  /** `written` is for the table of tickets only: see `manyRowTables`. */
  add(row: FactRow, version: number, written: readonly number[] = []): void {
    const dims = this.#ofTicket ? (row.dims as FactRow) : row;
    for (const { column, writer } of this.#columns) {
      writer.add(column.dimension ? dims[column.name] : row[column.name]);
    }
    for (const count of written) this.#written.u32(count);
    this.#close(version, 0);
  }

  /** Buries row `n` of a key: a later fold made fewer rows. */
  bury(key: string, n: number, version: number): void {
    for (const { column, writer } of this.#columns) {
      writer.add(column.name === this.#key ? key : column.name === 'n' ? n : null);
    }
    this.#close(version, 1);
  }

  #close(version: number, buried: number): void {
    this.#writtenOffsets.u64(0, this.#written.length);
    this.#versions.i64(version);
    this.#buried.u8(buried);
    this.#rows++;
  }

  toBytes(workspace: string): Uint8Array {
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
}

export function writeHead(out: ByteBuffer, name: string, type: string): void {
  out.text(name);
  out.text(type);
}
