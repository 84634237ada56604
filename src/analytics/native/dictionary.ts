import { ByteBuffer } from './byte-buffer.ts';
import type { WordBuffer } from './word-buffer.ts';

// LowCardinality in the Native format: a version, then per block the flags, the dictionary and an index a row.
const SHARED_DICTIONARY_VERSION = 1;
const HAS_ADDITIONAL_KEYS = 1 << 9;
const NEED_UPDATE_DICTIONARY = 1 << 10;

/** The distinct values of a `LowCardinality(Nullable(String))` column; index 0 stands for null, 1 for the empty text. */
export class Dictionary {
  readonly #indexes = new Map<string, number>();
  readonly #keys = new ByteBuffer(256);
  readonly #nullable: boolean;

  constructor(nullable = true) {
    this.#nullable = nullable;
    this.clear();
  }

  clear(): void {
    this.#indexes.clear();
    this.#indexes.set('', this.#nullable ? 1 : 0);
    this.#keys.clear();
    if (this.#nullable) this.#keys.text('');
    this.#keys.text('');
  }

  indexOf(value: string | null): number {
    if (value === null) return 0;
    let index = this.#indexes.get(value);
    if (index === undefined) {
      index = this.#indexes.size + (this.#nullable ? 1 : 0);
      this.#indexes.set(value, index);
      this.#keys.text(value);
    }
    return index;
  }

  /** Writes the whole column: an index a row, as narrow as it may be. */
  writeColumn(out: ByteBuffer, indexes: WordBuffer): void {
    const keys = this.#indexes.size + 1;
    const width = keys <= 256 ? 0 : keys <= 65_536 ? 1 : 2;
    out.u64(0, SHARED_DICTIONARY_VERSION);
    out.u64(0, width | HAS_ADDITIONAL_KEYS | NEED_UPDATE_DICTIONARY);
    out.u64(0, this.#indexes.size + (this.#nullable ? 1 : 0));
    out.append(this.#keys.view());
    out.u64(0, indexes.length);
    out.append(width === 2 ? indexes.bytes() : narrow(indexes, 2 ** width));
  }
}

/** Keeps the lowest `stride` bytes of each index. */
function narrow(indexes: WordBuffer, stride: number): Uint8Array {
  const kept = new Uint8Array(indexes.length * stride);
  for (let row = 0; row < indexes.length; row++) {
    const index = indexes.at(row);
    kept[row * stride] = index;
    if (stride === 2) kept[row * 2 + 1] = index >>> 8;
  }
  return kept;
}
