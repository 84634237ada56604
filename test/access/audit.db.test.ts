import { afterAll, beforeAll, expect, test } from 'vitest';
import { importsSettled } from '#app/imports/running-imports.ts';
import { base } from '#contract/paths.ts';
import { openTestServer, type TestServer } from '#test/support/open-test-server.ts';
import { makeMember, password } from '#test/support/people.ts';

let desk: TestServer;
beforeAll(async () => {
  desk = await openTestServer();
});
afterAll(() => desk.close());

const json = { 'content-type': 'application/json' };
async function call(method: 'POST' | 'PATCH' | 'DELETE' | 'GET', url: string, body?: object, cookie?: string) {
  const headers = { ...(body ? json : {}), ...(cookie === undefined ? {} : { cookie }) };
  return desk.server.inject({ method, url: base + url, headers, ...(body ? { payload: JSON.stringify(body) } : {}) });
}
const log = async (query = '') =>
  (await call('GET', `/audit?limit=200${query}`)).json().items as {
    id: number;
    action: string;
    subject: string;
    details: object;
    actor: object;
  }[];

test('each change of members, tokens, links, settings, rules and data is written down, by whom and from where', async () => {
  const invited = (
    await call('POST', '/invitations', { email: 'a@example.org', role: 'lead', teams: ['Retours'] })
  ).json();
  await call('DELETE', `/invitations/${invited.invitation.id}`);
  const token = (await call('POST', '/tokens', { name: 'CI', scope: 'read' })).json();
  await call('DELETE', `/tokens/${token.details.id}`);
  const link = (await call('POST', '/links', { report: 'backlog', title: 'Pile' })).json();
  await call('DELETE', `/links/${link.details.id}`);
  await call('PATCH', '/workspace', { name: 'Support' });
  await call('GET', '/exports/tickets');
  await call('POST', '/samples/marketplace?tickets=5&seed=3');
  await importsSettled(desk.app);
  const actions = (await log()).map(({ action }) => action).reverse();
  expect(actions.filter((action) => !action.startsWith('account.'))).toEqual([
    ...['member.invited', 'invitation.revoked', 'token.created', 'token.revoked', 'link.created', 'link.revoked'],
    ...['workspace.changed', 'data.exported', 'sample.loaded', 'rules.changed'],
  ]);
  for (const entry of await log('&action=token')) {
    expect(entry).toMatchObject({ actor: { kind: 'member', id: desk.owner.id, name: 'owner' }, address: '127.0.0.1' });
  }
});

test('no entry holds a secret', async () => {
  const made = (await call('POST', '/tokens', { name: 'secret keeper', scope: 'ingest' })).json();
  const link = (await call('POST', '/links', { report: 'backlog', title: 'Pile', password: 'link password' })).json();
  const text = JSON.stringify(await log());
  for (const secret of [made.token, made.token.slice(10), link.url.split('/').at(-1), 'link password', password]) {
    expect(text).not.toContain(secret);
  }
});

test('what happens to an account stands in the log of its workspaces', async () => {
  const person = await makeMember(desk.server, desk.accounts, desk.app, { email: 'zoe@example.org', role: 'viewer' });
  await call('POST', '/session', { email: person.email, password: 'wrong password' }, '');
  await call('POST', '/session', { email: 'nobody@example.org', password: 'wrong password' }, '');
  await call('POST', '/me/password', { current: password, next: password }, person.cookie);
  const entries = await log(`&actor=${person.id}`);
  expect(entries.map(({ action }) => action)).toEqual([
    ...['account.password-changed', 'account.sign-in-failed', 'account.signed-in'],
  ]);
  expect(JSON.stringify(await log())).not.toContain('nobody@example.org');
});

test('pages follow each other without a gap, and the export holds all of it, oldest first', async () => {
  const seen: number[] = [];
  for (let after = ''; ; ) {
    const page = (await call('GET', `/audit?limit=3${after}`)).json();
    seen.push(...page.items.map(({ id }: { id: number }) => id));
    if (page.next === null) break;
    after = `&after=${encodeURIComponent(page.next)}`;
  }
  expect(seen).toEqual((await log()).map(({ id }) => id));
  const lines = (await call('GET', '/audit/export?format=ndjson')).body.trim().split('\n');
  const exported = lines.map((line) => JSON.parse(line).id);
  expect(exported.slice(0, seen.length)).toEqual([...seen].reverse());
  expect(JSON.parse(lines.at(-1) as string).action).toBe('audit.exported');
});

test('a cell of the exported table that a spreadsheet would run is made harmless', async () => {
  await call('POST', '/tokens', { name: '=cmd|calc', scope: 'read' });
  await call('PATCH', '/me', { name: '=HYPERLINK("x")' });
  await call('POST', '/tokens', { name: 'by a formula', scope: 'read' });
  const csv = (await call('GET', '/audit/export?format=csv')).body;
  expect(csv.split('\n')[0]).toBe('id,at,actorKind,actorId,actorName,action,subject,details,address');
  expect(csv).toContain(`"'=HYPERLINK(""x"")"`);
  expect(csv).not.toMatch(/,=|,"=/);
});
