/** A growing buffer of bytes, little-endian as ClickHouse's Native format wants them. */
export class ByteBuffer {
  #bytes: Buffer;
  #length = 0;

  constructor(capacity = 1024) {
    this.#bytes = Buffer.allocUnsafeSlow(capacity);
  }

  get length(): number {
    return this.#length;
  }

  /** The bytes written so far, not copied: valid until the next write. */
  view(): Buffer {
    return this.#bytes.subarray(0, this.#length);
  }

  #reserve(size: number): void {
    const needed = this.#length + size;
    if (needed <= this.#bytes.length) return;
    const grown = Buffer.allocUnsafeSlow(Math.max(needed, this.#bytes.length * 2));
    this.#bytes.copy(grown, 0, 0, this.#length);
    this.#bytes = grown;
  }

  u8(value: number): void {
    this.#reserve(1);
    this.#bytes[this.#length++] = value;
  }

  u32(value: number): void {
    this.#reserve(4);
    const bytes = this.#bytes;
    let at = this.#length;
    bytes[at++] = value;
    bytes[at++] = value >>> 8;
    bytes[at++] = value >>> 16;
    bytes[at++] = value >>> 24;
    this.#length = at;
  }

  /** A whole number within ±2^53 as a signed 64-bit integer. */
  i64(value: number): void {
    const high = Math.floor(value / 4_294_967_296);
    this.u32((value - high * 4_294_967_296) >>> 0);
    this.u32(high | 0);
  }

  u64(high: number, low: number): void {
    this.u32(low);
    this.u32(high);
  }

  f64(value: number): void {
    this.#reserve(8);
    this.#bytes.writeDoubleLE(value, this.#length);
    this.#length += 8;
  }

  varint(value: number): void {
    let rest = value;
    while (rest >= 0x80) {
      this.u8((rest & 0x7f) | 0x80);
      rest = Math.floor(rest / 128);
    }
    this.u8(rest);
  }

  /** A string with its length in bytes before it. */
  text(value: string): void {
    const length = value.length;
    if (length < 128) {
      this.#reserve(length + 1);
      const bytes = this.#bytes;
      const start = this.#length;
      let at = start + 1;
      let index = 0;
      for (; index < length; index++) {
        const code = value.charCodeAt(index);
        if (code > 0x7f) break;
        bytes[at++] = code;
      }
      if (index === length) {
        bytes[start] = length;
        this.#length = at;
        return;
      }
    }
    const size = Buffer.byteLength(value);
    this.varint(size);
    this.#reserve(size);
    this.#bytes.write(value, this.#length);
    this.#length += size;
  }

  append(bytes: Uint8Array): void {
    this.#reserve(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  /** Forgets what was written and keeps the room for it. */
  clear(): void {
    this.#length = 0;
  }

  /** Writes the last `size` bytes once more. */
  repeat(size: number): void {
    this.#reserve(size);
    this.#bytes.copyWithin(this.#length, this.#length - size, this.#length);
    this.#length += size;
  }
}
