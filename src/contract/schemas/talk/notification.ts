import { z } from 'zod';
import { notificationKinds } from '#domain/notification/notification-kinds.ts';
import { zone } from '../account.ts';
import { instant } from '../common.ts';

const kind = z.enum(notificationKinds);
const push = z.boolean().describe('On the devices that one added; false where there are none');
const ways = z.object({ inApp: z.boolean(), mail: z.boolean(), push });
const chosen = ways.extend({
  push: push.optional().describe('Left out, it stays as it is: as on screen, for one who never chose'),
});
const time = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
  .describe('Local time, `22:00`');

const quiet = z
  .object({ from: time, to: time, timeZone: zone })
  .nullable()
  .describe('Hours of every day in which no mail and nothing to a device leaves; null: none');

export const notification = z
  .object({
    id: z.string(),
    kind,
    text: z.string().describe('In the language asked for'),
    excerpt: z.string().nullable().describe('The beginning of what somebody wrote'),
    link: z.string().describe('A path of the web app'),
    createdAt: instant,
    readAt: instant.nullable(),
  })
  .meta({ id: 'Notification' });

export const notificationPreferences = z
  .object({
    ...{ ways: z.record(kind, ways), quiet },
    mail: z.boolean().describe('Whether a mail server is set'),
    devices: z.boolean().describe('Whether one has devices on which Vigie notifies'),
  })
  .meta({ id: 'NotificationPreferences' });

export const chosenPreferences = z.object({
  ways: z.partialRecord(kind, chosen).describe('A kind that is left out stays as it is'),
  quiet,
});
