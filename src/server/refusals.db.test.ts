import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openLog } from '#app/logging/open-log.ts';
import { base } from '#contract/paths.ts';
import { openTestServer, type TestServer } from '#test/support/open-test-server.ts';
import { makeMember } from '#test/support/people.ts';
import { buildServer } from './build-server.ts';

let desk: TestServer;
let lines: Record<string, unknown>[] = [];
const log = openLog('info', [], { write: (line) => lines.push(JSON.parse(line)) });
beforeAll(async () => {
  desk = await openTestServer({ log, rateLimit: 100 });
});
afterAll(() => desk.close());
beforeEach(() => {
  lines = [];
});

test('a refusal is logged with its route, its code and where it came from, and nothing else of the request', async () => {
  const { cookie } = await makeMember(desk.server, desk.accounts, desk.app, { email: 'v@example.org', role: 'viewer' });
  await desk.server.inject({ url: `${base}/audit?action=x`, headers: { cookie }, remoteAddress: '192.0.2.7' });
  const authorization = `Bearer vigie_${'x1Y'.repeat(14)}`;
  await desk.server.inject({
    url: `${base}/tickets/secret-key`,
    headers: { authorization },
    remoteAddress: '192.0.2.8',
  });
  expect(lines).toMatchObject([
    { msg: 'refused', code: 'access.denied', method: 'GET', route: `${base}/audit`, address: '192.0.2.7' },
    { msg: 'refused', code: 'access.token-refused', route: `${base}/tickets/:key`, address: '192.0.2.8' },
  ]);
  expect(JSON.stringify(lines)).not.toMatch(/secret-key|x1Y|action=/);
});

test('input that does not fit is logged alike, and nothing of it', async () => {
  const payload = '{"email":"s3cret@example.org","password":7}';
  const headers = { 'content-type': 'application/json', cookie: '' };
  const post = { method: 'POST', headers, remoteAddress: '192.0.2.10' } as const;
  await desk.server.inject({ ...post, url: `${base}/session`, payload });
  await desk.server.inject({ ...post, url: `${base}/session`, payload: 's3cret' });
  await desk.server.inject({ ...post, url: `${base}/session`, payload: `"${'s3cret'.repeat(400_000)}"` });
  expect(lines).toMatchObject([
    { msg: 'refused', code: 'request.invalid', method: 'POST', route: `${base}/session`, address: '192.0.2.10' },
    { msg: 'refused', code: 'request.bad-json' },
    { msg: 'refused', code: 'request.too-large' },
  ]);
  expect(JSON.stringify(lines)).not.toContain('s3cret');
});

test('what does not exist is answered without a line in the log', async () => {
  await desk.server.inject(`${base}/tickets/none`);
  await desk.server.inject(`${base}/planets`);
  expect(lines).toEqual([]);
});

test('who asks too often is logged once a minute, not once a request', async () => {
  const ask = () => desk.server.inject({ url: '/healthz', remoteAddress: '192.0.2.9' });
  const statuses = new Set<number>();
  for (let i = 0; i < 130; i++) statuses.add((await ask()).statusCode);
  expect(statuses).toContain(429);
  const told = lines.filter(({ msg }) => msg === 'asks too often').length;
  expect(told).toBeGreaterThanOrEqual(1);
  // The minute may have changed meanwhile.
  expect(told).toBeLessThanOrEqual(2);
});

test('behind a proxy, the address is the one that the proxy saw, not the one that a client claims', async () => {
  const addressOf = async (trustProxy: boolean) => {
    const server = buildServer(desk.installation, desk.accounts, { webRoot: null, log, trustProxy });
    const headers = { cookie: '', 'x-forwarded-for': '203.0.113.1, 198.51.100.2' };
    await server.inject({ url: `${base}/kpis`, headers, remoteAddress: '127.0.0.1' });
    await server.close();
    return lines.pop()?.address;
  };
  expect(await addressOf(true)).toBe('198.51.100.2');
  expect(await addressOf(false)).toBe('127.0.0.1');
});
