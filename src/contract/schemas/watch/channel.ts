import { z } from 'zod';
import { instant } from '../common.ts';

const id = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,63}$/, 'Small letters, digits and hyphens')
  .describe('By which policies name it');
const name = z.string().trim().min(1).max(100);
const language = z.enum(['en', 'fr']).default('en').describe('In which it is written to');
const url = z.string().min(1).max(2000).describe('Kept sealed and never shown again');

export const newChannel = z.discriminatedUnion('kind', [
  z.object({ id, name, language, kind: z.literal('slack'), url }),
  z.object({ id, name, language, kind: z.literal('teams'), url }),
  z.object({ id, name, language, kind: z.literal('webhook'), url }),
  z.object({ id, name, language, kind: z.literal('e-mail'), address: z.email() }),
]);

const kind = z.enum(['slack', 'teams', 'webhook', 'e-mail']);

export const channel = z
  .object({
    id: z.string(),
    kind,
    name: z.string(),
    language: z.enum(['en', 'fr']),
    hint: z.string().describe('What may be shown of where it leads: its host, or the address'),
    createdBy: z.string().nullable(),
    createdAt: instant,
    oldKeyUntil: instant
      .nullable()
      .describe('Until when messages are signed by the key before this one too; null: not'),
  })
  .meta({ id: 'Channel' });

export const message = z
  .object({
    id: z.string().describe('The same at each attempt: webhook-id, and in the Message-ID of a mail'),
    way: z.enum(['in-app', 'member-mail', 'address', 'channel']),
    topic: z.enum(['warning', 'breach', 'escalation', 'act', 'test', 'alert']),
    recipient: z.string().describe('The id of a member, an address or the id of a channel'),
    state: z.enum(['due', 'sent', 'refused', 'failed']),
    attempts: z.int(),
    items: z.int().describe('Steps of which it tells'),
    createdAt: instant,
    sendAt: instant.nullable().describe('When it is sent, or tried again'),
    finishedAt: instant.nullable(),
    answer: z.string().nullable().describe('Why it was not taken'),
  })
  .meta({ id: 'WatchMessage' });
