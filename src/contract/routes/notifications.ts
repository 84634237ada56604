import { z } from 'zod';
import { defineRoute } from '../route.ts';
import { page, pageQuery } from '../schemas/common.ts';
import { chosenPreferences, notification, notificationPreferences } from '../schemas/talk/notification.ts';
import { newPushDevice, pushDevice, pushDevices } from '../schemas/talk/push-device.ts';

const unread = z.int().describe('How many are not read');

const deviceId = z.object({ id: z.string().min(1).max(200) });

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
  'list-push-devices': defineRoute('list-push-devices', {
    tag: 'notifications',
    summary: 'One’s own devices on which Vigie notifies, and the key with which a browser subscribes',
    may: 'signed-in',
    answer: { status: 200, json: pushDevices },
  }),
  'add-push-device': defineRoute('add-push-device', {
    tag: 'notifications',
    summary: 'Be notified on a browser too; one that is there already is replaced',
    may: 'signed-in',
    body: { json: newPushDevice },
    answer: { status: 201, json: pushDevice },
  }),
  'remove-push-device': defineRoute('remove-push-device', {
    tag: 'notifications',
    summary: 'Be notified on a device no more',
    may: 'signed-in',
    params: deviceId,
    answer: { status: 204, empty: true },
  }),
  'test-push-device': defineRoute('test-push-device', {
    tag: 'notifications',
    summary: 'Send a test to one of one’s own devices',
    may: 'signed-in',
    params: deviceId,
    answer: { status: 204, empty: true },
  }),
};
