import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { byOperator } from '#app/audit/record-audit.ts';
import { eraseCustomer } from '#app/privacy/erase-customer.ts';
import { exportPerson } from '#app/privacy/export-person.ts';
import { createToken } from '#app/tokens/tokens.ts';
import { ensureWorkspace } from '#records/workspaces.ts';
import { askAs, type Call } from '#test/support/ask-as.ts';
import { fillDesk, openTestServer, type TestServer } from '#test/support/open-test-server.ts';
import { makeMember, type Person } from '#test/support/people.ts';

let desk: TestServer;
let [lea, tom, manager, viewer, client]: Person[] = [];

beforeAll(async () => {
  desk = await openTestServer();
  const { server, accounts, app } = desk;
  await fillDesk(app);
  const make = (name: string, role: 'agent' | 'manager' | 'viewer' | 'client', agents: string[] = []) =>
    makeMember(server, accounts, app, { email: `${name}@example.org`, role, agents });
  lea = await make('lea', 'agent', ['a1']);
  tom = await make('tom', 'agent', ['a2']);
  manager = await make('manager', 'manager');
  viewer = await make('viewer', 'viewer');
  client = await make('client', 'client');
});
afterAll(() => desk.close());

const ask = (...call: Call) => askAs(desk.server, ...call);
const report = (id: string) => ({ kind: 'report', id });
const say = async (person: Person | undefined, id: string, body: string, more: object = {}) =>
  ask(person, 'POST', '/discussions', { subject: report(id), body, ...more });
const threadsOf = async (person: Person | undefined, id: string, kind = 'report') =>
  (await ask(person, 'GET', `/discussions?kind=${kind}&subject=${id}`)).json;
const bodies = async (person: Person | undefined, id: string, kind = 'report') =>
  (await threadsOf(person, id, kind)).items.map(({ body }: { body: string }) => body);
const told = async (person: Person | undefined) =>
  (await ask(person, 'GET', '/notifications')).json.items.map(({ text }: { text: string }) => text);

describe('a discussion', () => {
  test('is read by all who see its report, written by all but viewers, and unknown to clients', async () => {
    const query = { period: '2026-01-01..2026-02-01', every: 'week' };
    const written = await say(lea, 'csat', 'Why did it fall?\nSee https://example.org', { query });
    expect(written).toMatchObject({ status: 201, etag: '"1"', json: { query, author: { id: lea?.id, name: 'lea' } } });
    expect(await bodies(viewer, 'csat')).toEqual(['Why did it fall?\nSee https://example.org']);
    expect(await threadsOf(viewer, 'csat')).toMatchObject({ mayWrite: false, items: [{ mayEdit: false }] });
    expect((await say(viewer, 'csat', 'Me too')).json.code).toBe('access.denied');
    expect((await threadsOf(client, 'csat')).code).toBe('access.denied');
    expect((await say(lea, 'nothing', 'Hm')).json.code).toBe('discussion.unknown-subject');
    const { token } = await createToken(desk.app, { name: 't', scope: 'admin', expiresInDays: null }, byOperator);
    const authorization = { authorization: `Bearer ${token}`, cookie: '' };
    const byToken = { subject: report('csat'), body: 'beep' };
    expect((await ask(undefined, 'POST', '/discussions', byToken, authorization)).json.code).toBe('access.denied');
    expect(
      (await ask(undefined, 'GET', '/discussions?kind=report&subject=csat', undefined, authorization)).status,
    ).toBe(200);
  });

  test('tells whom a comment mentions and who wrote in its thread, each once, and not the writer', async () => {
    const { json: thread } = await say(lea, 'nps', `<@${manager?.id}> and <@${lea?.id}>: look`);
    expect(await told(manager)).toEqual(
      ['lea mentions you on “Net promoter score”'].map((text) => expect.stringContaining(text.slice(0, 20))),
    );
    expect(await told(lea)).toEqual([]);
    const before = (await ask(manager, 'GET', '/notifications/unread')).json.unread;
    const reply = await say(manager, 'nps', `<@${lea?.id}> seen`, { parent: thread.id });
    expect(reply.json.parent).toBe(thread.id);
    expect(await told(lea)).toEqual([expect.stringMatching(/^manager mentions you/)]);
    await say(lea, 'nps', 'Thanks', { parent: thread.id });
    expect((await told(manager))[0]).toMatch(/^lea replies to your comment/);
    expect((await ask(manager, 'GET', '/notifications/unread')).json.unread).toBe(before + 1);
    expect((await say(lea, 'nps', 'Deeper', { parent: reply.json.id })).json.code).toBe('comment.thread-only');
  });

  test('refuses with words to mention who may not see it, who is no member, and too many', async () => {
    const { json } = await say(lea, 'csat', `<@${client?.id}> look`);
    expect(json).toMatchObject({ code: 'comment.cannot-see', status: 400 });
    expect(json.detail).toContain('client');
    expect((await say(lea, 'csat', '<@nobody> look')).json.code).toBe('comment.unknown-mention');
    const many = Array.from({ length: 21 }, (_, at) => `<@x${at}>`).join(' ');
    expect((await say(lea, 'csat', many)).json.code).toBe('comment.too-many-mentions');
    const people = (await ask(lea, 'GET', '/discussions/people?kind=report&subject=csat')).json.items;
    expect(people.map(({ name }: { name: string }) => name)).toEqual(['lea', 'manager', 'owner', 'tom', 'viewer']);
  });

  test('of an agent, or of a report narrowed to one, is seen by no other agent', async () => {
    const onTom = { subject: { kind: 'agent', id: 'a2' }, body: 'Coach on tone' };
    expect((await ask(manager, 'POST', '/discussions', onTom)).status).toBe(201);
    expect(await bodies(tom, 'a2', 'agent')).toEqual(['Coach on tone']);
    expect((await threadsOf(lea, 'a2', 'agent')).code).toBe('discussion.unknown-subject');
    expect((await ask(lea, 'POST', '/discussions', onTom)).json.code).toBe('discussion.unknown-subject');
    expect((await ask(manager, 'POST', '/discussions', { ...onTom, body: `<@${lea?.id}>` })).json.code).toBe(
      'comment.cannot-see',
    );
    const nobody = { subject: { kind: 'agent', id: 'nobody' }, body: 'Hm' };
    expect((await ask(manager, 'POST', '/discussions', nobody)).json.code).toBe('discussion.unknown-subject');
    const narrowed = await say(manager, 'sla-by-agent', 'Slow', { query: { 'f.agent': 'a2' } });
    expect(await bodies(lea, 'sla-by-agent')).toEqual([]);
    expect(await bodies(tom, 'sla-by-agent')).toEqual(['Slow']);
    expect((await say(lea, 'sla-by-agent', 'Me?', { parent: narrowed.json.id })).json.code).toBe('comment.unknown');
  });

  test('of something saved is seen by who sees that, and is gone with it', async () => {
    const saved = (await ask(lea, 'POST', '/saved-reports', { report: 'csat', title: 'Mine' })).json;
    const subject = { kind: 'saved-report', id: saved.id };
    expect((await ask(lea, 'POST', '/discussions', { subject, body: 'Note to self' })).status).toBe(201);
    expect((await threadsOf(manager, saved.id, 'saved-report')).code).toBe('discussion.unknown-subject');
    await ask(lea, 'DELETE', `/saved-reports/${saved.id}`);
    const left = await desk.app.records.selectFrom('comments').select('id').where('subject', '=', saved.id).execute();
    expect(left).toEqual([]);
  });
});

describe('a comment', () => {
  test('is changed by its author alone, from the version they read, and says that it was', async () => {
    const { json: made } = await say(lea, 'csat', 'First');
    const url = `/discussions/${made.id}`;
    expect((await ask(manager, 'PATCH', url, { body: 'Mine now' })).json.code).toBe('comment.not-yours');
    const changed = await ask(lea, 'PATCH', url, { body: `Second <@${tom?.id}>` }, { 'if-match': '"1"' });
    expect(changed).toMatchObject({ status: 200, etag: '"2"', json: { version: 2 } });
    expect(changed.json.editedAt).not.toBeNull();
    expect((await told(tom))[0]).toMatch(/^lea mentions you/);
    expect((await ask(lea, 'PATCH', url, { body: 'Third' }, { 'if-match': '"1"' })).json.code).toBe('comment.changed');
  });

  test('is removed by its author or an admin; with replies it stays without its text, and nobody is told of it any more', async () => {
    const { json: thread } = await say(lea, 'csat', `Wrong <@${tom?.id}>`);
    await say(tom, 'csat', 'Indeed', { parent: thread.id });
    const before = (await told(tom)).length;
    expect((await ask(manager, 'DELETE', `/discussions/${thread.id}`)).json.code).toBe('comment.not-yours');
    expect((await ask(desk.owner, 'DELETE', `/discussions/${thread.id}`)).status).toBe(204);
    const [kept] = (await threadsOf(lea, 'csat')).items;
    expect(kept).toMatchObject({ id: thread.id, removed: true, body: '', replies: [{ body: 'Indeed' }] });
    expect((await told(tom)).length).toBe(before - 1);
    expect((await ask(lea, 'PATCH', `/discussions/${thread.id}`, { body: 'Back' })).json.code).toBe(
      'comment.not-yours',
    );
    const { json: alone } = await say(lea, 'csat', 'Alone');
    await ask(lea, 'DELETE', `/discussions/${alone.id}`);
    expect(await bodies(lea, 'csat')).not.toContain('Alone');
  });

  test('that begins a thread is settled and opened again, a reply is not', async () => {
    const { json: thread } = await say(lea, 'sla-overview', 'Question');
    const { json: reply } = await say(tom, 'sla-overview', 'Answer', { parent: thread.id });
    const settle = (id: string, settled: boolean) => ask(tom, 'PUT', `/discussions/${id}/settled`, { settled });
    expect((await settle(thread.id, true)).json.settled.by).toEqual({ id: tom?.id, name: 'tom' });
    expect((await settle(thread.id, false)).json.settled).toBeNull();
    expect((await settle(reply.id, true)).json.code).toBe('comment.thread-only');
  });

  test('stands on one page only, however many there are', async () => {
    for (let at = 0; at < 5; at++) await say(lea, 'handle-time', `C${at}`);
    const seen: string[] = [];
    for (let after = ''; ; ) {
      const { json } = await ask(lea, 'GET', `/discussions?kind=report&subject=handle-time&limit=2${after}`);
      seen.push(...json.items.map(({ body }: { body: string }) => body));
      if (json.next === null) break;
      after = `&after=${json.next}`;
    }
    expect(seen.toSorted()).toEqual(['C0', 'C1', 'C2', 'C3', 'C4']);
  });
});

test('an unchanged discussion is not sent again', async () => {
  const url = '/discussions?kind=report&subject=csat';
  const { etag } = await ask(lea, 'GET', url);
  expect((await ask(lea, 'GET', url, undefined, { 'if-none-match': etag })).status).toBe(304);
});

test('nothing of a discussion or a notification is seen from another workspace', async () => {
  const { installation } = desk;
  await ensureWorkspace(installation.records.everywhere, { id: 'other', timeZone: 'UTC' });
  const other = installation.records.inWorkspace('other');
  for (const table of ['comments', 'notifications', 'notificationPreferences'] as const) {
    expect(await other.selectFrom(table).selectAll().execute()).toEqual([]);
  }
  expect((await desk.app.records.selectFrom('comments').select('id').execute()).length).toBeGreaterThan(5);
});

test('a notification is read by its member alone', async () => {
  const [first] = (await ask(manager, 'GET', '/notifications')).json.items;
  const url = `/notifications/${first.id}/read`;
  expect((await ask(lea, 'PUT', url, { read: true })).json.code).toBe('notification.unknown');
  expect((await ask(manager, 'PUT', url, { read: true })).status).toBe(204);
  expect((await ask(manager, 'PUT', url, { read: false })).status).toBe(204);
  await ask(manager, 'POST', '/notifications/read');
  expect((await ask(manager, 'GET', '/notifications?unread=true')).json).toMatchObject({ items: [], unread: 0 });
});

test('what is said of a person is given out, and of an erased customer nothing is said any more', async () => {
  const { app } = desk;
  await say(manager, 'csat', `Zoé is angry, <@${lea?.id}>`, { query: { 'f.customer': 'c1' } });
  const read = async (kind: 'agent' | 'customer', id: string) => {
    const pieces = await Array.fromAsync(await exportPerson(app, { kind, id }, byOperator));
    return JSON.parse(pieces.join('')).comments.map(({ body }: { body: string }) => body);
  };
  expect(await read('agent', 'a2')).toEqual(['Coach on tone', 'Slow']);
  expect(await read('customer', 'c1')).toEqual([expect.stringContaining('Zoé is angry')]);
  await eraseCustomer(app, desk.installation.records.everywhere, 'c1', byOperator);
  const stored = JSON.stringify([
    await app.records.selectFrom('comments').selectAll().execute(),
    await app.records.selectFrom('notifications').selectAll().execute(),
  ]);
  expect(stored).not.toContain('Zoé is angry');
  expect(stored).not.toContain('"f.customer":"c1"');
});
