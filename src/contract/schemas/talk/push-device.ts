import { z } from 'zod';
import { instant } from '../common.ts';

const name = z.string().trim().min(1).max(80).describe('What one knows it by, as `Firefox · Linux`');
const base64url = z.string().regex(/^[\w-]{1,200}={0,2}$/);

export const pushDevice = z
  .object({
    id: z.string(),
    name,
    digest: z.string().describe('SHA-256 of the endpoint in hex, by which a browser finds itself'),
    createdAt: instant,
    sentAt: instant.nullable().describe('When its push service last took something; null: nothing yet'),
  })
  .meta({ id: 'PushDevice' });

export const pushDevices = z.object({
  publicKey: z.string().describe('`applicationServerKey` of PushManager.subscribe(), base64url'),
  items: z.array(pushDevice),
});

/** What PushSubscription.toJSON() of a browser gives, and a name. */
export const newPushDevice = z.object({
  name,
  endpoint: z.string().min(1).max(2000).describe('Where the push service of the browser takes notifications'),
  p256dh: base64url.describe('Key of the browser to which notifications are encrypted'),
  auth: base64url.describe('Secret of the browser'),
});
