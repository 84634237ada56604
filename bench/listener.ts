import type { DeskServer } from '#test/support/desk-server.ts';

/** A screen: when the live stream told it last that figures changed. */
export class Listener {
  readonly #hangUp = new AbortController();
  #waiting: (() => void)[] = [];
  /** A stream begins with how things stand. */
  readonly connected = this.heard();

  constructor(server: DeskServer) {
    this.#read(server).catch(() => undefined);
  }

  /** Resolves with the next news. */
  heard(): Promise<void> {
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  hangUp(): void {
    this.#hangUp.abort();
  }

  async #read(server: DeskServer): Promise<void> {
    const answer = await server.ask('/live', { signal: this.#hangUp.signal });
    for await (const piece of answer.body as ReadableStream<Uint8Array>) {
      if (!Buffer.from(piece).includes('event: facts')) continue;
      const heard = this.#waiting.splice(0);
      for (const resolve of heard) resolve();
    }
  }
}
