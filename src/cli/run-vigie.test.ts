import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runCli } from '#test/support/run-cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'vigie-cli-'));
const paris = { id: 'p', name: 'P', timeZone: 'Europe/Paris', weekly: { mon: [['09:00', '17:00']] } };
writeFileSync(join(folder, 'paris.json'), JSON.stringify(paris));
writeFileSync(join(folder, 'broken.json'), '{"id":');
writeFileSync(join(folder, 'closed.json'), JSON.stringify({ ...paris, weekly: {} }));
writeFileSync(join(folder, 'mars.json'), JSON.stringify({ ...paris, timeZone: 'Mars/Olympus' }));
writeFileSync(join(folder, 'unknown.json'), JSON.stringify({ ...paris, colour: 'red' }));

const span = ['2026-11-09T08:00:00Z', '2026-11-10T08:00:00Z'];
const between = (file: string, ...more: string[]) =>
  runCli(['calendar', 'between', '--calendar', file, ...span, ...more], { cwd: folder });

test('without a command the help is shown, with every command and exit code', async () => {
  const { code, stdout } = await runCli([]);
  expect(code).toBe(0);
  for (const word of ['start', 'calendar', 'replay', 'kpis', 'doctor', '7  a store']) expect(stdout).toContain(word);
});

test('help speaks the language of the terminal, or the one that is asked for', async () => {
  expect((await runCli(['--help'], { language: 'fr' })).stdout).toContain('Commandes\u202F:');
  expect((await runCli(['calendar', 'add', '--help', '--lang', 'fr'])).stdout).toContain('Exemples');
  expect((await runCli(['--lang=en', '--help'], { language: 'fr' })).stdout).toContain('Commands:');
  expect((await runCli(['--lang', 'de', '--help'])).code).toBe(2);
});

test('a mistyped command or option is answered with the nearest one', async () => {
  const command = await runCli(['calender']);
  expect(command).toMatchObject({ code: 2, stdout: '' });
  expect(command.stderr).toContain('Did you mean calendar?');
  const option = await runCli(['calendar', 'between', '--calandar', 'x'], { language: 'fr' });
  expect(option.code).toBe(2);
  expect(option.stderr).toContain('Vouliez-vous dire --calendar');
});

test('a missing argument, one too many and a missing command are usage errors', async () => {
  expect((await runCli(['calendar', 'between', '--calendar', 'always'])).stderr).toContain('cli.missing-argument');
  expect((await runCli(['calendar', 'between', ...span])).stderr).toContain('--calendar is missing');
  expect((await runCli(['kpis', 'x'])).stderr).toContain('cli.excess-argument');
  expect(await runCli(['calendar'])).toMatchObject({ code: 2, stdout: '' });
});

test('the answer goes to the output, bare or as JSON', async () => {
  expect(await between('paris.json')).toEqual({ code: 0, stdout: '28800\n', stderr: '' });
  expect((await between('paris.json', '--json')).stdout).toBe('{"result":28800}\n');
  const add = ['calendar', 'add', '--calendar', 'paris.json', '2026-11-09T16:00:00Z', '-3600'];
  expect((await runCli(add, { cwd: folder })).stdout).toBe('2026-11-09T15:00:00Z\n');
});

test('each kind of error has its exit code, and says where and what to do', async () => {
  expect(await between('nowhere.json')).toMatchObject({
    code: 3,
    stderr: expect.stringContaining('file.no-such-file'),
  });
  expect(await between('broken.json')).toMatchObject({ code: 2, stderr: expect.stringContaining('broken.json') });
  expect(await between('closed.json')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('calendar.never-open'),
  });
  expect(await between('mars.json')).toMatchObject({ code: 2, stderr: expect.stringContaining('zone.unknown') });
  expect(await between('.')).toMatchObject({ code: 2, stderr: expect.stringContaining('file.not-a-file') });
});

test('what is odd about a calendar is told beside the answer', async () => {
  const { code, stdout, stderr } = await between('unknown.json');
  expect([code, stdout]).toEqual([0, '28800\n']);
  expect(stderr).toContain('colour');
});

test('a table is drawn on a terminal and cut by tabs in a pipe', async () => {
  const piped = (await runCli(['kpis'])).stdout.split('\n');
  expect(piped[0]).toBe('KPI\tUnit\tVariants\tMeaning');
  expect((await runCli(['kpis'], { columns: 120 })).stdout).not.toContain('\t');
  const registry = JSON.parse((await runCli(['kpis', '--json'])).stdout);
  expect(registry[0]).toMatchObject({
    id: 'tickets-created',
    unit: 'count',
    dimensions: expect.arrayContaining(['agent']),
  });
  expect(registry).toHaveLength(piped.length - 2);
});
