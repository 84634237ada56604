import type { InjectOptions } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { App } from '#app/app.ts';
import { listAuditEntries } from '#app/audit/list-audit.ts';
import { recordAudit } from '#app/audit/record-audit.ts';
import { importsSettled } from '#app/imports/running-imports.ts';
import { ingestEvents } from '#app/ingest-events.ts';
import { createToken } from '#app/tokens/tokens.ts';
import { base } from '#contract/paths.ts';
import type { Route } from '#contract/route.ts';
import { routes } from '#contract/routes.ts';
import { saveRules } from '#records/rules.ts';
import { saveSource } from '#records/sources.ts';
import { ensureWorkspace } from '#records/workspaces.ts';
import { deskPolicy } from '#test/support/desk.ts';
import { openTestServer, type TestServer } from '#test/support/open-test-server.ts';
import { makeMember, type Person } from '#test/support/people.ts';

/** What stands in every text of the other workspace, and in nothing of ours. */
const marker = 'ZZ-THEIRS';
let desk: TestServer;
let theirs: App;
let us: Person;
let them: Person;
/** Ids of things of the other workspace, by the route that takes one. */
const theirIds: Record<string, string> = {};
let theirToken: string;
let theirLink: string;

/** The same tickets, with the same keys and event ids, told by each workspace in its own words. */
function events(words: string, now: number): object[] {
  const at = (minutes: number) => new Date(now - minutes * 60_000).toISOString();
  const event = (id: string, type: string, minutes: number, data: object) => ({
    specversion: '1.0',
    ...{ id, source: 'test/same', type, subject: 'T-1', time: at(minutes), data },
  });
  const customer = { id: `${words}-customer`, name: `${words} customer`, company: `${words} company` };
  const fields = { [`${words}-field`]: words };
  const agent = { kind: 'agent', id: 'a1', name: `${words} agent` };
  return [
    event('e-1', 'ticket.created', 90, {
      subject: `${words} subject`,
      channel: `${words}-channel`,
      agent: 'a1',
      team: `${words}-team`,
      customer,
      fields,
    }),
    event('e-2', 'ticket.message', 80, { actor: agent, direction: 'outbound', public: true }),
  ];
}

async function fill(app: App, words: string): Promise<void> {
  const policy = { ...deskPolicy, name: `${words} policy` };
  const calendar = {
    id: 'desk',
    name: `${words} calendar`,
    timeZone: 'UTC',
    weekly: { mon: [['09:00', '18:00']] },
  } as const;
  await saveRules(app.records, app.workspace, { calendars: [calendar], policies: [policy] });
  await saveSource(app.records, app.workspace, {
    id: 'test/same',
    name: `${words} source`,
    generated: false,
    attribution: null,
  });
  const answers = await ingestEvents(app, events(words, app.now()));
  expect(answers.map(({ status }) => status)).toEqual(['accepted', 'accepted']);
  await app.folds.settled();
}

const as = (person: Person, call: InjectOptions): InjectOptions => ({
  ...call,
  headers: { ...call.headers, cookie: person.cookie },
});
const json = (method: 'POST' | 'PATCH' | 'PUT' | 'DELETE', url: string, body?: object): InjectOptions => ({
  ...{ method, url: base + url },
  ...(body && { headers: { 'content-type': 'application/json' }, payload: JSON.stringify(body) }),
});
const ask = async (person: Person, call: InjectOptions) => desk.server.inject(as(person, call));

beforeAll(async () => {
  desk = await openTestServer();
  const { installation, server, accounts, app } = desk;
  await ensureWorkspace(installation.records.everywhere, {
    id: 'theirs',
    timeZone: 'UTC',
    name: `${marker} workspace`,
  });
  theirs = await installation.workspace('theirs');
  await fill(app, 'ours');
  await fill(theirs, marker);
  us = await makeMember(server, accounts, app, { email: 'us@example.org', role: 'owner' });
  them = await makeMember(server, accounts, theirs, {
    email: `them-${marker}@example.org`.toLowerCase(),
    role: 'owner',
  });
  const invitation = (await ask(them, json('POST', '/invitations', { email: 'x@example.org', role: 'viewer' }))).json();
  const token = (await ask(them, json('POST', '/tokens', { name: marker, scope: 'admin' }))).json();
  const link = (await ask(them, json('POST', '/links', { report: 'sla-overview', title: marker }))).json();
  const started = await ask(them, {
    method: 'POST',
    url: `${base}/imports?name=${marker}.csv&source=x`,
    headers: { 'content-type': 'text/csv' },
    payload: 'key,created\nT-9,2026-01-05 09:00\n',
  });
  await importsSettled(theirs);
  const saved = await ask(
    them,
    json('POST', '/saved-reports', { report: 'csat', title: marker, visibility: 'workspace' }),
  );
  const board = await ask(
    them,
    json('POST', '/dashboards', { template: 'agent', title: marker, visibility: 'workspace' }),
  );
  theirToken = token.token;
  theirLink = link.url.split('/').at(-1);
  Object.assign(theirIds, {
    'revoke-invitation': invitation.invitation.id,
    'revoke-token': token.details.id,
    'revoke-link': link.details.id,
    'get-saved-report': saved.json().id,
    'remove-saved-report': saved.json().id,
    'get-dashboard': board.json().id,
    'remove-dashboard': board.json().id,
    'update-member': them.id,
    'remove-member': them.id,
    'get-import': started.json().id,
    'list-rejected': started.json().id,
  });
});
afterAll(() => desk.close());

const day = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);
const period = `from=${day(9)}&to=${day(-1)}`;
const question = { from: day(9), to: day(-1), kpis: ['tickets-created', 'sla-compliance', 'first-reply-time'] };

/** Every call that reads, with the widest question that it takes. */
const reads: readonly InjectOptions[] = [
  ...['/status', '/imports', '/kpis', '/dimensions', '/reports', '/tickets', '/tickets?search=subject', '/tickets/T-1'],
  ...['/tickets/T-1/proof', '/clocks', '/calendars', '/policies', '/members', '/invitations', '/tokens', '/workspace'],
  ...['/audit', '/audit/export?format=ndjson', '/links', '/session', '/me/sessions', '/saved-reports', '/dashboards'],
  ...['agent', 'team', 'channel', 'customer', 'company', 'source', 'policy'].map((id) => `/dimensions/${id}/values`),
  ...['agent', 'customer'].map((id) => `/dimensions/${id}/values?search=${marker}`),
  ...['csv', 'ndjson', 'parquet'].flatMap((format) =>
    ['tickets', 'clocks', 'replies'].map((of) => `/exports/${of}?format=${format}`),
  ),
  ...['sla-by-agent', 'agent-performance', 'support-volume'].map((id) => `/reports/${id}/data?${period}`),
].map((url) => ({ method: 'GET' as const, url: base + url }));
const questions = ['agent', 'team', 'channel', 'customer', 'company', 'source'].map((by) =>
  json('POST', '/query', { ...question, by: [by] }),
);

describe('equal ids in two workspaces', () => {
  test('what one reads holds no word of the other, in lists, tickets, proofs, figures, searches and exports', async () => {
    for (const call of [...reads, ...questions]) {
      const mine = await ask(us, call);
      expect([call.url, mine.statusCode, mine.body.includes(marker)]).toEqual([call.url, 200, false]);
    }
  });

  test('the other workspace reads its own under the same addresses, so there was something to see', async () => {
    const seen = await Promise.all(reads.map(async (call) => (await ask(them, call)).body.includes(marker)));
    expect(seen.filter(Boolean).length).toBeGreaterThan(20);
  });

  test('naming the workspace of the other is refused on every route, in the header and in the address', async () => {
    for (const route of Object.values<Route>(routes)) {
      if (route.may === 'anyone') continue;
      const url = base + route.path.replace(/\{\w+\}/g, 'T-1');
      const call = { method: route.method, url };
      const named = await ask(us, { ...call, headers: { 'vigie-workspace': 'theirs' } });
      const linked = await ask(us, { ...call, url: `${url}?workspace=theirs` });
      expect([route.id, named.statusCode, named.json().code]).toEqual([route.id, 403, 'access.no-workspace']);
      expect([route.id, linked.statusCode, linked.json().code]).toEqual([route.id, 403, 'access.no-workspace']);
    }
  });

  test('an id of the other is unknown on every route that takes one, and nothing happens to it', async () => {
    for (const [id, value] of Object.entries(theirIds)) {
      const route = routes[id as keyof typeof routes] as Route;
      const call = { method: route.method, url: base + route.path.replace('{id}', value) };
      const body = route.body ? { headers: { 'content-type': 'application/json' }, payload: '{"role":"viewer"}' } : {};
      expect([id, (await ask(us, { ...call, ...body })).statusCode]).toEqual([id, 404]);
    }
    const counts = await Promise.all(
      ['/invitations', '/tokens', '/links', '/members'].map((url) => ask(them, { method: 'GET', url: base + url })),
    );
    expect(counts.map((answer) => answer.json().items.length)).toEqual([1, 1, 1, 1]);
  });

  test('a token of the other reads and changes the other alone', async () => {
    const headers = { authorization: `Bearer ${theirToken}` };
    const answer = await desk.server.inject({ url: `${base}/tickets/T-1`, headers });
    expect(answer.json().ticket.subject).toBe(`${marker} subject`);
    const named = await desk.server.inject({
      url: `${base}/tickets`,
      headers: { ...headers, 'vigie-workspace': 'default' },
    });
    expect(named.json().code).toBe('access.no-workspace');
    const event = { ...(events(marker, Date.now())[0] as object), id: 'e-new', subject: 'T-2' };
    await desk.server.inject({
      ...{ method: 'POST', url: `${base}/events`, payload: JSON.stringify(event) },
      headers: { ...headers, 'content-type': 'application/json' },
    });
    await theirs.folds.settled();
    expect((await ask(us, { method: 'GET', url: `${base}/tickets` })).json().total).toBe(1);
  });

  test('a link shows the workspace that shared it, to whoever opens it, and to a member of another too', async () => {
    for (const cookie of ['', us.cookie]) {
      const call = json('POST', `/shared/${theirLink}`, {});
      const answer = await desk.server.inject({ ...call, headers: { ...call.headers, cookie } });
      expect(answer.json()).toMatchObject({ title: marker, workspace: `${marker} workspace` });
    }
  });

  test('a live stream tells of its own workspace alone', async () => {
    const origin = await desk.server.listen({ host: '127.0.0.1', port: 0 });
    const hangUp = new AbortController();
    const answer = await fetch(`${origin}${base}/live`, { headers: { cookie: us.cookie }, signal: hangUp.signal });
    const reader = (answer.body as ReadableStream<Uint8Array>).getReader();
    await reader.read();
    const next = reader.read().then(({ value }) => new TextDecoder().decode(value));
    await ingestEvents(theirs, [{ ...(events(marker, Date.now())[0] as object), id: 'e-live', subject: 'T-3' }]);
    await theirs.folds.settled();
    const quiet = new Promise<string>((resolve) => setTimeout(() => resolve('quiet'), 2_500));
    expect(await Promise.race([next, quiet])).toBe('quiet');
    next.catch(() => undefined);
    hangUp.abort();
  });

  test('what is done in one stands in the audit log of that one alone', async () => {
    const by = { actor: { kind: 'system' }, address: null } as const;
    await recordAudit(theirs.records, 'theirs', by, { action: 'test.done' });
    const found = await listAuditEntries(desk.app, { action: 'test', limit: 10 });
    expect(found.items).toEqual([]);
    await expect(recordAudit(desk.app.records, 'theirs', by, { action: 'test.done' })).rejects.toThrow(/row-level/);
    await createToken(desk.app, { name: 'x', scope: 'read', expiresInDays: null }, by);
    expect((await listAuditEntries(theirs, { action: 'token.created', limit: 10 })).items).toHaveLength(1);
  });
});
