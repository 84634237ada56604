import type { FileInput } from './file/batch.ts';

/** A file in memory, for tests; it arrives in chunks of `chunkBytes`. */
export function fileOf(content: string | Uint8Array, name = 'table.csv', chunkBytes = 65_536): FileInput {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  return { name, stream: chunksOf(bytes, chunkBytes) };
}

async function* chunksOf(bytes: Uint8Array, chunkBytes: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += chunkBytes) yield bytes.subarray(at, at + chunkBytes);
}
