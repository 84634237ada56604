import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { deskPolicy } from '#test/support/desk.ts';
import { spawnVigie } from '#test/support/spawn-vigie.ts';
import { createTestStores } from '#test/support/test-stores.ts';

const cwd = mkdtempSync(join(tmpdir(), 'vigie-policies-'));
const stores = await createTestStores(join(cwd, 'data'));
const place = { cwd, ...stores.places };
const vigie = (line: string) => spawnVigie(place, line.split(' '));
const keep = (name: string, content: unknown) => writeFileSync(join(cwd, name), JSON.stringify(content));

afterAll(async () => {
  await stores.drop();
  rmSync(cwd, { recursive: true, force: true });
});

test('policies are saved, left alone where nothing is new, listed, tried and refused', {
  timeout: 90_000,
}, async () => {
  await vigie('sample load marketplace --tickets 100');
  keep('desk.json', deskPolicy);
  expect(await vigie('policies save desk.json')).toMatchObject({ code: 0, stdout: 'desk: version 1 written\n' });
  expect(await vigie('policies save desk.json')).toMatchObject({ code: 0, stdout: 'desk: unchanged at version 1\n' });
  const listed = await vigie('policies list');
  expect(listed.stdout).toMatch(/^desk\tDesk\tcustomer\t1\t1\t/m);
  keep('tight.json', {
    ...deskPolicy,
    when: { field: 'channel', op: 'exists' },
    targets: [{ ...deskPolicy.targets[0], seconds: { default: 1 } }],
  });
  const tried = await vigie('policies dry-run tight.json --months 12 --json');
  expect(JSON.parse(tried.stdout)).toMatchObject({ state: 'done', result: { tickets: expect.any(Number) } });
  expect((await vigie('policies dry-run tight.json --months 12')).stdout).toMatch(/^All\t/m);
  keep('bad.json', { ...deskPolicy, id: 'bad', targets: [] });
  expect(await vigie('policies save bad.json')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('policy.no-targets'),
  });
});
