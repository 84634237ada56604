import type { Socket } from 'node:net';
import type { Writable } from 'node:stream';
import { VigieError } from '#domain/error.ts';
import type { Io } from '../io.ts';
import { type CallRequest, encodeFrame, FrameReader, frameKinds } from './frames.ts';

/**
 * Has the holder of the data folder run a command for this terminal and gives its exit code; null when it did not take
 * the call, because it is only starting or already ending.
 */
export function callOn(holder: Socket, argv: readonly string[], io: Io): Promise<number | null> {
  const { cwd, language, tty, columns } = io;
  const request: CallRequest = { argv, cwd, language, tty, columns };
  return new Promise((resolve, reject) => {
    const frames = new FrameReader();
    let accepted = false;
    let code: number | null = null;
    holder.on('data', (chunk: Buffer) => {
      for (const { kind, payload } of frames.push(chunk)) {
        if (kind === frameKinds.accepted) accepted = true;
        else if (kind === frameKinds.wantsStdin) sendStdin(holder, io);
        else if (kind === frameKinds.stdout) pass(holder, io.stdout, payload);
        else if (kind === frameKinds.stderr) pass(holder, io.stderr, payload);
        else if (kind === frameKinds.exit) code = Number(payload.toString());
      }
    });
    // A line that breaks closes too; the close says what it meant.
    holder.on('error', () => undefined);
    holder.on('close', () => {
      io.stdin.removeAllListeners('data').pause();
      if (code !== null || !accepted) resolve(code);
      else reject(new VigieError('cli.gone'));
    });
    holder.write(encodeFrame(frameKinds.request, JSON.stringify(request)));
  });
}

function pass(holder: Socket, out: Writable, payload: Buffer): void {
  if (out.write(payload)) return;
  holder.pause();
  out.once('drain', () => holder.resume());
}

function sendStdin(holder: Socket, io: Io): void {
  io.stdin.on('data', (chunk: Buffer) => {
    if (holder.write(encodeFrame(frameKinds.stdin, chunk))) return;
    io.stdin.pause();
    holder.once('drain', () => io.stdin.resume());
  });
  io.stdin.on('end', () => holder.write(encodeFrame(frameKinds.stdinEnd)));
}
