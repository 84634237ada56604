import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { spawnServer, spawnVigie } from '#test/support/spawn-vigie.ts';
import { createTestStores } from '#test/support/test-stores.ts';

const cwd = mkdtempSync(join(tmpdir(), 'vigie-cli-'));
const stores = await createTestStores(join(cwd, 'data'));
const place = { cwd, ...stores.places };
const vigie = (line: string, stdin = '') => spawnVigie(place, line.split(' '), stdin);
const lastJson = (text: string) => JSON.parse(text.trim().split('\n').at(-1) ?? '');
const keep = (name: string, content: string | Buffer) => writeFileSync(join(cwd, name), content);

const event = (id: string, type: string, time: string, data: object) =>
  JSON.stringify({ specversion: '1.0', id, source: 'desk', type, time, subject: 'T-1', data });
const events = [
  event('1', 'ticket.created', '2026-03-02T09:00:00Z', { channel: 'email', agent: 'a1', status: 'open' }),
  event('2', 'ticket.message', '2026-03-02T09:30:00Z', {
    actor: { kind: 'agent', id: 'a1', name: 'Léa' },
    direction: 'outbound',
    public: true,
  }),
  event('3', 'ticket.status', '2026-03-02T11:00:00Z', { status: 'solved' }),
];
const policy = {
  id: 'all',
  name: 'All tickets',
  kind: 'customer',
  when: { all: [] },
  calendar: 'desk',
  effectiveFrom: '2020-01-01T00:00:00Z',
  targets: [{ id: 'frt', metric: 'first-reply', seconds: { default: 3600 } }],
};
const week = Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [day, [['09:00', '17:00']]]));
keep(
  'events.ndjson.gz',
  gzipSync(`${events.join('\n')}\n{"broken\n${event('4', 'ticket.created', '2026-13-01T00:00:00Z', {})}\n`),
);
keep('calendars.json', JSON.stringify([{ id: 'desk', name: 'Desk', timeZone: 'UTC', weekly: week }]));
keep('policies.json', JSON.stringify([policy]));
keep(
  'table.csv',
  'Ticket ID;Created at;Assignee\r\nC-1;05/03/2026 10:00;Zoé\r\nC-2;31/02/2026 10:00;Max\r\nC-3;28/03/2026 09:00;Max\r\n',
);
keep('empty.csv', '');
keep('hopeless.ndjson', '{"id":1}\n{"id":2}\n');
keep('picture.csv', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]));

afterAll(async () => {
  await stores.drop();
  rmSync(cwd, { recursive: true, force: true });
});

describe('one command after the other', { timeout: 120_000 }, () => {
  test('an import keeps the good rows, tells the rejected ones, and again changes nothing', async () => {
    const line = 'import events.ndjson.gz --source desk --calendars calendars.json --policies policies.json --json';
    const first = await vigie(line);
    expect(first.code).toBe(0);
    expect(lastJson(first.stdout)).toEqual({ accepted: 3, duplicates: 0, rejected: 2, tickets: 1 });
    expect(first.stderr).toContain('events.ndjson.gz.rejected.csv');
    const rejected = readFileSync(join(cwd, 'events.ndjson.gz.rejected.csv'), 'utf8').trim().split('\n');
    expect(rejected).toHaveLength(3);
    expect(rejected[1]).toMatch(/^4,.*import\.bad-json/);
    expect(rejected[2]).toMatch(/^5,\$\.time,event\./);
    expect(lastJson((await vigie(line)).stdout)).toMatchObject({ accepted: 0, duplicates: 3 });
  });

  test('a question is answered as JSON and as a table', async () => {
    const ask = 'query --kpis tickets-created,first-reply-time:median --by agent --from 2026-03-01 --to 2026-04-01';
    const answer = lastJson((await vigie(`${ask} --json`)).stdout);
    expect(answer.columns.map(({ id }: { id: string }) => id)).toEqual([
      'agent',
      'tickets-created',
      'first-reply-time:median',
    ]);
    expect(answer.rows).toEqual([['a1', 1, 1800]]);
    expect(answer.meta).toMatchObject({ timeZone: 'UTC', n: { 'tickets-created': 1 } });
    expect((await vigie(ask)).stdout).toBe(
      'Agent\tTickets created\tFirst reply time (median)\nLéa\t1\t30 min\nAll\t1\t30 min\n',
    );
  });

  test('the proof of a ticket names policy, calendar and every span', async () => {
    const { code, stdout } = await vigie('explain T-1 --now 2026-03-03T00:00:00Z');
    expect(code).toBe(0);
    expect(stdout).toContain('First reply: MET — 30 min of 1 h');
    expect(stdout).toContain('Calendar “Desk” (desk, version 1, UTC)');
    expect(JSON.parse((await vigie('explain T-1 --json')).stdout).clocks).toHaveLength(1);
    expect(await vigie('explain T-9')).toMatchObject({ code: 3, stderr: expect.stringContaining('ticket.unknown') });
  });

  test('facts are exported and rebuilt to the same rows', async () => {
    const before = await vigie('export clocks --format ndjson');
    expect((await vigie('export clocks --json')).stdout).toBe(before.stdout);
    expect(
      before.stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).ticket),
    ).toEqual(['T-1']);
    expect(lastJson((await vigie('rebuild --json')).stdout)).toEqual({ tickets: 1, failed: 0 });
    expect((await vigie('export clocks --format ndjson')).stdout).toBe(before.stdout);
    expect(await vigie('export tickets --format parquet --out t.parquet')).toMatchObject({ code: 0, stdout: '' });
    expect(readFileSync(join(cwd, 't.parquet')).subarray(0, 4).toString()).toBe('PAR1');
    expect((await vigie('export tickets --out no/where.csv')).code).toBe(5);
  });

  test('a table is imported with the guessed columns only once they are accepted', async () => {
    const refused = await vigie('import table.csv --source crm');
    expect(refused).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('cli.confirmation-needed') });
    expect(refused.stderr).toContain('createdAt');
    const accepted = await vigie('import table.csv --source crm --yes --json');
    expect(accepted.code).toBe(0);
    expect(lastJson(accepted.stdout)).toMatchObject({ rejected: 1, tickets: 2 });
    expect(readFileSync(join(cwd, 'table.csv.rejected.csv'), 'utf8')).toMatch(/\n3,Created at,import\.no-such-time/);
    expect(JSON.parse((await vigie('import table.csv --guess')).stdout).columns).toMatchObject({ Assignee: 'agent' });
  });

  test('a file of which nothing can be taken ends in an error that says why', async () => {
    for (const [file, code, word] of [
      ['nowhere.csv', 3, 'file.no-such-file'],
      ['empty.csv', 2, 'import.empty'],
      ['.', 2, 'file.not-a-file'],
      ['picture.csv', 2, 'import.not-text'],
      ['hopeless.ndjson', 2, 'cli.nothing-imported'],
    ] as const) {
      expect(await vigie(`import ${file} --source x`)).toMatchObject({
        code,
        stderr: expect.stringContaining(`[${word}]`),
      });
    }
  });

  test('a wrong question is refused with its code', async () => {
    for (const [line, word] of [
      ['query --kpis nope', 'kpi.unknown'],
      ['query --kpis backlog --by planet', 'query.unknown-dimension'],
      ['query --kpis backlog --zone Mars/X', 'zone.unknown'],
      ['query --kpis backlog --every fortnight', 'query.bad-value'],
      ['query --kpis backlog --from 2026-02-30 --to 2026-03-01', 'query.bad-date'],
      ['report nope', 'report.unknown'],
    ] as const) {
      const { code, stderr } = await vigie(line);
      expect([line, stderr.includes(`[${word}]`)]).toEqual([line, true]);
      expect(code).toBeGreaterThan(1);
    }
  });

  test('a reader that has enough ends the command quietly', async () => {
    const script = `"${process.execPath}" "${join(import.meta.dirname, '../../bin/vigie.mjs')}" kpis --json | head -c 10`;
    const { status, stderr } = spawnSync('sh', ['-c', script], { encoding: 'utf8' });
    expect([status, stderr]).toEqual([0, '']);
  });
});

describe('while a server runs', { timeout: 120_000 }, () => {
  test('commands of other terminals run in it, a second start is refused, and it stops when told', async () => {
    const server = await spawnServer(place, ['start', '--port', '0', '--json']);
    const { url } = JSON.parse(server.firstLine);
    expect((await fetch(`${url}/healthz`)).status).toBe(200);

    const [query, doctor, missing, again] = await Promise.all([
      vigie('query --kpis tickets-created --from 2026-03-01 --to 2026-04-01 --json'),
      vigie('doctor --json'),
      vigie('explain T-9 --lang fr'),
      vigie('start --port 0'),
    ]);
    expect(lastJson(query.stdout).rows).toEqual([[3]]);
    expect(lastJson(doctor.stdout).stores.journal.unfolded).toBe(0);
    expect(missing).toMatchObject({ code: 3, stderr: expect.stringContaining('n’existe pas') });
    expect(again.code).toBe(4);
    expect(again.stderr).toContain(place.dataFolder);

    keep('late.ndjson', event('9', 'ticket.created', '2026-03-09T09:00:00Z', {}).replace('T-1', 'T-2'));
    expect(lastJson((await vigie('import late.ndjson --source desk --json')).stdout).accepted).toBe(1);

    const stopped = await server.stop('SIGTERM');
    expect(stopped.code).toBe(0);
    expect(
      lastJson((await vigie('query --kpis tickets-created --from 2026-03-01 --to 2026-04-01 --json')).stdout).rows,
    ).toEqual([[4]]);
  });

  test('a port that is taken and an address of the network are refused', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    expect(await vigie(`start --port ${port}`)).toMatchObject({
      code: 4,
      stderr: expect.stringContaining('server.port-in-use'),
    });
    other.close();
    expect(await vigie('start --host 0.0.0.0')).toMatchObject({
      code: 5,
      stderr: expect.stringContaining('server.host-refused'),
    });
  });
});
