import { resolve } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import type { Language } from '#domain/error.ts';

/** Where a command reads and writes. Commands know nothing of the process: it may be that of another terminal. */
export interface Io {
  readonly stdin: Readable;
  readonly stdout: Writable;
  readonly stderr: Writable;
  /** Which of the three are a terminal. */
  readonly tty: { readonly stdin: boolean; readonly stdout: boolean; readonly stderr: boolean };
  readonly columns: number;
  readonly cwd: string;
  readonly language: Language;
  /**
   * Aborted when the person at the terminal wants it to end. Until a command asks for it, Ctrl-C ends the process at
   * once, which is safe at any instant.
   */
  endSignal(): AbortSignal;
}

/** Writes and waits until the reader keeps up, so that a slow pipe bounds memory. */
export function write(out: Writable, text: string | Uint8Array): Promise<void> {
  if (out.destroyed || out.writableEnded) return Promise.resolve();
  return new Promise((done) => {
    out.write(text, () => done());
  });
}

/** A path as typed, seen from where it was typed. */
export function pathFrom(io: Io, path: string): string {
  return resolve(io.cwd, path);
}
