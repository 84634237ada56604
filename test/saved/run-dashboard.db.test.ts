import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importsSettled } from '#app/imports/running-imports.ts';
import { base } from '#contract/paths.ts';
import type { Tile } from '#domain/report/dashboard.ts';
import type { QueryResult } from '#domain/report/query.ts';
import { askAs, type Call } from '#test/support/ask-as.ts';
import { openTestServer, type TestServer } from '#test/support/open-test-server.ts';
import { makeMember, type Person } from '#test/support/people.ts';

let desk: TestServer;
let [agent, client]: Person[] = [];
let boardId: string;
let someAgent: string;

const tile = (id: string, y: number, change: object = {}): Tile =>
  ({
    id,
    x: 0,
    y,
    w: 6,
    h: 4,
    kind: 'report',
    report: 'support-volume',
    query: {},
    picture: null,
    title: null,
    ...change,
  }) as Tile;

/** One tile of each kind: two that ask the same, one that fails, one composed, one of a team's averages, and a text. */
const tiles: Tile[] = [
  tile('volume', 0, { query: { by: '-', every: 'none' } }),
  tile('again', 4, { query: { by: '-', every: 'none' }, title: 'The same once more' }),
  tile('broken', 8, { query: { by: 'nothing-is-called-this', every: 'none' } }),
  tile('composed', 12, { report: null, query: { kpis: 'tickets-created', by: 'channel', picture: 'table' } }),
  tile('by-agent', 16, { query: { by: 'agent', every: 'none' } }),
  { id: 'text', x: 0, y: 20, w: 6, h: 2, kind: 'text', text: 'Read **n** first.' },
];
const period = { period: '2000-01-01..2100-01-01' };

beforeAll(async () => {
  desk = await openTestServer();
  const { server, accounts, app } = desk;
  await server.inject({ method: 'POST', url: `${base}/samples/marketplace?tickets=300&seed=7` });
  await importsSettled(app);
  await app.folds.settled();
  const values = (await server.inject(`${base}/dimensions/agent/values?limit=1`)).json();
  someAgent = values.items[0].value;
  agent = await makeMember(server, accounts, app, { email: 'a@example.org', role: 'agent', agents: [someAgent] });
  client = await makeMember(server, accounts, app, { email: 'c@example.org', role: 'client' });
  const made = await ask(desk.owner, 'POST', '/dashboards', {
    title: 'B',
    tiles,
    query: period,
    visibility: 'workspace',
  });
  boardId = made.json.id;
});
afterAll(() => desk.close());

const ask = (...call: Call) => askAs(desk.server, ...call);

interface Answered {
  readonly id: string;
  readonly answers: readonly QueryResult[];
  readonly problem: { readonly code: string; readonly detail: string; readonly todo: string } | null;
}
async function run(person: Person, body: object = {}, headers = {}): Promise<Record<string, Answered>> {
  const { json } = await ask(person, 'POST', `/dashboards/${boardId}/data`, body, headers);
  return Object.fromEntries(json.tiles.map((each: Answered) => [each.id, each]));
}
const total = (found: Answered | undefined) => found?.answers.at(-1)?.total.find((cell) => typeof cell === 'number');

describe('one request answers all tiles of a dashboard', () => {
  test('each with what its report answers, in the order of the tiles; texts ask nothing', async () => {
    const found = await run(desk.owner);
    expect(Object.keys(found)).toEqual(['volume', 'again', 'broken', 'composed', 'by-agent']);
    const alone = await desk.server.inject(
      `${base}/reports/support-volume/data?by=&every=none&from=2000-01-01&to=2100-01-01&time=business`,
    );
    expect(found.volume?.answers).toEqual([alone.json()]);
    expect(found.again?.answers).toEqual(found.volume?.answers);
    expect(found.composed?.answers[0]?.columns.map(({ id }) => id)).toEqual(['channel', 'tickets-created']);
  });

  test('one that fails says why and what to do, in the language asked for, and the others are there', async () => {
    const found = await run(desk.owner, {}, { 'accept-language': 'fr' });
    expect(found.broken?.answers).toEqual([]);
    expect(found.broken?.problem).toMatchObject({ code: 'query.unknown-dimension' });
    expect(found.broken?.problem?.detail).toMatch(/nothing-is-called-this/);
    expect(total(found.volume)).toBeGreaterThan(200);
  });

  test('with a period and filters of the moment in the place of its own', async () => {
    const [all, some, none] = [
      await run(desk.owner),
      await run(desk.owner, { query: { ...period, 'f.agent': someAgent } }),
      await run(desk.owner, { query: { period: '2001-01-01..2001-02-01' } }),
    ];
    expect(total(some.volume)).toBeLessThan(total(all.volume) as number);
    expect(total(some.volume)).toBeGreaterThan(0);
    expect(total(none.volume)).toBe(0);
    const wrong = await ask(desk.owner, 'POST', `/dashboards/${boardId}/data`, { query: { by: 'agent' } });
    expect(wrong.json.code).toBe('dashboard.bad-parameter');
  });

  test('and with tiles that are not kept yet', async () => {
    const found = await run(desk.owner, { tiles: [tile('new', 0, { report: 'csat' })] });
    expect(Object.keys(found)).toEqual(['new']);
  });
});

describe('whoever looks sees no more than in the reports themselves', () => {
  test('an agent their own figures in every tile, whoever made the dashboard', async () => {
    const [all, own] = [await run(desk.owner), await run(agent as Person)];
    for (const id of ['volume', 'again', 'composed']) {
      expect(total(own[id])).toBeLessThan(total(all[id]) as number);
      expect(total(own[id])).toBeGreaterThan(0);
    }
    const agents = own['by-agent']?.answers.flatMap(({ rows }) => rows.map(([first]) => first));
    expect([...new Set(agents)]).toEqual([someAgent]);
    const team = await run(agent as Person, { query: { ...period, whose: 'team' } });
    expect(team['by-agent']?.problem?.code).toBe('access.own-figures-only');
  });

  test('a client nothing of it', async () => {
    for (const [method, url] of [
      ['GET', ''],
      ['POST', '/data'],
    ] as const) {
      const answer = await ask(
        client as Person,
        method,
        `/dashboards/${boardId}${url}`,
        method === 'POST' ? {} : undefined,
      );
      expect(answer.json.code).toBe('access.denied');
    }
  });
});

describe('a link to a dashboard', () => {
  const share = (body: object = {}) =>
    ask(desk.owner, 'POST', '/links', { dashboard: boardId, title: 'For you', ...body });
  const open = (url: string, body: object = {}) => ask(null, 'POST', `/shared/${url.split('/').at(-1)}`, body);

  test('answers its tiles with the filters it was made with, to nobody in particular', async () => {
    const made = await share({ query: { ...period, 'f.agent': someAgent } });
    expect(made.json.details).toMatchObject({ dashboard: boardId, report: null, hasPassword: false });
    const { json } = await open(made.json.url);
    expect(json).toMatchObject({ kind: 'dashboard', title: 'For you', board: { query: { 'f.agent': someAgent } } });
    const narrowed = await run(desk.owner, { query: { ...period, 'f.agent': someAgent } });
    expect(json.data.tiles.find(({ id }: Answered) => id === 'volume')).toEqual(narrowed.volume);
    expect(JSON.stringify(json)).not.toMatch(/owner@example/);
  });

  test('takes no question of its own: neither other filters nor other tiles', async () => {
    const { url } = (await share({ query: { 'f.agent': someAgent } })).json;
    for (const more of [{ query: period }, { tiles: [tile('new', 0)] }]) {
      expect((await open(url, more)).json).toMatchObject({ status: 400, code: 'request.invalid' });
    }
    const token = url.split('/').at(-1);
    for (const path of [`/dashboards/${boardId}`, '/dashboards', '/reports', '/tickets']) {
      const answer = await ask(null, 'GET', path, undefined, { authorization: `Bearer ${token}` });
      expect([path, answer.status]).toEqual([path, 401]);
    }
  });

  test('shows what was there when it was made, wants its password, and ends with the dashboard', async () => {
    const other = await ask(desk.owner, 'POST', '/dashboards', {
      title: 'Other',
      tiles: tiles.slice(0, 1),
      query: period,
    });
    const { json } = await ask(desk.owner, 'POST', '/links', {
      ...{ dashboard: other.json.id, title: 'Locked', password: 'open sesame please' },
    });
    const draft = { title: 'Other', description: '', query: {}, tiles: tiles.slice(4), visibility: 'own' };
    await ask(desk.owner, 'PUT', `/dashboards/${other.json.id}`, draft, { 'if-match': '"1"' });
    expect((await open(json.url)).json.code).toBe('link.password-wanted');
    expect((await open(json.url, { password: 'open barley please' })).json.code).toBe('link.password-wanted');
    const opened = await open(json.url, { password: 'open sesame please' });
    expect(opened.json.board.tiles.map(({ id }: Tile) => id)).toEqual(['volume']);
    await ask(desk.owner, 'DELETE', `/dashboards/${other.json.id}`);
    expect((await open(json.url, { password: 'open sesame please' })).json.code).toBe('link.unknown');
  });

  test('is made by who may share and sees the dashboard', async () => {
    const refused = await ask(agent as Person, 'POST', '/links', { dashboard: boardId, title: 'x' });
    expect(refused.json.code).toBe('access.denied');
    const unknown = await ask(desk.owner, 'POST', '/links', { dashboard: 'nothing', title: 'x' });
    expect(unknown.json.code).toBe('dashboard.unknown');
  });
});
