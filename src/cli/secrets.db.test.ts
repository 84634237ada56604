import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { spawnVigie } from '#test/support/spawn-vigie.ts';
import { createTestStores } from '#test/support/test-stores.ts';

const cwd = mkdtempSync(join(tmpdir(), 'vigie-secrets-'));
const stores = await createTestStores(join(cwd, 'data'));
const vigie = (line: string) => spawnVigie({ cwd, ...stores.places }, line.split(' '));
const keep = (name: string, content: unknown) => writeFileSync(join(cwd, name), JSON.stringify(content));

afterAll(async () => {
  await stores.drop();
  rmSync(cwd, { recursive: true, force: true });
});

test('a webhook is made of a file, and gets a new secret that is printed alone', { timeout: 90_000 }, async () => {
  const mapping = { each: '', fields: [{ to: 'subject', path: '$.order' }] };
  keep('shop.json', { name: 'Shop', source: 'shop', scheme: 'hmac', mapping });
  const made = JSON.parse((await vigie('hooks create shop.json --json')).stdout);
  const rotated = await vigie(`hooks rotate ${made.hook.id}`);
  expect(rotated.stdout).toMatch(/^whsec_\S+\n$/);
  expect(rotated.stdout.trim()).not.toBe(made.secret);
  const [listed] = JSON.parse((await vigie('hooks list --json')).stdout);
  expect(listed).toMatchObject({ id: made.hook.id, oldSecretUntil: expect.stringMatching(/^\d{4}-/) });
  keep('bad.json', { name: 'Shop', source: 'shop', scheme: 'none', mapping });
  expect(await vigie('hooks create bad.json')).toMatchObject({ code: 2, stderr: expect.stringContaining('scheme') });
  const unknown = await vigie('channels rotate nowhere');
  expect(unknown.stderr).toContain('channel.unknown');
});
