import { randomBytes, randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hideSecrets } from './hide-secrets.ts';

test.each([
  ['the password of an address', 'connect to postgres://vigie:p@ss/w0rd@db:5432/vigie failed', 'p@ss/w0rd'],
  ['a header', '{"authorization":"Bearer abc.def-ghi"}', 'abc.def-ghi'],
  ['a header with a login', 'authorization: Basic dmlnaWU6c2VjcmV0', 'dmlnaWU6c2VjcmV0'],
  ['the cookie of a session', 'cookie: vigie.session_token=abc.def%3D; theme=dark', 'abc.def%3D'],
  ['the secure cookie of a session', '__Host-vigie.session_token=abc.def%3D', 'abc.def%3D'],
  ['a body', '{"email":"a@b.example","password":"hunter2"}', 'hunter2'],
  ['a body within JSON', String.raw`{"msg":"{\"password\":\"hunter2\"}"}`, 'hunter2'],
  ['a query', '/first-owner?token=short&x=1', 'short'],
  ['a setting', 'OIDC_CLIENT_SECRET=s3cret', 's3cret'],
])('%s is hidden', (_, text, secret) => {
  expect(hideSecrets(text)).not.toContain(secret);
});

test('tokens and secrets of links are hidden wherever they stand', () => {
  for (let i = 0; i < 200; i++) {
    const secret = randomBytes(32).toString('base64url');
    for (const text of [
      `vigie_${secret}`,
      `GET /api/v1/shared/${secret}/x`,
      `{"url":"https://v.example/s/${secret}"}`,
    ]) {
      expect(hideSecrets(text)).not.toContain(secret);
    }
  }
});

test('known secrets are hidden in each of their spellings, and lines of JSON stay JSON', () => {
  const secret = fc.string({ minLength: 8, unit: fc.constantFrom(...'"\\/@:%&= {}é$zQ') });
  fc.assert(
    fc.property(secret, fc.string(), (text, around) => {
      const line = JSON.stringify({ level: 30, msg: `${around} ${text} ${around}`, again: encodeURIComponent(text) });
      const left = JSON.parse(hideSecrets(line, [text])) as { msg: string; again: string };
      expect(left.msg).not.toContain(` ${text} `);
      expect(left.again).not.toBe(encodeURIComponent(text));
      expect(hideSecrets(`x${text}y`, [text])).not.toContain(text);
    }),
  );
});

test('what helps to find a fault stays: ids, codes, places, names of files', () => {
  const text = `request ${randomUUID()} failed at /srv/vigie/src/app/accounts/finish-single-sign-on.ts:12:34
    at PostgresConnection.executeQuery (file:///srv/vigie/node_modules/kysely/dist/dialect/postgres/postgres-driver.js:71:33)
    ECONNREFUSED 127.0.0.1:5432, 8c1f5a9b2d7e4c60a1b2c3d4e5f60718`;
  expect(hideSecrets(text)).toBe(text);
});
