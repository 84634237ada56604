import type { Language } from '#domain/error.ts';

/** What goes over the line between a terminal and the process that runs its command. */
export const frameKinds = {
  /** Terminal → holder: the command, as JSON. */
  request: 1,
  stdin: 2,
  stdinEnd: 3,
  /** Holder → terminal: it will run the command. */
  accepted: 4,
  /** Holder → terminal: the command reads its input. */
  wantsStdin: 5,
  stdout: 6,
  stderr: 7,
  /** Holder → terminal: the exit code, as text; the last frame. */
  exit: 8,
} as const;
export type FrameKind = (typeof frameKinds)[keyof typeof frameKinds];

export interface Frame {
  readonly kind: number;
  readonly payload: Buffer;
}

/** The command of another terminal. */
export interface CallRequest {
  readonly argv: readonly string[];
  readonly cwd: string;
  readonly language: Language;
  readonly tty: { readonly stdin: boolean; readonly stdout: boolean; readonly stderr: boolean };
  readonly columns: number;
}

const HEAD = 5;

/** A frame: its kind in one byte, the length of the payload in four, the payload. */
export function encodeFrame(kind: FrameKind, payload: string | Uint8Array = ''): Buffer {
  const body = typeof payload === 'string' ? Buffer.from(payload) : payload;
  const frame = Buffer.allocUnsafe(HEAD + body.length);
  frame.writeUInt8(kind, 0);
  frame.writeUInt32BE(body.length, 1);
  frame.set(body, HEAD);
  return frame;
}

/** Cuts a stream of bytes back into frames, however it was cut on its way. */
export class FrameReader {
  #rest: Buffer = Buffer.alloc(0);

  push(chunk: Buffer): Frame[] {
    const bytes = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    const frames: Frame[] = [];
    let at = 0;
    while (bytes.length - at >= HEAD) {
      const end = at + HEAD + bytes.readUInt32BE(at + 1);
      if (bytes.length < end) break;
      frames.push({ kind: bytes.readUInt8(at), payload: bytes.subarray(at + HEAD, end) });
      at = end;
    }
    this.#rest = bytes.subarray(at);
    return frames;
  }
}
