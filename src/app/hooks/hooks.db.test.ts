import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createWorkspace } from '#app/members/workspace-settings.ts';
import { base } from '#contract/paths.ts';
import { signWebhook } from '#notifiers/webhook/sign-webhook.ts';
import { openTestServer, type TestServer } from '#test/support/open-test-server.ts';

let desk: TestServer;
beforeAll(async () => {
  desk = await openTestServer();
});
afterAll(() => desk.close());

const mapping = {
  each: '$.events[*]',
  fields: [
    { to: 'id', path: '$.id' },
    { to: 'type', constant: 'ticket.created' },
    { to: 'time', path: '$.at' },
    { to: 'subject', path: '$.ticket' },
    { to: 'data.priority', path: '$.prio', words: { 1: 'urgent' } },
  ],
};
const settings = { name: 'Shop', source: 'shop/acme', scheme: 'standard', mapping };
const body = (...events: object[]) => JSON.stringify({ events });
const one = (id: string) => ({ id, at: '2026-11-02T09:00:00Z', ticket: `H-${id}`, prio: 1 });

async function ask(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, payload?: object, version?: number) {
  const headers = version === undefined ? {} : { 'if-match': `"${version}"` };
  const answer = await desk.server.inject({ method, url: base + path, headers, ...(payload && { payload }) });
  return { status: answer.statusCode, json: answer.body === '' ? null : answer.json() };
}

async function post(id: string, payload: string, headers: Record<string, string>) {
  const answer = await desk.server.inject({
    method: 'POST',
    url: `${base}/hooks/${id}`,
    headers: { 'content-type': 'application/json', cookie: '', ...headers },
    payload,
  });
  return { status: answer.statusCode, json: answer.json() };
}

async function make(more: object = {}): Promise<{ id: string; secret: string }> {
  const { status, json } = await ask('POST', '/hooks', { ...settings, ...more });
  expect(status).toBe(201);
  return { id: json.hook.id, secret: json.secret };
}

const letters = async () => (await ask('GET', '/dead-letters')).json.items;

test('what a system posts and signs is read by the mapping, and counts once however often it is sent', async () => {
  const { id, secret } = await make();
  const payload = body(one('1'), one('2'));
  const signed = () => signWebhook(secret, 'msg_1', Date.now(), payload);
  expect(await post(id, payload, signed())).toEqual({ status: 200, json: { accepted: 2, duplicates: 0, rejected: 0 } });
  expect(await post(id, payload, signed())).toMatchObject({ json: { accepted: 0, duplicates: 2 } });
  await desk.app.folds.settled();
  const ticket = (await ask('GET', '/tickets/H-1')).json;
  expect(JSON.stringify(ticket)).toContain('urgent');
  expect((await ask('GET', `/hooks/${id}/last-body`)).json.body).toBe(payload);
});

test('what is not signed, or by another secret, is refused and neither kept nor shown', async () => {
  const { id } = await make();
  const other = await make();
  const before = await desk.app.journal.lastSeq();
  const payload = body(one('3'));
  expect((await post(id, payload, {})).status).toBe(401);
  expect((await post(id, payload, signWebhook(other.secret, 'm', Date.now(), payload))).json.code).toBe(
    'hook.bad-signature',
  );
  const old = signWebhook((await make()).secret, 'm', Date.now() - 600_000, payload);
  expect((await post(id, payload, old)).status).toBe(401);
  expect((await post('nothing', payload, {})).status).toBe(404);
  expect(await desk.app.journal.lastSeq()).toBe(before);
  expect(await letters()).toEqual([]);
  expect((await ask('GET', `/hooks/${id}/last-body`)).json).toEqual({ receivedAt: null, body: null });
});

test('a plain HMAC in a header of one’s choice is taken too', async () => {
  const { id, secret } = await make({ scheme: 'hmac', header: 'X-Shop-Signature' });
  const payload = body(one('4'));
  const signature = createHmac('sha256', secret).update(payload).digest('hex');
  expect((await post(id, payload, { 'x-shop-signature': `sha256=${signature}` })).json.accepted).toBe(1);
});

test('what cannot be read is kept as rejected, good events beside it count', async () => {
  const { id, secret } = await make();
  const send = (payload: string) => post(id, payload, signWebhook(secret, 'm', Date.now(), payload));
  expect((await send(body(one('5'), { ...one('6'), at: 'soon' }))).json).toEqual({
    ...{ accepted: 1, duplicates: 0, rejected: 1 },
  });
  expect((await send('{"other":1}')).json).toMatchObject({ rejected: 1 });
  expect((await send('{"events":')).json).toMatchObject({ rejected: 1 });
  const kept = await letters();
  expect(kept.map(({ code }: { code: string }) => code)).toEqual([
    'import.bad-json',
    'hook.nothing-found',
    'event.bad-instant',
  ]);
  expect(JSON.parse(kept[2].raw)).toMatchObject({ id: '6', source: 'shop/acme', type: 'ticket.created' });
});

test('a body that a mapping could not read is read again once the mapping is mended, and can be mended by hand', async () => {
  const { id, secret } = await make({ mapping: { ...mapping, each: '$.tickets[*]' } });
  const send = (payload: string) => post(id, payload, signWebhook(secret, 'm', Date.now(), payload));
  const long = { ...one('r1'), note: 'x'.repeat(40_000) };
  await send(body(long, one('r2')));
  await send('{"events":');
  const [broken, unread] = await letters();
  expect([broken.hook, unread.hook]).toEqual([id, id]);
  expect(unread).toMatchObject({ code: 'hook.nothing-found' });
  expect((await ask('POST', '/dead-letters/replay', { ids: [unread.id] })).json).toMatchObject({ rejected: 1 });
  const still = await ask('POST', `/dead-letters/${broken.id}/replay`, { event: { events: [one('r3')] } });
  expect(still.json).toMatchObject({ outcome: 'rejected', defects: [{ code: 'hook.nothing-found' }] });
  await ask('PUT', `/hooks/${id}`, settings, 1);
  expect((await ask('POST', '/dead-letters/replay', { ids: [unread.id] })).json).toMatchObject({
    accepted: 2,
    rejected: 0,
  });
  const mended = await ask('POST', `/dead-letters/${broken.id}/replay`, { event: { events: [one('r3')] } });
  expect(mended.json).toEqual({ outcome: 'accepted', defects: [] });
  const left = (await letters()).map((letter: { id: number }) => letter.id);
  expect(left).not.toContain(unread.id);
  expect(left).not.toContain(broken.id);
});

test('a body that is too large is refused before it is read whole', async () => {
  const { id } = await make();
  expect((await post(id, JSON.stringify('x'.repeat(600_000)), {})).status).toBe(413);
});

test('a mapping is tried without anything being kept, and what is wrong is told by its place', async () => {
  const before = await desk.app.journal.lastSeq();
  const tried = await ask('POST', '/hooks/preview', {
    mapping,
    source: 'shop',
    body: { events: [one('7'), { ...one('8'), at: null }] },
  });
  expect(tried.json.total).toBe(2);
  expect(tried.json.events[0].defects).toEqual([]);
  expect(tried.json.events[1].defects[0]).toMatchObject({ path: '$.time' });
  const broken = { ...mapping, fields: [{ to: 'id', path: '$.[' }] };
  const refused = await ask('POST', '/hooks/preview', { mapping: broken, source: 'shop', body: {} });
  expect(refused.json.mapping[0]).toMatchObject({ code: 'hook.bad-path', path: '$.fields[0].path' });
  expect((await ask('POST', '/hooks', { ...settings, mapping: broken })).status).toBe(400);
  expect(await desk.app.journal.lastSeq()).toBe(before);
});

test('a webhook is changed and removed, its secret never told again', async () => {
  const { id, secret } = await make();
  const changed = await ask('PUT', `/hooks/${id}`, { ...settings, name: 'Shop 2' }, 1);
  expect(changed.json).toMatchObject({ id, name: 'Shop 2', version: 2 });
  expect(JSON.stringify((await ask('GET', '/hooks')).json)).not.toContain(secret);
  expect((await ask('DELETE', `/hooks/${id}`)).status).toBe(204);
  expect((await post(id, '{}', signWebhook(secret, 'm', Date.now(), '{}'))).status).toBe(404);
  expect((await ask('DELETE', `/hooks/${id}`)).status).toBe(404);
});

test('a webhook is changed only by who says which version of it, and is not changed over the head of another', async () => {
  const { id } = await make();
  const change = (name: string, version?: number) => ask('PUT', `/hooks/${id}`, { ...settings, name }, version);
  expect(await change('No version')).toMatchObject({ status: 400, json: { code: 'hook.version-missing' } });
  const both = await Promise.all([change('One', 1), change('Two', 1)]);
  expect(both.map(({ status }) => status).toSorted()).toEqual([200, 412]);
  expect((await change('Late', 1)).json).toMatchObject({ code: 'hook.changed' });
  expect((await change('Now', 2)).json.version).toBe(3);
  const gone = await ask('PUT', '/hooks/nothing', settings, 1);
  expect(gone).toMatchObject({ status: 404, json: { code: 'hook.unknown' } });
});

test('a new secret is told once, and the one before it holds for 24 hours', async () => {
  const { id, secret } = await make();
  const send = (key: string) => post(id, '{"events":[]}', signWebhook(key, 'm', Date.now(), '{"events":[]}'));
  const rotated = await ask('POST', `/hooks/${id}/secret`);
  const next = rotated.json.secret;
  expect([(await send(secret)).status, (await send(next)).status]).toEqual([200, 200]);
  const until = Date.parse(rotated.json.hook.oldSecretUntil);
  expect(Math.abs(until - Date.now() - 86_400_000)).toBeLessThan(60_000);
  const { everywhere } = desk.installation.records;
  await everywhere
    .updateTable('hooks')
    .set({ oldUntil: new Date(Date.now() - 1) })
    .where('id', '=', id)
    .execute();
  expect([(await send(secret)).status, (await send(next)).status]).toEqual([401, 200]);
  const last = (await ask('POST', `/hooks/${id}/secret`)).json.secret;
  expect([(await send(secret)).status, (await send(next)).status, (await send(last)).status]).toEqual([401, 200, 200]);
});

test('what is posted to a webhook of another workspace counts there and not here', async () => {
  const by = { actor: { kind: 'operator' }, address: null } as const;
  await createWorkspace(desk.installation, { id: 'lyon', name: 'Lyon', timeZone: 'UTC' }, by);
  const there = await desk.installation.workspace('lyon');
  const { createHook } = await import('./hooks.ts');
  const made = await createHook(there, { ...settings, scheme: 'standard', header: 'x', timeHeader: null }, by);
  const before = await desk.app.journal.lastSeq();
  const payload = body(one('9'));
  const answer = await post(made.hook.id, payload, signWebhook(made.secret, 'm', Date.now(), payload));
  expect(answer.json.accepted).toBe(1);
  expect(await there.journal.lastSeq()).toBe(1);
  expect(await desk.app.journal.lastSeq()).toBe(before);
  expect((await ask('DELETE', `/hooks/${made.hook.id}`)).status).toBe(404);
});
