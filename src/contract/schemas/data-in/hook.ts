import { z } from 'zod';
import { instant } from '../common.ts';

const field = z.object({
  to: z.string().max(200).describe('`id`, `type`, `time`, `subject`, or `data.` and a key'),
  path: z.string().max(200).optional().describe('JSONPath (RFC 9535) of the value'),
  constant: z.string().max(500).optional().describe('The same for all, where there is no path'),
  words: z.record(z.string().max(200), z.string().max(200)).optional().describe('Words of the source, and ours'),
});

export const hookMapping = z
  .object({
    each: z
      .string()
      .max(200)
      .default('')
      .describe('JSONPath of what each event is made of; empty: the body is one event'),
    fields: z.array(field).max(60),
  })
  .meta({ id: 'HookMapping' });

const headerName = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,63}$/, 'A header name, such as X-Signature-256')
  .transform((name) => name.toLowerCase());

export const hookSettings = z.object({
  name: z.string().trim().min(1).max(100),
  source: z.string().trim().min(1).max(200).describe('Of its events; figures can be filtered by it'),
  scheme: z.enum(['standard', 'hmac']).describe('Standard Webhooks, or HMAC-SHA256 of the body in a header'),
  header: headerName.default('x-signature-256').describe('Of `hmac`: where the signature stands, hex or base64'),
  timeHeader: headerName
    .nullable()
    .default(null)
    .describe('Of `hmac`: where the time stands in epoch seconds; `time.body` is signed then'),
  mapping: hookMapping,
});

export const hook = z
  .object({
    id: z.string(),
    name: z.string(),
    source: z.string(),
    scheme: z.enum(['standard', 'hmac']),
    header: z.string(),
    timeHeader: z.string().nullable(),
    mapping: hookMapping,
    path: z.string().describe('Where it is posted to, after the address of Vigie'),
    createdBy: z.string().nullable(),
    createdAt: instant,
    version: z.int().describe('Send it as If-Match to change it'),
    oldSecretUntil: instant.nullable().describe('Until when the secret before this one holds too; null: there is none'),
  })
  .meta({ id: 'Hook' });

export const newHook = z.object({ hook, secret: z.string().describe('Told this once') });

export const hookPreviewRequest = z.object({ mapping: hookMapping, source: z.string().max(200), body: z.unknown() });

const defect = z.object({ path: z.string(), code: z.string(), message: z.string() });

export const hookPreview = z.object({
  events: z.array(z.object({ event: z.unknown(), defects: z.array(defect) })).describe('The first twenty'),
  total: z.int(),
  mapping: z.array(defect).describe('What is wrong with the mapping itself, by the place in it'),
});

export const lastBody = z.object({ receivedAt: instant.nullable(), body: z.string().nullable() });

export const hookReceipt = z.object({ accepted: z.int(), duplicates: z.int(), rejected: z.int() });

export type HookView = z.infer<typeof hook>;
