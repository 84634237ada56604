import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { signWebhook } from '#notifiers/webhook/sign-webhook.ts';
import { checkSignature, type SignedBy } from './check-signature.ts';

const now = 1_793_000_000_000;
const body = Buffer.from('{"a":"é"}');
const standardSecret = `whsec_${Buffer.from('0123456789abcdef0123456789abcdef').toString('base64')}`;
const standard: SignedBy = {
  scheme: 'standard',
  secrets: [standardSecret],
  header: '',
  timeHeader: null,
};
const hmac: SignedBy = { scheme: 'hmac', secrets: ['shared words'], header: 'x-signature', timeHeader: null };

function check(by: SignedBy, headers: Record<string, string>, given: Uint8Array = body): string {
  try {
    checkSignature(by, given, { now, find: (name) => headers[name] ?? null });
    return 'good';
  } catch (error) {
    return (error as { code: string }).code;
  }
}

const signed = (at = now) => signWebhook(standardSecret, 'msg_1', at, body.toString());
const digest = (text: string | Buffer, encoding: 'hex' | 'base64') =>
  createHmac('sha256', 'shared words').update(text).digest(encoding);

test('a body that is signed as Standard Webhooks say is good, also beside signatures of other keys', () => {
  expect(check(standard, signed())).toBe('good');
  const headers = signed();
  expect(check(standard, { ...headers, 'webhook-signature': `v1,AAAA ${headers['webhook-signature']}` })).toBe('good');
});

test.each([
  ['another body', signed(), Buffer.from('{"a":"e"}')],
  ['another id', { ...signed(), 'webhook-id': 'msg_2' }, body],
  ['no id', { ...signed(), 'webhook-id': '' }, body],
  ['another time', { ...signed(), 'webhook-timestamp': '1793000001' }, body],
  ['no signature', { ...signed(), 'webhook-signature': '' }, body],
  ['a short signature', { ...signed(), 'webhook-signature': 'v1,AA==' }, body],
  [
    'another scheme',
    { ...signed(), 'webhook-signature': signed()['webhook-signature']?.replace('v1', 'v9') ?? '' },
    body,
  ],
])('%s is refused', (_, headers, given) => {
  expect(check(standard, headers, given)).toBe('hook.bad-signature');
});

test.each([-301, 301])(
  'what was signed %d seconds from now is refused, so that it is not sent again later',
  (seconds) => {
    expect(check(standard, signed(now + seconds * 1000))).toBe('hook.too-old');
    expect(check(standard, signed(now + Math.sign(seconds) * 299_000))).toBe('good');
  },
);

test('a signature in a header of the source’s choice is good in hex and base64, with its prefix or without', () => {
  expect(check(hmac, { 'x-signature': digest(body, 'hex') })).toBe('good');
  expect(check(hmac, { 'x-signature': `sha256=${digest(body, 'hex').toUpperCase()}` })).toBe('good');
  expect(check(hmac, { 'x-signature': digest(body, 'base64') })).toBe('good');
  expect(check(hmac, { 'x-signature': digest('{}', 'hex') })).toBe('hook.bad-signature');
  expect(check(hmac, {})).toBe('hook.bad-signature');
});

test('with a header of time, the time is signed too and has to be near', () => {
  const timed = { ...hmac, timeHeader: 'x-time' };
  const at = (seconds: number) => {
    const time = String(now / 1000 + seconds);
    return { 'x-time': time, 'x-signature': digest(`${time}.${body}`, 'hex') };
  };
  expect(check(timed, at(0))).toBe('good');
  expect(check(timed, at(-400))).toBe('hook.too-old');
  expect(check(timed, { 'x-signature': digest(body, 'hex') })).toBe('hook.bad-signature');
});
