import { z } from 'zod';
import { defineRoute } from '../../route.ts';
import { channel, message, newChannel } from '../../schemas/watch/channel.ts';
import { wall, wallQuery } from '../../schemas/watch/wall.ts';
import { clockNames, plannedStep, planQuery, stepRun } from '../../schemas/watch/watch.ts';

const id = z.object({ id: z.string().min(1).max(64) });
const limit = z.coerce.number().int().min(1).max(200).default(50);

/** What the watch does about open clocks, and where it writes to. */
export const watchRoutes = {
  'acknowledge-clocks': defineRoute('acknowledge-clocks', {
    tag: 'service levels',
    summary: 'Say that somebody looks after open clocks: no more warnings and escalations of their cycle',
    may: 'handle-clocks',
    body: { json: clockNames.extend({ acknowledged: z.boolean().default(true).describe('false takes it back') }) },
    answer: { status: 200, json: z.object({ changed: z.int() }) },
  }),
  'escalate-clocks': defineRoute('escalate-clocks', {
    tag: 'service levels',
    summary: 'Tell the managers of open clocks now',
    may: 'handle-clocks',
    body: { json: clockNames },
    answer: { status: 200, json: z.object({ escalated: z.int(), told: z.array(z.string()).describe('Names') }) },
  }),
  'get-wall': defineRoute('get-wall', {
    tag: 'service levels',
    summary: 'What happens now: chats, resources, activity of today, the queue by time left, breaches of today',
    may: 'read-tickets',
    query: wallQuery,
    answer: { status: 200, json: wall },
  }),
  'plan-steps': defineRoute('plan-steps', {
    tag: 'service levels',
    summary: 'Dry run: the steps that run in the next hours if nothing happens, and whom they tell',
    may: 'manage-channels',
    query: planQuery,
    answer: { status: 200, json: z.object({ now: z.string(), items: z.array(plannedStep) }) },
  }),
  'list-steps': defineRoute('list-steps', {
    tag: 'service levels',
    summary: 'The steps that ran, the newest first',
    may: 'manage-channels',
    query: z.object({ ticket: z.string().max(500).optional(), after: z.string().optional(), limit }),
    answer: { status: 200, json: z.object({ items: z.array(stepRun), next: z.string().nullable() }) },
  }),
  'list-channels': defineRoute('list-channels', {
    tag: 'channels',
    summary: 'Where warnings and escalations go beside members',
    may: 'manage-channels',
    answer: {
      status: 200,
      json: z.object({ items: z.array(channel), mail: z.boolean().describe('Whether a mail server is set') }),
    },
  }),
  'create-channel': defineRoute('create-channel', {
    tag: 'channels',
    summary: 'Add a channel; the key by which a webhook is signed is in the answer, this once',
    may: 'manage-channels',
    body: { json: newChannel },
    answer: { status: 201, json: z.object({ channel, key: z.string().nullable() }) },
  }),
  'rotate-channel': defineRoute('rotate-channel', {
    tag: 'channels',
    summary: 'Make a new key for a webhook, told this once; the one before signs beside it for 24 hours',
    may: 'manage-channels',
    params: id,
    answer: { status: 200, json: z.object({ channel, key: z.string() }) },
  }),
  'remove-channel': defineRoute('remove-channel', {
    tag: 'channels',
    summary: 'Remove a channel; what still waits for it is refused',
    may: 'manage-channels',
    params: id,
    answer: { status: 204, empty: true },
  }),
  'test-channel': defineRoute('test-channel', {
    tag: 'channels',
    summary: 'Send a test now; the answer says how it went',
    may: 'manage-channels',
    params: id,
    answer: { status: 200, json: message },
  }),
  'list-messages': defineRoute('list-messages', {
    tag: 'channels',
    summary: 'What was sent and how it went, the newest first',
    may: 'manage-channels',
    query: z.object({ channel: z.string().max(64).optional(), limit }),
    answer: { status: 200, json: z.object({ items: z.array(message) }) },
  }),
};
