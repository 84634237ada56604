import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { ingestEvents } from '#app/ingest-events.ts';
import { openInstallation } from '#app/open-installation.ts';
import { DeskServer, makeToken } from '#test/support/desk-server.ts';
import { readEveryFigure } from '#test/support/every-figure.ts';
import { createTestStores } from '#test/support/test-stores.ts';

const KILLS = 5;
const BATCH = 40;
const folder = mkdtempSync(join(tmpdir(), 'vigie-ingest-killed-'));
const killed = await createTestStores(join(folder, 'killed'));
const quiet = await createTestStores(join(folder, 'quiet'));

afterAll(async () => {
  await killed.drop();
  await quiet.drop();
  rmSync(folder, { recursive: true, force: true });
});

/** Batch `n`: twenty tickets, each created and answered; every third ticket was told of by the batch before. */
function batch(n: number): object[] {
  return Array.from({ length: BATCH / 2 }, (_, index) => {
    const ticket = n * 20 + index - (index % 3 === 0 && n > 0 ? 20 : 0);
    const at = Date.parse('2026-11-02T09:00:00Z') + n * 60_000 + index * 1_000;
    const event = (id: string, type: string, time: number, data: object) => ({
      specversion: '1.0',
      ...{
        id: `${n}-${index}-${id}`,
        source: 'test/killed',
        type,
        subject: `K-${ticket}`,
        time: new Date(time).toISOString(),
        data,
      },
    });
    return [
      event('c', 'ticket.created', at, { channel: 'email', agent: `a${index % 4}`, team: 'desk' }),
      event('r', 'ticket.message', at + 600_000, {
        ...{ actor: { kind: 'agent', id: `a${index % 4}`, name: 'Léa' }, direction: 'outbound', public: true },
      }),
    ];
  }).flat();
}

/** Sends batch after batch until the server is gone; gives how many were acknowledged. */
async function sendUntilGone(server: DeskServer, from: number): Promise<number> {
  let next = from;
  for (;;) {
    const sent = await server.send(batch(next)).catch(() => null);
    if (sent === null) return next;
    expect(sent.status).toBe(200);
    next++;
  }
}

test('a server killed at random instants while it takes and folds events loses none that it acknowledged', async () => {
  const place = { cwd: folder, ...killed.places };
  const token = await makeToken(place, 'admin');
  let acknowledged = 0;
  for (let kill = 0; kill < KILLS; kill++) {
    const server = await DeskServer.start(place, token);
    const sending = sendUntilGone(server, acknowledged);
    await sleep(150 + Math.random() * 1_500);
    await server.running.stop('SIGKILL');
    acknowledged = await sending;
  }
  const server = await DeskServer.start(place, token);
  for (let n = 0; n < acknowledged; n++) {
    expect((await server.send(batch(n))).outcomes).toEqual(batch(n).map(() => 'duplicate'));
  }
  // The batch under way at the last kill may be there or not; sent again it is whole.
  const last = (await server.send(batch(acknowledged))).outcomes;
  expect(new Set(last).size).toBe(1);
  await server.running.stop('SIGTERM');
  expect(acknowledged).toBeGreaterThan(KILLS);
  await compare(acknowledged + 1);
}, 240_000);

/** The figures after all that equal those of an installation that was left in peace. */
async function compare(batches: number): Promise<void> {
  const first = await openInstallation({ ...killed.places, workers: 1 });
  const [numbers] = await first.analytics.query<{ used: number; events: number }>(
    'SELECT uniqExact(seq) AS used, count() AS events FROM events WHERE workspace = {workspace:String}',
    { workspace: 'default' },
  );
  expect(numbers?.used).toBe(numbers?.events);
  const found = await readEveryFigure(first, { numbers: false }).finally(() => first.close());
  const second = await openInstallation({ ...quiet.places, workers: 1 });
  const app = await second.workspace('default');
  for (let n = 0; n < batches; n++) await ingestEvents(app, batch(n));
  const wanted = await readEveryFigure(second, { numbers: false }).finally(() => second.close());
  expect(found.stores).toEqual(wanted.stores);
}
