import type { ColumnKind } from '#domain/kpi/fact-table.ts';
import { columnTypes } from '../schema.ts';
import { ByteBuffer } from './byte-buffer.ts';
import { Dictionary } from './dictionary.ts';
import { WordBuffer } from './word-buffer.ts';

/** What has a value for a column: a row, or the dimensions of its ticket, which following rows share. */
export type Holder = Readonly<Record<string, unknown>>;

/**
 * Collects the values of one column and writes it as a column of a Native block. Values come many at a time, so that the
 * loop over them knows one kind of value; a holder that follows itself is looked at once.
 */
export interface ColumnWriter {
  readonly type: string;
  addAll(holders: readonly Holder[], name: string): void;
  write(out: ByteBuffer): void;
  /** Forgets the values and keeps the room for as many. */
  clear(): void;
}

class TextColumn implements ColumnWriter {
  readonly type = columnTypes.text;
  readonly #dictionary = new Dictionary();
  readonly #indexes = new WordBuffer();

  addAll(holders: readonly Holder[], name: string): void {
    let holder: Holder | null = null;
    let value: unknown = null;
    let index = 0;
    for (const next of holders) {
      if (next !== holder) {
        holder = next;
        const found = next[name] ?? null;
        if (found !== value) {
          value = found;
          index = this.#dictionary.indexOf(found as string | null);
        }
      }
      this.#indexes.u32(index);
    }
  }

  write(out: ByteBuffer): void {
    this.#dictionary.writeColumn(out, this.#indexes);
  }

  clear(): void {
    this.#dictionary.clear();
    this.#indexes.clear();
  }
}

/** Whole numbers of 64 bits, or of 32 where `wide` is not set; null is a zero beside a mark. */
class WholeColumn implements ColumnWriter {
  readonly type: string;
  readonly #nulls: ByteBuffer | null;
  readonly #words = new WordBuffer();
  readonly #wide: boolean;

  constructor(type: string, wide: boolean) {
    this.type = type;
    this.#wide = wide;
    this.#nulls = type.startsWith('Nullable') ? new ByteBuffer(1024) : null;
  }

  addAll(holders: readonly Holder[], name: string): void {
    const nulls = this.#nulls;
    const words = this.#words;
    for (const holder of holders) {
      const value = (holder[name] ?? null) as number | null;
      if (nulls !== null) nulls.u8(value === null ? 1 : 0);
      if (this.#wide) words.i64(value ?? 0);
      else words.u32(value ?? 0);
    }
  }

  write(out: ByteBuffer): void {
    if (this.#nulls) out.append(this.#nulls.view());
    out.append(this.#words.bytes());
  }

  clear(): void {
    this.#nulls?.clear();
    this.#words.clear();
  }
}

type Put = (out: ByteBuffer, value: unknown) => void;

/** Values written one after the other, with a map of nulls before them where they may be null. */
class PlainColumn implements ColumnWriter {
  readonly type: string;
  readonly #nulls: ByteBuffer | null;
  readonly #values = new ByteBuffer(4096);
  readonly #put: Put;
  readonly #none: unknown;

  constructor(type: string, none: unknown, put: Put) {
    this.type = type;
    this.#nulls = type.startsWith('Nullable') ? new ByteBuffer(1024) : null;
    this.#none = none;
    this.#put = put;
  }

  addAll(holders: readonly Holder[], name: string): void {
    const values = this.#values;
    let holder: Holder | null = null;
    let missing = true;
    let size = 0;
    for (const next of holders) {
      if (next === holder) values.repeat(size);
      else {
        holder = next;
        const value = next[name] ?? null;
        const before = values.length;
        missing = value === null;
        this.#put(values, missing ? this.#none : value);
        size = values.length - before;
      }
      if (this.#nulls !== null) this.#nulls.u8(missing ? 1 : 0);
    }
  }

  write(out: ByteBuffer): void {
    if (this.#nulls) out.append(this.#nulls.view());
    out.append(this.#values.view());
  }

  clear(): void {
    this.#nulls?.clear();
    this.#values.clear();
  }
}

class ListColumn implements ColumnWriter {
  readonly type = columnTypes.texts;
  readonly #offsets = new WordBuffer();
  readonly #values = new ByteBuffer(4096);
  #count = 0;

  addAll(holders: readonly Holder[], name: string): void {
    for (const holder of holders) {
      const texts = (holder[name] ?? []) as readonly string[];
      for (const text of texts) this.#values.text(text);
      this.#count += texts.length;
      this.#offsets.u64(0, this.#count);
    }
  }

  write(out: ByteBuffer): void {
    out.append(this.#offsets.bytes());
    out.append(this.#values.view());
  }

  clear(): void {
    this.#offsets.clear();
    this.#values.clear();
    this.#count = 0;
  }
}

class MapColumn implements ColumnWriter {
  readonly type = columnTypes.map;
  readonly #offsets = new WordBuffer();
  readonly #keys = new ByteBuffer(4096);
  readonly #values = new ByteBuffer(4096);
  #count = 0;

  addAll(holders: readonly Holder[], name: string): void {
    for (const holder of holders) {
      const map = (holder[name] ?? null) as Readonly<Record<string, string>> | null;
      for (const key in map) {
        this.#keys.text(key);
        this.#values.text(map[key] as string);
        this.#count++;
      }
      this.#offsets.u64(0, this.#count);
    }
  }

  write(out: ByteBuffer): void {
    out.append(this.#offsets.bytes());
    out.append(this.#keys.view());
    out.append(this.#values.view());
  }

  clear(): void {
    this.#offsets.clear();
    this.#keys.clear();
    this.#values.clear();
    this.#count = 0;
  }
}

const putText: Put = (out, value) => out.text(value as string);

const makers: Readonly<Record<ColumnKind, () => ColumnWriter>> = {
  key: () => new PlainColumn(columnTypes.key, '', putText),
  text: () => new TextColumn(),
  id: () => new PlainColumn(columnTypes.id, '', putText),
  note: () => new PlainColumn(columnTypes.note, '', putText),
  instant: () => new WholeColumn(columnTypes.instant, true),
  seconds: () => new WholeColumn(columnTypes.seconds, true),
  count: () => new WholeColumn(columnTypes.count, false),
  number: () => new PlainColumn(columnTypes.number, 0, (out, value) => out.f64(value as number)),
  flag: () => new PlainColumn(columnTypes.flag, false, (out, value) => out.u8(value ? 1 : 0)),
  texts: () => new ListColumn(),
  map: () => new MapColumn(),
};

export function createColumnWriter(kind: ColumnKind): ColumnWriter {
  return makers[kind]();
}

/** A column that holds one text in every row, such as the workspace. */
export function writeConstantText(out: ByteBuffer, value: string, rows: number): void {
  const dictionary = new Dictionary(false);
  const indexes = new WordBuffer(rows);
  const index = dictionary.indexOf(value);
  for (let row = 0; row < rows; row++) indexes.u32(index);
  dictionary.writeColumn(out, indexes);
}
