import { Webhook } from 'standardwebhooks';
import { expect, test } from 'vitest';
import { makeWebhookKey, signWebhook } from './sign-webhook.ts';

const body = JSON.stringify({ type: 'clock.breached', data: { ticket: 'É-1' } });

test('the library of Standard Webhooks accepts what is signed, and nothing that was changed', () => {
  const key = makeWebhookKey();
  const headers = signWebhook(key, 'msg-1', Date.now(), body);
  expect(new Webhook(key).verify(body, headers)).toEqual(JSON.parse(body));
  expect(() => new Webhook(key).verify(`${body} `, headers)).toThrow();
  expect(() => new Webhook(makeWebhookKey()).verify(body, headers)).toThrow();
  expect(() => new Webhook(key).verify(body, { ...headers, 'webhook-id': 'msg-2' })).toThrow();
});

test('a signature of long ago is refused as a replay', () => {
  const key = makeWebhookKey();
  expect(() => new Webhook(key).verify(body, signWebhook(key, 'msg-1', Date.now() - 600_000, body))).toThrow();
});

test('what is signed by two keys is accepted by who knows either, and by nobody else', () => {
  const keys = [makeWebhookKey(), makeWebhookKey()];
  const headers = signWebhook(keys, 'msg-1', Date.now(), body);
  for (const key of keys) expect(new Webhook(key).verify(body, headers)).toEqual(JSON.parse(body));
  expect(() => new Webhook(makeWebhookKey()).verify(body, headers)).toThrow();
});
