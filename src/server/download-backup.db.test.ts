import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { eventsIn } from '#app/backup/manifest.ts';
import { streamBackup } from '#app/backup/stream-backup.ts';
import { takeBackup } from '#app/backup/take-backup.ts';
import { verifyBackup } from '#app/backup/verify-backup.ts';
import { loadSample } from '#app/load-sample.ts';
import { listAudit } from '#records/audit.ts';
import { addDeadLetters } from '#records/imports.ts';
import { ensureWorkspace } from '#records/workspaces.ts';
import { openTestServer, type TestServer } from '#test/support/open-test-server.ts';
import { makeMember, type Person } from '#test/support/people.ts';

const url = '/api/v1/backup';
const folder = mkdtempSync(join(tmpdir(), 'vigie-download-'));
const file = join(folder, 'vigie.backup');
let desk: TestServer;
let admin: Person;
let origin: string;

beforeAll(async () => {
  desk = await openTestServer();
  const { server, accounts, app, installation } = desk;
  await ensureWorkspace(installation.records.everywhere, { id: 'second', timeZone: 'UTC' });
  await loadSample(app, 'marketplace', { tickets: 300 });
  admin = await makeMember(server, accounts, app, { email: 'admin@example.org', role: 'admin' });
  origin = await server.listen({ host: '127.0.0.1', port: 0 });
}, 120_000);
afterAll(async () => {
  await desk.close();
  rmSync(folder, { recursive: true, force: true });
});

const spooled = () => existsSync(join(desk.app.dataFolder, 'backup-spool'));
const deedsOf = async (workspace: string) => {
  const page = { order: 'desc', after: null, limit: 10 } as const;
  const rows = await listAudit(desk.installation.records.everywhere, workspace, {}, page);
  return rows.filter(({ action }) => action === 'installation.backed-up');
};

test('an operator downloads a whole back-up, and the audit log of every workspace tells of it', async () => {
  const headers = { cookie: desk.owner.cookie, 'accept-encoding': 'br, gzip' };
  const answer = await fetch(origin + url, { headers });
  expect(answer.headers.get('content-encoding')).toBe(null);
  expect(answer.headers.get('content-disposition')).toMatch(/filename="vigie-\d{4}-\d\d-\d\d\.backup"/);
  writeFileSync(file, Buffer.from(await answer.arrayBuffer()));
  const { manifest, parts } = await verifyBackup(file);
  expect(eventsIn(parts)).toBe(await desk.app.journal.lastSeq());
  for (const [at, workspace] of ['default', 'second'].entries()) {
    const deeds = await deedsOf(workspace);
    const details = { takenAt: manifest.takenAt, lastSeq: manifest.journals?.[at]?.lastSeq };
    expect(deeds).toMatchObject([{ actorId: desk.owner.id, actorKind: 'member', details }]);
  }
  expect(spooled()).toBe(false);
});

test('who does not operate the installation gets no back-up, whatever their role or token', async () => {
  const made = await desk.server.inject({
    method: 'POST',
    url: '/api/v1/tokens',
    headers: { 'content-type': 'application/json', cookie: admin.cookie },
    payload: JSON.stringify({ name: 'all', scope: 'admin' }),
  });
  const bearer = { authorization: `Bearer ${made.json().token}` };
  for (const headers of [{ cookie: admin.cookie }, bearer]) {
    expect((await desk.server.inject({ url, headers })).statusCode).toBe(403);
  }
  expect((await desk.server.inject({ url, headers: { cookie: '' } })).statusCode).toBe(401);
});

test('while another back-up is taken a download is refused, with a problem document', async () => {
  await takeBackup(desk.installation, async () => {
    const refused = await desk.server.inject({ url });
    expect([refused.statusCode, refused.json().code]).toEqual([409, 'backup.running']);
  });
});

test('a download that is hung up in the middle leaves nothing behind, and another can begin', async () => {
  // More than the sockets between hold: the server waits for whoever reads.
  const letters = Array.from({ length: 40 }, (_, line) => {
    return { importId: null, line, path: null, code: 'x', reason: 'x', raw: randomBytes(400_000).toString('base64') };
  });
  await addDeadLetters(desk.app.records, 'default', letters);
  const hangUp = new AbortController();
  const answer = await fetch(origin + url, { headers: { cookie: desk.owner.cookie }, signal: hangUp.signal });
  const reader = (answer.body as ReadableStream<Uint8Array>).getReader();
  expect((await reader.read()).done).toBe(false);
  expect(spooled()).toBe(true);
  hangUp.abort();
  await vi.waitFor(async () => {
    expect(spooled()).toBe(false);
    await takeBackup(desk.installation, async () => undefined);
  }, 20_000);
}, 60_000);

test('a download of which nobody takes the next piece ends, and throws for who asks for it at last', async () => {
  const { signal } = new AbortController();
  const stream = { file: 'f', signal, onTaken: async () => undefined, patienceMs: 30 };
  const pieces = streamBackup(desk.installation, stream);
  await pieces.next();
  await vi.waitFor(() => takeBackup(desk.installation, async () => undefined), 20_000);
  await expect(pieces.next()).rejects.toMatchObject({ code: 'backup.stopped' });
}, 60_000);
