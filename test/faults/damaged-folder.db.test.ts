import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { deskEvents } from '#test/support/desk.ts';
import { DeskServer, makeToken } from '#test/support/desk-server.ts';
import { spawnServer, spawnVigie } from '#test/support/spawn-vigie.ts';

const folder = mkdtempSync(join(tmpdir(), 'vigie-damaged-'));
const sound = join(folder, 'sound');
const events = deskEvents(Date.now());

beforeAll(async () => {
  const place = { cwd: folder, dataFolder: sound };
  const server = await DeskServer.start(place, await makeToken(place, 'admin'));
  expect((await server.send(events)).outcomes).toEqual(events.map(() => 'accepted'));
  await server.running.stop('SIGTERM');
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function copyOf(name: string): { cwd: string; dataFolder: string } {
  const dataFolder = join(folder, name);
  cpSync(sound, dataFolder, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (path) => !path.endsWith('vigie.sock'),
  });
  return { cwd: folder, dataFolder };
}

/** The largest files below a folder whose name fits, the largest first. */
function filesOf(below: string, name: RegExp): string[] {
  const files = readdirSync(below, { recursive: true, encoding: 'utf8' }).map((file) => join(below, file));
  const found = files.filter((file) => name.test(file) && statSync(file).isFile());
  return found.sort((a, b) => statSync(b).size - statSync(a).size);
}

test('records whose first file is damaged are not opened; the message says so, and nothing is written over', async () => {
  const place = copyOf('records');
  const control = join(place.dataFolder, 'records', 'global', 'pg_control');
  const before = Buffer.alloc(statSync(control).size, 0xff);
  writeFileSync(control, before);
  const { code, stderr } = await spawnVigie(place, [
    'query',
    '--kpis',
    'tickets-created',
    '--from',
    '2020-01-01',
    '--to',
    '2030-01-01',
  ]);
  expect([code, stderr]).toEqual([7, expect.stringContaining('[data.damaged]')]);
  expect(readFileSync(control).equals(before)).toBe(true);
}, 120_000);

test('a journal whose columns are cut short is told as damaged, not answered with fewer tickets', async () => {
  const place = copyOf('journal');
  const columns = filesOf(join(place.dataFolder, 'analytics'), /\.(bin|cmrk2|mrk2)$/);
  expect(columns.length).toBeGreaterThan(10);
  for (const file of columns) truncateSync(file, Math.floor(statSync(file).size / 2));
  const { code, stderr } = await spawnVigie(place, [
    'query',
    '--kpis',
    'tickets-created',
    '--from',
    '2020-01-01',
    '--to',
    '2030-01-01',
  ]);
  expect([code, stderr]).toEqual([7, expect.stringContaining('[data.damaged]')]);
}, 120_000);

test('damaged facts are derived again from a sound journal, by the next command', async () => {
  const place = copyOf('facts');
  const ask = [
    'query',
    '--kpis',
    'tickets-created,sla-compliance',
    '--from',
    '2020-01-01',
    '--to',
    '2030-01-01',
    '--json',
  ];
  const wanted = JSON.parse((await spawnVigie(place, ask)).stdout).rows;
  const tickets = realpathSync(join(place.dataFolder, 'analytics', 'store', 'data', 'default', 'tickets'));
  const columns = filesOf(tickets, /\.(bin|c?mrk\d)$/);
  expect(columns.length).toBeGreaterThan(0);
  for (const file of columns) truncateSync(file, Math.floor(statSync(file).size / 2));
  const { code, stdout, stderr } = await spawnVigie(place, ask);
  expect([code, stderr]).toEqual([0, '']);
  expect(JSON.parse(stdout).rows).toEqual(wanted);
}, 120_000);

test('of two servers that start on one folder at the same instant, one serves and the other says why not', async () => {
  const place = copyOf('twice');
  const started = await Promise.allSettled([1, 2].map(() => spawnServer(place, ['start', '--port', '0', '--json'])));
  const running = started.filter((one) => one.status === 'fulfilled').map(({ value }) => value);
  const refused = started.filter((one) => one.status === 'rejected').map(({ reason }) => String(reason));
  try {
    expect([running.length, refused.length]).toEqual([1, 1]);
    expect(refused[0]).toMatch(/ended with 4: .*\[data\.in-use\]/s);
  } finally {
    for (const server of running) await server.stop('SIGTERM');
  }
}, 120_000);
