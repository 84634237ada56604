import { afterAll, beforeAll, expect, test } from 'vitest';
import { openLog } from '#app/logging/open-log.ts';
import { base } from '#contract/paths.ts';
import type { Route } from '#contract/route.ts';
import { routes } from '#contract/routes.ts';
import { openTestServer, type TestServer } from '#test/support/open-test-server.ts';

let desk: TestServer;
let logged = '';
beforeAll(async () => {
  desk = await openTestServer({ log: openLog('trace', [], { write: (line) => (logged += line) }) });
});
afterAll(() => desk.close());

const secret = 'Ab1'.repeat(20);

test('where the records are gone, every route says so in words that reveal nothing, and the log tells it without secrets', async () => {
  const { everywhere } = desk.installation.records;
  await everywhere.schema.alterTable('sessions').renameTo('sessionsGone').execute();
  await everywhere.schema.alterTable('tokens').renameTo('tokensGone').execute();
  const statuses = new Set<number>();
  for (const { method, path } of Object.values<Route>(routes)) {
    for (const who of [{ cookie: desk.owner.cookie }, { authorization: `Bearer vigie_${secret}` }]) {
      const url = base + path.replace(/\{\w+\}/g, secret);
      const answer = await desk.server.inject({
        method,
        url,
        headers: { ...who, 'content-type': 'application/json' },
        payload: `{"password":"${secret}"}`,
      });
      statuses.add(answer.statusCode);
      if (answer.statusCode < 500) continue;
      const { code, detail, errors } = answer.json();
      expect([code, detail, errors]).toEqual(['server.unexpected', 'Something unexpected went wrong.', []]);
      expect(answer.body).not.toMatch(/sessions|tokens|relation|select|\.ts|node_modules/);
    }
  }
  await everywhere.schema.alterTable('sessionsGone').renameTo('sessions').execute();
  await everywhere.schema.alterTable('tokensGone').renameTo('tokens').execute();
  expect(statuses).toContain(500);
  expect(logged).toMatch(/request failed/);
  expect(logged).not.toContain(secret);
  expect(logged).not.toContain(desk.owner.cookie.split(/=|;/)[1]);
  for (const line of logged.trim().split('\n')) expect(JSON.parse(line).err?.stack ?? '').not.toMatch(/parameters/);
});
