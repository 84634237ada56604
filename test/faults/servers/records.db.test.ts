import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openRecords, type Records, type RecordsStore } from '#records/client.ts';
import { migrateRecords } from '#records/migrate.ts';
import { ensureWorkspace, updateWorkspace } from '#records/workspaces.ts';
import { type PostgresServer, startPostgres } from '#test/support/start-postgres.ts';

const unavailable = { code: 'data.unavailable', params: { store: 'PostgreSQL' } };

let server: PostgresServer;
let ours: RecordsStore;
let theirs: RecordsStore;

beforeAll(async () => {
  server = await startPostgres();
  [ours, theirs] = await Promise.all([openRecords({ url: server.url }), openRecords({ url: server.url })]);
  await migrateRecords(ours.everywhere);
  for (const id of ['a', 'b']) await ensureWorkspace(ours.everywhere, { id, timeZone: 'UTC' });
});
afterAll(async () => {
  await ours.close();
  await theirs.close();
  await server.remove();
});

const idsSeen = async (records: Records) =>
  (await records.selectFrom('workspaces').select('id').orderBy('id').execute()).map(({ id }) => id);
const endSessions = async (condition = 'true') => {
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  await client.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'vigie' and ${condition}`,
  );
  await client.end();
};

test('a name is held by one process at a time, in turn', async () => {
  const order: string[] = [];
  let inside = 0;
  const visit = (store: RecordsStore, who: string) =>
    store.locks.exclusive('door', async () => {
      expect(++inside).toBe(1);
      order.push(who);
      await sleep(5);
      inside--;
    });
  await Promise.all(Array.from({ length: 20 }, (_, index) => visit(index % 2 ? ours : theirs, `${index}`)));
  expect(order.toSorted()).toEqual(Array.from({ length: 20 }, (_, index) => `${index}`).toSorted());
});

test('a claim is refused to the others and to the same process, until it is released', async () => {
  const claim = await ours.locks.claim('fold a');
  expect(claim).not.toBeNull();
  expect(await theirs.locks.claim('fold a')).toBeNull();
  expect(await ours.locks.claim('fold a')).toBeNull();
  const other = await theirs.locks.claim('fold b');
  expect(other).not.toBeNull();
  await claim?.release();
  const second = await theirs.locks.claim('fold a');
  expect(second).not.toBeNull();
  await Promise.all([second?.release(), other?.release()]);
});

test('a process that loses its sessions is told so, and what it claimed is free', async () => {
  const claim = await ours.locks.claim('fold a');
  await endSessions();
  await expect.poll(() => claim?.signal.aborted).toBe(true);
  const taken = await theirs.locks.claim('fold a');
  expect(taken).not.toBeNull();
  // Released too late, it takes nothing from who holds it now.
  await claim?.release();
  expect(await ours.locks.claim('fold a')).toBeNull();
  await taken?.release();
});

test('a claim asked for on a session that has just ended is had on a new one', async () => {
  await (await ours.locks.claim('fold c'))?.release();
  await endSessions();
  const claim = await ours.locks.claim('fold c');
  expect(claim?.signal.aborted).toBe(false);
  await claim?.release();
});

test('what is written under a name fails once the name is lost', async () => {
  const work = ours.locks.exclusive('journal a', async (held) => {
    await endSessions();
    await theirs.locks.exclusive('journal a', (db) => updateWorkspace(db, 'a', { name: 'theirs' }));
    await updateWorkspace(held, 'a', { name: 'ours, too late' });
  });
  await expect(work).rejects.toMatchObject(unavailable);
  const row = await ours.everywhere.selectFrom('workspaces').select('name').where('id', '=', 'a').executeTakeFirst();
  expect(row?.name).toBe('theirs');
});

test('who waits for a name too long is told that it is busy', async () => {
  let letGo = () => {};
  const held = theirs.locks.exclusive('journal b', () => new Promise<void>((resolve) => (letGo = resolve)));
  await sleep(100);
  await expect(ours.locks.exclusive('journal b', async () => undefined)).rejects.toMatchObject({ code: 'data.busy' });
  letGo();
  await held;
}, 20_000);

test('a server that stops fails every call at once; when it is back each view sees its own rows again', async () => {
  const [a, b] = [ours.inWorkspace('a'), ours.inWorkspace('b')];
  expect([await idsSeen(a), await idsSeen(b)]).toEqual([['a'], ['b']]);
  await server.stop('immediate');
  await expect(idsSeen(a)).rejects.toMatchObject(unavailable);
  await expect(ours.locks.claim('fold a')).rejects.toMatchObject(unavailable);
  await expect(ours.locks.exclusive('journal a', async () => undefined)).rejects.toMatchObject(unavailable);
  await server.start();
  const seen = await Promise.all(Array.from({ length: 40 }, (_, index) => idsSeen(index % 2 ? b : a)));
  seen.forEach((ids, index) => {
    expect(ids).toEqual([index % 2 ? 'b' : 'a']);
  });
});

test('a transaction that the server cuts off leaves nothing behind, and its connection is not used again', async () => {
  const cut = ours
    .inWorkspace('a')
    .transaction()
    .execute(async (trx) => {
      await updateWorkspace(trx, 'a', { name: 'half' });
      await endSessions();
      await updateWorkspace(trx, 'a', { name: 'whole' });
    });
  await expect(cut).rejects.toMatchObject(unavailable);
  // Idle connections were ended too: the first calls may still meet one, but never another's rows.
  await expect.poll(() => idsSeen(ours.inWorkspace('b')).catch(() => null)).toEqual(['b']);
  const [row] = await ours.inWorkspace('a').selectFrom('workspaces').select('name').execute();
  expect(row?.name).not.toMatch(/half|whole/);
});

test('a server that falls silent fails the calls within ten seconds, and they work once it speaks again', async () => {
  const a = ours.inWorkspace('a');
  await expect.poll(() => idsSeen(a).catch(() => null)).toEqual(['a']);
  await server.signal('SIGSTOP');
  const started = performance.now();
  await expect(idsSeen(a)).rejects.toMatchObject(unavailable);
  expect(performance.now() - started).toBeLessThan(10_000);
  await server.signal('SIGCONT');
  expect(await idsSeen(a)).toEqual(['a']);
}, 30_000);

test('a statement that only takes long is waited for', async () => {
  const { rows } = await sql<{ one: number }>`select 1 as one from pg_sleep(9)`.execute(ours.everywhere);
  expect(rows).toEqual([{ one: 1 }]);
}, 20_000);
