import type { InjectOptions } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { base } from '#contract/paths.ts';
import { deskPolicy } from '#test/support/desk.ts';
import { fillDesk, openTestServer, type TestServer } from '#test/support/open-test-server.ts';
import { makeMember } from '#test/support/people.ts';

let desk: TestServer;

beforeAll(async () => {
  desk = await openTestServer();
  await fillDesk(desk.app);
});
afterAll(() => desk.close());

interface Sent {
  readonly body?: unknown;
  readonly match?: number;
  readonly cookie?: string;
}

async function ask(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, { body, match, cookie }: Sent = {}) {
  const headers = {
    ...(body !== undefined && { 'content-type': 'application/json' }),
    ...(match !== undefined && { 'if-match': `"${match}"` }),
    ...(cookie !== undefined && { cookie }),
  };
  const call: InjectOptions = { method, url: base + path, headers };
  const answer = await desk.server.inject(body === undefined ? call : { ...call, payload: JSON.stringify(body) });
  return { status: answer.statusCode, etag: answer.headers.etag, json: answer.body === '' ? null : answer.json() };
}

const vip = {
  ...deskPolicy,
  id: 'vip',
  name: 'Important people',
  when: { field: 'tags', op: 'contains', value: 'vip' },
  effectiveFrom: '2020-01-01T00:00:00Z',
};
const clocksOf = async (ticket: string) => {
  await desk.app.folds.settled();
  const { json } = await ask('GET', `/tickets/${encodeURIComponent(ticket)}`);
  return json.clocks.map(({ policy, policyVersion }: { policy: string; policyVersion: number }) => [
    policy,
    policyVersion,
  ]);
};

test('a policy is created, comes last, and measures tickets once it stands first', async () => {
  const made = await ask('PUT', '/policies/vip', { body: { policy: vip } });
  expect(made).toMatchObject({
    status: 200,
    etag: '"1"',
    json: { version: 1, inForce: 1, policy: { name: vip.name } },
  });
  expect(await clocksOf('É/5 x')).toEqual([
    ['desk', 1],
    ['desk', 1],
  ]);
  const list = await ask('GET', '/policies');
  expect(list.json.items.map(({ id }: { id: string }) => id)).toEqual(['desk', 'vip']);
  const match = list.json.version;
  const ordered = await ask('PUT', '/policy-order', { body: { ids: ['vip', 'desk'] }, match });
  expect(ordered.json.items.map(({ id }: { id: string }) => id)).toEqual(['vip', 'desk']);
  expect(await clocksOf('É/5 x')).toEqual([
    ['vip', 1],
    ['vip', 1],
  ]);
  expect(await ask('PUT', '/policy-order', { body: { ids: ['desk', 'vip'] }, match })).toMatchObject({ status: 412 });
  const now = ordered.json.version;
  const short = await ask('PUT', '/policy-order', { body: { ids: ['desk'] }, match: now });
  expect(short).toMatchObject({ status: 400, json: { code: 'policy.order-incomplete' } });
});

test('of two people who change the same version the second is told, and a change without a version is refused', async () => {
  const changed = { ...vip, name: 'Very important people' };
  expect(await ask('PUT', '/policies/vip', { body: { policy: changed }, match: 1 })).toMatchObject({ etag: '"2"' });
  const late = await ask('PUT', '/policies/vip', { body: { policy: { ...vip, name: 'Mine' } }, match: 1 });
  expect(late).toMatchObject({ status: 412, json: { code: 'policy.changed' } });
  const blind = await ask('PUT', '/policies/vip', { body: { policy: vip } });
  expect(blind).toMatchObject({ status: 428, json: { code: 'policy.version-missing' } });
  const same = await ask('PUT', '/policies/vip', { body: { policy: changed }, match: 2 });
  expect(same).toMatchObject({ status: 200, etag: '"2"' });
});

test('versions are compared part by part, and an older one is restored as the next', async () => {
  const tighter = { ...vip, targets: [{ ...vip.targets[0], seconds: { default: 1800, urgent: 600 } }] };
  expect(await ask('PUT', '/policies/vip', { body: { policy: tighter }, match: 2 })).toMatchObject({ etag: '"3"' });
  const { json } = await ask('GET', '/policies/vip/comparison?from=2&to=3');
  expect(json.items).toMatchObject([
    { part: 'name', before: 'Very important people', after: 'Important people' },
    { part: 'seconds', of: 'frt', priority: 'default', before: 3600, after: 1800 },
    { part: 'seconds', of: 'frt', priority: 'urgent', before: null, after: 600 },
    { part: 'target', of: 'ttr', after: null },
  ]);
  expect(await ask('GET', '/policies/vip/comparison?from=2&to=9')).toMatchObject({ status: 404 });
  const restored = await ask('POST', '/policies/vip/restoration', { body: { version: 2 }, match: 3 });
  expect(restored.json).toMatchObject({ version: 4, policy: { name: 'Very important people' } });
  expect(restored.json.versions.map(({ version }: { version: number }) => version)).toEqual([4, 3, 2, 1]);
});

test('a retired policy takes no new tickets and keeps those it took; where open ones are meant too, the next one takes them', async () => {
  const retired = await ask('POST', '/policies/vip/retirement', { body: {}, match: 4 });
  expect(retired.json).toMatchObject({ version: 5, inForce: null, policy: { retired: true } });
  expect(await clocksOf('É/5 x')).toEqual([['vip', 3]]);
  const all = { openTicketsToo: true };
  await ask('POST', '/policies/vip/restoration', { body: { version: 2 }, match: 5 });
  await ask('POST', '/policies/vip/retirement', { body: all, match: 6 });
  expect((await clocksOf('É/5 x')).some(([policy]: [string]) => policy === 'desk')).toBe(true);
});

test('what cannot be honoured is refused at its place, and nothing is written', async () => {
  const refused = async (policy: object) => {
    const { status, json } = await ask('PUT', '/policies/bad', { body: { policy: { ...vip, id: 'bad', ...policy } } });
    return [status, json.code, json.errors[0]?.path];
  };
  const [frt] = vip.targets;
  expect(await refused({ targets: [] })).toEqual([400, 'policy.no-targets', '$.targets']);
  expect(await refused({ targets: [{ ...frt, seconds: {} }] })).toEqual([
    400,
    'policy.target-without-time',
    '$.targets[0].seconds',
  ]);
  expect(await refused({ calendar: 'moon' })).toEqual([400, 'policy.unknown-calendar', '$.calendar']);
  expect(await refused({ when: { field: 'shoe', op: 'is', value: 'x' } })).toEqual([
    400,
    'filter.unknown-field',
    '$.when',
  ]);
  const step = { id: 'tell', at: 'breach', do: [{ type: 'notify', to: 'channel', channel: 'nowhere' }] };
  expect(await refused({ steps: [step] })).toEqual([400, 'policy.unknown-channel', '$.steps[0].do[0].channel']);
  expect((await refused({ when: deskPolicy.when }))[1]).toBe('policy.overlap');
  expect((await refused({ kind: 'x' }))[1]).toBe('policy.bad-shape');
  expect((await ask('PUT', '/policies/Not%20this', { body: { policy: vip } })).json.code).toBe('policy.reserved-id');
  expect((await ask('GET', '/policies/bad')).status).toBe(404);
});

test('a policy that has measured tickets is not removed; one that has not begun is', async () => {
  expect(await ask('DELETE', '/policies/vip', { match: 7 })).toMatchObject({
    status: 409,
    json: { code: 'policy.in-force' },
  });
  const later = { ...vip, when: { field: 'channel', op: 'is', value: 'fax' }, effectiveFrom: '2090-01-01T00:00:00Z' };
  expect(await ask('PUT', '/policies/later', { body: { policy: later } })).toMatchObject({ json: { inForce: null } });
  expect(await ask('DELETE', '/policies/later', { match: 2 })).toMatchObject({ status: 412 });
  expect(await ask('DELETE', '/policies/later', { match: 1 })).toMatchObject({ status: 204 });
  expect(await ask('GET', '/policies/later')).toMatchObject({ status: 404 });
});

test('a preset is taken over with the calendar that it counts in', async () => {
  const { json } = await ask('GET', '/policy-presets');
  const ebay = json.items.find(({ id }: { id: string }) => id === 'ebay');
  const [policy] = ebay.policies;
  const made = await ask('PUT', `/policies/${policy.id}`, { body: { policy, calendars: ebay.calendars } });
  expect(made).toMatchObject({ status: 200, json: { policy: { calendar: 'ebay-business-days' } } });
  const calendars = (await ask('GET', '/calendars')).json.items.map(({ id }: { id: string }) => id);
  expect(calendars).toContain('ebay-business-days');
});

test('a dry run is started, read and paged over HTTP', async () => {
  const policies = [{ ...deskPolicy, targets: [{ ...deskPolicy.targets[0], seconds: { default: 1 } }] }];
  const started = await ask('POST', '/policies/dry-run', { body: { policies, months: 1 } });
  expect(started).toMatchObject({ status: 202, json: { state: 'running', result: null } });
  const { id } = started.json;
  await expect.poll(async () => (await ask('GET', `/policies/dry-run/${id}`)).json.state).toBe('done');
  const { json } = await ask('GET', `/policies/dry-run/${id}`);
  expect(json.result).toMatchObject({ tickets: 5, failed: 0 });
  const moved = json.result.changes.reduce((sum: number, { n }: { n: number }) => sum + n, 0);
  expect(moved).toBeGreaterThan(1);
  const first = (await ask('GET', `/policies/dry-run/${id}/tickets?limit=1`)).json;
  const rest = (await ask('GET', `/policies/dry-run/${id}/tickets?after=${first.next}`)).json;
  expect([...first.items, ...rest.items]).toHaveLength(moved);
  expect(rest.next).toBeNull();
  expect(await ask('DELETE', `/policies/dry-run/${id}`)).toMatchObject({ status: 204 });
});

test('a manager reads policies and changes none', async () => {
  const { server, accounts, app } = desk;
  const { cookie } = await makeMember(server, accounts, app, { email: 'boss@example.org', role: 'manager' });
  expect(await ask('GET', '/policies/desk', { cookie })).toMatchObject({ status: 200 });
  for (const [method, path, body] of [
    ['PUT', '/policies/desk', { policy: deskPolicy }],
    ['POST', '/policies/desk/retirement', {}],
    ['POST', '/policies/dry-run', { policies: [] }],
  ] as const) {
    expect([path, (await ask(method, path, { body, match: 1, cookie })).status]).toEqual([path, 403]);
  }
});

test('every change stands in the audit log, by its parts and without the conditions it asks for', async () => {
  const { json } = await ask('GET', '/audit?limit=100');
  const actions = json.items.map(({ action }: { action: string }) => action);
  for (const wanted of ['created', 'changed', 'retired', 'restored', 'removed', 'ordered'])
    expect(actions).toContain(`policy.${wanted}`);
  const changed = json.items.find(
    ({ action, subject }: Record<string, string>) => action === 'policy.changed' && subject === 'vip',
  );
  expect(changed.details).toEqual({ name: 'Important people', version: 3, parts: ['name', 'seconds', 'target'] });
});
