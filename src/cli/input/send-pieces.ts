import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Cli } from '../cli.ts';
import { formatBytes } from '../format/figures.ts';
import { pathFrom, write } from '../io.ts';
import { writeError } from './write-error.ts';

/** Writes bytes as they come into a file, or to the output where none is named. */
export async function sendPieces(cli: Cli, pieces: AsyncIterable<Uint8Array>, file: string | undefined): Promise<void> {
  if (file !== undefined) return writeFile(cli, pieces, file);
  for await (const piece of pieces) {
    // A reader that has gone away needs no more.
    if (cli.io.stdout.destroyed) return;
    await write(cli.io.stdout, piece);
  }
}

async function writeFile(cli: Cli, pieces: AsyncIterable<Uint8Array>, file: string): Promise<void> {
  const path = pathFrom(cli.io, file);
  const output = createWriteStream(path);
  try {
    await pipeline(Readable.from(pieces), output);
  } catch (error) {
    // Half an export must not pass for a whole one.
    if (output.bytesWritten > 0) await rm(path, { force: true });
    throw writeError(error, file);
  }
  await cli.note(`${file} · ${formatBytes(output.bytesWritten, cli.language)}`);
}
