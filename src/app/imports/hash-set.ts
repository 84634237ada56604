/** A set of 64-bit hashes in two typed arrays: 16 bytes a hash at most, so that tens of millions fit in memory. */
export class HashSet {
  #high: Uint32Array;
  #low: Uint32Array;
  #used: Uint8Array;
  #count = 0;

  constructor(expected = 1024) {
    const capacity = 2 ** Math.ceil(Math.log2(Math.max(1024, expected * 2)));
    this.#high = new Uint32Array(capacity);
    this.#low = new Uint32Array(capacity);
    this.#used = new Uint8Array(capacity);
  }

  get size(): number {
    return this.#count;
  }

  /** Adds a hash; true when it was there already. */
  add(high: number, low: number): boolean {
    if (this.#count * 3 > this.#used.length * 2) this.#grow();
    const mask = this.#used.length - 1;
    let slot = (low ^ (high << 1)) & mask;
    while (this.#used[slot] === 1) {
      if (this.#high[slot] === high && this.#low[slot] === low) return true;
      slot = (slot + 1) & mask;
    }
    this.#used[slot] = 1;
    this.#high[slot] = high;
    this.#low[slot] = low;
    this.#count++;
    return false;
  }

  /** Adds little-endian 64-bit integers. */
  addAll(bytes: Uint8Array): void {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (let at = 0; at + 8 <= bytes.byteLength; at += 8)
      this.add(view.getUint32(at + 4, true), view.getUint32(at, true));
  }

  /** Makes room for so many more at once. */
  reserve(more: number): void {
    const wanted = 2 ** Math.ceil(Math.log2(Math.max(1024, (this.#count + more) * 2)));
    if (wanted > this.#used.length) this.#grow(wanted);
  }

  #grow(capacity = this.#used.length * 2): void {
    const [high, low, used] = [this.#high, this.#low, this.#used];
    this.#high = new Uint32Array(capacity);
    this.#low = new Uint32Array(capacity);
    this.#used = new Uint8Array(capacity);
    this.#count = 0;
    for (let slot = 0; slot < used.length; slot++) {
      if (used[slot] === 1) this.add(high[slot] as number, low[slot] as number);
    }
  }
}
