import type { Event } from '#domain/ticket/event.ts';
import { ByteBuffer } from './byte-buffer.ts';
import { writeConstantText } from './column-writer.ts';
import { Dictionary } from './dictionary.ts';
import { writeHead } from './fact-block.ts';
import { WordBuffer } from './word-buffer.ts';

const COLUMNS = 10;
const GRAIN_TICKET = 1;
const GRAIN_OTHER = 2;

/** Whether events of this type are folded by ticket; all others are folded by agent, customer, entry or component. */
export function isOfTicket(type: string): boolean {
  return type.startsWith('ticket.') || type.startsWith('survey.');
}

/** Collects events and writes them as one block for the journal. */
export class JournalBlock {
  readonly #grains = new ByteBuffer(4096);
  readonly #keys = new ByteBuffer(65_536);
  readonly #instants = new WordBuffer(16_384);
  readonly #types = new WordBuffer(16_384);
  readonly #sources = new WordBuffer(16_384);
  readonly #ids = new ByteBuffer(65_536);
  readonly #hashes = new WordBuffer(16_384);
  readonly #seqs = new WordBuffer(16_384);
  readonly #data = new ByteBuffer(1_048_576);
  readonly #typeNames = new Dictionary(false);
  readonly #sourceNames = new Dictionary(false);
  #rows = 0;

  get rows(): number {
    return this.#rows;
  }

  add(event: Event, seq: number, hashHigh: number, hashLow: number): void {
    this.#grains.u8(isOfTicket(event.type) ? GRAIN_TICKET : GRAIN_OTHER);
    this.#keys.text(event.key);
    this.#instants.i64(event.at);
    this.#types.u32(this.#typeNames.indexOf(event.type));
    this.#sources.u32(this.#sourceNames.indexOf(event.source));
    this.#ids.text(event.id);
    this.#hashes.u64(hashHigh, hashLow);
    this.#seqs.i64(seq);
    this.#data.text(JSON.stringify(event.data));
    this.#rows++;
  }

  toBytes(workspace: string): Uint8Array {
    const out = new ByteBuffer(this.#data.length + this.#rows * 80 + 4096);
    const plain = (name: string, type: string, column: ByteBuffer | WordBuffer) => {
      writeHead(out, name, type);
      out.append(column instanceof WordBuffer ? column.bytes() : column.view());
    };
    out.varint(COLUMNS);
    out.varint(this.#rows);
    writeHead(out, 'workspace', 'LowCardinality(String)');
    writeConstantText(out, workspace, this.#rows);
    plain('grain', "Enum8('ticket' = 1, 'other' = 2)", this.#grains);
    plain('key', 'String', this.#keys);
    plain('at', "DateTime64(3, 'UTC')", this.#instants);
    writeHead(out, 'type', 'LowCardinality(String)');
    this.#typeNames.writeColumn(out, this.#types);
    writeHead(out, 'source', 'LowCardinality(String)');
    this.#sourceNames.writeColumn(out, this.#sources);
    plain('id', 'String', this.#ids);
    plain('idHash', 'UInt64', this.#hashes);
    plain('seq', 'UInt64', this.#seqs);
    plain('data', 'String', this.#data);
    return out.view();
  }

  /** Forgets the rows and keeps the room for as many. */
  clear(): void {
    const buffers = [this.#grains, this.#keys, this.#instants, this.#types, this.#sources, this.#ids, this.#hashes];
    for (const buffer of [...buffers, this.#seqs, this.#data, this.#typeNames, this.#sourceNames]) buffer.clear();
    this.#rows = 0;
  }
}
