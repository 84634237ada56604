import { createHash } from 'node:crypto';
import { type Manifest, metaNames, type Part } from './manifest.ts';
import { encodeEntry, tarEnd } from './tar.ts';

/** Data on its way into a back-up. */
export interface PartContent {
  readonly name: string;
  readonly rows: number;
  readonly content: Uint8Array;
}

/**
 * The bytes of a back-up: a tar of the manifest, the parts, the list of them with a checksum each, and a seal. The seal is
 * the checksum of every byte before it and is itself predictable, so that no byte of the file can change unseen.
 */
export async function* encodeBackup(manifest: Manifest, parts: AsyncIterable<PartContent>): AsyncGenerator<Buffer> {
  const at = new Date(manifest.takenAt);
  const whole = createHash('sha256');
  const listed: Part[] = [];
  const entry = async ({ name, rows, content }: PartContent) => {
    const bytes = await encodeEntry(name, content, at);
    whole.update(bytes);
    listed.push({ name, rows, bytes: content.length, sha256: createHash('sha256').update(content).digest('hex') });
    return bytes;
  };
  yield await entry({ name: metaNames.manifest, rows: 0, content: encodeJson(manifest) });
  for await (const part of parts) yield await entry(part);
  yield await entry({ name: metaNames.parts, rows: 0, content: encodeJson(listed) });
  yield await encodeSeal(whole.digest('hex'), at);
}

/** The end of a back-up, after which nothing comes; its length is always `sealBytes`. */
export async function encodeSeal(sha256: string, at: Date): Promise<Buffer> {
  return Buffer.concat([await encodeEntry(metaNames.seal, Buffer.from(`${sha256}\n`), at), tarEnd]);
}

/** Header, checksum and end of the tar. */
export const sealBytes = 2048;

function encodeJson(value: unknown): Buffer {
  return Buffer.from(`${JSON.stringify(value, null, 1)}\n`);
}
