import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { base } from '#contract/paths.ts';
import { openTestServer, type TestServer } from '#test/support/open-test-server.ts';
import { buildServer } from './build-server.ts';

const webRoot = mkdtempSync(join(tmpdir(), 'vigie-headers-'));
let desk: TestServer;
let encrypted: FastifyInstance;
beforeAll(async () => {
  mkdirSync(join(webRoot, 'assets'));
  const page = '<meta name="style-nonce" nonce="__STYLE_NONCE__"><script>let own = 1;</script>';
  writeFileSync(join(webRoot, 'index.html'), `<!doctype html>${page}`);
  writeFileSync(join(webRoot, 'assets/main-1.js'), 'let x;');
  desk = await openTestServer({ webRoot });
  const publicUrl = 'https://vigie.example.org';
  encrypted = buildServer(desk.installation, desk.accounts, { webRoot, log: null, publicUrl });
});
afterAll(async () => {
  await encrypted.close();
  await desk.close();
  rmSync(webRoot, { recursive: true, force: true });
});

/** Each kind of answer: where, its status, and what caches may do with it. */
const answers: readonly [string, string, number, string][] = [
  ['a page', '/', 200, 'no-cache'],
  ['a page by the name of its file', '/index.html', 200, 'no-cache'],
  ['a page of an address with a secret', '/reset-password/abc', 200, 'no-cache'],
  ['an asset', '/assets/main-1.js', 200, 'public, max-age=31536000, immutable'],
  ['an asset that is not there', '/assets/main-2.js', 404, 'no-store'],
  ['an answer of somebody', `${base}/tickets`, 200, 'no-store'],
  ['the rules of a workspace', `${base}/policies`, 200, 'no-store'],
  ['an account', `${base}/session`, 200, 'no-store'],
  ['an export', `${base}/exports/tickets?format=csv`, 200, 'no-store'],
  ['a registry', `${base}/kpis`, 200, 'private, no-cache'],
  ['the documentation of the API', '/api/docs', 200, 'private, no-cache'],
  ['the OpenAPI document', '/api/openapi.json', 200, 'private, no-cache'],
  ['a problem', `${base}/tickets/none`, 404, 'no-store'],
  ['a problem of the framework', `${base}/tickets/%E0%A4%A`, 400, 'no-store'],
  ['a path that is not there', '/api/nothing', 404, 'no-store'],
  ['the health', '/healthz', 200, 'no-store'],
  ['the readiness', '/readyz', 200, 'no-store'],
  ['the metrics', '/metrics', 200, 'no-store'],
];

test.each(answers)('%s has every security header', async (_, url, status, cache) => {
  const { headers, statusCode } = await desk.server.inject({ url });
  expect([statusCode, headers['cache-control']]).toEqual([status, cache]);
  expect(headers).toMatchObject({
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
  });
  expect(headers['permissions-policy']).toMatch(/camera=\(\).*geolocation=\(\).*microphone=\(\)/);
  const policy = String(headers['content-security-policy']);
  for (const part of ["default-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"])
    expect(policy).toContain(part);
  expect(policy).not.toContain('unsafe-eval');
  expect(policy.replace("style-src-attr 'unsafe-inline'", '')).not.toContain('unsafe-inline');
  expect(headers['content-type']).toMatch(/charset=utf-8|javascript/);
  for (const telling of ['server', 'x-powered-by', 'access-control-allow-origin', 'strict-transport-security']) {
    expect(headers[telling], telling).toBeUndefined();
  }
});

test.each(answers)('%s asks for encryption where people reach it by https', async (_, url) => {
  const cookie = desk.owner.cookie.replaceAll('vigie.', '__Host-vigie.');
  const { headers } = await encrypted.inject({ url, headers: { host: 'vigie.example.org', cookie } });
  expect(headers['strict-transport-security']).toBe('max-age=31536000; includeSubDomains');
});

test('each answer with the page has a nonce of its own for styles, and the hash of the script within', async () => {
  const seen = new Set<string>();
  for (let i = 0; i < 5; i++) {
    const { body, headers } = await desk.server.inject({ url: '/sign-in', headers: { accept: 'text/html' } });
    const nonce = /nonce="([^"]+)"/.exec(body)?.[1] ?? '';
    expect(Buffer.from(nonce, 'base64')).toHaveLength(16);
    expect(headers['content-security-policy']).toContain(`style-src-elem 'self' 'nonce-${nonce}';`);
    expect(headers['content-security-policy']).toMatch(/script-src 'self' 'sha256-[\w+/=]+';/);
    seen.add(nonce);
  }
  expect(seen.size).toBe(5);
});

test('a method that nothing listens to is no way in: TRACE, CONNECT and OPTIONS answer as what is not there', async () => {
  for (const method of ['OPTIONS', 'TRACE', 'PUT'] as const) {
    const answer = await desk.server.inject({ method, url: `${base}/kpis`, headers: { 'x-secret': 's3cret' } });
    expect([answer.statusCode, answer.body.includes('s3cret')], method).toEqual([404, false]);
  }
});
