import { z } from 'zod';
import { defineRoute } from '../route.ts';
import { page, pageQuery } from '../schemas/common.ts';
import { device, devices, newDevice } from '../schemas/talk/device.ts';
import { chosenPreferences, notification, notificationPreferences } from '../schemas/talk/notification.ts';

const deviceId = z.object({ id: z.string().min(1).max(200) });
const unread = z.int().describe('How many are not read');

/** What Vigie tells a member, and how. */
export const notificationRoutes = {
  'list-notifications': defineRoute('list-notifications', {
    tag: 'notifications',
    summary: 'One’s own notifications, the newest first',
    may: 'signed-in',
    query: z.object({
      ...pageQuery,
      unread: z.stringbool().default(false).describe('Only those that are not read'),
    }),
    answer: { status: 200, json: page(notification).extend({ unread }) },
  }),
  'count-notifications': defineRoute('count-notifications', {
    tag: 'notifications',
    summary: 'How many of one’s own are not read',
    may: 'signed-in',
    answer: { status: 200, json: z.object({ unread }) },
  }),
  'mark-notification': defineRoute('mark-notification', {
    tag: 'notifications',
    summary: 'Mark one as read, or as unread',
    may: 'signed-in',
    params: z.object({ id: z.string().min(1).max(200) }),
    body: { json: z.object({ read: z.boolean() }) },
    answer: { status: 204, empty: true },
  }),
  'mark-all-notifications': defineRoute('mark-all-notifications', {
    tag: 'notifications',
    summary: 'Mark all of one’s own as read',
    may: 'signed-in',
    answer: { status: 204, empty: true },
  }),
  'get-notification-preferences': defineRoute('get-notification-preferences', {
    tag: 'notifications',
    summary: 'In which ways one is told, by kind, and one’s quiet hours',
    may: 'signed-in',
    answer: { status: 200, json: notificationPreferences },
  }),
  'set-notification-preferences': defineRoute('set-notification-preferences', {
    tag: 'notifications',
    summary: 'Choose in which ways one is told',
    may: 'signed-in',
    body: { json: chosenPreferences },
    answer: { status: 200, json: notificationPreferences },
  }),
  'list-devices': defineRoute('list-devices', {
    tag: 'notifications',
    summary: 'The devices on which one is told, the newest first',
    may: 'signed-in',
    answer: { status: 200, json: devices },
  }),
  'add-device': defineRoute('add-device', {
    tag: 'notifications',
    summary: 'Be told on this browser, and nobody else on it',
    may: 'signed-in',
    body: { json: newDevice },
    answer: { status: 201, json: device },
  }),
  'remove-device': defineRoute('remove-device', {
    tag: 'notifications',
    summary: 'Be told on a device no more',
    may: 'signed-in',
    params: deviceId,
    answer: { status: 204, empty: true },
  }),
  'test-device': defineRoute('test-device', {
    tag: 'notifications',
    summary: 'Send a test message to a device, at once',
    may: 'signed-in',
    params: deviceId,
    answer: { status: 204, empty: true },
  }),
};
