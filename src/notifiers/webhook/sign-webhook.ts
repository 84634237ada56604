import { createHmac, randomBytes } from 'node:crypto';

const prefix = 'whsec_';

/** A new key, as Standard Webhooks writes keys. */
export function makeWebhookKey(): string {
  return prefix + randomBytes(32).toString('base64');
}

/**
 * The headers that prove by a key that a body comes from us and is whole: Standard Webhooks, scheme v1. With several keys there
 * is a signature by each, so that whoever checks may know any of them. `at` in epoch ms.
 */
export function signWebhook(
  keys: string | readonly string[],
  id: string,
  at: number,
  body: string,
): Record<string, string> {
  const timestamp = String(Math.floor(at / 1000));
  const signatures = [keys].flat().map((key) => {
    const secret = Buffer.from(key.slice(prefix.length), 'base64');
    return `v1,${createHmac('sha256', secret).update(`${id}.${timestamp}.${body}`).digest('base64')}`;
  });
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures.join(' ') };
}
