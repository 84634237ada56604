import type { InjectOptions } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { importsSettled } from '#app/imports/running-imports.ts';
import { base, paths, type RouteId } from '#contract/paths.ts';
import type { Route } from '#contract/route.ts';
import { routes } from '#contract/routes.ts';
import { deskEvents } from '#test/support/desk.ts';
import { fillDesk, openTestServer, type TestServer } from '#test/support/open-test-server.ts';

let desk: TestServer;
let importId: string;

const csv = 'key,created,solved,channel\nC-1,2026-01-05 09:00,2026-01-05 10:00,email\nC-2,nonsense,,email\n';
const mapping = JSON.stringify({
  shape: 'tickets',
  timeZone: 'Europe/Paris',
  timeFormat: 'yyyy-MM-dd HH:mm',
  columns: { key: 'ticket', created: 'createdAt', solved: 'solvedAt', channel: 'channel' },
});
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
});
afterAll(() => desk.close());

const get = (url: string): InjectOptions => ({ method: 'GET', url: base + url });
const post = (url: string, type: string, payload: string): InjectOptions => ({
  method: 'POST',
  url: base + url,
  headers: { 'content-type': type },
  payload,
});

/** A call of every route; the type does not allow one to be forgotten. */
const calls: { readonly [Id in RouteId]: () => InjectOptions } = {
  status: () => get('/status'),
  'post-events': () => post('/events', 'application/json', JSON.stringify(deskEvents(Date.now()))),
  'start-import': () => ({ method: 'POST', url: upload, headers: { 'content-type': 'text/csv' }, payload: csv }),
  'list-imports': () => get('/imports'),
  'preview-import': () => post('/imports/preview?name=desk.csv', 'application/octet-stream', csv),
  'get-import': () => get(`/imports/${importId}`),
  'list-rejected': () => get(`/imports/${importId}/rejected`),
  'start-sample': () => ({ method: 'POST', url: `${base}/samples/marketplace?tickets=20&seed=7` }),
  'list-kpis': () => get('/kpis'),
  'list-dimensions': () => get('/dimensions'),
  'list-values': () => get('/dimensions/agent/values'),
  'list-reports': () => get('/reports'),
  'get-report-data': () => get('/reports/sla-by-agent/data'),
  query: () =>
    post('/query', 'application/json', JSON.stringify({ kpis: ['tickets-created'], from: day(9), to: day(-1) })),
  'list-tickets': () => get('/tickets?limit=2'),
  'get-ticket': () => get('/tickets/T-1'),
  'get-proof': () => get('/tickets/T-4/proof'),
  'list-clocks': () => get('/clocks'),
  'list-calendars': () => get('/calendars'),
  'list-policies': () => get('/policies'),
  export: () => get('/exports/tickets?format=ndjson'),
};

test.each(Object.keys(paths) as RouteId[])('%s answers as the contract says', async (id) => {
  const answer = await desk.server.inject(calls[id]());
  const route: Route = routes[id];
  const schema = 'json' in route.answer ? route.answer.json : null;
  expect([answer.statusCode, answer.statusCode === route.answer.status ? '' : answer.body]).toEqual([
    route.answer.status,
    '',
  ]);
  if (schema) expect(() => schema.parse(answer.json())).not.toThrow();
  await importsSettled(desk.app);
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
