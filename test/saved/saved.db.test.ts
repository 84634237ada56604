import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createToken } from '#app/tokens/tokens.ts';
import { addDashboard, listDashboards } from '#records/saved/dashboards.ts';
import { addSavedReport } from '#records/saved/saved-reports.ts';
import { ensureWorkspace } from '#records/workspaces.ts';
import { askAs, type Call } from '#test/support/ask-as.ts';
import { openTestServer, type TestServer } from '#test/support/open-test-server.ts';
import { makeMember, type Person } from '#test/support/people.ts';

let desk: TestServer;
let [lea, max, viewer, lead]: Person[] = [];

beforeAll(async () => {
  desk = await openTestServer();
  const { server, accounts, app } = desk;
  const make = (email: string, role: 'agent' | 'viewer' | 'lead') => makeMember(server, accounts, app, { email, role });
  lea = await make('lea@example.org', 'agent');
  max = await make('max@example.org', 'agent');
  viewer = await make('viewer@example.org', 'viewer');
  lead = await make('lead@example.org', 'lead');
});
afterAll(() => desk.close());

const ask = (...call: Call) => askAs(desk.server, ...call);
const titles = async (person: Person | undefined, url: string) =>
  (await ask(person, 'GET', url)).json.items.map(({ title }: { title: string }) => title);
const board = { title: 'Board', description: '', query: {}, tiles: [], visibility: 'workspace' };
const tile = { id: 'a', x: 0, y: 0, w: 4, h: 4, kind: 'report', report: 'csat', query: {}, picture: null, title: null };

describe('a saved report', () => {
  test('is seen by its owner alone until it is shown to the workspace, which an agent may not', async () => {
    const query = { period: 'last-7-days', 'f.team': 'a,b' };
    const saved = await ask(lea, 'POST', '/saved-reports', { report: 'csat', title: 'Mine', query, picture: 'table' });
    expect(saved.json).toMatchObject({ query, picture: 'table', visibility: 'own', mayManage: true, favourite: false });
    expect([await titles(lea, '/saved-reports'), await titles(max, '/saved-reports')]).toEqual([['Mine'], []]);
    const url = `/saved-reports/${saved.json.id}`;
    expect((await ask(desk.owner, 'GET', url)).json.code).toBe('saved.unknown');
    expect((await ask(lea, 'PATCH', url, { visibility: 'workspace' })).json.code).toBe('access.denied');
    const shown = { report: 'csat', title: 'Ours', visibility: 'workspace' };
    expect((await ask(lea, 'POST', '/saved-reports', shown)).json.code).toBe('access.denied');
    expect((await ask(lead, 'POST', '/saved-reports', shown)).status).toBe(201);
    expect(await titles(viewer, '/saved-reports')).toEqual(['Ours']);
  });

  test('is changed and removed by its owner and by whoever runs the workspace, and copied by whoever reads it', async () => {
    const given = { report: 'nps', title: 'Shared', visibility: 'workspace' };
    const { id } = (await ask(lead, 'POST', '/saved-reports', given)).json;
    const url = `/saved-reports/${id}`;
    expect((await ask(max, 'PATCH', url, { title: 'Taken' })).json.code).toBe('saved.read-only');
    expect((await ask(max, 'DELETE', url)).json.code).toBe('saved.read-only');
    const copy = (await ask(max, 'POST', `${url}/duplicate`, {}, { 'accept-language': 'fr' })).json;
    expect(copy).toMatchObject({ title: 'Shared (copie)', report: 'nps', visibility: 'own' });
    expect(copy.owner.id).toBe(max?.id);
    expect((await ask(lead, 'PATCH', url, { title: 'Renamed', query: { by: 'team' } })).json).toMatchObject({
      title: 'Renamed',
      query: { by: 'team' },
      report: 'nps',
    });
    expect((await ask(desk.owner, 'DELETE', url)).status).toBe(204);
    expect((await ask(lead, 'GET', url)).status).toBe(404);
  });

  test('of a report that is not there, composed of nothing or too long is refused with what to do', async () => {
    const save = async (body: object) => (await ask(lea, 'POST', '/saved-reports', { title: 'x', ...body })).json;
    expect(await save({ report: 'cast' })).toMatchObject({ code: 'report.unknown', status: 404 });
    expect(await save({ report: null })).toMatchObject({ code: 'saved.nothing-asked', status: 400 });
    expect(await save({ report: 'csat', query: { by: 'x'.repeat(5000) } })).toMatchObject({ status: 413 });
    expect(await save({ report: 'csat', title: ' ' })).toMatchObject({ code: 'request.invalid' });
    expect(
      (await ask(lea, 'POST', '/saved-reports', { title: 'x', report: null, query: { kpis: 'csat' } })).status,
    ).toBe(201);
  });

  test('is kept at hand by each member for themselves', async () => {
    const { id } = (await ask(lead, 'POST', '/saved-reports', { report: 'ces', title: 'F', visibility: 'workspace' }))
      .json;
    expect((await ask(viewer, 'PUT', `/favourites/report/${id}`)).status).toBe(204);
    expect((await ask(viewer, 'PUT', `/favourites/report/${id}`)).status).toBe(204);
    const of = async (person?: Person) => (await ask(person, 'GET', `/saved-reports/${id}`)).json.favourite;
    expect([await of(viewer), await of(lead)]).toEqual([true, false]);
    await ask(viewer, 'DELETE', `/favourites/report/${id}`);
    expect(await of(viewer)).toBe(false);
    expect((await ask(viewer, 'PUT', '/favourites/report/nothing')).json.code).toBe('saved.unknown');
    await ask(viewer, 'PUT', `/favourites/report/${id}`);
    expect((await ask(lead, 'DELETE', `/saved-reports/${id}`)).status).toBe(204);
  });
});

describe('a dashboard', () => {
  test('is replaced only at the version that was changed, so that nobody overwrites another unseen', async () => {
    const made = await ask(lead, 'POST', '/dashboards', { ...board, visibility: 'editable' });
    const url = `/dashboards/${made.json.id}`;
    expect(made.etag).toBe('"1"');
    const first = { ...board, title: 'First', visibility: 'editable', tiles: [tile] };
    const changed = await ask(lea, 'PUT', url, first, { 'if-match': made.etag });
    expect([changed.status, changed.etag, changed.json.tiles]).toEqual([200, '"2"', [tile]]);
    const late = await ask(max, 'PUT', url, { ...first, title: 'Second' }, { 'if-match': made.etag });
    expect(late.json).toMatchObject({ status: 412, code: 'dashboard.changed' });
    expect((await ask(max, 'PUT', url, first)).json).toMatchObject({ status: 428, code: 'dashboard.version-missing' });
    expect((await ask(max, 'PUT', url, first, { 'if-match': '"x"' })).status).toBe(412);
    const weak = await ask(max, 'PUT', url, { ...first, title: 'Third' }, { 'if-match': 'W/"2"' });
    expect([weak.json.title, weak.etag]).toEqual(['Third', '"3"']);
    expect((await ask(lead, 'GET', url)).etag).toBe('"3"');
  });

  test('open to all is laid out by all who save, and shown and removed by its owner alone', async () => {
    const { json } = await ask(lead, 'POST', '/dashboards', { ...board, visibility: 'editable' });
    const url = `/dashboards/${json.id}`;
    const put = (person: Person | undefined, change: object) =>
      ask(person, 'PUT', url, { ...board, visibility: 'editable', ...change }, { 'if-match': '"1"' });
    expect((await put(lea, { visibility: 'workspace' })).json.code).toBe('dashboard.read-only');
    expect((await put(viewer, {})).json.code).toBe('access.denied');
    expect((await ask(lea, 'DELETE', url)).json.code).toBe('dashboard.read-only');
    expect((await ask(lea, 'GET', url)).json).toMatchObject({ mayChange: true, mayManage: false });
    expect((await ask(viewer, 'GET', url)).json).toMatchObject({ mayChange: false, mayManage: false });
    expect((await put(lead, { visibility: 'own' })).status).toBe(200);
    expect((await ask(lea, 'GET', url)).json.code).toBe('dashboard.unknown');
  });

  test('is made from a template in the language of who asks, and a copy is one’s own', async () => {
    const french = await ask(lea, 'POST', '/dashboards', { template: 'agent' }, { 'accept-language': 'fr' });
    expect(french.json).toMatchObject({ title: 'Agent', visibility: 'own', query: { period: 'last-30-days' } });
    expect(french.json.tiles.at(-1).text).toMatch(/petit/);
    const copy = await ask(lea, 'POST', `/dashboards/${french.json.id}/duplicate`, {});
    expect([copy.status, copy.json.title, copy.etag]).toEqual([201, 'Agent (copy)', '"1"']);
    expect(copy.json.tiles).toEqual(french.json.tiles);
    const wrong = await ask(lea, 'POST', '/dashboards', { template: 'agnet' });
    expect(wrong.json).toMatchObject({ code: 'dashboard.unknown-template', todo: 'Did you mean “agent”?' });
    expect((await ask(lea, 'GET', '/dashboard-templates')).json.items).toHaveLength(5);
  });

  test('with tiles that overlap is refused with the path of the second', async () => {
    const tiles = [tile, { ...tile, id: 'b' }];
    const answer = await ask(lea, 'POST', '/dashboards', { title: 'x', tiles });
    expect(answer.json).toMatchObject({
      code: 'dashboard.tiles-overlap',
      status: 400,
      errors: [{ path: '$.tiles[1]' }],
    });
  });

  test('of a token belongs to the workspace', async () => {
    const by = { actor: { kind: 'operator' }, address: null } as const;
    const { token } = await createToken(desk.app, { name: 'CI', scope: 'admin', expiresInDays: 1 }, by);
    const headers = { authorization: `Bearer ${token}` };
    expect((await ask(undefined, 'POST', '/dashboards', { title: 'x' }, headers)).json.code).toBe('saved.no-owner');
    const made = await ask(undefined, 'POST', '/dashboards', { ...board, title: 'By CI' }, headers);
    expect(made.json.owner).toBeNull();
    const copy = await ask(undefined, 'POST', `/dashboards/${made.json.id}/duplicate`, {}, headers);
    expect(copy.json).toMatchObject({ owner: null, visibility: 'workspace' });
    for (const { json } of [made, copy]) await ask(undefined, 'DELETE', `/dashboards/${json.id}`, undefined, headers);
  });
});

test('what was done stands in the audit log', async () => {
  const entries = (await ask(desk.owner, 'GET', '/audit?limit=500')).json.items.map(
    ({ action, details }: { action: string; details: { title: string } }) => `${action} ${details.title}`,
  );
  for (const entry of ['report.saved Mine', 'report.changed Renamed', 'report.removed Renamed']) {
    expect(entries).toContain(entry);
  }
  for (const entry of ['dashboard.created Board', 'dashboard.changed Third', 'dashboard.removed By CI']) {
    expect(entries).toContain(entry);
  }
});

test('who leaves takes along what was theirs alone; what they showed stays', async () => {
  await ask(lead, 'POST', '/dashboards', { ...board, title: 'Shown' });
  await ask(lead, 'POST', '/dashboards', { ...board, title: 'Private', visibility: 'own' });
  expect((await ask(desk.owner, 'DELETE', `/members/${lead?.id}`)).status).toBe(204);
  const left = await listDashboards(desk.app.records, 'default');
  expect(
    left.filter(({ title }) => ['Shown', 'Private'].includes(title)).map(({ title, owner }) => [title, owner]),
  ).toEqual([['Shown', null]]);
});

test('equal ids in two workspaces are two dashboards and two saved reports', async () => {
  const { records } = desk.installation;
  await ensureWorkspace(records.everywhere, { id: 'theirs', timeZone: 'UTC', name: 'Theirs' });
  const texts = { query: '{}', tiles: '[]', owner: null, visibility: 'workspace' } as const;
  for (const workspace of ['default', 'theirs']) {
    const own = records.inWorkspace(workspace);
    await addDashboard(own, { ...texts, workspace, id: 'same', title: `Of ${workspace}` });
    const { tiles: _, ...saved } = texts;
    await addSavedReport(own, {
      ...saved,
      workspace,
      id: 'same',
      title: `Of ${workspace}`,
      report: 'csat',
      picture: null,
    });
  }
  for (const url of ['/dashboards', '/saved-reports']) {
    expect((await ask(lea, 'GET', `${url}/same`)).json.title).toBe('Of default');
    expect(await titles(desk.owner, url)).not.toContain('Of theirs');
  }
  expect((await ask(desk.owner, 'DELETE', '/dashboards/same')).status).toBe(204);
  expect(await listDashboards(records.inWorkspace('theirs'), 'theirs')).toHaveLength(1);
  const wrong = { ...texts, workspace: 'theirs', id: 'other', title: 'x' };
  await expect(addDashboard(records.inWorkspace('default'), wrong)).rejects.toThrow(/row-level/);
});
