const TWO_32 = 4_294_967_296;

/** A growing list of 32-bit words, for columns of fixed width. Words are little-endian, as on every machine we run on. */
export class WordBuffer {
  #words: Uint32Array;
  #length = 0;

  constructor(capacity = 1024) {
    this.#words = new Uint32Array(capacity);
  }

  get length(): number {
    return this.#length;
  }

  at(index: number): number {
    return this.#words[index] as number;
  }

  u32(value: number): void {
    if (this.#length === this.#words.length) this.#grow();
    this.#words[this.#length++] = value;
  }

  /** A whole number within ±2^53 as a signed 64-bit integer. */
  i64(value: number): void {
    const high = Math.floor(value / TWO_32);
    this.u32(value - high * TWO_32);
    this.u32(high);
  }

  u64(high: number, low: number): void {
    this.u32(low);
    this.u32(high);
  }

  /** The bytes written so far, not copied: valid until the next write. */
  bytes(): Uint8Array {
    return new Uint8Array(this.#words.buffer, 0, this.#length * 4);
  }

  /** Forgets what was written and keeps the room for it. */
  clear(): void {
    this.#length = 0;
  }

  #grow(): void {
    const grown = new Uint32Array(this.#words.length * 2);
    grown.set(this.#words);
    this.#words = grown;
  }
}
