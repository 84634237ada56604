import type { Socket } from 'node:net';
import { Readable, Writable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Installation } from '#app/installation.ts';
import type { Settings } from '#settings';
import type { Host } from '../cli.ts';
import type { Io } from '../io.ts';
import { type CallRequest, encodeFrame, type FrameKind, FrameReader, frameKinds } from './frames.ts';

/** Runs a command line; given by the caller, who knows the commands. */
type Run = (argv: readonly string[], io: Io, host: Host) => Promise<number>;

/** The calls that a process answers for other terminals while it holds the data folder. */
export interface Calls {
  /** How many commands run for other terminals. */
  readonly active: number;
  /** Takes no more calls and resolves when those taken are answered, or hung up on after `patienceMs`. */
  close(patienceMs: number): Promise<void>;
}

/** Lets other terminals run their commands in this process, on its open stores. */
export function answerCalls(installation: Installation, settings: Settings, run: Run): Calls {
  const active = new Map<Socket, Promise<void>>();
  const host: Host = { settings: async () => settings, installation: async () => installation };
  installation.lock.onCall((socket) => {
    const line = new Line(socket);
    line.onRequest = (request) => {
      line.send(frameKinds.accepted);
      const call = run(request.argv, line.ioOf(request), host)
        .catch(() => 1)
        .then((code) => line.end(code))
        .finally(() => active.delete(socket));
      active.set(socket, call);
    };
  });
  return {
    get active() {
      return active.size;
    },
    async close(patienceMs) {
      installation.lock.onCall((socket) => socket.destroy());
      const late = setTimeout(() => {
        for (const socket of active.keys()) socket.destroy();
        active.clear();
      }, patienceMs);
      while (active.size > 0) await Promise.race([Promise.all(active.values()), sleep(100)]);
      clearTimeout(late);
    },
  };
}

/** One terminal on the line. Once it has hung up, what is written for it goes nowhere. */
class Line {
  readonly #socket: Socket;
  readonly #hungUp = new AbortController();
  readonly #stdin: Readable;
  readonly #outs: Writable[] = [];
  onRequest: (request: CallRequest) => void = () => {};

  constructor(socket: Socket) {
    this.#socket = socket;
    this.#stdin = new Readable({ read: once(() => this.send(frameKinds.wantsStdin)) });
    const frames = new FrameReader();
    socket.on('data', (chunk: Buffer) => {
      for (const frame of frames.push(chunk)) this.#take(frame.kind, frame.payload);
    });
    socket.on('error', () => socket.destroy());
    socket.on('close', () => {
      this.#hungUp.abort();
      // Commands that write a lot look whether anybody still reads.
      for (const out of this.#outs) out.destroy();
      if (!this.#stdin.readableEnded) this.#stdin.push(null);
    });
  }

  send(kind: FrameKind, payload?: string | Uint8Array, done?: () => void): void {
    if (this.#socket.destroyed) done?.();
    else this.#socket.write(encodeFrame(kind, payload), () => done?.());
  }

  /** Says how the command ended and hangs up; resolves when the terminal has it all, or is gone. */
  end(code: number): Promise<void> {
    return new Promise((resolve) => {
      if (this.#socket.destroyed) return resolve();
      this.#socket.once('close', () => resolve());
      this.#socket.end(encodeFrame(frameKinds.exit, String(code)));
    });
  }

  ioOf(request: CallRequest): Io {
    return {
      stdin: this.#stdin,
      stdout: this.#out(frameKinds.stdout, request.tty.stdout, request.columns),
      stderr: this.#out(frameKinds.stderr, request.tty.stderr, request.columns),
      tty: request.tty,
      columns: request.columns,
      cwd: request.cwd,
      language: request.language,
      endSignal: () => this.#hungUp.signal,
    };
  }

  #take(kind: number, payload: Buffer): void {
    if (kind === frameKinds.request) this.onRequest(JSON.parse(payload.toString()) as CallRequest);
    else if (kind === frameKinds.stdin) this.#stdin.push(payload);
    else if (kind === frameKinds.stdinEnd) this.#stdin.push(null);
  }

  #out(kind: FrameKind, isTTY: boolean, columns: number): Writable {
    const out = new Writable({
      write: (chunk: Uint8Array, _encoding, done) => this.send(kind, chunk, done),
    });
    out.on('error', () => undefined);
    this.#outs.push(out);
    // What draws on a terminal asks the stream itself.
    return Object.assign(out, isTTY ? { isTTY, columns } : {});
  }
}

function once(work: () => void): () => void {
  let done = false;
  return () => {
    if (!done) work();
    done = true;
  };
}
