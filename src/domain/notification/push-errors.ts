import type { ErrorEntry } from '../error.ts';

/** What can go wrong with the devices on which a member is notified. */
export const pushErrors = {
  'push.unknown-device': {
    kind: 'not-found',
    message: { en: 'You have no device “{id}”.', fr: 'Vous n’avez pas d’appareil « {id} ».' },
    todo: {
      en: 'It may have been removed meanwhile: read GET /me/push-devices again.',
      fr: 'Il a peut-être été retiré entre-temps : relisez GET /me/push-devices.',
    },
  },
  'push.bad-keys': {
    kind: 'invalid',
    message: {
      en: 'These are no keys of a browser: p256dh is a point of P-256 (65 bytes) and auth is 16 bytes, both base64url.',
      fr: 'Ce ne sont pas les clés d’un navigateur : p256dh est un point de P-256 (65 octets) et auth compte 16 octets, en base64url.',
    },
    todo: {
      en: 'Send what PushSubscription.toJSON() of the browser gives.',
      fr: 'Envoyez ce que donne PushSubscription.toJSON() du navigateur.',
    },
  },
  'push.too-many-devices': {
    kind: 'conflict',
    message: {
      en: 'You are notified on {limit} devices already, which is the most.',
      fr: 'Vous êtes déjà notifié sur {limit} appareils, le maximum.',
    },
    todo: { en: 'Remove one that you no longer use.', fr: 'Retirez-en un que vous n’utilisez plus.' },
  },
  'push.gone': {
    kind: 'conflict',
    message: {
      en: 'The browser of “{device}” takes no notifications any more, so it was removed from your devices.',
      fr: 'Le navigateur de « {device} » n’accepte plus de notifications : il a été retiré de vos appareils.',
    },
    todo: { en: 'Add it again from that browser.', fr: 'Ajoutez-le de nouveau depuis ce navigateur.' },
  },
  'push.refused': {
    kind: 'unavailable',
    message: {
      en: '{host} answered {status} and did not take the notification.',
      fr: '{host} a répondu {status} et n’a pas accepté la notification.',
    },
    todo: {
      en: 'Try again later; if it lasts, remove the device and add it again from its browser.',
      fr: 'Réessayez plus tard ; si cela dure, retirez l’appareil et ajoutez-le de nouveau depuis son navigateur.',
    },
  },
} as const satisfies Readonly<Record<string, ErrorEntry>>;
