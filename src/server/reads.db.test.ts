import { readdir } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { insertFacts } from '#analytics/insert-facts.ts';
import { importsSettled } from '#app/imports/running-imports.ts';
import { uploadFolder } from '#app/imports/start-import.ts';
import { base } from '#contract/paths.ts';
import { fillDesk, openTestServer, type TestServer } from '#test/support/open-test-server.ts';

let desk: TestServer;

beforeAll(async () => {
  desk = await openTestServer();
  await fillDesk(desk.app);
});
afterAll(() => desk.close());

async function read(url: string) {
  const answer = await desk.server.inject({ url: base + url });
  expect([answer.statusCode, answer.body.slice(0, 500)]).toEqual([200, expect.anything()]);
  return answer.json();
}
const filter = (value: object) => `filter=${encodeURIComponent(JSON.stringify(value))}`;

test('the status says what there is, how fresh it is, and what may be loaded', async () => {
  const status = await read('/status');
  expect(status).toMatchObject({ hasData: true, tickets: 5, timeZone: 'UTC', runningImport: null });
  expect(Date.now() - Date.parse(status.freshness)).toBeLessThan(11 * 60_000);
  expect(Date.parse(status.firstCreatedAt)).toBeLessThan(Date.parse(status.lastCreatedAt));
  expect(status.samples.map(({ id, loaded }: { id: string; loaded: boolean }) => [id, loaded])).toEqual([
    ['incidents', false],
    ['marketplace', false],
  ]);
});

describe('values of a dimension', () => {
  test('come with their names, the most frequent first, none among them', async () => {
    const { items, total } = await read('/dimensions/agent/values');
    expect(total).toBe(3);
    expect(items[0]).toEqual({ value: 'a1', label: 'Léa', n: 3 });
    expect(items.map((item: { value: string }) => item.value).sort()).toEqual(['a1', 'a2', null]);
  });

  test('are found by a part of the name in any case', async () => {
    expect((await read('/dimensions/agent/values?search=lé')).items).toEqual([{ value: 'a1', label: 'Léa', n: 3 }]);
  });

  test.each([
    ['tag', 'vip'],
    ['fields.product', 'Lamp'],
    ['metric', 'first-reply'],
    ['policy', 'desk'],
    ['channel', 'email'],
  ])('%s has the value %s', async (id, value) => {
    const { items } = await read(`/dimensions/${id}/values`);
    expect(items.map((item: { value: string }) => item.value)).toContain(value);
  });

  test.each(['hour', 'weekday', 'ticket', 'component', 'holder'])('%s is answered too', async (id) => {
    expect((await read(`/dimensions/${id}/values`)).items).toBeInstanceOf(Array);
  });

  test('custom fields are dimensions', async () => {
    const { items } = await read('/dimensions');
    expect(items.at(-1)).toMatchObject({ id: 'fields.product', custom: true });
  });
});

describe('clocks', () => {
  type Item = { ticket: string; target: string; status: string; remainingSeconds: number };
  const names = (items: Item[]) => items.map(({ ticket, target, status }) => `${ticket} ${target} ${status}`);

  test('those with the least time left come first, as they stand now', async () => {
    const { items, total, labels } = await read('/clocks');
    expect(total).toBe(10);
    const left = items.map((item: Item) => item.remainingSeconds);
    expect(left).toEqual(left.toSorted((a: number, b: number) => a - b));
    expect(names(items).slice(0, 2)).toEqual(['T-2 frt breached', 'T-2 ttr breached']);
    expect(labels.agent).toEqual({ a1: 'Léa' });
  });

  test.each(['', 'status=running&', 'status=breached&', 'status=met&', 'sort=due&'])(
    'pages (%s) hold every clock once, in the order of one page',
    async (query) => {
      const whole = await read(`/clocks?${query}limit=100`);
      const walked: Item[] = [];
      let next: string | null = '';
      while (next !== null) {
        const page: { items: Item[]; next: string | null } = await read(
          `/clocks?${query}limit=2${next === '' ? '' : `&after=${next}`}`,
        );
        walked.push(...page.items);
        next = page.next;
      }
      expect(names(walked)).toEqual(names(whole.items));
      expect(whole.total).toBe(walked.length);
    },
  );

  test('are filtered by status, metric and any dimension', async () => {
    expect(names((await read('/clocks?status=paused')).items)).toEqual(['T-4 ttr paused']);
    expect((await read('/clocks?metric=first-reply')).total).toBe(5);
    const ofChat = await read(`/clocks?${filter({ field: 'channel', op: 'is', value: 'chat' })}`);
    expect(names(ofChat.items)).toEqual(['T-3 frt running', 'T-3 ttr running']);
  });
});

describe('tickets', () => {
  const keys = async (query: string) => {
    const page = await read(`/tickets?${query}`);
    return { keys: page.items.map(({ key }: { key: string }) => key), total: page.total, n: page.n };
  };
  const ago = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();
  const behind = (kpi: string, more = '') => keys(`kpi=${kpi}&from=${ago(30)}&to=${ago(-1)}${more}`);

  test('are listed with the newest first, page by page', async () => {
    const order = ['T-3', 'É/5 x', 'T-4', 'T-2', 'T-1'];
    expect(await keys('')).toEqual({ keys: order, total: 5, n: 5 });
    const walked: string[] = [];
    for (let next: string | null = ''; next !== null; ) {
      const page: { items: { key: string }[]; next: string | null; total: number } = await read(
        `/tickets?limit=2${next === '' ? '' : `&after=${next}`}`,
      );
      expect(page.total).toBe(5);
      walked.push(...page.items.map(({ key }) => key));
      next = page.next;
    }
    expect(walked).toEqual(order);
    expect((await keys('sort=created')).keys).toEqual(order.toReversed());
    expect((await keys('sort=-resolution')).keys[0]).toBe('T-1');
  });

  test('are found by a part of the key or the subject, by filter and by period', async () => {
    expect((await keys('search=parcel')).keys).toEqual(['T-1']);
    expect((await keys(`search=${encodeURIComponent('é/5')}`)).keys).toEqual(['É/5 x']);
    expect((await keys(filter({ field: 'channel', op: 'is', value: 'chat' }))).keys).toEqual(['T-3']);
    expect((await keys(`from=${ago(1)}`)).keys).toEqual(['T-3', 'É/5 x', 'T-4']);
    expect((await keys('basis=solved&from=2020-01-01')).keys).toEqual(['T-1']);
  });

  test('behind a share are those that count for it, and those that do not', async () => {
    const total = (await behind('sla-compliance')).n;
    const hit = await behind('sla-compliance', '&part=hit');
    const miss = await behind('sla-compliance', '&part=miss');
    expect(hit).toEqual({ keys: ['T-4', 'T-1'], total: 2, n: 3 });
    expect(miss).toEqual({ keys: ['É/5 x', 'T-2'], total: 2, n: 3 });
    expect(total).toBe(hit.n + miss.n);
  });

  test('behind a figure are as many as its n', async () => {
    const from = ago(30);
    const to = ago(-1);
    for (const kpi of ['tickets-created', 'first-reply-time', 'backlog', 'agent-replies', 'sla-breaches']) {
      const answer = await desk.server.inject({
        method: 'POST',
        url: `${base}/query`,
        payload: JSON.stringify({ kpis: [kpi], from, to }),
        headers: { 'content-type': 'application/json' },
      });
      expect((await behind(kpi)).n, kpi).toBe(answer.json().meta.n[kpi]);
    }
  });

  test('are not behind a figure that is not made of tickets', async () => {
    const answer = await desk.server.inject(`${base}/tickets?kpi=support-cost-ratio`);
    expect([answer.statusCode, answer.json().code]).toEqual([400, 'query.no-tickets']);
  });
});

test('a ticket is shown with its figures, its worst verdict and its clocks', async () => {
  const { ticket, clocks, labels } = await read('/tickets/T-1');
  expect(ticket).toMatchObject({ subject: 'Parcel lost', firstReplySeconds: 1800, sla: 'met', agentReplies: 1 });
  expect(clocks.map((clock: { status: string }) => clock.status)).toEqual(['met', 'met']);
  expect(labels).toEqual({ agent: { a1: 'Léa' }, customer: { c1: 'Zoé' } });
  expect((await read('/tickets/T-2')).ticket.sla).toBe('breached');
  expect((await read(`/tickets/${encodeURIComponent('É/5 x')}`)).ticket).toMatchObject({
    tags: ['vip'],
    fields: { product: 'Lamp' },
  });
});

describe('reports', () => {
  test('every report of the catalogue is answered, over time and in total', async () => {
    const { items } = await read('/reports');
    for (const { id, kpis } of items) {
      for (const query of ['', '?every=week', '?every=none&by=']) {
        const { columns, total } = await read(`/reports/${id}/data${query}`);
        expect(total, id).toHaveLength(columns.length);
        expect(columns.filter(({ role }: { role: string }) => role === 'kpi')).toHaveLength(kpis.length);
      }
    }
  });

  test('without a period a report speaks of the twelve months up to the newest ticket', async () => {
    const { meta } = await read('/reports/support-volume/data');
    expect(Date.parse(meta.to)).toBeGreaterThan(Date.now() - 86_400_000);
    expect(Date.parse(meta.to) - Date.parse(meta.from)).toBeGreaterThan(360 * 86_400_000);
  });

  test('what is asked for narrows a report, and is asked in its own words', async () => {
    const all = await read('/reports/sla-by-agent/data?by=agent&every=none');
    const narrow = await read(
      `/reports/sla-by-agent/data?by=agent&every=none&${filter({ field: 'agent', op: 'is', value: 'a1' })}`,
    );
    const agents = ({ rows }: { rows: unknown[][] }) => rows.map(([agent]) => agent);
    expect(agents(all)).toEqual(expect.arrayContaining(['a1', 'a2']));
    expect(agents(narrow)).toEqual(['a1']);
    expect(narrow.meta.labels.agent).toEqual({ a1: 'Léa' });
  });
});

describe('the proof of a ticket', () => {
  test('adds up: the counted seconds are the elapsed ones, the spans have no gaps, a pause says why', async () => {
    const proof = await read('/tickets/T-4/proof');
    expect(proof.ticket).toMatchObject({ key: 'T-4', channel: 'form', status: 'pending' });
    expect(proof.statuses.map(({ status }: { status: string }) => status)).toEqual(['new', 'pending']);
    for (const { clock, spans } of proof.clocks) {
      const counted = spans.reduce((sum: number, span: { seconds: number }) => sum + span.seconds, 0);
      expect(counted).toBe(clock.elapsedSeconds);
      for (let i = 1; i < spans.length; i++) expect(spans[i].from).toBe(spans[i - 1].to);
    }
    const resolution = proof.clocks.find(({ clock }: { clock: { target: string } }) => clock.target === 'ttr');
    expect(resolution).toMatchObject({ policy: { id: 'desk', rule: 1 }, calendar: { id: 'always' } });
    expect(resolution.spans.at(-1)).toMatchObject({ kind: 'paused', reason: 'pending', seconds: 0 });
    expect(resolution.formula.en).toMatch(/paused \(pending\)/);
  });

  test('tells each event in both languages', async () => {
    const { events } = await read('/tickets/T-4/proof');
    expect(events.map(({ summary }: { summary: { en: string } }) => summary.en)).toEqual([
      'Ticket created',
      'Reply of the agent',
      'Status: pending',
    ]);
    expect(events[2].summary.fr).toBe('Statut\u202f: en attente du client');
  });
});

describe('exports', () => {
  const load = (url: string) => desk.server.inject({ url: `${base}/exports/${url}` });

  test('CSV has the names of the facts, ISO instants, and an empty cell for what is not known', async () => {
    const answer = await load('tickets?format=csv');
    expect(answer.headers['content-disposition']).toMatch(/^attachment; filename="vigie-tickets-[\d-]+\.csv"$/);
    const [header = '', ...rows] = answer.body.trimEnd().split('\n');
    expect(rows).toHaveLength(5);
    const row = rows.find((line) => line.startsWith('"T-2"'))?.split(',') ?? [];
    const cell = (name: string) => row[header.split(',').indexOf(name)];
    expect(cell('createdAt')).toMatch(/^"\d{4}-\d\d-\d\dT[\d:.]+Z"$/);
    expect(cell('solvedAt')).toBe('');
  });

  test('NDJSON has an object a line, lists and custom fields as such', async () => {
    const answer = await load(`tickets?format=ndjson&${filter({ field: 'tag', op: 'is', value: 'vip' })}`);
    const rows = answer.body
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ ticket: 'É/5 x', tags: ['vip'], fields: { product: 'Lamp' }, solvedAt: null });
  });

  test('Parquet is a Parquet file', async () => {
    const answer = await load('clocks?format=parquet');
    expect(answer.rawPayload.subarray(0, 4).toString()).toBe('PAR1');
    expect(answer.rawPayload.subarray(-4).toString()).toBe('PAR1');
  });

  test('more rows than a piece holds come in pieces, each row once', async () => {
    const rows = Array.from({ length: 45_000 }, (_, i) => ({
      dims: { ticket: `many-${String(i).padStart(6, '0')}`, outcome: 'live', tags: [], fields: {}, source: 'many' },
    }));
    await insertFacts(desk.app.analytics, 'tickets', rows, { workspace: desk.app.workspace, version: 1 });
    const many = filter({ field: 'source', op: 'is', value: 'many' });
    const keys = (await load(`tickets?format=csv&${many}`)).body.trimEnd().split('\n').slice(1);
    expect(new Set(keys.map((line) => line.split(',')[0])).size).toBe(45_000);
    expect(keys).toHaveLength(45_000);
  });
});

test('an import is followed to its end, its broken rows listed, its file removed', async () => {
  const mapping = { shape: 'tickets', timeFormat: 'iso', columns: { key: 'ticket', created: 'createdAt' } };
  const answer = await desk.server.inject({
    method: 'POST',
    url: `${base}/imports?name=a.csv&source=test/a&mapping=${encodeURIComponent(JSON.stringify(mapping))}`,
    headers: { 'content-type': 'text/csv' },
    payload: 'key,created\nA-1,2026-01-05T09:00:00Z\nA-2,someday\nA-3,never\n',
  });
  expect([answer.statusCode, answer.json().state]).toEqual([202, 'reading']);
  const { id } = answer.json();
  expect((await read(`/imports/${id}`)).id).toBe(id);
  await importsSettled(desk.app);
  expect(await read(`/imports/${id}`)).toMatchObject({ state: 'done', rejected: 2, tickets: 1, error: null });
  const first = await read(`/imports/${id}/rejected?limit=1`);
  const second = await read(`/imports/${id}/rejected?limit=1&after=${first.next}`);
  expect([...first.items, ...second.items].map(({ line, column }) => [line, column])).toEqual([
    [3, 'created'],
    [4, 'created'],
  ]);
  expect(second.next).toBeNull();
  expect(await readdir(uploadFolder(desk.app))).toEqual([]);
});

test('a file that cannot be read makes an import that says why', async () => {
  const answer = await desk.server.inject({
    method: 'POST',
    url: `${base}/imports?name=a.csv&source=test/a`,
    headers: { 'content-type': 'text/csv' },
    payload: 'key,created\nA-1,2026-01-05T09:00:00Z\n',
  });
  await importsSettled(desk.app);
  const view = await read(`/imports/${answer.json().id}`);
  expect(view).toMatchObject({ state: 'failed', error: { code: 'import.mapping-needed' } });
});
