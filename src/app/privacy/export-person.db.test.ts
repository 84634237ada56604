import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Person } from '#domain/privacy/person.ts';
import { parseEvent } from '#domain/ticket/parse-event.ts';
import { privacyEvents, refusedEvents, zoe } from '#test/support/privacy-desk.ts';
import { createTestStores } from '#test/support/test-stores.ts';
import type { App } from '../app.ts';
import { byOperator } from '../audit/record-audit.ts';
import { ingestEvents } from '../ingest-events.ts';
import type { Installation } from '../installation.ts';
import { openInstallation } from '../open-installation.ts';
import { exportPerson } from './export-person.ts';
import { pseudonymOf } from './pseudonyms.ts';

const folder = mkdtempSync(join(tmpdir(), 'vigie-person-'));
const stores = await createTestStores(folder);
let installation: Installation;
let app: App;

beforeAll(async () => {
  installation = await openInstallation({ ...stores.places, workers: 1 });
  app = await installation.workspace('default');
  await ingestEvents(app, [...privacyEvents(Date.UTC(2026, 2, 2, 9)), ...refusedEvents()]);
  await app.folds.settled();
});
afterAll(async () => {
  await installation.close();
  await stores.drop();
  rmSync(folder, { recursive: true, force: true });
});

interface Row {
  readonly [name: string]: unknown;
}

async function read(person: Person): Promise<Record<string, Row[]>> {
  let text = '';
  for await (const piece of await exportPerson(app, person, byOperator)) text += piece;
  return JSON.parse(text);
}

test('of a customer there are all events of their tickets, as they were sent, and every fact, name and rejected event', async () => {
  const found = await read({ kind: 'customer', id: zoe.id });
  const { events = [], tickets = [], subscriptions = [], answers = [], names, rejected = [] } = found;
  const sent = privacyEvents(Date.UTC(2026, 2, 2, 9)) as Row[];
  const hers = sent.filter(({ subject, data }) => {
    const ticket = ['T-1', 'T-3', zoe.id].includes(subject as string);
    return ticket || (subject === undefined && JSON.stringify(data).includes(zoe.id));
  });
  const byId = (a: Row, b: Row) => (String(a.id) < String(b.id) ? -1 : 1);
  const sortable = (rows: Row[]) => [...rows].sort(byId).map((row) => ({ ...row, time: Date.parse(String(row.time)) }));
  expect(sortable(events)).toEqual(sortable(hers));
  expect(events.every((event) => 'event' in parseEvent(event))).toBe(true);
  expect(tickets.map(({ ticket, subject }) => [ticket, subject])).toEqual([
    ['T-1', 'Parcel of Zoé Martin'],
    [zoe.id, null],
  ]);
  expect(answers).toMatchObject([{ ticket: 'T-1', score: 4, comment: 'Thanks! Zoé Martin' }]);
  expect(subscriptions).toMatchObject([{ plan: 'pro', endedAt: '2026-03-02T19:00:00.000Z' }]);
  expect(names).toEqual(['Zoé Martin', 'Mme Zoé M.']);
  expect(rejected).toHaveLength(2);
  expect(found.person).toEqual({ kind: 'customer', id: zoe.id });
  expect(found.presence).toBeUndefined();
});

test('of an agent there is what names them: events, replies, work and presence, and nothing of their colleagues', async () => {
  const found = await read({ kind: 'agent', id: 'a1' });
  const { events = [], presence = [], replies = [], names } = found;
  expect(events.map(({ id }) => id).sort()).toEqual(['p-14', 'p-18', 'p-19', 'p-2', 'p-5', 'p-8', 'p-9'].sort());
  expect(presence).toMatchObject([
    { agent: 'a1', presenceStatus: 'online' },
    { agent: 'a1', presenceStatus: 'offline' },
  ]);
  expect(replies.length).toBeGreaterThan(2);
  expect(replies.every(({ agent }) => agent === 'a1')).toBe(true);
  expect(names).toEqual(['Léa']);
  expect(found.subscriptions).toBeUndefined();
});

test.each([
  { kind: 'agent', id: 'cust-tom-1' },
  { kind: 'customer', id: 'a1' },
  { kind: 'customer', id: 'cust-zoe' },
] as const)('nothing is held of the $kind $id', async (person) => {
  await expect(exportPerson(app, person, byOperator)).rejects.toMatchObject({ code: 'privacy.unknown-person' });
});

test('who gave a person out stands in the audit log, which does not tell of which customer', async () => {
  const rows = await app.records.selectFrom('audit').select(['action', 'subject', 'actorKind']).orderBy('id').execute();
  expect(rows).toEqual([
    { action: 'person.exported', subject: pseudonymOf(app, { kind: 'customer', id: zoe.id }), actorKind: 'operator' },
    { action: 'person.exported', subject: 'a1', actorKind: 'operator' },
  ]);
});
