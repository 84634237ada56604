import type { ColumnKind } from '#domain/kpi/fact-table.ts';
import { columnTypes } from '../schema.ts';
import { ByteBuffer } from './byte-buffer.ts';
import { Dictionary } from './dictionary.ts';
import { WordBuffer } from './word-buffer.ts';

/** Collects the values of one column and writes it as a column of a Native block. */
export interface ColumnWriter {
  readonly type: string;
  add(value: unknown): void;
  write(out: ByteBuffer): void;
}

class TextColumn implements ColumnWriter {
  readonly type = columnTypes.text;
  readonly #dictionary = new Dictionary();
  readonly #indexes = new WordBuffer();
  #last: unknown = null;
  #lastIndex = 0;

  add(value: unknown): void {
    // Rows of one ticket follow each other with the very same texts.
    if (value !== this.#last) {
      this.#last = value;
      this.#lastIndex = this.#dictionary.indexOf((value as string | null | undefined) ?? null);
    }
    this.#indexes.u32(this.#lastIndex);
  }

  write(out: ByteBuffer): void {
    this.#dictionary.writeColumn(out, this.#indexes);
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

  add(value: unknown): void {
    const missing = value === null || value === undefined;
    if (this.#nulls) this.#nulls.u8(missing ? 1 : 0);
    const number = missing ? 0 : (value as number);
    if (this.#wide) this.#words.i64(number);
    else this.#words.u32(number);
  }

  write(out: ByteBuffer): void {
    if (this.#nulls) out.append(this.#nulls.view());
    out.append(this.#words.bytes());
  }
}

/** A column whose values are written one after the other, with a map of nulls before them where it may be null. */
class PlainColumn implements ColumnWriter {
  readonly type: string;
  readonly #nulls: ByteBuffer | null;
  readonly #values = new ByteBuffer(4096);
  readonly #put: (out: ByteBuffer, value: unknown) => void;
  readonly #none: unknown;

  constructor(type: string, none: unknown, put: (out: ByteBuffer, value: unknown) => void) {
    this.type = type;
    this.#nulls = type.startsWith('Nullable') ? new ByteBuffer(1024) : null;
    this.#none = none;
    this.#put = put;
  }

  add(value: unknown): void {
    const missing = value === null || value === undefined;
    this.#nulls?.u8(missing ? 1 : 0);
    this.#put(this.#values, missing ? this.#none : value);
  }

  write(out: ByteBuffer): void {
    if (this.#nulls) out.append(this.#nulls.view());
    out.append(this.#values.view());
  }
}

const putText = (out: ByteBuffer, value: unknown) => out.text(value as string);

class ListColumn implements ColumnWriter {
  readonly type = columnTypes.texts;
  readonly #offsets = new WordBuffer();
  readonly #values = new ByteBuffer(4096);
  #count = 0;

  add(value: unknown): void {
    for (const text of (value as readonly string[] | null) ?? []) {
      this.#values.text(text);
      this.#count++;
    }
    this.#offsets.u64(0, this.#count);
  }

  write(out: ByteBuffer): void {
    out.append(this.#offsets.bytes());
    out.append(this.#values.view());
  }
}

class MapColumn implements ColumnWriter {
  readonly type = columnTypes.map;
  readonly #offsets = new WordBuffer();
  readonly #keys = new ByteBuffer(4096);
  readonly #values = new ByteBuffer(4096);
  #count = 0;

  add(value: unknown): void {
    const map = value as Readonly<Record<string, string>> | null;
    for (const key in map) {
      this.#keys.text(key);
      this.#values.text(map[key] as string);
      this.#count++;
    }
    this.#offsets.u64(0, this.#count);
  }

  write(out: ByteBuffer): void {
    out.append(this.#offsets.bytes());
    out.append(this.#keys.view());
    out.append(this.#values.view());
  }
}

const makers: Readonly<Record<ColumnKind, () => ColumnWriter>> = {
  key: () => new PlainColumn(columnTypes.key, '', putText),
  text: () => new TextColumn(),
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
