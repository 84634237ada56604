import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { InjectOptions } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { base } from '#contract/paths.ts';
import { problem } from '#contract/schemas/problem.ts';
import { errorCatalogue } from '#domain/error-catalogue.ts';
import { openTestServer, type TestServer } from '#test/support/open-test-server.ts';

let desk: TestServer;
const webRoot = mkdtempSync(join(tmpdir(), 'vigie-web-'));

beforeAll(async () => {
  mkdirSync(join(webRoot, 'assets'));
  writeFileSync(join(webRoot, 'index.html'), '<!doctype html><script>let x = 1;</script><p>Vigie</p>');
  writeFileSync(join(webRoot, 'assets/main-1.js'), 'let plain;');
  writeFileSync(join(webRoot, 'assets/main-1.js.gz'), gzipSync('let packed;'));
  desk = await openTestServer({ webRoot });
});
afterAll(async () => {
  await desk.close();
  rmSync(webRoot, { recursive: true, force: true });
});

const json = { 'content-type': 'application/json' };
const get = (url: string): InjectOptions => ({ method: 'GET', url: base + url });
const post = (url: string, payload: string | Buffer, headers: Record<string, string> = json): InjectOptions => ({
  method: 'POST',
  url: base + url,
  headers,
  payload,
});
const query = (more: object) => post('/query', JSON.stringify({ kpis: ['tickets-created'], ...period, ...more }));
const period = { from: '2026-01-01', to: '2026-02-01' };
const ndjson = { 'content-type': 'application/x-ndjson' };

/** What is asked, the status, the code, and where in the request the error is said to be. */
const cases: readonly [string, InjectOptions, number, string, string?][] = [
  ['JSON that breaks off', post('/query', '{"kpis":['), 400, 'request.bad-json', '$'],
  ['JSON that is not UTF-8', post('/query', Buffer.from([0x22, 0xff, 0x22])), 400, 'request.bad-json', '$'],
  ['a body of another type', post('/query', '{}', { 'content-type': 'text/plain' }), 415, 'request.type-unsupported'],
  ['no body', { method: 'POST', url: `${base}/query` }, 400, 'request.body-missing'],
  ['a body that is too large', post('/query', ' '.repeat(1_100_000)), 413, 'request.too-large'],
  [
    'a body that is too large once unpacked',
    post('/query', gzipSync(' '.repeat(1_100_000)), { ...json, 'content-encoding': 'gzip' }),
    413,
    'request.too-large',
  ],
  [
    'a body said to be gzip that is not',
    post('/query', '{}', { ...json, 'content-encoding': 'gzip' }),
    400,
    'request.bad-encoding',
  ],
  [
    'an unknown content encoding',
    post('/query', '{}', { ...json, 'content-encoding': 'compress' }),
    415,
    'request.type-unsupported',
  ],
  ['a KPI list of the wrong type', query({ kpis: 'tickets-created' }), 400, 'request.invalid', '$.kpis'],
  ['an unknown key of a query', query({ kpi: 'x' }), 400, 'request.invalid', '$.kpi'],
  ['a date that does not exist', query({ from: '2026-02-30' }), 400, 'request.invalid', '$.from'],
  ['an unknown KPI', query({ kpis: ['ticket-created'] }), 400, 'kpi.unknown', '$.kpis[0]'],
  ['an unknown statistic', query({ kpis: ['first-reply-time:mode'] }), 400, 'kpi.bad-statistic', '$.kpis[0]'],
  ['an unknown zone', query({ timeZone: 'Mars/Olympus' }), 400, 'zone.unknown'],
  ['an unknown dimension', query({ by: ['planet'] }), 400, 'query.unknown-dimension', '$.by[0]'],
  ['a period that ends before it begins', query({ to: '2025-01-01' }), 400, 'query.empty-period'],
  [
    'an operator that a filter does not have',
    query({ filter: { all: [{ field: 'agent', op: 'like', value: 'a' }] } }),
    400,
    'request.invalid',
    '$.filter.all[0].op',
  ],
  ['a number out of range', get('/tickets?limit=9999'), 400, 'request.invalid', 'query.limit'],
  ['an unknown parameter', get('/tickets?limite=5'), 400, 'request.invalid', 'query.limite'],
  ['a parameter given twice', get('/tickets?limit=5&limit=6'), 400, 'request.invalid', 'query.limit'],
  ['a list given twice', get('/clocks?state=open&state=met'), 400, 'request.invalid', 'query.state'],
  ['a filter that is not JSON', get('/tickets?filter=%7B'), 400, 'request.invalid', 'query.filter'],
  ['a cursor of our own making', get('/clocks?after=abc'), 400, 'request.bad-cursor', 'query.after'],
  ['a status no clock has', get('/clocks?status=late'), 400, 'request.invalid', 'query.status'],
  ['a ticket that does not exist', get('/tickets/none'), 404, 'ticket.unknown'],
  ['a customer who does not exist', get('/customers/none'), 404, 'customer.unknown'],
  ['the proof of a ticket that does not exist', get('/tickets/none/proof'), 404, 'ticket.unknown'],
  ['a report that does not exist', get('/reports/sla-by-planet/data'), 404, 'report.unknown'],
  ['values of a dimension that does not exist', get('/dimensions/planet/values'), 400, 'query.unknown-dimension'],
  ['a table that is not exported', get('/exports/names'), 400, 'request.invalid', 'path.table'],
  [
    'an export by what its table lacks',
    get('/exports/tickets?filter={"field":"metric","op":"exists"}'),
    400,
    'query.dimension-not-available',
  ],
  ['an import that does not exist', get('/imports/none'), 404, 'import.unknown'],
  ['rejected lines of an import that does not exist', get('/imports/none/rejected'), 404, 'import.unknown'],
  ['a sample that does not exist', { method: 'POST', url: `${base}/samples/none` }, 400, 'request.invalid', 'path.id'],
  ['a file of no bytes', post('/imports?name=a.csv&source=s', '', { 'content-type': 'text/csv' }), 400, 'import.empty'],
  [
    'a mapping that names no ticket',
    post(`/imports?name=a.csv&source=s&mapping=${encodeURIComponent('{"shape":"tickets","columns":{}}')}`, 'a\n1\n', {
      'content-type': 'text/csv',
    }),
    400,
    'mapping.target-missing',
  ],
  [
    'a preview of a picture',
    post('/imports/preview?name=a.png', '%PDF-1.4', { 'content-type': 'application/octet-stream' }),
    400,
    'import.not-text',
  ],
  ['events none of which is JSON', post('/events', 'oops\nnot json\n', ndjson), 400, 'request.bad-json', '$'],
  ['a path that is not there', get('/planets'), 404, 'request.no-route'],
  ['a path with a broken escape', get('/tickets/%E0%A4%A'), 400, 'request.invalid'],
];

test.each(cases)('%s is refused with its code and what to do', async (_, call, status, code, path) => {
  const answer = await desk.server.inject(call);
  expect([answer.statusCode, answer.json().code]).toEqual([status, code]);
  expect(answer.headers['content-type']).toMatch('application/problem+json');
  const said = problem.parse(answer.json());
  expect(said.todo).not.toBe('');
  expect(Object.keys(errorCatalogue)).toContain(said.code);
  if (path !== undefined) expect(said.errors.map((error) => error.path)).toContain(path);
  expect(answer.body).not.toMatch(/node_modules|\.ts:/);
});

test('a problem speaks the language asked for', async () => {
  const french = { ...get('/tickets/none'), headers: { 'accept-language': 'de, fr;q=0.8, en;q=0.5' } };
  const answer = await desk.server.inject(french);
  expect(answer.json()).toMatchObject({ title: 'Introuvable', detail: 'Le ticket «\u202fnone\u202f» n’existe pas.' });
});

test('good events of a body are kept beside broken lines, each answered with its line', async () => {
  const good = {
    specversion: '1.0',
    id: '1',
    source: 's',
    type: 'ticket.created',
    subject: 'K',
    time: '2026-01-05T09:00:00Z',
  };
  const payload = [JSON.stringify(good), '', '{"broken', JSON.stringify({ ...good, id: '2', time: 'noon' })].join('\n');
  const answer = await desk.server.inject(post('/events', payload, ndjson));
  expect(answer.statusCode).toBe(200);
  const { results, ...counts } = answer.json();
  expect(counts).toEqual({ accepted: 1, duplicates: 0, rejected: 2 });
  expect(results.map((one: { line: number; outcome: string }) => [one.line, one.outcome])).toEqual([
    [1, 'accepted'],
    [3, 'rejected'],
    [4, 'rejected'],
  ]);
  expect(results[2].error).toMatchObject({ path: '$.time' });
});

describe('a server that listens on this machine only', () => {
  const ask = (headers: Record<string, string>, method: 'GET' | 'POST' = 'GET') =>
    desk.server.inject({
      ...(method === 'GET' ? get('/kpis') : post('/query', '{}')),
      headers: { ...json, ...headers },
    });

  test.each(['evil.example', '127.0.0.1.evil.example', '192.168.1.9:4700'])(
    'does not answer to the name “%s”',
    async (host) => {
      const answer = await ask({ host });
      expect([answer.statusCode, answer.json().code]).toEqual([403, 'request.foreign-host']);
    },
  );

  test.each(['localhost:4700', '127.0.0.1:4700', '[::1]:4700', 'LOCALHOST'])('answers to “%s”', async (host) => {
    expect((await ask({ host })).statusCode).toBe(200);
  });

  test.each([
    { origin: 'https://evil.example' },
    { origin: 'http://localhost:9999' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
  ])('takes no write from the page of another site (%o)', async (headers) => {
    const answer = await ask({ host: 'localhost:4700', ...headers }, 'POST');
    expect([answer.statusCode, answer.json().code]).toEqual([403, 'request.foreign-origin']);
  });

  test.each(['cross-site', 'same-site'])('gives nothing to the page of another site (%s)', async (site) => {
    const answer = await ask({ host: 'localhost:4700', 'sec-fetch-site': site });
    expect([answer.statusCode, answer.json().code]).toEqual([403, 'request.foreign-origin']);
  });

  test.each(['same-origin', 'none'])('answers its own pages, and who types an address (%s)', async (site) => {
    expect((await ask({ host: 'localhost:4700', 'sec-fetch-site': site })).statusCode).toBe(200);
  });

  test('takes writes from its own pages', async () => {
    const answer = await ask({ host: 'localhost:4700', origin: 'http://localhost:4700' }, 'POST');
    expect(answer.json().code).toBe('request.invalid');
  });
});

describe('the web app', () => {
  const open = (url: string, headers: Record<string, string> = {}) => desk.server.inject({ url, headers });

  test('is shown at any address of its own, and never kept', async () => {
    for (const url of ['/', '/reports/sla-by-agent?from=2026-01-01', '/tickets/A.1']) {
      const answer = await open(url, { accept: 'text/html' });
      expect(answer.body).toContain('Vigie');
      expect(answer.headers['cache-control']).toBe('no-cache');
    }
  });

  test('is opened by a link on another site', async () => {
    expect((await open('/tickets/A.1', { accept: 'text/html', 'sec-fetch-site': 'cross-site' })).statusCode).toBe(200);
  });

  test('may run its own scripts and those written into the page, no others', async () => {
    const policy = String((await open('/')).headers['content-security-policy']);
    expect(policy).toMatch(/script-src 'self' 'sha256-[\w+/=]+';/);
    expect(policy).not.toContain('unsafe-eval');
  });

  test('has assets that are kept for good, sent packed where a packed one lies beside', async () => {
    const answer = await open('/assets/main-1.js', { 'accept-encoding': 'gzip' });
    expect(answer.headers).toMatchObject({
      'content-encoding': 'gzip',
      'cache-control': 'public, max-age=31536000, immutable',
    });
    expect((await open('/assets/main-2.js')).statusCode).toBe(404);
  });

  test('does not give files from outside its folder', async () => {
    for (const url of ['/../package.json', '/assets/..%2f..%2fetc/passwd', '/%2e%2e/%2e%2e/etc/passwd']) {
      expect((await open(url)).body, url).not.toMatch(/root:|"vigie"/);
    }
  });
});

test('the registries are not sent again to who has them', async () => {
  const first = await desk.server.inject(get('/kpis'));
  const again = { ...get('/kpis'), headers: { 'if-none-match': String(first.headers.etag) } };
  expect((await desk.server.inject(again)).statusCode).toBe(304);
});

test('health, readiness, metrics and documents answer', async () => {
  for (const url of ['/healthz', '/readyz', '/metrics', '/api/openapi.json', '/api/docs']) {
    expect((await desk.server.inject(url)).statusCode, url).toBe(200);
  }
  expect((await desk.server.inject('/metrics')).body).toContain('vigie_http_request_duration_seconds');
  expect((await desk.server.inject('/api/docs')).body).toContain('id="request.bad-json"');
});
