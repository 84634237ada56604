import { createHash } from 'node:crypto';
import { VigieError } from '#domain/error.ts';
import { sealBytes } from '../backup/encode-backup.ts';
import type { Part } from '../backup/manifest.ts';
import { readEntries } from '../backup/tar.ts';
import type { VerifiedBackup } from '../backup/verify-backup.ts';

export interface ReadPart extends Part {
  readonly content: Buffer;
}

/** The parts of a verified back-up whose names begin so, each checked once more: the file may have changed since. */
export async function* readParts(file: string, backup: VerifiedBackup, prefix: string): AsyncGenerator<ReadPart> {
  const expected = new Map(backup.parts.map((part) => [part.name, part]));
  for await (const { name, offset, bytes } of readEntries(file, backup.bytes - sealBytes)) {
    const part = expected.get(name);
    if (!part || !name.startsWith(prefix)) continue;
    if (createHash('sha256').update(bytes).digest('hex') !== part.sha256) {
      throw new VigieError('backup.damaged', { file, part: name, byte: offset });
    }
    expected.delete(name);
    yield { ...part, content: bytes };
  }
  const missing = [...expected.keys()].find((name) => name.startsWith(prefix));
  if (missing) throw new VigieError('backup.damaged', { file, part: missing, byte: backup.bytes });
}
