import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { Places } from '../open-installation.ts';
import { settleRestore } from './settle-restore.ts';

const folder = mkdtempSync(join(tmpdir(), 'vigie-settle-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const kept = join('kept', 'replaced-20260302T090000Z-1a2b3c4d');
const names = ['records', 'analytics', 'secret.key'] as const;
let made = 0;

/** A data folder with a restore in it, as far as building: plain files stand for the stores. */
function makeFolder(): Places {
  const dataFolder = join(folder, String(++made));
  for (const [at, content] of [
    [dataFolder, 'old'],
    [join(dataFolder, 'restoring'), 'new'],
  ] as const) {
    for (const name of names) {
      const file = name === 'secret.key' ? join(at, name) : join(at, name, 'file');
      mkdirSync(join(file, '..'), { recursive: true });
      writeFileSync(file, content);
    }
  }
  const plan = { kept, schema: null, database: null };
  writeFileSync(join(dataFolder, 'restoring', 'plan.json'), JSON.stringify(plan));
  return { dataFolder, databaseUrl: null, clickhouseUrl: null, workers: 1 };
}

const contentOf = (at: string) =>
  names.map((name) => readFileSync(name === 'secret.key' ? join(at, name) : join(at, name, 'file'), 'utf8'));

test('a restore that was built is put in place from wherever it was cut off, and what it replaces is kept', async () => {
  const moves = names.flatMap((name) => [
    (at: string) => renameSync(join(at, name), join(at, kept, name)),
    (at: string) => renameSync(join(at, 'restoring', name), join(at, name)),
  ]);
  for (let done = 0; done <= moves.length; done++) {
    const places = makeFolder();
    const at = places.dataFolder;
    writeFileSync(join(at, 'restoring', 'ready'), '');
    if (done > 0) mkdirSync(join(at, kept), { recursive: true });
    for (const move of moves.slice(0, done)) move(at);
    expect(await settleRestore(places)).toBe('completed');
    expect([done, contentOf(at), contentOf(join(at, kept))]).toEqual([
      done,
      ['new', 'new', 'new'],
      ['old', 'old', 'old'],
    ]);
    expect(readdirSync(at)).not.toContain('restoring');
    expect(await settleRestore(places)).toBe('nothing');
  }
});

test('a restore that was not built to its end is cleared away, and the data is as it was', async () => {
  const places = makeFolder();
  expect(await settleRestore(places)).toBe('cleared');
  expect(contentOf(places.dataFolder)).toEqual(['old', 'old', 'old']);
  expect(readdirSync(places.dataFolder).sort()).toEqual([...names].sort());
});

test('a restore that was cut off before it wrote its plan is cleared away', async () => {
  for (const text of ['', '{"kept":"ke']) {
    const places = makeFolder();
    writeFileSync(join(places.dataFolder, 'restoring', 'plan.json'), text);
    expect(await settleRestore(places)).toBe('cleared');
    expect(contentOf(places.dataFolder)).toEqual(['old', 'old', 'old']);
  }
});

test('a restore is not settled in other stores than those it was begun in', async () => {
  const places = { ...makeFolder(), databaseUrl: 'postgres://127.0.0.1:1/vigie' };
  await expect(settleRestore(places)).rejects.toMatchObject({
    code: 'restore.unfinished',
    params: { setting: 'DATABASE_URL' },
  });
  expect(contentOf(places.dataFolder)).toEqual(['old', 'old', 'old']);
});
