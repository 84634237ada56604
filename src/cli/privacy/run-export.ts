import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { byOperator } from '#app/audit/record-audit.ts';
import type { Cli } from '../cli.ts';
import { formatBytes } from '../format/figures.ts';
import { oneOf } from '../input/query-options.ts';
import { writeError } from '../input/write-error.ts';
import { pathFrom, write } from '../io.ts';

export interface ExportOptions {
  readonly out?: string;
}

/** `vigie privacy export`. */
export async function runPersonExport(cli: Cli, name: string, id: string, { out }: ExportOptions): Promise<void> {
  const kind = oneOf('KIND', name, ['customer', 'agent'] as const);
  const app = await cli.app();
  const { exportPerson } = await import('#app/privacy/export-person.ts');
  const pieces = await exportPerson(app, { kind, id }, byOperator);
  if (out !== undefined) return writeTo(cli, pieces, out);
  for await (const piece of pieces) {
    // A reader that has gone away needs no more.
    if (cli.io.stdout.destroyed) return;
    await write(cli.io.stdout, piece);
  }
}

/** Nobody but its owner reads the file: it is about a person. */
async function writeTo(cli: Cli, pieces: AsyncIterable<string>, file: string): Promise<void> {
  const path = pathFrom(cli.io, file);
  const output = createWriteStream(path, { mode: 0o600 });
  try {
    await pipeline(Readable.from(pieces), output);
  } catch (error) {
    if (output.bytesWritten > 0) await rm(path, { force: true });
    throw writeError(error, file);
  }
  await cli.note(`${file} · ${formatBytes(output.bytesWritten, cli.language)}`);
}
