import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openRecords, type RecordsStore } from '#records/client.ts';
import { listMemberships } from '#records/members.ts';
import { migrateRecords } from '#records/migrate.ts';
import { findUserByEmail } from '#records/users.ts';
import { ensureWorkspace } from '#records/workspaces.ts';
import { createTestDatabase } from '#test/support/test-database.ts';
import { totpCode } from '#test/support/totp.ts';
import { openKeys } from '../keys.ts';
import { type Accounts, openAccounts } from './accounts.ts';
import type { Asker } from './ask.ts';
import { createFirstOwner, makeOwnerLink } from './first-owner.ts';
import { changePassword, confirmTwoFactor, listOwnSessions, startTwoFactor, stopTwoFactor } from './own-account.ts';
import { makeResetLink, requestPasswordReset, resetPassword } from './reset-password.ts';
import { signIn, signOut, startSingleSignOn, verifySecondFactor } from './sign-in.ts';

const database = await createTestDatabase();
const folder = mkdtempSync(join(tmpdir(), 'vigie-accounts-'));
let store: RecordsStore;
let accounts: Accounts;
let clock = Date.now();
const email = 'lea@example.org';
const password = 'correct horse battery';

beforeAll(async () => {
  store = await openRecords(database.url ? { url: database.url } : { path: join(folder, 'records') });
  await migrateRecords(store.everywhere);
  await ensureWorkspace(store.everywhere, { id: 'default', timeZone: 'UTC' });
  accounts = openAccounts({
    everywhere: store.everywhere,
    keys: openKeys(folder, 'a secret of the tests that is long enough'),
    now: () => clock,
    url: 'http://127.0.0.1:4700',
    mail: null,
    singleSignOn: null,
  });
});
afterAll(async () => {
  await store.close();
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

/** A browser: it keeps the cookies that it is given. */
class Browser implements Asker {
  readonly #cookies = new Map<string, string>();

  get headers(): Headers {
    return new Headers({ cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ') });
  }

  setCookies(cookies: readonly string[]): void {
    for (const cookie of cookies) {
      const [pair = '', ...attributes] = cookie.split(';').map((part) => part.trim());
      const name = pair.slice(0, pair.indexOf('='));
      const ended = attributes.some((attribute) => /^max-age=0$/i.test(attribute));
      if (ended) this.#cookies.delete(name);
      else this.#cookies.set(name, pair.slice(name.length + 1));
    }
  }
}

const sessionOf = (browser: Browser) => accounts.auth.api.getSession({ headers: browser.headers });

test('the first account is made by a link that works once, and only while there is none', async () => {
  const stale = new URL((await makeOwnerLink(accounts)) ?? '').searchParams.get('token') ?? '';
  const token = new URL((await makeOwnerLink(accounts)) ?? '').searchParams.get('token') ?? '';
  const owner = { name: 'Léa', email: 'Lea@Example.org', password };
  await expect(createFirstOwner(accounts, 'default', { ...owner, token: stale })).rejects.toMatchObject({
    code: 'account.link-expired',
  });
  const weak = { ...owner, token, password: 'password123456' };
  await expect(createFirstOwner(accounts, 'default', weak)).rejects.toMatchObject({ code: 'account.weak-password' });
  const id = await createFirstOwner(accounts, 'default', { ...owner, token });
  expect(await findUserByEmail(store.everywhere, email)).toMatchObject({ id, operator: true, email });
  expect(await listMemberships(store.everywhere, id)).toMatchObject([{ workspace: 'default', role: 'owner' }]);
  await expect(createFirstOwner(accounts, 'default', { ...owner, token })).rejects.toThrow(/link/);
  expect(await makeOwnerLink(accounts)).toBeNull();
});

test('no connection of a workspace sees an account', async () => {
  const view = store.inWorkspace('default');
  for (const table of ['users', 'sessions', 'logins', 'oneTimeLinks', 'signInFailures'] as const) {
    expect(await view.selectFrom(table).selectAll().execute(), table).toEqual([]);
  }
});

test('an address in any case and its password open a session, signing out ends it', async () => {
  const browser = new Browser();
  expect(await signIn(accounts, { email: 'LEA@example.org', password }, browser)).toEqual({ status: 'signed-in' });
  expect((await sessionOf(browser))?.user.email).toBe(email);
  await signOut(accounts, browser);
  expect(await sessionOf(browser)).toBeNull();
});

test('a wrong password and an unknown address are refused in the same words, and five in a row close the sign-in', async () => {
  for (const address of [email, 'nobody@example.org']) {
    for (let attempt = 0; attempt < 5; attempt++) {
      const tried = signIn(accounts, { email: address, password: 'not this one' }, new Browser());
      await expect(tried).rejects.toMatchObject({ code: 'account.bad-credentials' });
    }
    await expect(signIn(accounts, { email: address, password }, new Browser())).rejects.toMatchObject({
      code: 'account.locked',
      params: { minutes: 1 },
    });
  }
  clock += 61_000;
  expect(await signIn(accounts, { email, password }, new Browser())).toEqual({ status: 'signed-in' });
});

test('a clock that was set back locks nobody out for longer', async () => {
  const tried = () => signIn(accounts, { email: 'x@example.org', password: 'no' }, new Browser());
  for (let attempt = 0; attempt < 5; attempt++) await expect(tried()).rejects.toThrow();
  clock -= 86_400_000;
  await expect(tried()).rejects.toMatchObject({ code: 'account.bad-credentials' });
  clock += 86_400_000;
});

test('a changed password ends other sessions, and a wrong present one changes nothing', async () => {
  const [here, there] = [new Browser(), new Browser()];
  for (const browser of [here, there]) await signIn(accounts, { email, password }, browser);
  await expect(changePassword(accounts, { current: 'wrong', next: 'another long one' }, here)).rejects.toMatchObject({
    code: 'account.wrong-password',
  });
  const weak = changePassword(accounts, { current: password, next: 'léa@example.org 1' }, here);
  await expect(weak).rejects.toMatchObject({ code: 'account.weak-password' });
  await changePassword(accounts, { current: password, next: password }, here);
  expect(await sessionOf(there)).toBeNull();
  const session = await sessionOf(here);
  const user = await findUserByEmail(store.everywhere, email);
  if (session === null || user === null) throw new Error('The session that changed the password stays.');
  const open = await listOwnSessions(accounts, { user, session: session.session.id });
  expect(open.filter(({ current }) => current)).toHaveLength(1);
});

test('with a second factor, the password alone opens nothing; each backup code works once', async () => {
  const browser = new Browser();
  await signIn(accounts, { email, password }, browser);
  const { secret, backupCodes } = await startTwoFactor(accounts, password, browser);
  await expect(confirmTwoFactor(accounts, '000000', browser)).rejects.toMatchObject({ code: 'account.bad-code' });
  await confirmTwoFactor(accounts, totpCode(secret), browser);
  const next = new Browser();
  expect(await signIn(accounts, { email, password }, next)).toEqual({ status: 'two-factor' });
  expect(await sessionOf(next)).toBeNull();
  await expect(verifySecondFactor(accounts, { code: '123456', backup: false }, next)).rejects.toMatchObject({
    code: 'account.bad-code',
  });
  await verifySecondFactor(accounts, { code: totpCode(secret, 1), backup: false }, next);
  expect((await sessionOf(next))?.user.email).toBe(email);
  const [code = ''] = backupCodes;
  const third = new Browser();
  await signIn(accounts, { email, password }, third);
  await verifySecondFactor(accounts, { code, backup: true }, third);
  const fourth = new Browser();
  await signIn(accounts, { email, password }, fourth);
  await expect(verifySecondFactor(accounts, { code, backup: true }, fourth)).rejects.toThrow();
  await stopTwoFactor(accounts, password, third);
  expect(await signIn(accounts, { email, password }, new Browser())).toEqual({ status: 'signed-in' });
});

test('a reset link works once, ends every session, and the secret at rest is not the one of the link', async () => {
  const browser = new Browser();
  await signIn(accounts, { email, password }, browser);
  const token = (await makeResetLink(accounts, email)).split('/').at(-1) ?? '';
  const kept = await store.everywhere.selectFrom('verifications').selectAll().execute();
  expect(JSON.stringify(kept)).not.toContain(token);
  const weak = resetPassword(accounts, token, 'passwordpassword', new Browser());
  await expect(weak).rejects.toMatchObject({ code: 'account.weak-password' });
  await resetPassword(accounts, token, 'a wholly new password', new Browser());
  expect(await sessionOf(browser)).toBeNull();
  await expect(resetPassword(accounts, token, 'yet another password', new Browser())).rejects.toMatchObject({
    code: 'account.link-expired',
  });
  expect(await signIn(accounts, { email, password: 'a wholly new password' }, new Browser())).toEqual({
    status: 'signed-in',
  });
  await expect(makeResetLink(accounts, 'nobody@example.org')).rejects.toMatchObject({ code: 'account.unknown' });
});

test('what is not set up says so', async () => {
  expect(() => requestPasswordReset(accounts, email, () => {})).toThrow(/sends no mail/);
  await expect(startSingleSignOn(accounts, '/', new Browser())).rejects.toMatchObject({
    code: 'account.no-single-sign-on',
  });
});
