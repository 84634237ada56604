import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { base } from '#contract/paths.ts';
import { findUserByEmail } from '#records/users.ts';
import { openTestServer, type TestServer } from '#test/support/open-test-server.ts';

const people: Readonly<Record<string, { email: string; email_verified: boolean; name: string }>> = {
  owner: { email: 'owner@example.org', email_verified: true, name: 'Owner' },
  invited: { email: 'invited@example.org', email_verified: true, name: 'Ida' },
  stranger: { email: 'stranger@example.org', email_verified: true, name: 'Max' },
  unverified: { email: 'second@example.org', email_verified: false, name: 'Eve' },
};

let desk: TestServer;
let origin: string;
let provider: Server;

/** An OpenID Connect provider as other systems run one, that believes whatever name is typed. */
async function startProvider(redirect: string): Promise<string> {
  const listening = await new Promise<Server>((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => resolve(server));
  });
  const issuer = `http://127.0.0.1:${(listening.address() as AddressInfo).port}`;
  const oidc = new Provider(issuer, {
    clients: [{ client_id: 'vigie', client_secret: 'a secret of the client', redirect_uris: [redirect] }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    conformIdTokenClaims: false,
    cookies: { keys: ['for tests'] },
    findAccount: (_, id) => ({ accountId: id, claims: async () => ({ sub: id, ...people[id] }) }),
  });
  listening.on('request', oidc.callback());
  provider = listening;
  return issuer;
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

beforeAll(async () => {
  const port = await freePort();
  origin = `http://127.0.0.1:${port}`;
  const issuer = await startProvider(`${origin}/api/auth/callback/oidc`);
  const singleSignOn = { issuer, clientId: 'vigie', clientSecret: 'a secret of the client', name: 'Acme' };
  desk = await openTestServer({ accounts: { url: origin, singleSignOn } });
  await desk.server.listen({ host: '127.0.0.1', port });
  for (const email of ['invited@example.org', 'second@example.org']) {
    await desk.server.inject({
      ...{ method: 'POST', url: `${base}/invitations`, headers: { 'content-type': 'application/json' } },
      payload: JSON.stringify({ email, role: 'manager' }),
    });
  }
});
afterAll(async () => {
  await desk.close();
  await new Promise((resolve) => provider.close(resolve));
});

/** A browser without a screen: it keeps cookies by host, follows redirects, and fills in the provider's two forms. */
class Browser {
  readonly #cookies = new Map<string, Map<string, string>>();
  readonly #turnsBack: boolean;

  /** `turnsBack`: it stops before the address to which the provider sends it back. */
  constructor({ turnsBack = false } = {}) {
    this.#turnsBack = turnsBack;
  }

  async open(url: string, init: RequestInit = {}): Promise<{ url: string; status: number; text: string }> {
    const { host } = new URL(url);
    const jar = this.#cookies.get(host) ?? new Map<string, string>();
    this.#cookies.set(host, jar);
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(url, { ...init, redirect: 'manual', headers: { ...init.headers, cookie } });
    for (const set of answer.headers.getSetCookie()) {
      const [pair = ''] = set.split(';', 1);
      jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
    const location = answer.headers.get('location');
    if (this.#turnsBack && location?.startsWith(`${origin}/api/auth/callback`)) {
      return { url: location, status: answer.status, text: '' };
    }
    // The pages of Vigie itself are not served here.
    if (location !== null && !(url.includes('/api/auth/callback') && location.startsWith(origin))) {
      return this.open(new URL(location, url).href);
    }
    return { url: location ?? url, status: answer.status, text: await answer.text() };
  }

  /** The address at which the provider is asked. */
  async start(): Promise<URL> {
    const started = await this.open(`${origin}${base}/session/single-sign-on`, {
      ...{ method: 'POST', headers: { 'content-type': 'application/json' } },
      body: JSON.stringify({ returnTo: '/reports' }),
    });
    return new URL(JSON.parse(started.text).url);
  }

  async signIn(name: string): Promise<string> {
    const asked = await this.start();
    const form = (fields: Record<string, string>): RequestInit => ({
      ...{ method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
      body: new URLSearchParams(fields),
    });
    const login = await this.open(asked.href);
    const consent = await this.open(login.url, form({ prompt: 'login', login: name, password: 'x' }));
    const back = await this.open(consent.url, form({ prompt: 'consent' }));
    return back.url;
  }

  async session() {
    return JSON.parse((await this.open(`${origin}${base}/session`)).text);
  }
}

test('who has an account with the same verified address is signed in, and comes back to where they were', async () => {
  const browser = new Browser();
  expect(await browser.signIn('owner')).toBe(`${origin}/reports`);
  expect(await browser.session()).toMatchObject({
    user: { email: 'owner@example.org' },
    workspace: { role: 'owner' },
    setup: { singleSignOn: 'Acme' },
  });
});

test('who is invited gets an account and the role of the invitation, and can do it again', async () => {
  const browser = new Browser();
  await browser.signIn('invited');
  expect(await browser.session()).toMatchObject({
    user: { email: 'invited@example.org', name: 'Ida', hasPassword: false },
    workspace: { id: 'default', role: 'manager' },
  });
  const again = new Browser();
  await again.signIn('invited');
  expect((await again.session()).workspace.role).toBe('manager');
});

test('each sign-in asks the provider with a state, a nonce and a proof key of its own', async () => {
  const seen = new Set<string>();
  for (let i = 0; i < 3; i++) {
    const { searchParams: asked } = await new Browser().start();
    expect([asked.get('response_type'), asked.get('code_challenge_method')]).toEqual(['code', 'S256']);
    for (const name of ['state', 'nonce', 'code_challenge']) {
      const value = asked.get(name) ?? '';
      expect(value.length, name).toBeGreaterThanOrEqual(22);
      seen.add(value);
    }
  }
  expect(seen.size).toBe(9);
});

test('the answer to a sign-in opens nothing in another browser than the one that began it', async () => {
  const lured = new Browser();
  const forOther = await new Browser({ turnsBack: true }).signIn('owner');
  expect((await lured.open(forOther)).url).toContain('error');
  expect((await lured.session()).user).toBeNull();
  const own = new Browser({ turnsBack: true });
  await own.open(await own.signIn('owner'));
  expect((await own.session()).user).toMatchObject({ email: 'owner@example.org' });
});

test('a sign-in through the provider stands in the audit log', async () => {
  await new Browser().signIn('owner');
  const { items } = (await desk.server.inject(`${base}/audit?action=account`)).json();
  expect(items[0]).toMatchObject({
    ...{ action: 'account.signed-in', subject: desk.owner.id, address: '127.0.0.1' },
    details: { singleSignOn: true },
  });
});

test('a stranger, and an address that the provider does not vouch for, get no account', async () => {
  for (const name of ['stranger', 'unverified']) {
    const browser = new Browser();
    expect(await browser.signIn(name)).toMatch(/\/sign-in\?error=/);
    expect((await browser.session()).user).toBeNull();
    expect(await findUserByEmail(desk.accounts.everywhere, people[name]?.email ?? '')).toBeNull();
  }
});

test('an answer that was not asked for opens nothing', async () => {
  const browser = new Browser();
  const forged = await browser.open(`${origin}/api/auth/callback/oidc?code=stolen&state=made-up`);
  expect(forged.url).toContain('error');
  expect((await browser.session()).user).toBeNull();
});

test('no other route of the library for accounts is served', async () => {
  for (const path of ['/sign-up/email', '/sign-in/email', '/get-session', '/list-sessions', '/ok', '/update-user']) {
    for (const method of ['GET', 'POST'] as const) {
      expect((await desk.server.inject({ method, url: `/api/auth${path}` })).statusCode).toBe(404);
    }
  }
});
