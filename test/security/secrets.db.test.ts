import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { spawnServer, spawnVigie } from '#test/support/spawn-vigie.ts';
import { createTestStores, type TestStores } from '#test/support/test-stores.ts';

/** Every secret of this file has this in it, so that none can be told unseen. */
const mark = 'SeCr3t';
const secret = (name: string) => `${mark}-${name}-of-the-tests-0123456789`;
const settings = {
  VIGIE_SECRET: secret('root'),
  VIGIE_LOG: 'debug',
  OIDC_ISSUER: 'http://127.0.0.1:9/realm',
  OIDC_CLIENT_ID: 'vigie',
  OIDC_CLIENT_SECRET: secret('client'),
};

let folder: string;
let stores: TestStores;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vigie-secrets-'));
  stores = await createTestStores(join(folder, 'data'));
});
afterAll(async () => {
  await stores.drop();
  await rm(folder, { recursive: true, force: true });
});

describe('a command that fails tells no secret of its settings', () => {
  const password = encodeURIComponent(`${secret('password')}/@:`);
  const broken: readonly [string, Record<string, string>, string[]][] = [
    ['PostgreSQL is not there', { DATABASE_URL: `postgres://vigie:${password}@127.0.0.1:9/vigie` }, ['user', 'list']],
    [
      'the address of PostgreSQL is torn',
      { DATABASE_URL: `postgres://vigie:${mark}%zz@127.0.0.1:9/x` },
      ['user', 'list'],
    ],
    [
      'PostgreSQL has no such option',
      { DATABASE_URL: `postgres://v:${password}@127.0.0.1:9/x?sslmode=no` },
      ['user', 'list'],
    ],
    [
      'ClickHouse is not there',
      { CLICKHOUSE_URL: `http://vigie:${password}@127.0.0.1:9/vigie` },
      ['workspace', 'list'],
    ],
    [
      'ClickHouse is asked over TLS that is not there',
      { CLICKHOUSE_URL: `https://vigie:${password}@127.0.0.1:9` },
      ['start'],
    ],
    [
      'a setting is no address',
      { SMTP_URL: `smtp:/${mark}`, CLICKHOUSE_URL: `${mark}://x`, DATABASE_URL: mark },
      ['start'],
    ],
    ['a secret is too short', { VIGIE_SECRET: mark }, ['start']],
    ['single sign-on is half set', { OIDC_ISSUER: '', OIDC_CLIENT_SECRET: secret('client') }, ['start']],
    [
      'all is examined',
      { DATABASE_URL: `postgres://vigie:${password}@127.0.0.1:9/vigie`, SMTP_URL: `smtp://m:${password}@127.0.0.1:9` },
      ['doctor'],
    ],
    ['a log is wanted that does not exist', { VIGIE_LOG: mark.toLowerCase() }, ['start']],
  ];
  test.each(broken)('when %s', async (_, env, argv) => {
    const dataFolder = join(folder, 'broken');
    const ended = await spawnVigie({ cwd: folder, dataFolder, env: { ...settings, ...env } }, [...argv]);
    expect(ended.stdout + ended.stderr).not.toContain(mark);
    expect(ended.code).not.toBe(0);
  });
});

/** A mail server that refuses a login, and repeats it in its refusal. */
function wickedMail() {
  const server = createServer((socket: Socket) => {
    socket.on('error', () => {});
    socket.write('220 mail\r\n');
    socket.on('data', (bytes) => {
      const line = String(bytes).trim();
      if (/^EHLO/i.test(line)) socket.write('250-mail\r\n250 AUTH PLAIN LOGIN\r\n');
      else if (/^AUTH PLAIN /i.test(line)) {
        const [, user, password] = Buffer.from(line.slice(11), 'base64').toString().split('\0');
        socket.write(`535 no login ${user}:${password} (${line})\r\n`);
      } else socket.write('221 bye\r\n');
    });
  });
  return new Promise<{ port: number; close(): void }>((ready) => {
    server.listen(0, '127.0.0.1', () => {
      ready({ port: (server.address() as { port: number }).port, close: () => server.close() });
    });
  });
}

test('a server tells no secret in its log, its problems or its audit, whatever goes wrong', async () => {
  const mail = await wickedMail();
  const place = {
    ...stores.places,
    cwd: folder,
    env: { ...settings, SMTP_URL: `smtp://mailer:${encodeURIComponent(secret('mail'))}@127.0.0.1:${mail.port}` },
  };
  const running = await spawnServer(place, ['start', '--port', '0', '--json']);
  const { url, ownerLink } = JSON.parse(running.firstLine) as { url: string; ownerLink: string };
  const told: string[] = [];
  const given: string[] = [];

  async function ask(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
    const type = typeof body === 'string' ? {} : { 'content-type': 'application/json' };
    const answer = await fetch(url + path, {
      method,
      headers: { ...(body === undefined ? {} : type), ...headers },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      redirect: 'manual',
    });
    const text = await answer.text();
    if (!answer.ok) told.push(`${answer.status} ${text}`);
    return { text, answer };
  }

  const password = secret('of-the-owner');
  const token = new URL(ownerLink).searchParams.get('token') ?? '';
  const owner = { name: 'Léa', email: 'lea@example.org', password };
  const made = await ask('POST', '/api/v1/owner', { ...owner, token });
  const cookie = made.answer.headers
    .getSetCookie()
    .map((one) => one.split(';', 1)[0])
    .join('; ');
  const signedIn = { cookie };
  given.push(token, ...cookie.split('; ').map((pair) => pair.slice(pair.indexOf('=') + 1)));
  const { token: apiToken } = JSON.parse(
    (await ask('POST', '/api/v1/tokens', { name: 'x', scope: 'read' }, signedIn)).text,
  );
  const invited = JSON.parse(
    (await ask('POST', '/api/v1/invitations', { email: 'zoe@example.org', role: 'viewer' }, signedIn)).text,
  );
  const link = JSON.parse(
    (
      await ask(
        'POST',
        '/api/v1/links',
        { report: 'sla-overview', query: {}, title: 'x', expiresInDays: 1, password },
        signedIn,
      )
    ).text,
  );
  const secretOf = (address: string) => address.split('/').at(-1) as string;
  given.push(apiToken, secretOf(invited.link), ...(link.url === undefined ? [] : [secretOf(link.url)]));

  const wrong = `${mark}${'x1'.repeat(20)}`;
  const attempts: readonly [string, string, unknown?, Record<string, string>?][] = [
    ['POST', '/api/v1/session', { email: owner.email, password: secret('wrong') }],
    [
      'POST',
      '/api/v1/session',
      `{"email":"lea@example.org","password":"${secret('torn')}`,
      { 'content-type': 'application/json' },
    ],
    ['POST', '/api/v1/session', `{"password":${secret('torn')}}`, { 'content-type': 'application/json' }],
    ['POST', '/api/v1/session', { email: owner.email, password: secret('x').repeat(9) }],
    ['POST', '/api/v1/owner', { ...owner, token: wrong }],
    ['POST', '/api/v1/password-resets', { email: owner.email }],
    ['POST', `/api/v1/password-resets/${wrong}`, { password: secret('new') }],
    ['POST', `/api/v1/password-resets/${wrong}`, { password: mark }],
    ['GET', `/api/v1/password-resets/${wrong}`],
    ['GET', `/api/v1/invitations/by-token/${wrong}`],
    ['GET', `/api/v1/invitations/by-token/${wrong}/more`],
    ['POST', `/api/v1/shared/${wrong}`, { password: secret('link') }],
    ['GET', `/api/v1/shared/${wrong}%E0%A4%A`],
    ['GET', `/first-owner/none?token=${wrong}`],
    ['GET', `/api/auth/callback/oidc?code=${wrong}&state=${wrong}`],
    ['POST', '/api/v1/session/single-sign-on', { returnTo: '/' }],
    ['GET', '/api/v1/kpis', undefined, { authorization: `Bearer ${wrong}` }],
    ['GET', '/api/v1/kpis', undefined, { authorization: `Basic ${Buffer.from(wrong).toString('base64')}` }],
    ['GET', '/api/v1/me/sessions', undefined, { cookie: `vigie.session_token=${wrong}` }],
    ['GET', '/api/v1/me/sessions', undefined, { authorization: `Bearer ${apiToken}` }],
    ['POST', '/api/v1/me/password', { current: secret('wrong'), next: secret('next') }, signedIn],
    ['POST', '/api/v1/me/two-factor', { password: secret('wrong') }, signedIn],
    ['GET', `/api/v1/tickets?filter=${mark}`, undefined, signedIn],
  ];
  for (const [method, path, body, headers] of attempts) await ask(method, path, body, headers);
  await ask('GET', `/api/v1/invitations/by-token/${secretOf(invited.link)}/x`);
  await ask('DELETE', `/api/v1/invitations/by-token/${secretOf(invited.link)}`);

  const audit = await ask('GET', '/api/v1/audit?limit=500', undefined, signedIn);
  told.push(audit.text, (await ask('GET', '/api/v1/audit/export?format=ndjson', undefined, signedIn)).text);
  const { stdout, stderr } = await running.stop('SIGTERM');
  mail.close();
  const all = [stdout.replace(running.firstLine, ''), stderr, ...told].join('\n');
  expect(stderr).toMatch(/invitation mail failed[\s\S]*password reset mail failed/);
  expect(told.length).toBeGreaterThan(attempts.length - 4);
  // Nothing of the inside is told to whoever asks, even where something unexpected went wrong.
  expect(told.join('\n')).not.toMatch(/node_modules|\.ts:\d|select |insert /i);
  expect(all.split('\n').filter((line) => line.includes(mark))).toEqual([]);
  for (const one of given.filter((text) => text.length >= 20)) expect(all).not.toContain(one);
}, 120_000);
