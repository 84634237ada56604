import { z } from 'zod';
import { instant } from '../common.ts';

/** A browser on which somebody is told. */
export const device = z
  .object({
    id: z.string(),
    endpointHash: z.string().describe('SHA-256 of the endpoint, base64url: by it a browser knows itself again'),
    userAgent: z.string().nullable(),
    createdAt: instant,
    lastSentAt: instant.nullable().describe('When the last message was taken; null: none yet'),
    failure: z.string().nullable().describe('Why the last message was not taken; null: it was'),
  })
  .meta({ id: 'Device' });

export const devices = z.object({
  publicKey: z.string().describe('The key that a browser subscribes with (`applicationServerKey`)'),
  items: z.array(device),
});

const key = z
  .string()
  .max(200)
  .regex(/^[\w-]+=*$/)
  .describe('base64url');

/** As `PushSubscription.toJSON()` of a browser gives it. */
export const newDevice = z.object({
  endpoint: z.string().min(1).max(2000),
  keys: z.object({ p256dh: key, auth: key }),
});
