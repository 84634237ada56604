import type { ColumnKind } from '#domain/kpi/fact-table.ts';
import { columnTypes } from '../schema.ts';
import { ByteBuffer } from './byte-buffer.ts';
import { Dictionary } from './dictionary.ts';

/** Collects the values of one column and writes it as a column of a Native block. */
export interface ColumnWriter {
  readonly type: string;
  add(value: unknown): void;
  write(out: ByteBuffer, rows: number): void;
}

class TextColumn implements ColumnWriter {
  readonly type = columnTypes.text;
  readonly #dictionary = new Dictionary();
  readonly #indexes = new ByteBuffer(4096);

  add(value: unknown): void {
    this.#indexes.u32(this.#dictionary.indexOf((value as string | null | undefined) ?? null));
  }

  write(out: ByteBuffer, rows: number): void {
    this.#dictionary.writeColumn(out, rows, this.#indexes.view());
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
const putWhole = (out: ByteBuffer, value: unknown) => out.i64(value as number);

class ListColumn implements ColumnWriter {
  readonly type = columnTypes.texts;
  readonly #offsets = new ByteBuffer(4096);
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
    out.append(this.#offsets.view());
    out.append(this.#values.view());
  }
}

class MapColumn implements ColumnWriter {
  readonly type = columnTypes.map;
  readonly #offsets = new ByteBuffer(4096);
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
    out.append(this.#offsets.view());
    out.append(this.#keys.view());
    out.append(this.#values.view());
  }
}

const makers: Readonly<Record<ColumnKind, () => ColumnWriter>> = {
  key: () => new PlainColumn(columnTypes.key, '', putText),
  text: () => new TextColumn(),
  note: () => new PlainColumn(columnTypes.note, '', putText),
  instant: () => new PlainColumn(columnTypes.instant, 0, putWhole),
  seconds: () => new PlainColumn(columnTypes.seconds, 0, putWhole),
  count: () => new PlainColumn(columnTypes.count, 0, (out, value) => out.u32(value as number)),
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
  const indexes = new ByteBuffer(rows * 4);
  const index = dictionary.indexOf(value);
  for (let row = 0; row < rows; row++) indexes.u32(index);
  dictionary.writeColumn(out, rows, indexes.view());
}
