import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ingestEvents } from '#app/ingest-events.ts';
import type { Installation } from '#app/installation.ts';
import { openInstallation } from '#app/open-installation.ts';
import { privacyEvents, zoe } from '#test/support/privacy-desk.ts';
import { runInside } from '#test/support/run-inside.ts';
import { createTestStores } from '#test/support/test-stores.ts';

const folder = mkdtempSync(join(tmpdir(), 'vigie-cli-privacy-'));
const stores = await createTestStores(join(folder, 'data'));
let installation: Installation;

beforeAll(async () => {
  installation = await openInstallation({ ...stores.places, workers: 1 });
  const app = await installation.workspace('default');
  await ingestEvents(app, privacyEvents(Date.UTC(2020, 2, 2, 9)));
  await app.folds.settled();
});
afterAll(async () => {
  await installation.close();
  await stores.drop();
  rmSync(folder, { recursive: true, force: true });
});

const vigie = (line: string, answer?: string) => runInside(installation, line, folder, answer);

test('what is held of a person is one JSON document, in a file that only its owner reads', async () => {
  const { code, stdout } = await vigie(`privacy export customer ${zoe.id} --json`);
  expect([code, JSON.parse(stdout).tickets.length]).toEqual([0, 2]);
  const kept = await vigie('privacy export agent a1 --out a1.json');
  expect(kept).toMatchObject({ code: 0, stdout: '', stderr: expect.stringContaining('a1.json') });
  expect(JSON.parse(readFileSync(join(folder, 'a1.json'), 'utf8')).names).toEqual(['Léa']);
  expect(statSync(join(folder, 'a1.json')).mode & 0o077).toBe(0);
  const missing = await vigie('privacy export agent nobody --lang fr');
  expect(missing).toMatchObject({ code: 3, stdout: '', stderr: expect.stringContaining('Rien n’est conservé') });
  expect((await vigie('privacy export robot a1')).code).toBe(2);
});

test('nobody is erased unless it is confirmed', async () => {
  for (const answer of [undefined, 'n', '']) {
    const refused = await vigie(`privacy erase ${zoe.id}`, answer);
    expect(refused).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('privacy.not-confirmed') });
  }
  expect((await vigie('privacy erasures')).stdout).toBe('Nobody was erased.\n');
  expect((await vigie(`privacy export customer ${zoe.id}`)).code).toBe(0);
});

test('an erasure that is confirmed tells what it did and what it did not reach', async () => {
  const erased = await vigie(`privacy erase ${zoe.id}`, 'y');
  expect(erased.code).toBe(0);
  expect(erased.stdout).toMatch(
    /^Erased: 3 tickets · 13 events · 0 rejected lines deleted\. .* erased-[0-9a-f]{16}\.\n$/,
  );
  expect(erased.stderr).toContain('Back-ups made before');
  expect((await vigie(`privacy export customer ${zoe.id}`)).code).toBe(3);
  const json = await vigie('privacy erase cust-eve-3 --yes --json');
  expect(JSON.parse(json.stdout)).toMatchObject({ state: 'done', tickets: 1, requestedBy: 'operator' });
  expect(await vigie('privacy erase cust-eve-3 --yes')).toMatchObject({
    code: 3,
    stderr: expect.stringContaining('privacy.unknown-person'),
  });
});

test('erasures are listed without saying whom they were of', async () => {
  const listed = await vigie('privacy erasures --json');
  const rows = listed.stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(rows.map(({ tickets }) => tickets)).toEqual([1, 3]);
  expect(listed.stdout).not.toMatch(/cust-/);
  expect((await vigie('privacy erasures')).stdout).toMatch(/^Asked at \(UTC\)\tBy\t/);
});

test('periods are shown, changed one by one, and refused where they mean nothing', async () => {
  expect((await vigie('privacy retention')).stdout).toMatch(/^Kept:\n {2}Closed tickets +for good\n/);
  const changed = await vigie('privacy retention --tickets 36 --imports 90 --json');
  expect(JSON.parse(changed.stdout)).toEqual({
    ticketMonths: 36,
    customerMonths: null,
    importDays: 90,
    auditDays: null,
  });
  const back = await vigie('privacy retention --imports never --customers 24 --json');
  expect(JSON.parse(back.stdout)).toEqual({ ticketMonths: 36, customerMonths: 24, importDays: null, auditDays: null });
  for (const line of ['--tickets 0', '--tickets 1.5', '--audit soon', '--customers 1201']) {
    expect(await vigie(`privacy retention ${line}`)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('cli.bad-value'),
    });
  }
});

test('the preview removes nothing; applying asks first and tells what is gone', async () => {
  const counts = { tickets: 2, customers: 0, rejected: 0, imports: 0, auditEntries: 0 };
  const preview = await vigie('privacy retention --preview --json');
  expect(JSON.parse(preview.stdout)).toEqual(counts);
  expect(await vigie('privacy retention --apply')).toMatchObject({ code: 2 });
  expect(await vigie('privacy retention --apply', 'n')).toMatchObject({ code: 2 });
  expect(JSON.parse((await vigie('privacy retention --preview --json')).stdout)).toEqual(counts);
  const applied = await vigie('privacy retention --apply', 'yes');
  expect(applied).toMatchObject({ code: 0, stdout: expect.stringMatching(/Removed:\n {2}2 +tickets deleted\n/) });
  const after = await vigie('privacy retention --preview --json');
  expect(JSON.parse(after.stdout)).toEqual({ ...counts, tickets: 0 });
});

test('facts are exported under pseudonyms', async () => {
  const { stdout } = await vigie('export tickets --pseudonyms');
  expect(stdout).toContain('agent-');
  expect(stdout).not.toMatch(/"a1"|cust-/);
});
