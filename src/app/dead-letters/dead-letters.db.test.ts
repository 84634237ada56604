import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { base } from '#contract/paths.ts';
import { openTestServer, type TestServer } from '#test/support/open-test-server.ts';

let desk: TestServer;
beforeAll(async () => {
  desk = await openTestServer();
});
afterAll(() => desk.close());
beforeEach(() => desk.app.records.deleteFrom('deadLetters').execute());

const good = (id: string) => ({
  specversion: '1.0',
  id,
  source: 'test/mending',
  type: 'ticket.created',
  time: '2026-11-02T09:00:00Z',
  subject: `M-${id}`,
  data: { channel: 'email' },
});

async function send(method: 'GET' | 'POST', path: string, body?: object) {
  const answer = await desk.server.inject({
    method,
    url: base + path,
    ...(body && { headers: { 'content-type': 'application/json' }, payload: JSON.stringify(body) }),
  });
  return { status: answer.statusCode, json: answer.json() };
}

const list = async () => (await send('GET', '/dead-letters')).json;
const events = () => desk.app.journal.lastSeq();

test('an event that is rejected is listed with its defect, mended, and counts once', async () => {
  await send('POST', '/events', { ...good('1'), time: 'yesterday' });
  const { items, codes } = await list();
  expect(items).toMatchObject([{ code: 'event.bad-instant', path: '$.time', import: null }]);
  expect(codes).toEqual([{ code: 'event.bad-instant', count: 1 }]);
  const { id, raw } = items[0];
  const before = await events();
  const wrong = await send('POST', `/dead-letters/${id}/replay`, { event: JSON.parse(raw) });
  expect(wrong.json).toMatchObject({ outcome: 'rejected', defects: [{ path: '$.time' }] });
  expect((await list()).items).toHaveLength(1);
  const mended = await send('POST', `/dead-letters/${id}/replay`, { event: good('1') });
  expect(mended.json).toEqual({ outcome: 'accepted', defects: [] });
  expect(await events()).toBe(before + 1);
  expect((await list()).items).toEqual([]);
  expect((await send('POST', `/dead-letters/${id}/replay`, { event: good('1') })).status).toBe(404);
  expect(await events()).toBe(before + 1);
});

test('all are taken again: what is good now counts once, the rest stays once', async () => {
  const raw = (event: object) => ({ importId: null, line: 1, path: '$', code: 'event.x', reason: 'x', raw: event });
  const letters = [raw(good('2')), raw(good('2')), raw({ ...good('3'), time: 'never' })];
  for (const letter of letters) {
    const row = { ...letter, workspace: desk.app.workspace, raw: JSON.stringify(letter.raw) };
    await desk.app.records.insertInto('deadLetters').values(row).execute();
  }
  const { json } = await send('POST', '/dead-letters/replay', {});
  expect(json).toEqual({ accepted: 1, duplicates: 1, rejected: 1, next: null });
  expect((await list()).items).toHaveLength(1);
});

test('a line that is no JSON stays until it is mended by hand', async () => {
  await desk.server.inject({
    method: 'POST',
    url: `${base}/events`,
    headers: { 'content-type': 'application/x-ndjson' },
    payload: `${JSON.stringify(good('4'))}\n{"broken`,
  });
  expect((await send('POST', '/dead-letters/replay', {})).json).toMatchObject({ accepted: 0, rejected: 1 });
  expect((await list()).items).toMatchObject([{ raw: '{"broken' }]);
});

test('what is discarded is gone, what came since it was seen is not, and the reason is in the audit log', async () => {
  await send('POST', '/events', { ...good('5'), time: null });
  const [seen] = (await list()).items;
  await send('POST', '/events', { ...good('6'), time: null });
  expect((await send('POST', '/dead-letters/discard', { upTo: seen.id, reason: ' ' })).status).toBe(400);
  const answer = await send('POST', '/dead-letters/discard', { upTo: seen.id, reason: 'A test of the helpdesk' });
  expect(answer.json).toEqual({ discarded: 1 });
  expect((await list()).items).toHaveLength(1);
  const [entry] = (await send('GET', '/audit?limit=1')).json.items;
  expect(entry).toMatchObject({
    action: 'rejected.discarded',
    details: { count: 1, reason: 'A test of the helpdesk' },
  });
});

test('pages go on where the one before ended', async () => {
  for (const id of ['7', '8', '9']) await send('POST', '/events', { ...good(id), time: null });
  const first = (await send('GET', '/dead-letters?limit=2')).json;
  const second = (await send('GET', `/dead-letters?limit=2&after=${first.next}`)).json;
  expect([...first.items, ...second.items].map(({ raw }) => JSON.parse(raw).id)).toEqual(['9', '8', '7']);
  expect(second.next).toBeNull();
});
