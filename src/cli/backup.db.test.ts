import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { deskEvents } from '#test/support/desk.ts';
import { spawnServer, spawnVigie } from '#test/support/spawn-vigie.ts';
import { createTestStores } from '#test/support/test-stores.ts';

const cwd = mkdtempSync(join(tmpdir(), 'vigie-cli-backup-'));
const [ours, theirs] = [
  await createTestStores(join(cwd, 'data')),
  await createTestStores(join(cwd, 'other'), { bare: true }),
];
const place = { cwd, ...ours.places };
const other = { cwd, ...theirs.places };
const vigie = (line: string, at: Parameters<typeof spawnVigie>[0] = place) => spawnVigie(at, line.split(' '));
const json = (text: string) => JSON.parse(text.trim().split('\n').at(-1) ?? '');
const question = 'query --kpis tickets-created,tickets-solved --by channel --from 2026-02-01 --to 2026-04-01 --json';

let answer: unknown;

beforeAll(async () => {
  const lines = deskEvents(Date.parse('2026-03-02T09:00:00Z')).map((event) => JSON.stringify(event));
  writeFileSync(join(cwd, 'events.ndjson'), lines.join('\n'));
  await vigie('import events.ndjson --source desk');
}, 60_000);
afterAll(async () => {
  await Promise.all([ours.drop(), theirs.drop()]);
  rmSync(cwd, { recursive: true, force: true });
});

test('while the server runs it is backed up, and not restored over', async () => {
  const server = await spawnServer(place, ['start', '--port', '0', '--json']);
  answer = json((await vigie(question)).stdout).rows;
  const taken = await vigie('backup day.backup --json');
  expect([taken.code, taken.stderr]).toEqual([0, '']);
  expect(json(taken.stdout)).toMatchObject({ workspaces: 1, events: 9, bytes: statSync(join(cwd, 'day.backup')).size });
  const running = await vigie('restore day.backup');
  expect(running).toMatchObject({ code: 4, stderr: expect.stringContaining('restore.while-running') });
  const again = await vigie('backup day.backup');
  expect(again).toMatchObject({ code: 4, stderr: expect.stringContaining('backup.file-exists') });
  expect((await vigie('backup no/where.backup')).code).toBe(5);
  await server.stop('SIGTERM');
}, 60_000);

test('a back-up is verified without any data folder', async () => {
  const verified = await vigie('backup --verify day.backup', { cwd, dataFolder: join(cwd, 'nowhere') });
  expect(verified.code).toBe(0);
  expect(verified.stdout).toContain('day.backup is whole');
  expect(json((await vigie('backup --verify day.backup --json')).stdout)).toMatchObject({ events: 9, workspaces: 1 });
  expect(readdirSync(cwd)).not.toContain('nowhere');
  expect(statSync(join(cwd, 'day.backup')).mode & 0o077).toBe(0);
});

test('restored elsewhere it answers as before; over data it is refused, or the data is moved aside', async () => {
  const restored = await vigie('restore day.backup --json', other);
  expect([restored.code, restored.stderr]).toEqual([0, '']);
  expect(json(restored.stdout)).toMatchObject({ events: 9, failed: 0, kept: null });
  expect(json((await vigie(question, other)).stdout).rows).toEqual(answer);
  expect(await vigie('restore day.backup', other)).toMatchObject({
    code: 4,
    stderr: expect.stringContaining('restore.not-empty'),
  });
  const replaced = await vigie('restore --replace day.backup --lang fr', other);
  expect(replaced.stdout).toMatch(
    /day\.backup est restauré.*\n.*\nLes données d’avant se trouvent dans .*kept\/replaced-/,
  );
  expect(json((await vigie(question, other)).stdout).rows).toEqual(answer);
}, 180_000);

test('what cannot be restored says why, with the exit code of its kind', async () => {
  const bytes = readFileSync(join(cwd, 'day.backup'));
  writeFileSync(join(cwd, 'short.backup'), bytes.subarray(0, bytes.length - 3000));
  bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] as number) ^ 4;
  writeFileSync(join(cwd, 'damaged.backup'), bytes);
  for (const [file, code, word] of [
    ['nowhere.backup', 3, 'file.no-such-file'],
    ['events.ndjson', 2, 'backup.not-a-backup'],
    ['short.backup', 2, 'backup.cut-short'],
    ['damaged.backup', 2, 'backup.damaged'],
    ['.', 2, 'file.not-a-file'],
  ] as const) {
    for (const line of [`backup --verify ${file}`, `restore ${file}`]) {
      const ended = await vigie(line, { cwd, dataFolder: join(cwd, 'never') });
      expect([line, ended.code, ended.stderr]).toEqual([line, code, expect.stringContaining(`[${word}]`)]);
    }
  }
}, 60_000);
