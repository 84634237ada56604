import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { extract } from 'tar-stream';
import { afterAll, expect, test } from 'vitest';
import { VigieError } from '#domain/error.ts';
import { encodeBackup, type PartContent } from './encode-backup.ts';
import type { Manifest } from './manifest.ts';
import { verifyBackup } from './verify-backup.ts';
import { writeBeside } from './write-beside.ts';

const folder = mkdtempSync(join(tmpdir(), 'vigie-backup-file-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const manifest: Manifest = {
  product: 'vigie',
  format: 1,
  version: '0.1.0',
  takenAt: '2026-03-02T09:00:00.123Z',
  records: {
    migration: '0001-foundation',
    tables: [{ name: 't', columns: [{ name: 'id', type: 'text' }] }],
    counters: [],
  },
  journals: [{ workspace: 'default', lastSeq: 3 }],
  secretMark: 'abc',
};
const contents: readonly PartContent[] = [
  { name: 'records/t/000001.ndjson.zst', rows: 2, content: Buffer.from('{"id":"1"}\n{"id":"2"}\n') },
  { name: 'journal/1/000001.native.zst', rows: 3, content: Buffer.alloc(700, 7) },
  { name: 'empty', rows: 0, content: Buffer.alloc(0) },
];

async function* streamed<T>(items: Iterable<T>): AsyncGenerator<T> {
  yield* items;
}

async function bytesOf(said: object = {}): Promise<Buffer> {
  return Buffer.concat(await Array.fromAsync(encodeBackup({ ...manifest, ...said }, streamed(contents))));
}

const whole = await bytesOf();

let files = 0;
async function codeOf(bytes: Uint8Array): Promise<string> {
  const file = join(folder, `examined-${++files}`);
  writeFileSync(file, bytes);
  try {
    await verifyBackup(file);
    return 'whole';
  } catch (error) {
    if (error instanceof VigieError) return error.code;
    throw error;
  } finally {
    rmSync(file);
  }
}

test('a back-up that is whole is told part by part', async () => {
  const file = join(folder, 'whole');
  writeFileSync(file, whole);
  const verified = await verifyBackup(file);
  expect(verified.manifest).toEqual(manifest);
  expect(verified.parts.map(({ name, rows, bytes }) => ({ name, rows, bytes }))).toEqual(
    contents.map(({ name, rows, content }) => ({ name, rows, bytes: content.length })),
  );
  expect(verified.bytes).toBe(whole.length);
});

test('a back-up is a tar that other programs read', async () => {
  const names: string[] = [];
  const tar = extract();
  tar.end(whole);
  for await (const entry of tar) {
    names.push(entry.header.name);
    entry.resume();
  }
  expect(names).toEqual(['manifest.json', ...contents.map(({ name }) => name), 'parts.json', 'seal']);
});

test('every single changed byte is found', async () => {
  const missed: number[] = [];
  const examine = async (at: number) => {
    const changed = Buffer.from(whole);
    changed[at] = (changed[at] as number) ^ (1 << (at % 8));
    if ((await codeOf(changed)) === 'whole') missed.push(at);
  };
  const places = Array.from(whole.keys());
  while (places.length > 0) await Promise.all(places.splice(0, 50).map(examine));
  expect(missed).toEqual([]);
});

test('any number of changed bytes is found', async () => {
  const change = fc.record({ at: fc.nat(whole.length - 1), to: fc.integer({ min: 1, max: 255 }) });
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(change, { minLength: 1, maxLength: 20, selector: ({ at }) => at }), async (all) => {
      const changed = Buffer.from(whole);
      for (const { at, to } of all) changed[at] = (changed[at] as number) ^ to;
      expect(await codeOf(changed)).toMatch(/^backup\.(damaged|not-a-backup|cut-short)$/);
    }),
  );
});

test('a back-up cut off anywhere, or followed by anything, is refused', async () => {
  for (let length = 0; length < whole.length; length += length % 512 < 2 ? 1 : 97) {
    expect([length, await codeOf(whole.subarray(0, length))]).toEqual([
      length,
      expect.stringMatching(/^backup\.(damaged|not-a-backup|cut-short)$/),
    ]);
  }
  expect(await codeOf(Buffer.concat([whole, Buffer.alloc(1)]))).not.toBe('whole');
  expect(await codeOf(Buffer.concat([whole, Buffer.alloc(512)]))).not.toBe('whole');
  expect(await codeOf(Buffer.concat([whole, whole]))).not.toBe('whole');
});

test('the message names the part that is damaged and its place, or says that the file is cut off', async () => {
  const file = join(folder, 'damaged');
  const changed = Buffer.from(whole);
  const at = whole.indexOf(Buffer.alloc(700, 7));
  changed[at + 5] = 8;
  writeFileSync(file, changed);
  await expect(verifyBackup(file)).rejects.toMatchObject({
    code: 'backup.damaged',
    params: { file, part: 'journal/1/000001.native.zst', byte: at - 512 },
  });
  writeFileSync(file, whole);
  truncateSync(file, at + 100);
  await expect(verifyBackup(file)).rejects.toMatchObject({
    code: 'backup.cut-short',
    params: { file, bytes: at + 100 },
  });
});

test('what is no back-up is said to be none', async () => {
  expect(await codeOf(Buffer.alloc(0))).toBe('backup.not-a-backup');
  expect(await codeOf(Buffer.from('id,created\n'.repeat(1_000)))).toBe('backup.not-a-backup');
  const foreign = Buffer.concat(
    await Array.fromAsync(encodeBackup({ ...manifest, product: 'other' as 'vigie' }, streamed(contents))),
  );
  expect(await codeOf(foreign)).toBe('backup.not-a-backup');
  await expect(verifyBackup(join(folder, 'nowhere'))).rejects.toMatchObject({ code: 'file.no-such-file' });
  await expect(verifyBackup(folder)).rejects.toMatchObject({ code: 'file.not-a-file' });
});

test('a back-up of a later format or of later tables is said to be newer', async () => {
  expect(await codeOf(await bytesOf({ format: 2, anything: true }))).toBe('backup.newer');
  const records = { ...manifest.records, migration: '9999-later' };
  expect(await codeOf(await bytesOf({ records }))).toBe('backup.newer');
});

test('a file that is being written has no name before it is whole, and an older one is never touched', async () => {
  const file = join(folder, 'written');
  await expect(
    writeBeside(
      file,
      (async function* () {
        yield Buffer.from('half');
        expect(readdirSync(folder)).not.toContain('written');
        throw Object.assign(new Error('full'), { code: 'ENOSPC', syscall: 'write' });
      })(),
    ),
  ).rejects.toMatchObject({ code: 'file.no-room' });
  expect(readdirSync(folder).filter((name) => name.startsWith('written'))).toEqual([]);
  expect(await writeBeside(file, streamed([Buffer.from('first')]))).toBe(5);
  await expect(writeBeside(file, streamed([Buffer.from('second')]))).rejects.toMatchObject({
    code: 'backup.file-exists',
  });
  await expect(
    writeBeside(
      join(folder, 'late'),
      (async function* () {
        yield Buffer.from('mine');
        writeFileSync(join(folder, 'late'), 'theirs');
      })(),
    ),
  ).rejects.toMatchObject({ code: 'backup.file-exists' });
  expect([readFileSync(file, 'utf8'), readFileSync(join(folder, 'late'), 'utf8')]).toEqual(['first', 'theirs']);
  await expect(writeBeside(join(folder, 'no/where'), streamed([]))).rejects.toMatchObject({
    code: 'file.not-writable',
  });
  expect(readdirSync(folder).filter((name) => name.includes('partial'))).toEqual([]);
});
