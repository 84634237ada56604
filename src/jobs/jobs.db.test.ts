import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ingestEvents } from '#app/ingest-events.ts';
import type { Installation } from '#app/installation.ts';
import { firstWorkspace, openInstallation } from '#app/open-installation.ts';
import { listImports, startImport } from '#records/imports.ts';
import { addFailure } from '#records/sign-in-failures.ts';
import { getWorkspace, updateWorkspace } from '#records/workspaces.ts';
import { deskEvents } from '#test/support/desk.ts';
import { hurryQueues } from '#test/support/hurry-queues.ts';
import { createTestDatabase } from '#test/support/test-database.ts';
import { jobs } from './index.ts';
import type { DailyJob, RegularJob } from './job.ts';
import { foldPending } from './jobs/fold-pending.ts';
import { forgetExpired } from './jobs/forget-expired.ts';
import { markAbandonedImports } from './jobs/mark-abandoned-imports.ts';
import { mendClock } from './mend-clock.ts';
import { queueDatabase } from './queue-database.ts';
import { startJobs } from './start-jobs.ts';

const folder = mkdtempSync(join(tmpdir(), 'vigie-jobs-'));
const database = await createTestDatabase();
const log = { error: (fields: object) => failures.push(fields) };
const failures: object[] = [];
let nowMs = Date.parse('2026-03-28T23:30:00Z');
let installation: Installation;

beforeAll(async () => {
  const places = { dataFolder: folder, databaseUrl: database.url, clickhouseUrl: null, workers: 1, now: () => nowMs };
  installation = await openInstallation(places);
});
afterAll(async () => {
  await installation.close();
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

const onQueues = (text: string) => queueDatabase(installation).executeSql(text);
const pace = { cronSeconds: 1, pollSeconds: 1 };
const untilRun = (runs: () => number, count: number) =>
  expect
    .poll(
      async () => {
        await hurryQueues(installation);
        return runs();
      },
      { timeout: 30_000, interval: 500 },
    )
    .toBeGreaterThanOrEqual(count);

test('each file of the folder is a job of the list, and no two have one name', () => {
  expect(readdirSync(join(import.meta.dirname, 'jobs')).map((file) => file.replace('.ts', ''))).toEqual(
    jobs.map(({ id }) => id).toSorted(),
  );
  expect(new Set(jobs.map(({ id }) => id)).size).toBe(jobs.length);
});

test('what a process that died left unfolded is folded by the job', async () => {
  const app = await installation.workspace(firstWorkspace);
  await ingestEvents(app, deskEvents(nowMs));
  await app.folds.settled();
  await updateWorkspace(app.records, app.workspace, { foldedSeq: 0 });
  await foldPending.run(installation);
  const { foldedSeq } = await getWorkspace(app.records, app.workspace);
  expect(foldedSeq).toBe(9);
});

test('an import that nobody runs is said to be interrupted by the job; one that is run is let be', async () => {
  const app = await installation.workspace(firstWorkspace);
  const record = { workspace: app.workspace, name: 'a.csv', source: 's', bytesTotal: 1, startedAt: new Date(nowMs) };
  await startImport(app.records, { ...record, id: 'dead' });
  await startImport(app.records, { ...record, id: 'alive' });
  const claim = await app.locks.claim('import alive');
  await markAbandonedImports.run(installation);
  const states = Object.fromEntries(
    (await listImports(app.records, app.workspace)).map(({ id, state }) => [id, state]),
  );
  expect(states).toMatchObject({ dead: 'interrupted', alive: 'reading' });
  await claim?.release();
});

test('what lets nobody in any more is forgotten by the job, and the rest is kept', async () => {
  const { everywhere } = installation.records;
  const [past, ahead] = [new Date(nowMs - 60_000), new Date(nowMs + 60_000)];
  const common = { workspace: firstWorkspace, role: 'viewer', teams: '[]', agents: '[]', invitedBy: null } as const;
  const instants = { createdAt: past, updatedAt: past };
  for (const [id, expiresAt] of [
    ['old', past],
    ['new', ahead],
  ] as const) {
    await everywhere.insertInto('oneTimeLinks').values({ purpose: 'first-owner', hash: id, expiresAt }).execute();
    await everywhere
      .insertInto('verifications')
      .values({ id, identifier: id, value: id, expiresAt, ...instants })
      .execute();
    await everywhere
      .insertInto('invitations')
      .values({ ...common, id, hash: id, email: `${id}@x.org`, expiresAt })
      .execute();
  }
  await addFailure(everywhere, 'old@x.org', new Date(nowMs - 25 * 3_600_000), past);
  await addFailure(everywhere, 'new@x.org', past, past);
  await forgetExpired.run(installation);
  for (const table of ['verifications', 'invitations'] as const) {
    expect(await everywhere.selectFrom(table).select('id').execute()).toEqual([{ id: 'new' }]);
  }
  expect(await everywhere.selectFrom('oneTimeLinks').select('hash').execute()).toEqual([{ hash: 'new' }]);
  expect(await everywhere.selectFrom('signInFailures').select('email').execute()).toEqual([{ email: 'new@x.org' }]);
});

test('jobs run by themselves, one that fails too, daily ones once a day in the zone of the workspace', async () => {
  const app = await installation.workspace(firstWorkspace);
  await updateWorkspace(app.records, app.workspace, { timeZone: 'Europe/Paris' });
  const runs = { minute: 0, day: 0, failing: 0 };
  const minute: RegularJob = { id: 'test-minute', every: 'minute', run: async () => void runs.minute++ };
  const failing: DailyJob = {
    id: 'test-failing',
    every: 'day',
    hour: 0,
    async run() {
      if (runs.failing++ === 0) throw new Error('the first time');
    },
  };
  const daily: DailyJob = { id: 'test-daily', every: 'day', hour: 3, run: async () => void runs.day++ };
  const running = await startJobs(installation, log, { jobs: [minute, failing, daily], pace });
  try {
    await untilRun(() => runs.minute, 1);
    await untilRun(() => runs.failing, 2);
    // It is half past midnight in Paris: the hour of the daily job has not come.
    expect(runs.day).toBe(0);
    expect(failures).toMatchObject([{ job: 'test-failing' }]);
    nowMs = Date.parse('2026-03-29T01:00:00Z');
    await untilRun(() => runs.day, 1);
    await untilRun(() => runs.minute, 3);
    expect(runs.day).toBe(1);
    // The day before comes again: it is another day than the one that was done.
    nowMs = Date.parse('2026-03-28T12:00:00Z');
    await untilRun(() => runs.day, 2);
  } finally {
    await running.stop();
  }
}, 60_000);

test('jobs go on where the clock of the database was set back', async () => {
  let ran = 0;
  const job: RegularJob = { id: 'test-clock', every: 'minute', run: async () => void ran++ };
  const first = await startJobs(installation, log, { jobs: [job], pace });
  await untilRun(() => ran, 1);
  await first.stop();
  // As if all that was noted so far had been noted in a year.
  await onQueues(`
    update pgboss.version set cron_on = now() + interval '1 year';
    update pgboss.job set created_on = created_on + interval '1 year', start_after = start_after + interval '1 year',
      singleton_on = singleton_on + interval '1 year';
    insert into pgboss.job (name, created_on, start_after, singleton_on)
      values ('__pgboss__send-it', now() + interval '1 year', now() + interval '1 year', now() + interval '1 year')`);
  await mendClock(queueDatabase(installation), 'pgboss', 900);
  const { rows } = await onQueues(`select count(*)::int as late from pgboss.job
    where state < 'active' and start_after > now() or singleton_on > now() + interval '1 minute'`);
  expect(rows).toEqual([{ late: 0 }]);
  const second = await startJobs(installation, log, { jobs: [job], pace });
  const before = ran;
  await untilRun(() => ran, before + 1);
  await second.stop();
}, 60_000);

test('a connection of a workspace sees nothing of the queues', async () => {
  const app = await installation.workspace(firstWorkspace);
  const seen = sql<{ n: number }>`select count(*)::int as n from pgboss.job`.execute(app.records);
  // Refused, or nothing to see, as the user of the database is.
  expect(await seen.then(({ rows }) => rows[0]?.n).catch(() => 0)).toBe(0);
});
