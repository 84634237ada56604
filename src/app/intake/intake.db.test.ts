import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { VigieError } from '#domain/error.ts';
import { parseEvent } from '#domain/ticket/parse-event.ts';
import { createTestStores } from '#test/support/test-stores.ts';
import type { App } from '../app.ts';
import { ingestEvents } from '../ingest-events.ts';
import type { Installation } from '../installation.ts';
import { firstWorkspace, openInstallation } from '../open-installation.ts';
import { Intake } from './intake.ts';

const folder = mkdtempSync(join(tmpdir(), 'vigie-intake-'));
const stores = await createTestStores(join(folder, 'data'));
let installation: Installation;
let app: App;

beforeAll(async () => {
  installation = await openInstallation({ ...stores.places, workers: 1 });
  app = await installation.workspace(firstWorkspace);
});
afterAll(async () => {
  await installation.close();
  await stores.drop();
  rmSync(folder, { recursive: true, force: true });
});

const raw = (id: string) => ({
  ...{ specversion: '1.0', id, source: 'test', type: 'ticket.created', subject: `T-${id}` },
  time: '2026-03-02T09:00:00Z',
});

const eventsOf = (...ids: string[]) =>
  ids.map((id) => parseEvent(raw(id))).flatMap((one) => ('event' in one ? [one.event] : []));

test('calls at the same time are written together, each gets its answers, and what several send counts once', async () => {
  let turns = 0;
  const journal: ConstructorParameters<typeof Intake>[0] = {
    findKnown: (hashes) => app.journal.findKnown(hashes),
    write: (work) => {
      turns++;
      return app.journal.write(work);
    },
  };
  const intake = new Intake(journal, app.workspace);
  const calls = Array.from({ length: 40 }, (_, index) => eventsOf(`own-${index}`, 'shared'));
  const answers = await Promise.all(calls.map((events) => intake.append(events)));
  expect(answers.map(([own]) => own)).toEqual(Array(40).fill('accepted'));
  const shared = answers.map(([, other]) => other);
  expect(shared.filter((verdict) => verdict === 'accepted')).toHaveLength(1);
  expect(shared.filter((verdict) => verdict === 'duplicate')).toHaveLength(39);
  expect(turns).toBeLessThanOrEqual(2);
  const sql = 'SELECT count() AS events, uniqExact(seq) AS numbers FROM events WHERE workspace = {workspace:String}';
  expect(await app.analytics.query(sql, { workspace: app.workspace })).toEqual([{ events: 41, numbers: 41 }]);
});

test('beyond its bounds a call is refused before its events are read, and taken again once there is room', async () => {
  const intake = new Intake(app.journal, app.workspace, { calls: 2, events: 10 });
  let finish = () => {};
  const slow = new Promise<void>((done) => {
    finish = done;
  });
  const reading = [intake.admit(() => slow), intake.admit(() => slow)];
  let read = false;
  const third = intake.admit(async () => {
    read = true;
  });
  await expect(third).rejects.toMatchObject({ code: 'ingest.overloaded' });
  expect(read).toBe(false);
  finish();
  await Promise.all(reading);
  await intake.admit(async () => {
    read = true;
  });
  expect(read).toBe(true);

  const events = eventsOf(...Array.from({ length: 10 }, (_, index) => `many-${index}`));
  const first = intake.append(events);
  const second = intake.append(events);
  await expect(intake.admit(async () => undefined)).rejects.toMatchObject({ code: 'ingest.overloaded' });
  expect(new Set(await first)).toEqual(new Set(['accepted']));
  expect(new Set(await second)).toEqual(new Set(['duplicate']));
  await intake.admit(async () => undefined);
});

test('a failure of the store is told to the calls that it met, and the next ones are taken', async () => {
  await app.folds.settled();
  await installation.analytics.command('RENAME TABLE events TO events_away');
  await expect(ingestEvents(app, [raw('met')])).rejects.toThrow();
  await installation.analytics.command('RENAME TABLE events_away TO events');
  expect((await ingestEvents(app, [raw('met')]))[0]?.status).toBe('accepted');
});

test('calls that came while a store was found to be away fail with the one that found it, and do not wait once more', async () => {
  let findOut = () => {};
  let turns = 0;
  const journal: ConstructorParameters<typeof Intake>[0] = {
    findKnown: (hashes) => app.journal.findKnown(hashes),
    write: async (work) => {
      if (++turns > 1) return app.journal.write(work);
      await new Promise<void>((found) => {
        findOut = found;
      });
      throw new VigieError('data.unavailable', { store: 'ClickHouse' });
    },
  };
  const intake = new Intake(journal, app.workspace);
  const first = intake.append(eventsOf('away-1'));
  const second = intake.append(eventsOf('away-2'));
  const both = Promise.allSettled([first, second]);
  findOut();
  expect((await both).map((one) => one.status === 'rejected' && one.reason.code)).toEqual([
    'data.unavailable',
    'data.unavailable',
  ]);
  expect(turns).toBe(1);
  expect(await intake.append(eventsOf('away-1', 'away-2'))).toEqual(['accepted', 'accepted']);
});
