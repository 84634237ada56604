import { afterAll, beforeAll, expect, test } from 'vitest';
import { base } from '#contract/paths.ts';
import { deskPolicy } from '#test/support/desk.ts';
import { openTestServer, type TestServer } from '#test/support/open-test-server.ts';

let desk: TestServer;
beforeAll(async () => {
  desk = await openTestServer();
});
afterAll(() => desk.close());

const week = { mon: [['09:00', '18:00']], fri: [['22:00', '06:00']] };
const paris = { name: 'Paris', timeZone: 'Europe/Paris', weekly: week };

async function send(method: 'GET' | 'PUT' | 'POST' | 'DELETE', path: string, body?: object, version?: number) {
  const answer = await desk.server.inject({
    method,
    url: base + path,
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
    },
    ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
  });
  return {
    status: answer.statusCode,
    etag: answer.headers.etag,
    json: answer.body === '' ? null : answer.json(),
  };
}

test('a calendar is kept, read with its version, and asked about', async () => {
  const made = await send('PUT', '/calendars/paris', { calendar: paris });
  expect(made).toMatchObject({ status: 200, etag: '"1"', json: { version: 1, calendar: { id: 'paris' } } });
  const at = '2026-11-27T22:30:00Z';
  const asked = await send('POST', '/calendars/test', {
    id: 'paris',
    at,
    between: { from: '2026-11-23T00:00:00Z', to: '2026-11-30T00:00:00Z' },
    add: { from: '2026-11-23T08:00:00Z', seconds: 3600 },
  });
  expect(asked.json).toMatchObject({
    now: { open: true, opensAt: null, closesAt: '2026-11-28T05:00:00.000Z' },
    between: 17 * 3600,
    add: '2026-11-23T09:00:00.000Z',
  });
});

test('a change must say which version it is of, and is refused when another came between', async () => {
  const next = { calendar: { ...paris, name: 'Paris 2' } };
  expect(await send('PUT', '/calendars/paris', next)).toMatchObject({
    status: 428,
    json: { code: 'calendar.version-missing' },
  });
  expect(await send('PUT', '/calendars/paris', next, 1)).toMatchObject({ status: 200, etag: '"2"' });
  expect(await send('PUT', '/calendars/paris', next, 1)).toMatchObject({
    status: 412,
    json: { code: 'calendar.changed' },
  });
});

test('saving what is there already makes no version', async () => {
  const again = await send('PUT', '/calendars/paris', { calendar: { ...paris, name: 'Paris 2' } }, 2);
  expect(again).toMatchObject({ status: 200, etag: '"2"' });
});

test('a version from a later date stands beside the first; one of the same date corrects it', async () => {
  const from = '2030-01-01T00:00:00Z';
  await send('PUT', '/calendars/paris', { calendar: { ...paris, effectiveFrom: from } }, 2);
  await send('PUT', '/calendars/paris', { calendar: { ...paris, name: 'Later', effectiveFrom: from } }, 3);
  const { json } = await send('GET', '/calendars/paris');
  expect(json.calendar.name).toBe('Paris 2');
  expect(json.versions.map((each: { version: number; corrected: boolean }) => [each.version, each.corrected])).toEqual([
    [4, false],
    [3, true],
    [2, false],
    [1, true],
  ]);
  expect((await send('GET', '/calendars')).json.calendars[0]).toMatchObject({ id: 'paris', versions: 2, version: 4 });
});

test('a date that is written otherwise is the same date: what is saved from it on corrects what was', async () => {
  const dated = (effectiveFrom: string, name: string) => ({ calendar: { ...paris, name, effectiveFrom } });
  await send('PUT', '/calendars/dated', dated('2031-01-01T00:00:00Z', 'As imported'));
  const next = await send('PUT', '/calendars/dated', dated('2031-01-01T01:00:00.000+01:00', 'As edited'), 1);
  expect(next).toMatchObject({ status: 200, etag: '"2"', json: { calendar: { name: 'As edited' } } });
  expect(
    (await send('GET', '/calendars')).json.calendars.find(({ id }: { id: string }) => id === 'dated'),
  ).toMatchObject({
    versions: 1,
  });
});

test.each([
  ['a calendar that is never open', { ...paris, weekly: {} }, 'calendar.never-open'],
  ['a zone that does not exist', { ...paris, timeZone: 'Europe/Pari' }, 'zone.unknown'],
  ['a time that does not exist', { ...paris, weekly: { mon: [['09:00', '25:00']] } }, 'calendar.bad-time'],
])('%s is refused and nothing is kept', async (_, calendar, code) => {
  expect(await send('PUT', '/calendars/odd', { calendar })).toMatchObject({ status: 400, json: { code } });
  expect((await send('GET', '/calendars/odd')).status).toBe(404);
});

test.each(['always', 'new', 'Paris', 'x y'])('“%s” is no id of a calendar', async (id) => {
  const answer = await send('PUT', `/calendars/${encodeURIComponent(id)}`, { calendar: paris });
  expect(answer).toMatchObject({ status: 400, json: { code: 'calendar.bad-id' } });
});

test('a calendar in which something is counted is not removed, and is when nothing is', async () => {
  const { saveRules } = await import('#records/rules.ts');
  const policy = { ...deskPolicy, id: 'on-paris', name: 'On Paris', calendar: 'paris' };
  await saveRules(desk.app.records, desk.app.workspace, { calendars: [], policies: [policy] });
  const used = await send('GET', '/calendars/paris');
  expect(used.json.uses).toEqual({ business: false, policies: [{ id: 'on-paris', name: 'On Paris' }] });
  expect(await send('DELETE', '/calendars/paris', undefined, 4)).toMatchObject({
    status: 409,
    json: { code: 'calendar.in-use' },
  });
  await send('PUT', '/calendars/lyon', { calendar: paris });
  expect(await send('DELETE', '/calendars/lyon')).toMatchObject({ status: 428 });
  expect(await send('DELETE', '/calendars/lyon', undefined, 1)).toMatchObject({ status: 204 });
  expect((await send('GET', '/calendars/lyon')).status).toBe(404);
});

test('another calendar of business time is a new rule, which the figures then follow', async () => {
  const { json } = await send('PUT', '/calendars/business', { id: 'paris' });
  expect(json).toMatchObject({ business: 'paris' });
  await desk.app.folds.settled();
  expect((await send('GET', '/calendars')).json).toMatchObject({ business: 'paris', counting: false });
  expect((await send('PUT', '/calendars/business', { id: 'nowhere' })).status).toBe(404);
  const log = (await send('GET', '/audit?limit=50')).json.items.map(({ action }: { action: string }) => action);
  for (const action of ['calendar.created', 'calendar.changed', 'calendar.removed', 'calendar.chosen']) {
    expect(log).toContain(action);
  }
});
