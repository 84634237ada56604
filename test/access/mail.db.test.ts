import type { ParsedMail } from 'mailparser';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { base } from '#contract/paths.ts';
import { updateUser } from '#records/users.ts';
import { type Mailbox, openMailbox } from '#test/support/mailbox.ts';
import { openTestServer, type TestServer } from '#test/support/open-test-server.ts';
import { makeMember, signInAs } from '#test/support/people.ts';

let refuse = false;
let mailbox: Mailbox;
let desk: TestServer;

beforeAll(async () => {
  mailbox = await openMailbox(() => (refuse ? 552 : null));
  const mail = { url: mailbox.url, from: 'Vigie <vigie@example.org>' };
  desk = await openTestServer({ accounts: { mail } });
});
afterAll(async () => {
  await desk.close();
  await mailbox.close();
});

const post = (url: string, body: object, cookie?: string) =>
  desk.server.inject({
    ...{ method: 'POST', url: base + url, payload: JSON.stringify(body) },
    headers: { 'content-type': 'application/json', ...(cookie === undefined ? {} : { cookie }) },
  });

async function mailTo(address: string): Promise<ParsedMail> {
  for (let tries = 0; tries < 100; tries++) {
    const found = mailbox.received.find(({ to }) => to !== undefined && !Array.isArray(to) && to.text === address);
    if (found) return found;
    await new Promise((wake) => setTimeout(wake, 50));
  }
  throw new Error(`No mail to ${address} came.`);
}

test('an invitation is a letter in the language asked for, whose link makes the account', async () => {
  const sent = (await post('/invitations', { email: 'Ida@Example.org', role: 'manager', language: 'fr' })).json();
  expect(sent.mailed).toBe(true);
  const mail = await mailTo('ida@example.org');
  expect(mail.subject).toBe('owner vous invite dans default');
  expect(mail.from?.text).toBe('"Vigie" <vigie@example.org>');
  expect(mail.text).toContain(sent.link);
  expect(mail.html).toContain(sent.link);
  expect(mail.text).toContain('Responsable');
  const token = sent.link.split('/').at(-1);
  expect(
    (await post(`/invitations/by-token/${token}`, { name: 'Ida', password: 'quite a long one' }, '')).statusCode,
  ).toBe(200);
  expect(
    (await post(`/invitations/by-token/${token}`, { name: 'Ida', password: 'quite a long one' }, '')).json().code,
  ).toBe('invitation.unknown');
});

test('an invitation whose letter the mail server would not take says so, and its link works all the same', async () => {
  refuse = true;
  const sent = (await post('/invitations', { email: 'full@example.org', role: 'viewer' })).json();
  refuse = false;
  expect(sent.mailed).toBe(false);
  const token = sent.link.split('/').at(-1);
  expect(
    (await desk.server.inject({ url: `${base}/invitations/by-token/${token}`, headers: { cookie: '' } })).json(),
  ).toMatchObject({
    email: 'full@example.org',
    role: 'viewer',
    known: false,
  });
});

test('a forgotten password is chosen anew by the letter; an unknown address is answered alike and gets none', async () => {
  const { id, email, cookie } = await makeMember(desk.server, desk.accounts, desk.app, {
    email: 'forgot@example.org',
    role: 'viewer',
  });
  await updateUser(desk.accounts.everywhere, id, { language: 'fr' });
  const [known, unknown] = [
    await post('/password-resets', { email }, ''),
    await post('/password-resets', { email: 'no@example.org' }, ''),
  ];
  expect([known.statusCode, known.body]).toEqual([unknown.statusCode, unknown.body]);
  const mail = await mailTo(email);
  expect(mail.subject).toBe('Choisissez un nouveau mot de passe');
  const token = /\/reset-password\/(\S+)/.exec(mail.text ?? '')?.[1];
  expect((await post(`/password-resets/${token}`, { password: 'short' }, '')).statusCode).toBe(400);
  expect((await post(`/password-resets/${token}`, { password: 'a new long password' }, '')).statusCode).toBe(204);
  expect((await desk.server.inject({ url: `${base}/status`, headers: { cookie } })).statusCode).toBe(401);
  await signInAs(desk.server, email, 'a new long password');
  expect(mailbox.received.some(({ text }) => text?.includes('no@example.org'))).toBe(false);
});

test('a name adds no header, recipient or markup to a letter', async () => {
  const name = 'Eve\r\nBcc: victim@example.org\r\n\r\n<img src=x>';
  await updateUser(desk.accounts.everywhere, desk.owner.id, { name });
  await post('/invitations', { email: 'careful@example.org', role: 'viewer' });
  const mail = await mailTo('careful@example.org');
  expect(mail.bcc).toBeUndefined();
  expect(mail.subject).toContain('Eve');
  expect(mail.headers.has('bcc')).toBe(false);
  expect(mail.html).not.toContain('<img');
  expect(mailbox.received.flatMap(({ to }) => (to === undefined || Array.isArray(to) ? [] : [to.text]))).not.toContain(
    'victim@example.org',
  );
});
