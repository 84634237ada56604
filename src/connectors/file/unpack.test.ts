import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { ZipFile } from 'yazl';
import { ByteSource } from './byte-source.ts';
import { unpack } from './unpack.ts';

async function zipOf(files: readonly [string, string][]): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, text] of files) zip.addBuffer(Buffer.from(text), name);
  zip.end();
  const pieces: Buffer[] = [];
  for await (const piece of zip.outputStream) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}

async function sizeOf(packed: Uint8Array, limit: number): Promise<number> {
  async function* pieces() {
    yield packed;
  }
  const { bytes } = await unpack('a.csv', new ByteSource(pieces()), limit);
  let size = 0;
  for await (const piece of bytes) size += piece.length;
  return size;
}

const zeros = '0'.repeat(2_000_000);

test('an archive that unpacks to more than the limit is cut off there', async () => {
  const archives = [gzipSync(zeros), await zipOf([['a.csv', zeros]])];
  for (const archive of archives) {
    expect(archive.length).toBeLessThan(10_000);
    expect(await sizeOf(archive, 2_000_000)).toBe(2_000_000);
    await expect(sizeOf(archive, 1_000_000)).rejects.toMatchObject({ code: 'import.archive-too-large' });
  }
});

test('an archive of more than ten thousand files is not searched', async () => {
  const crowd = Array.from({ length: 10_001 }, (_, i): [string, string] => [`${i}.csv`, '']);
  await expect(sizeOf(await zipOf(crowd), 1000)).rejects.toMatchObject({ code: 'import.archive-crowded' });
});
