import { execFileSync } from 'node:child_process';
import { closeSync, ftruncateSync, mkdirSync, mkdtempSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DeskServer, makeToken } from '#test/support/desk-server.ts';

const folder = mkdtempSync(join(tmpdir(), 'vigie-disk-full-'));
const disk = join(folder, 'disk');
const place = { cwd: folder, dataFolder: join(disk, 'data') };

/** A disk of its own needs the right to mount one. */
const mayMount = process.getuid?.() === 0;

describe.runIf(mayMount)('on a disk of 400 MB', () => {
  let token: string;
  let server: DeskServer;
  let sent = 0;
  const acknowledged: object[][] = [];

  beforeAll(async () => {
    mkdirSync(disk);
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=400m', 'tmpfs', disk]);
    token = await makeToken(place, 'admin');
    server = await DeskServer.start(place, token);
  });
  afterAll(async () => {
    await server.running.stop('SIGKILL');
    execFileSync('umount', [disk]);
    rmSync(folder, { recursive: true, force: true });
  });

  const next = (size: number): object[] =>
    Array.from({ length: 100 }, () => ({
      ...{ specversion: '1.0', id: `d-${++sent}`, source: 'test/disk', type: 'ticket.created', subject: `D-${sent}` },
      ...{ time: '2026-11-02T09:00:00Z', data: { channel: 'email', subject: noise(size) } },
    }));

  test('events are taken while there is room; without, they are refused in words and the process stays', async () => {
    for (let n = 0; n < 3; n++) acknowledged.push(await mustSend(next(10)));
    fill();
    const failure = await sendUntilRefused();
    expect(failure).toMatchObject({ status: 503, code: 'data.no-room' });
    expect((await fetch(`${server.origin}/healthz`)).status).toBe(200);
  }, 120_000);

  test('with room again, all that was acknowledged is there, and new events are taken', async () => {
    rmSync(join(disk, 'filler'));
    await server.running.stop('SIGTERM');
    server = await DeskServer.start(place, token);
    for (const events of acknowledged) {
      expect((await server.send(events)).outcomes).toEqual(events.map(() => 'duplicate'));
    }
    const more = await server.send(next(10));
    expect(more.outcomes).toEqual(more.outcomes.map(() => 'accepted'));
    const total = async () => ((await (await server.ask('/tickets?limit=1')).json()) as { total: number }).total;
    await expect.poll(total, { timeout: 20_000 }).toBeGreaterThanOrEqual((acknowledged.length + 1) * 100);
  }, 120_000);

  async function mustSend(events: object[]): Promise<object[]> {
    const { status, outcomes } = await server.send(events);
    expect([status, new Set(outcomes)]).toEqual([200, new Set(['accepted'])]);
    return events;
  }

  async function sendUntilRefused() {
    for (let tries = 0; tries < 300; tries++) {
      const events = next(4_000);
      const answer = await server.send(events);
      if (answer.status !== 200) return answer;
      acknowledged.push(events);
    }
    throw new Error('The disk never filled.');
  }

  /** Takes all but a little of what is left. */
  function fill(): void {
    const { bavail, bsize } = statfsSync(disk);
    const file = openSync(join(disk, 'filler'), 'w');
    const bytes = Math.max(0, bavail * bsize - 3 * 2 ** 20);
    for (let at = 0; at < bytes; at += 2 ** 20) writeSync(file, Buffer.alloc(2 ** 20, 1));
    ftruncateSync(file, bytes);
    closeSync(file);
  }
});

/** Text that no compression makes small. */
function noise(length: number): string {
  let text = '';
  while (text.length < length) text += Math.random().toString(36).slice(2);
  return text.slice(0, length);
}
