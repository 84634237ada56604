import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openAccounts } from '#app/accounts/accounts.ts';
import { signUserOut } from '#app/accounts/own-account.ts';
import { keysOf } from '#app/keys.ts';
import { base } from '#contract/paths.ts';
import { openTestServer, type TestServer } from '#test/support/open-test-server.ts';
import { makeMember, password, signInAs } from '#test/support/people.ts';
import { totpCode } from '#test/support/totp.ts';
import { buildServer } from './build-server.ts';

const DAY = 86_400_000;
const start = Date.now();
let clock = start;
let desk: TestServer;
let encrypted: FastifyInstance;
beforeAll(async () => {
  desk = await openTestServer({ accounts: { now: () => clock } });
  const url = 'https://vigie.example.org';
  const { accounts, installation } = desk;
  encrypted = buildServer(installation, openAccounts({ ...accounts, url }), {
    webRoot: null,
    log: null,
    publicUrl: url,
  });
});
afterAll(async () => {
  await encrypted.close();
  await desk.close();
});

const json = { 'content-type': 'application/json' };
const call = (method: 'POST' | 'DELETE' | 'GET', path: string, cookie: string, body?: object): InjectOptions => ({
  method,
  url: base + path,
  headers: body === undefined ? { cookie } : { ...json, cookie },
  ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
});
const ask = (...given: Parameters<typeof call>) => desk.server.inject(call(...given));
const isIn = async (cookie: string) => (await ask('GET', '/me/sessions', cookie)).statusCode === 200;
const cookiesOf = (answer: LightMyRequestResponse) =>
  answer.cookies
    .filter(({ maxAge }) => maxAge !== 0)
    .map(({ name, value }) => `${name}=${encodeURIComponent(value)}`)
    .join('; ');
const newPerson = (email: string) => makeMember(desk.server, desk.accounts, desk.app, { email, role: 'viewer' });

describe('the cookie of a session', () => {
  test('cannot be read by scripts, is not sent by other sites, and lives as long as a session may', async () => {
    const answer = await ask('POST', '/session', '', { email: desk.owner.email, password });
    expect(answer.cookies).toEqual([
      {
        name: 'vigie.session_token',
        value: expect.any(String),
        httpOnly: true,
        sameSite: 'Lax',
        path: '/',
        maxAge: 30 * 86_400,
      },
    ]);
    expect(answer.body).toBe('{"status":"signed-in"}');
  });

  test('with https goes over https only, and no other host can set it', async () => {
    const answer = await encrypted.inject(call('POST', '/session', '', { email: desk.owner.email, password }));
    const [cookie] = answer.cookies;
    expect(answer.cookies).toHaveLength(1);
    expect(cookie).toMatchObject({
      name: '__Host-vigie.session_token',
      secure: true,
      httpOnly: true,
      sameSite: 'Lax',
      path: '/',
    });
    expect(cookie?.domain).toBeUndefined();
    const weaker = cookiesOf(answer).replace('__Host-', '');
    expect((await encrypted.inject(call('GET', '/me/sessions', weaker))).statusCode).toBe(401);
    expect((await encrypted.inject(call('GET', '/me/sessions', cookiesOf(answer)))).statusCode).toBe(200);
  });

  test('is worth nothing without its signature: what stands in the records opens no session', async () => {
    const { token } = await desk.installation.records.everywhere
      .selectFrom('sessions')
      .select('token')
      .where('userId', '=', desk.owner.id)
      .executeTakeFirstOrThrow();
    const name = 'vigie.session_token';
    expect(token.length).toBeGreaterThanOrEqual(32);
    const key = keysOf('another secret than that of the installation', null).derive('accounts').toString('base64url');
    const signature = await sign(token, key);
    for (const value of [token, `${token}.`, `${token}.${signature}`, `${token}.${'A'.repeat(43)}=`]) {
      expect(await isIn(`${name}=${encodeURIComponent(value)}`), value).toBe(false);
    }
    const own = desk.accounts.keys.derive('accounts').toString('base64url');
    expect(await isIn(`${name}=${encodeURIComponent(`${token}.${await sign(token, own)}`)}`)).toBe(true);
  });
});

async function sign(value: string, secret: string): Promise<string> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', new TextEncoder().encode(secret), algorithm, false, ['sign']);
  return Buffer.from(await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(value))).toString('base64');
}

describe('a session is another', () => {
  test('after every sign-in, and the one that the browser had ends', async () => {
    const before = await signInAs(desk.server, desk.owner.email);
    const after = cookiesOf(await ask('POST', '/session', before, { email: desk.owner.email, password }));
    expect(after).not.toBe(before);
    expect([await isIn(before), await isIn(after)]).toEqual([false, true]);
  });

  test('after a sign-in as somebody else in the same browser', async () => {
    const other = await newPerson('other@example.org');
    const before = await signInAs(desk.server, desk.owner.email);
    await ask('POST', '/session', before, { email: other.email, password });
    expect(await isIn(before)).toBe(false);
  });

  test('but not after a sign-in that failed', async () => {
    const before = await signInAs(desk.server, desk.owner.email);
    await ask('POST', '/session', before, { email: desk.owner.email, password: 'not the right one' });
    expect(await isIn(before)).toBe(true);
  });

  test('after a change of the password, and all others end', async () => {
    const { email, cookie: elsewhere } = await newPerson('changing@example.org');
    const before = await signInAs(desk.server, email);
    const next = 'another good password';
    const after = cookiesOf(await ask('POST', '/me/password', before, { current: password, next }));
    expect([await isIn(elsewhere), await isIn(before), await isIn(after)]).toEqual([false, false, true]);
  });

  test('after two-factor sign-in was turned on, and after it was turned off', async () => {
    const { cookie } = await newPerson('factor@example.org');
    const { secret } = (await ask('POST', '/me/two-factor', cookie, { password })).json();
    const on = cookiesOf(await ask('POST', '/me/two-factor/confirm', cookie, { code: totpCode(secret) }));
    expect([await isIn(cookie), await isIn(on)]).toEqual([false, true]);
    const off = cookiesOf(await ask('POST', '/me/two-factor/stop', on, { password }));
    expect([await isIn(on), await isIn(off)]).toEqual([false, true]);
  });
});

test('what a role allows holds from the next request on, in sessions that are open', async () => {
  const { id, cookie } = await newPerson('demoted@example.org');
  expect((await ask('GET', '/kpis', cookie)).statusCode).toBe(200);
  const change = {
    method: 'PATCH',
    url: `${base}/members/${id}`,
    headers: json,
    payload: '{"role":"client"}',
  } as const;
  expect((await desk.server.inject(change)).statusCode).toBe(200);
  expect((await ask('GET', '/kpis', cookie)).statusCode).toBe(403);
});

test('a code of an authenticator app works once, in whatever browser it comes again', async () => {
  const { email, cookie } = await newPerson('codes@example.org');
  const { secret } = (await ask('POST', '/me/two-factor', cookie, { password })).json();
  const first = totpCode(secret);
  await ask('POST', '/me/two-factor/confirm', cookie, { code: first });
  const attempt = async (code: string) => {
    const half = cookiesOf(await ask('POST', '/session', '', { email, password }));
    return ask('POST', '/session/two-factor', half, { code });
  };
  expect((await attempt(first)).json().code).toBe('account.bad-code');
  const code = totpCode(secret, 1);
  expect((await attempt(code)).statusCode).toBe(200);
  const again = await attempt(code);
  expect([again.statusCode, again.json().code, cookiesOf(again)]).toEqual([401, 'account.bad-code', '']);
});

describe('the time of a session', () => {
  test('ends a week after its last use', async () => {
    const cookie = await signInAs(desk.server, desk.owner.email);
    clock = start + 6 * DAY;
    expect(await isIn(cookie)).toBe(true);
    clock += 6 * DAY;
    expect(await isIn(cookie)).toBe(true);
    clock += 7 * DAY + 60_000;
    expect(await isIn(cookie)).toBe(false);
    clock = start;
    expect(await isIn(cookie)).toBe(false);
  });

  test('ends thirty days after its beginning, however much it is used', async () => {
    const cookie = await signInAs(desk.server, desk.owner.email);
    const { everywhere } = desk.installation.records;
    const own = everywhere.selectFrom('sessions').selectAll().where('userId', '=', desk.owner.id);
    const { id, createdAt, expiresAt } = await own.orderBy('createdAt', 'desc').executeTakeFirstOrThrow();
    expect(Math.round((expiresAt.getTime() - createdAt.getTime()) / DAY)).toBe(30);
    for (let day = 1; day <= 3; day++) {
      clock = start + day * DAY;
      expect(await isIn(cookie)).toBe(true);
    }
    clock = start;
    const used = await own.where('id', '=', id).executeTakeFirstOrThrow();
    expect(used.expiresAt).toEqual(expiresAt);
    await everywhere
      .updateTable('sessions')
      .set({ expiresAt: new Date(Date.now() - 1) })
      .where('id', '=', id)
      .execute();
    expect(await isIn(cookie)).toBe(false);
  });

  test('is not cut by a clock that was set back for a while', async () => {
    const cookie = await signInAs(desk.server, desk.owner.email);
    clock = start - 30 * DAY;
    expect(await isIn(cookie)).toBe(true);
    clock = start;
    expect(await isIn(cookie)).toBe(true);
  });
});

describe('signing out', () => {
  test('ends the session on the server, not only in the browser', async () => {
    const cookie = await signInAs(desk.server, desk.owner.email);
    const answer = await ask('DELETE', '/session', cookie);
    expect(answer.cookies.every(({ maxAge }) => maxAge === 0)).toBe(true);
    expect(await isIn(cookie)).toBe(false);
  });

  test('everywhere is immediate: every session that was listed ends, those of others stay', async () => {
    const { email, cookie: first } = await newPerson('everywhere@example.org');
    const second = await signInAs(desk.server, email);
    const listed = (await ask('GET', '/me/sessions', second)).json().items;
    expect(listed.map(({ current }: { current: boolean }) => current).sort()).toEqual([false, true]);
    expect(JSON.stringify(listed)).not.toContain(second.split(/[=.]/)[2]);
    await ask('DELETE', '/me/sessions', second);
    expect([await isIn(first), await isIn(second)]).toEqual([false, false]);
    expect(await isIn(await signInAs(desk.server, desk.owner.email))).toBe(true);
  });

  test('is also for an operator to do, of anybody', async () => {
    const { email, cookie } = await newPerson('leaving@example.org');
    await signInAs(desk.server, email);
    expect(await signUserOut(desk.accounts, email.toUpperCase())).toBe(2);
    expect(await isIn(cookie)).toBe(false);
    await expect(signUserOut(desk.accounts, 'nobody@example.org')).rejects.toMatchObject({ code: 'account.unknown' });
  });
});
