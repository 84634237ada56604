import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Installation } from '#app/installation.ts';
import { openInstallation } from '#app/open-installation.ts';
import { runInside } from '#test/support/run-inside.ts';
import { createTestStores } from '#test/support/test-stores.ts';

const folder = mkdtempSync(join(tmpdir(), 'vigie-cli-calendars-'));
const stores = await createTestStores(join(folder, 'data'));
let installation: Installation;

beforeAll(async () => {
  installation = await openInstallation({ ...stores.places, workers: 1 });
});
afterAll(async () => {
  await installation.close();
  await stores.drop();
  rmSync(folder, { recursive: true, force: true });
});

const vigie = (line: string) => runInside(installation, line, folder);

function write(name: string, value: unknown): string {
  writeFileSync(join(folder, name), JSON.stringify(value));
  return name;
}

const paris = { id: 'paris', name: 'Paris', timeZone: 'Europe/Paris', weekly: { mon: [['09:00', '18:00']] } };

test('a calendar file is kept, again changes nothing, and changed makes the next version', async () => {
  const file = write('paris.json', paris);
  expect(JSON.parse((await vigie(`calendar save ${file} --json`)).stdout)).toEqual([{ id: 'paris', version: 1 }]);
  expect((await vigie(`calendar save ${file}`)).stdout).toContain('version 1');
  const changed = write('changed.json', { ...paris, name: 'Paris et Lyon' });
  expect((await vigie(`calendar save ${changed}`)).stdout).toContain('version 2');
  expect((await vigie('calendar list')).stdout).toContain('paris\tParis et Lyon\tEurope/Paris');
});

test('a calendar that is never open is refused in words', async () => {
  const file = write('never.json', { ...paris, id: 'never', weekly: {} });
  const { code, stderr } = await vigie(`calendar save ${file}`);
  expect(code).not.toBe(0);
  expect(stderr).toContain('never open');
  expect((await vigie('calendar list --json')).stdout).not.toContain('"never"');
});
