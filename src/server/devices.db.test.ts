import { afterAll, beforeAll, expect, test } from 'vitest';
import { base } from '#contract/paths.ts';
import { openTestServer, type TestServer } from '#test/support/open-test-server.ts';
import { makeMember, password, signInAs } from '#test/support/people.ts';
import { browserNowhere } from '#test/support/push-service.ts';

let desk: TestServer;
beforeAll(async () => {
  desk = await openTestServer();
});
afterAll(() => desk.close());

type Method = 'GET' | 'POST' | 'DELETE';

const ask = (cookie: string, method: Method, path: string, payload?: object) =>
  desk.server.inject({ method, url: base + path, headers: { cookie }, ...(payload && { payload }) });

const devicesOf = async (cookie: string) => (await ask(cookie, 'GET', '/me/devices')).json().items.length;

test.each<readonly [string, Method, string, object | undefined]>([
  ['signing out on it', 'DELETE', '/session', undefined],
  ['signing out everywhere', 'DELETE', '/me/sessions', undefined],
  ['a new password', 'POST', '/me/password', { current: password, next: password }],
])('a device is told no more after %s', async (what, method, path, payload) => {
  const email = `${what.replaceAll(' ', '-')}@example.org`;
  const { cookie } = await makeMember(desk.server, desk.accounts, desk.app, { email, role: 'viewer' });
  const endpoint = `https://push.invalid/${email}`;
  expect((await ask(cookie, 'POST', '/me/devices', { ...browserNowhere, endpoint })).statusCode).toBe(201);
  expect(await devicesOf(cookie)).toBe(1);
  expect((await ask(cookie, method, path, payload)).statusCode).toBe(204);
  expect(await devicesOf(await signInAs(desk.server, email))).toBe(0);
});

test('a token has no devices', async () => {
  const made = await desk.server.inject({
    method: 'POST',
    url: `${base}/tokens`,
    payload: { name: 'BI', scope: 'read' },
  });
  const headers = { authorization: `Bearer ${made.json().token}`, cookie: '' };
  const answer = await desk.server.inject({ method: 'GET', url: `${base}/me/devices`, headers });
  expect([401, 403]).toContain(answer.statusCode);
});
