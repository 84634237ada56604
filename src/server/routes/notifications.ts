import {
  choosePreferences,
  countUnreadOf,
  getPreferencesView,
  listNotificationViews,
  markAll,
  markOne,
} from '#app/notifications/notifications.ts';
import { dropDevice, listDeviceViews, registerDevice, testDevice } from '#app/push/devices.ts';
import type { Handlers } from '../handler.ts';

type Notifications =
  | 'list-notifications'
  | 'count-notifications'
  | 'mark-notification'
  | 'mark-all-notifications'
  | 'get-notification-preferences'
  | 'set-notification-preferences'
  | 'list-devices'
  | 'add-device'
  | 'remove-device'
  | 'test-device';

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
  'list-devices': ({ accounts, app, actor }) => listDeviceViews(app, actor, accounts),
  'add-device': ({ accounts, app, actor, body, header, signedIn }) =>
    registerDevice(app, actor, accounts, {
      ...{ subscription: body, session: signedIn.session, userAgent: header('user-agent') },
    }),
  'remove-device': ({ app, actor, params }) => dropDevice(app, actor, params.id),
  'test-device': ({ accounts, app, actor, params, language }) =>
    testDevice(app, actor, accounts, { id: params.id, language }),
};
