/** A stream of bytes whose beginning can be looked at before it is read, and which counts what was read. */
export class ByteSource implements AsyncIterable<Uint8Array> {
  bytesRead = 0;
  readonly #chunks: AsyncIterator<Uint8Array>;
  #ahead: Uint8Array[] = [];
  #ended = false;

  constructor(stream: AsyncIterable<Uint8Array>) {
    this.#chunks = stream[Symbol.asyncIterator]();
  }

  async #pull(): Promise<Uint8Array | null> {
    if (this.#ended) return null;
    const next = await this.#chunks.next();
    if (next.done === true) {
      this.#ended = true;
      return null;
    }
    this.bytesRead += next.value.length;
    return next.value;
  }

  /** The first `length` bytes, or all where there are fewer; they will be read again. */
  async peek(length: number): Promise<Uint8Array> {
    let have = this.#ahead.reduce((sum, chunk) => sum + chunk.length, 0);
    while (have < length) {
      const chunk = await this.#pull();
      if (chunk === null) break;
      this.#ahead.push(chunk);
      have += chunk.length;
    }
    const joined = Buffer.concat(this.#ahead);
    this.#ahead = [joined];
    return joined.subarray(0, length);
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
    const ahead = this.#ahead;
    this.#ahead = [];
    try {
      for (const chunk of ahead) if (chunk.length > 0) yield chunk;
      for (let chunk = await this.#pull(); chunk !== null; chunk = await this.#pull()) {
        if (chunk.length > 0) yield chunk;
      }
    } finally {
      await this.#chunks.return?.();
    }
  }
}
