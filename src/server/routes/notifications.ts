import {
  choosePreferences,
  countUnreadOf,
  getPreferencesView,
  listNotificationViews,
  markAll,
  markOne,
} from '#app/notifications/notifications.ts';
import { addDevice, listDeviceViews, removeDevice, testDevice } from '#app/notifications/push/push-devices.ts';
import { outgoingOf } from '#app/watch/outgoing.ts';
import type { Handlers } from '../handler.ts';

type Notifications =
  | 'list-notifications'
  | 'count-notifications'
  | 'mark-notification'
  | 'mark-all-notifications'
  | 'get-notification-preferences'
  | 'set-notification-preferences'
  | 'list-push-devices'
  | 'add-push-device'
  | 'remove-push-device'
  | 'test-push-device';

export const notificationHandlers: Pick<Handlers, Notifications> = {
  'list-notifications': ({ app, actor, query, language }) => listNotificationViews(app, actor, query, language),
  'count-notifications': ({ app, actor }) => countUnreadOf(app, actor),
  'mark-notification': ({ app, actor, params, body }) => markOne(app, actor, params.id, body.read),
  'mark-all-notifications': ({ app, actor }) => markAll(app, actor),
  'get-notification-preferences': async ({ accounts, app, actor }) => ({
    ...(await getPreferencesView(app, actor)),
    mail: accounts.sendMail !== null,
  }),
  'set-notification-preferences': async ({ accounts, app, actor, body }) => ({
    ...(await choosePreferences(app, actor, body)),
    mail: accounts.sendMail !== null,
  }),
  'list-push-devices': ({ accounts, app, actor }) => listDeviceViews(app, actor, outgoingOf(accounts)),
  'add-push-device': ({ accounts, app, actor, address, body }) =>
    addDevice(app, body, outgoingOf(accounts), { actor, address }),
  'remove-push-device': ({ app, actor, address, params }) => removeDevice(app, params.id, { actor, address }),
  'test-push-device': ({ accounts, app, actor, params }) => testDevice(app, actor, params.id, outgoingOf(accounts)),
};
