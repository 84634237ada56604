import type { InjectOptions } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeResetLink } from '#app/accounts/reset-password.ts';
import { importsSettled } from '#app/imports/running-imports.ts';
import { notifyMember } from '#app/notifications/notify-member.ts';
import { signUnsubscribe } from '#app/schedules/unsubscribe.ts';
import { base, paths, type RouteId } from '#contract/paths.ts';
import type { Route } from '#contract/route.ts';
import { routes } from '#contract/routes.ts';
import { csv, mapping } from '#test/support/bodies.ts';
import { deskAlert, deskEvents, deskHook, deskPolicy, deskSchedule } from '#test/support/desk.ts';
import { fillDesk, openTestServer, type TestServer } from '#test/support/open-test-server.ts';
import { makeMember, type Person, password, signInAs } from '#test/support/people.ts';
import { browserAt } from '#test/support/push/receiver.ts';
import { totpCode } from '#test/support/totp.ts';

let desk: TestServer;
let importId: string;
let leaving: Person;
let changing: Person;
let fussy: Person;
let roaming: Person;
let halfIn: string;
let backupCode: string;
let resetToken: string;
let accepted: string;
let tokenId: string;
let invited: { id: string; token: string };
let shared: { id: string; token: string };
let savedId: string;
let dashboardId: string;
let scheduled: string;
let alertId: string;
let commentId: string;
let threadId: string;
let notificationId: string;
let noteId: string;
let dryRunId: string;
let hookId: string;
let deviceId: string;

const lyon = { name: 'Lyon', timeZone: 'Europe/Paris', weekly: { mon: [['09:00', '18:00']] } };
const upload = `${base}/imports?name=desk.csv&source=test/csv&mapping=${encodeURIComponent(mapping)}`;
const day = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);

beforeAll(async () => {
  desk = await openTestServer();
  await fillDesk(desk.app);
  const started = await desk.server.inject({
    method: 'POST',
    url: upload,
    headers: { 'content-type': 'text/csv' },
    payload: csv,
  });
  importId = started.json().id;
  await importsSettled(desk.app);
  await makePeople();
  deviceId = (await desk.server.inject(json('POST', '/me/push-devices', browserAt('first')))).json().id;
  hookId = (await desk.server.inject(json('POST', '/hooks', deskHook))).json().hook.id;
  dryRunId = (await desk.server.inject(json('POST', '/policies/dry-run', { policies: [] }))).json().id;
});
afterAll(() => desk.close());

const openClock = { ticket: 'T-2', policy: 'desk', target: 'ttr', cycle: 1 };

const get = (url: string): InjectOptions => ({ method: 'GET', url: base + url });
const post = (url: string, type: string, payload: string): InjectOptions => ({
  method: 'POST',
  url: base + url,
  headers: { 'content-type': type },
  payload,
});

const json = (method: 'POST' | 'PUT' | 'PATCH', url: string, body: object): InjectOptions => ({
  ...post(url, 'application/json', JSON.stringify(body)),
  method,
});
const as = (cookie: string, call: InjectOptions): InjectOptions => ({ ...call, headers: { ...call.headers, cookie } });

const matching = (call: InjectOptions, version: number): InjectOptions => ({
  ...call,
  headers: { ...call.headers, 'if-match': `"${version}"` },
});

async function makePeople(): Promise<void> {
  const { server, accounts, app } = desk;
  const make = (email: string) => makeMember(server, accounts, app, { email, role: 'viewer' });
  leaving = await make('leaving@example.org');
  changing = await make('changing@example.org');
  fussy = await make('fussy@example.org');
  roaming = await make('roaming@example.org');
  const careful = await make('careful@example.org');
  await make('forgetful@example.org');
  const setup = (await server.inject(as(careful.cookie, json('POST', '/me/two-factor', { password })))).json();
  const code = totpCode(setup.secret);
  await server.inject(as(careful.cookie, json('POST', '/me/two-factor/confirm', { code })));
  backupCode = setup.backupCodes[0];
  halfIn = await signInAs(server, careful.email);
  resetToken = (await makeResetLink(accounts, 'forgetful@example.org')).split('/').at(-1) as string;
  const invite = async (email: string) =>
    (await server.inject(json('POST', '/invitations', { email, role: 'agent' }))).json();
  const [first, second] = [await invite('first@example.org'), await invite('second@example.org')];
  invited = { id: first.invitation.id, token: first.link.split('/').at(-1) };
  accepted = second.link.split('/').at(-1);
  tokenId = (await server.inject(json('POST', '/tokens', { name: 'old', scope: 'read' }))).json().details.id;
  const link = (await server.inject(json('POST', '/links', { report: 'sla-overview', title: 'SLA' }))).json();
  scheduled = (await server.inject(json('POST', '/schedules', deskSchedule))).json().id;
  alertId = (await server.inject(json('POST', '/alerts', { ...deskAlert, members: [desk.owner.id] }))).json().id;
  noteId = (await server.inject(json('POST', '/agents/a1/notes', { text: 'Old' }))).json().id;
  shared = { id: link.details.id, token: link.url.split('/').at(-1) };
  savedId = (await server.inject(json('POST', '/saved-reports', { report: 'csat', title: 'Mine' }))).json().id;
  const onCsat = { subject: { kind: 'report', id: 'csat' }, body: 'Why?' };
  threadId = (await server.inject(json('POST', '/discussions', onCsat))).json().id;
  const reply = { ...onCsat, parent: threadId, body: 'It rained.' };
  commentId = (await server.inject(json('POST', '/discussions', reply))).json().id;
  await notifyMember(app, {
    ...{ member: desk.owner.id, message: 'export-ready', params: { file: 'sla.csv' } },
    ...{ link: '/reports', dedupeKey: 'file' },
  });
  notificationId = (await server.inject(get('/notifications'))).json().items[0].id;
  dashboardId = (await server.inject(json('POST', '/dashboards', { template: 'executive' }))).json().id;
}

/** A call of every route but the live one, which does not end; the type does not allow one to be forgotten. */
const calls: { readonly [Id in Exclude<RouteId, 'live'>]: () => InjectOptions } = {
  status: () => get('/status'),
  'post-events': () => post('/events', 'application/json', JSON.stringify(deskEvents(Date.now()))),
  'start-import': () => ({ method: 'POST', url: upload, headers: { 'content-type': 'text/csv' }, payload: csv }),
  'list-imports': () => get('/imports'),
  'preview-import': () => post('/imports/preview?name=desk.csv', 'application/octet-stream', csv),
  'get-import': () => get(`/imports/${importId}`),
  'list-rejected': () => get(`/imports/${importId}/rejected`),
  'start-sample': () => ({ method: 'POST', url: `${base}/samples/marketplace?tickets=20&seed=7` }),
  'list-kpis': () => get('/kpis'),
  'set-default-variant': () => json('PUT', '/kpis/sla-compliance/default-variant', { variant: 'adjusted' }),
  'list-dimensions': () => get('/dimensions'),
  'list-values': () => get('/dimensions/agent/values'),
  'list-reports': () => get('/reports'),
  'get-report-data': () => get('/reports/sla-by-agent/data'),
  query: () => json('POST', '/query', { kpis: ['tickets-created'], from: day(9), to: day(-1) }),
  'export-report': () => get('/reports/sla-by-agent/export?format=xlsx&lang=fr'),
  'export-query': () =>
    json('POST', '/query/export?format=csv', { kpis: ['tickets-created'], from: day(9), to: day(-1) }),
  'list-tickets': () => get('/tickets?limit=2'),
  'get-ticket': () => get('/tickets/T-1'),
  'get-proof': () => get('/tickets/T-4/proof'),
  'list-customers': () => get('/customers?sort=-csat&search=zo'),
  'get-customer': () => get('/customers/c1'),
  'list-clocks': () => get('/clocks'),
  'list-breaches': () => get('/breaches?state=open'),
  'explain-breaches': () => json('POST', '/breaches/explain', { clocks: [openClock], kind: 'volume', text: 'Sales' }),
  'excuse-breaches': () => json('POST', '/breaches/excuse', { clocks: [openClock], reason: 'Sales' }),
  'reassign-breaches': () =>
    json('POST', '/breaches/reassign', { clocks: [openClock], to: { team: 'it' }, reason: 'Theirs' }),
  'get-wall': () => get('/live/wall'),
  'acknowledge-clocks': () => json('POST', '/clocks/acknowledge', { clocks: [openClock] }),
  'escalate-clocks': () => json('POST', '/clocks/escalate', { clocks: [openClock] }),
  'plan-steps': () => get('/watch/plan?hours=48'),
  'list-steps': () => get('/watch/steps?limit=5'),
  'create-channel': () =>
    json('POST', '/channels', { id: 'desk', kind: 'e-mail', name: 'Desk', address: 'desk@example.org' }),
  'list-channels': () => get('/channels'),
  'rotate-channel': () => ({ method: 'POST', url: `${base}/channels/desk/key` }),
  'test-channel': () => ({ method: 'POST', url: `${base}/channels/desk/test` }),
  'list-messages': () => get('/watch/messages?channel=desk'),
  'remove-channel': () => ({ method: 'DELETE', url: `${base}/channels/desk` }),
  'create-hook': () => json('POST', '/hooks', deskHook),
  'list-hooks': () => get('/hooks'),
  'update-hook': () => matching(json('PUT', `/hooks/${hookId}`, { ...deskHook, name: 'Renamed' }), 1),
  'rotate-hook': () => ({ method: 'POST', url: `${base}/hooks/${hookId}/secret` }),
  'preview-hook': () => json('POST', '/hooks/preview', { mapping: deskHook.mapping, source: 'x', body: {} }),
  'get-last-body': () => get(`/hooks/${hookId}/last-body`),
  'receive-hook': () => json('POST', `/hooks/${hookId}`, {}),
  'remove-hook': () => ({ method: 'DELETE', url: `${base}/hooks/${hookId}` }),
  'list-dead-letters': () => get('/dead-letters?limit=5'),
  'replay-dead-letters': () => json('POST', '/dead-letters/replay', {}),
  'replay-dead-letter': () => json('POST', '/dead-letters/999999/replay', { event: {} }),
  'discard-dead-letters': () => json('POST', '/dead-letters/discard', { upTo: 1, reason: 'Sent twice' }),
  'list-calendars': () => get('/calendars'),
  'save-calendar': () => json('PUT', '/calendars/lyon', { calendar: lyon }),
  'get-calendar': () => get('/calendars/lyon'),
  'test-calendar': () => json('POST', '/calendars/test', { id: 'lyon' }),
  'choose-business-calendar': () => json('PUT', '/calendars/business', { id: 'always' }),
  'list-holiday-places': () => get('/calendars/holiday-places?country=DE'),
  'preview-holidays': () => json('POST', '/calendars/holidays', { place: 'FR', from: 2026, to: 2026 }),
  'remove-calendar': () => ({ method: 'DELETE', url: `${base}/calendars/lyon`, headers: { 'if-match': '"1"' } }),
  'list-policies': () => get('/policies'),
  'order-policies': () => matching(json('PUT', '/policy-order', { ids: ['desk'] }), 1),
  'get-policy': () => get('/policies/desk'),
  'save-policy': () => matching(json('PUT', '/policies/desk', { policy: { ...deskPolicy, name: 'Ours' } }), 1),
  'compare-policy': () => get('/policies/desk/comparison?from=1&to=2'),
  'restore-policy': () => matching(json('POST', '/policies/desk/restoration', { version: 1 }), 2),
  'retire-policy': () => matching(json('POST', '/policies/desk/retirement', {}), 3),
  'remove-policy': () => matching({ method: 'DELETE', url: `${base}/policies/desk` }, 4),
  'list-policy-presets': () => get('/policy-presets'),
  'start-dry-run': () => json('POST', '/policies/dry-run', { policies: [], months: 1 }),
  'get-dry-run': () => get(`/policies/dry-run/${dryRunId}`),
  'cancel-dry-run': () => ({ method: 'DELETE', url: `${base}/policies/dry-run/${dryRunId}` }),
  'list-dry-run-tickets': () => get(`/policies/dry-run/${dryRunId}/tickets`),
  export: () => get('/exports/tickets?format=ndjson'),
  'get-session': () => get('/session'),
  'sign-in': () => as('', json('POST', '/session', { email: desk.owner.email, password })),
  'verify-two-factor': () => as(halfIn, json('POST', '/session/two-factor', { code: backupCode, backup: true })),
  'start-single-sign-on': () => json('POST', '/session/single-sign-on', {}),
  'sign-out': () => as(leaving.cookie, { method: 'DELETE', url: `${base}/session` }),
  'create-owner': () =>
    json('POST', '/owner', { token: 'x'.repeat(43), name: 'Zoé', email: 'z@example.org', password }),
  'request-password-reset': () => json('POST', '/password-resets', { email: desk.owner.email }),
  'reset-password': () => json('POST', `/password-resets/${resetToken}`, { password }),
  'update-me': () => json('PATCH', '/me', { language: 'fr', theme: 'dark' }),
  'change-password': () => as(changing.cookie, json('POST', '/me/password', { current: password, next: password })),
  'list-sessions': () => get('/me/sessions'),
  'sign-out-everywhere': () => as(roaming.cookie, { method: 'DELETE', url: `${base}/me/sessions` }),
  'start-two-factor': () => as(fussy.cookie, json('POST', '/me/two-factor', { password })),
  'confirm-two-factor': () => as(fussy.cookie, json('POST', '/me/two-factor/confirm', { code: '000000' })),
  'stop-two-factor': () => as(fussy.cookie, json('POST', '/me/two-factor/stop', { password })),
  'list-members': () => get('/members'),
  'update-member': () => json('PATCH', `/members/${changing.id}`, { role: 'lead', teams: ['Retours'] }),
  'remove-member': () => ({ method: 'DELETE', url: `${base}/members/${leaving.id}` }),
  'list-invitations': () => get('/invitations'),
  'invite-member': () => json('POST', '/invitations', { email: 'new@example.org', role: 'agent' }),
  'get-invitation': () => get(`/invitations/by-token/${invited.token}`),
  'revoke-invitation': () => ({ method: 'DELETE', url: `${base}/invitations/${invited.id}` }),
  'accept-invitation': () => as('', json('POST', `/invitations/by-token/${accepted}`, { name: 'Zoé', password })),
  'list-tokens': () => get('/tokens'),
  'create-token': () => json('POST', '/tokens', { name: 'CI', scope: 'ingest' }),
  'revoke-token': () => ({ method: 'DELETE', url: `${base}/tokens/${tokenId}` }),
  'get-workspace': () => get('/workspace'),
  'update-workspace': () => json('PATCH', '/workspace', { agentsSeeNames: true }),
  'list-workspaces': () => get('/workspaces'),
  'create-workspace': () => json('POST', '/workspaces', { id: 'second', name: 'Second', timeZone: 'Europe/Paris' }),
  'download-backup': () => get('/backup'),
  'list-saved-reports': () => get('/saved-reports'),
  'save-report': () =>
    json('POST', '/saved-reports', { report: 'csat', title: 'CSAT', query: { period: 'last-7-days', 'f.team': 'a' } }),
  'get-saved-report': () => get(`/saved-reports/${savedId}`),
  'update-saved-report': () => json('PATCH', `/saved-reports/${savedId}`, { title: 'Ours', visibility: 'workspace' }),
  'duplicate-saved-report': () => json('POST', `/saved-reports/${savedId}/duplicate`, {}),
  'list-dashboard-templates': () => get('/dashboard-templates'),
  'list-dashboards': () => get('/dashboards'),
  'create-dashboard': () => json('POST', '/dashboards', { title: 'Empty' }),
  'get-dashboard': () => get(`/dashboards/${dashboardId}`),
  'replace-dashboard': () => {
    const body = { title: 'Board', description: '', query: {}, tiles: [], visibility: 'editable' };
    return matching(json('PUT', `/dashboards/${dashboardId}`, body), 1);
  },
  'run-dashboard': () => json('POST', `/dashboards/${dashboardId}/data`, { query: { period: 'last-7-days' } }),
  'duplicate-dashboard': () => json('POST', `/dashboards/${dashboardId}/duplicate`, { title: 'Another' }),
  'add-favourite': () => ({ method: 'PUT', url: `${base}/favourites/dashboard/${dashboardId}` }),
  'remove-favourite': () => ({ method: 'DELETE', url: `${base}/favourites/report/${savedId}` }),
  'remove-saved-report': () => ({ method: 'DELETE', url: `${base}/saved-reports/${savedId}` }),
  'remove-dashboard': () => ({ method: 'DELETE', url: `${base}/dashboards/${dashboardId}` }),
  'list-agents': () => get('/agents'),
  'get-scorecard': () => get('/agents/a1/scorecard'),
  'list-agent-tickets': () => get('/agents/a1/tickets'),
  'list-notes': () => get('/agents/a1/notes'),
  'write-note': () => json('POST', '/agents/a1/notes', { text: 'Call back', followUpOn: day(1) }),
  'update-note': () => json('PATCH', `/agents/a1/notes/${noteId}`, { done: true }),
  'remove-note': () => ({ method: 'DELETE', url: `${base}/agents/a1/notes/${noteId}` }),
  'list-follow-ups': () => get('/follow-ups'),
  'list-recognitions': () => get('/agents/a1/recognitions'),
  'award-recognition': () =>
    json('POST', '/agents/a1/recognitions', { month: day(3).slice(0, 7), kpi: 'csat', text: 'Thanks' }),
  'remove-recognition': () => ({ method: 'DELETE', url: `${base}/agents/a1/recognitions/nothing` }),
  'suggest-recognitions': () => get(`/recognition-suggestions?month=${day(3).slice(0, 7)}`),
  'list-audit': () => get('/audit?limit=2'),
  'export-audit': () => get('/audit/export?format=csv'),
  'list-links': () => get('/links'),
  'create-link': () => json('POST', '/links', { report: 'sla-overview', title: 'SLA', query: { every: 'week' } }),
  'open-link': () => as('', json('POST', `/shared/${shared.token}`, {})),
  'list-schedules': () => get('/schedules'),
  'create-schedule': () => json('POST', '/schedules', { ...deskSchedule, every: 'day', weekday: null }),
  'update-schedule': () => json('PATCH', `/schedules/${scheduled}`, { paused: true, time: '09:30' }),
  'run-schedule': () => ({ method: 'POST', url: `${base}/schedules/${scheduled}/run` }),
  'list-schedule-runs': () => get(`/schedules/${scheduled}/runs?limit=5`),
  'list-alerts': () => get('/alerts'),
  'create-alert': () => json('POST', '/alerts', { ...deskAlert, members: [desk.owner.id] }),
  'preview-alert': () => json('POST', '/alerts/preview', { rule: deskAlert.rule }),
  'list-alert-firings': () => get(`/alerts/firings?alert=${alertId}&limit=5`),
  'update-alert': () => json('PATCH', `/alerts/${alertId}`, { paused: true }),
  unsubscribe: () =>
    as('', {
      method: 'POST',
      url: `${base}/unsubscribe/${signUnsubscribe(desk.installation.keys, ['default', scheduled, 'boss@example.org'])}`,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: 'List-Unsubscribe=One-Click',
    }),
  'list-discussion': () => get('/discussions?kind=report&subject=csat'),
  'list-discussion-people': () => get('/discussions/people?kind=report&subject=csat'),
  'write-comment': () =>
    json('POST', '/discussions', { subject: { kind: 'report', id: 'csat' }, body: `Look, <@${desk.owner.id}>` }),
  'edit-comment': () => json('PATCH', `/discussions/${commentId}`, { body: 'It snowed.' }),
  'settle-comment': () => json('PUT', `/discussions/${threadId}/settled`, { settled: true }),
  'remove-comment': () => ({ method: 'DELETE', url: `${base}/discussions/${commentId}` }),
  'list-notifications': () => get('/notifications?limit=2&unread=true'),
  'count-notifications': () => get('/notifications/unread'),
  'mark-notification': () => json('PUT', `/notifications/${notificationId}/read`, { read: true }),
  'mark-all-notifications': () => ({ method: 'POST', url: `${base}/notifications/read` }),
  'get-notification-preferences': () => get('/me/notification-preferences'),
  'set-notification-preferences': () =>
    json('PUT', '/me/notification-preferences', {
      ways: { mention: { inApp: true, mail: false } },
      quiet: { from: '22:00', to: '07:00', timeZone: 'Europe/Paris' },
    }),
  'add-push-device': () => json('POST', '/me/push-devices', browserAt('second')),
  'list-push-devices': () => get('/me/push-devices'),
  'test-push-device': () => ({ method: 'POST', url: `${base}/me/push-devices/${deviceId}/test` }),
  'remove-push-device': () => ({ method: 'DELETE', url: `${base}/me/push-devices/${deviceId}` }),
  'remove-alert': () => ({ method: 'DELETE', url: `${base}/alerts/${alertId}` }),
  'remove-schedule': () => ({ method: 'DELETE', url: `${base}/schedules/${scheduled}` }),
  'erase-customer': () => json('POST', '/privacy/erasures', { customer: 'c1' }),
  'list-erasures': () => get('/privacy/erasures?limit=2'),
  'export-person': () => get('/privacy/people/agent/a1'),
  'get-retention': () => get('/privacy/retention'),
  'set-retention': () =>
    json('PUT', '/privacy/retention', { ticketMonths: 36, customerMonths: null, importDays: 90, auditDays: null }),
  'preview-retention': () => get('/privacy/retention/preview'),
  'revoke-link': () => ({ method: 'DELETE', url: `${base}/links/${shared.id}` }),
};

/**
 * Routes that answer nothing good here: no provider, no mail server, an account that exists, a code that is not right, a month of
 * too few cases, a policy that has measured tickets, an order of policies that nobody saw, an event that
 * was never rejected, a body that is not signed, a mailbox that has no key, a device whose push service is in the own network.
 */
const refusals: Partial<Record<RouteId, number>> = {
  'start-single-sign-on': 404,
  'create-owner': 404,
  'request-password-reset': 503,
  'confirm-two-factor': 401,
  'run-schedule': 503,
  'replay-dead-letter': 404,
  'receive-hook': 401,
  'award-recognition': 409,
  'remove-policy': 409,
  'order-policies': 412,
  'remove-recognition': 404,
  'rotate-channel': 400,
  'test-push-device': 400,
};

test.each(Object.keys(calls) as (keyof typeof calls)[])('%s answers as the contract says', async (id) => {
  const answer = await desk.server.inject(calls[id]());
  const route: Route = routes[id];
  const expected = refusals[id] ?? route.answer.status;
  expect([answer.statusCode, answer.statusCode === expected ? '' : answer.body]).toEqual([expected, '']);
  if ('json' in route.answer && expected === route.answer.status) {
    const { json: schema } = route.answer;
    expect(() => schema.parse(answer.json())).not.toThrow();
  }
  if ('empty' in route.answer && expected === route.answer.status) expect(answer.body).toBe('');
  await importsSettled(desk.app);
});

test('a live stream says how things stand, then when figures change, and ends with whoever listens', async () => {
  const origin = await desk.server.listen({ host: '127.0.0.1', port: 0 });
  const hangUp = new AbortController();
  const { cookie } = desk.owner;
  const answer = await fetch(`${origin}${base}/live`, { headers: { cookie }, signal: hangUp.signal });
  expect(answer.headers.get('content-type')).toBe('text/event-stream');
  const reader = (answer.body as ReadableStream<Uint8Array>).getReader();
  const read = async () => new TextDecoder().decode((await reader.read()).value);
  expect(await read()).toMatch(/^event: facts\ndata: \{"freshness":"\d{4}-/);
  const created = deskEvents(Date.now())[4] as Record<string, unknown>;
  const event = { ...created, id: 'live-1', subject: 'LIVE-1' };
  await desk.server.inject(post('/events', 'application/json', JSON.stringify(event)));
  expect(await read()).toMatch(/^event: facts/);
  hangUp.abort();
});

test('a loaded sample is said to be loaded, and its rules leave other tickets alone', async () => {
  const imports = (await desk.server.inject(get('/imports'))).json().items;
  expect(imports.find((one: { sample: string | null }) => one.sample === 'marketplace')).toMatchObject({
    state: 'done',
  });
  const status = (await desk.server.inject(get('/status'))).json();
  expect(status.samples.map(({ loaded }: { loaded: boolean }) => loaded)).toEqual([false, true]);
  const proof = (await desk.server.inject(get('/tickets/T-4/proof'))).json();
  const policies = proof.clocks.map(({ policy }: { policy: { id: string } }) => policy.id);
  expect(policies).toEqual(['desk', 'desk']);
});

test('every route of the contract is on the server, and no other call is', async () => {
  for (const { method, path } of Object.values(paths)) {
    expect(desk.server.hasRoute({ method, url: base + path.replace(/\{(\w+)\}/g, ':$1') }), path).toBe(true);
  }
  expect((await desk.server.inject(get('/nothing'))).json()).toMatchObject({ status: 404, code: 'request.no-route' });
});
