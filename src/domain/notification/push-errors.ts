import type { ErrorEntry } from '../error.ts';

/** Expected failures of telling people on their devices, part of the one catalogue. */
export const pushErrors = {
  'push.bad-subscription': {
    kind: 'invalid',
    message: {
      en: 'The keys of the subscription are not those of a browser.',
      fr: 'Les clés de l’abonnement ne sont pas celles d’un navigateur.',
    },
    todo: {
      en: 'Send what PushSubscription.toJSON() of the browser gives.',
      fr: 'Envoyez ce que donne PushSubscription.toJSON() du navigateur.',
    },
  },
  'push.busy': {
    kind: 'unavailable',
    message: {
      en: '“{host}” did not take the message just now ({status}).',
      fr: '« {host} » n’a pas pris le message pour l’instant ({status}).',
    },
    todo: { en: 'Try again in a few minutes.', fr: 'Réessayez dans quelques minutes.' },
  },
  'push.gone': {
    kind: 'conflict',
    message: {
      en: 'The browser no longer takes messages on this device; it has been removed.',
      fr: 'Le navigateur n’accepte plus de messages sur cet appareil ; il a été retiré.',
    },
    todo: {
      en: 'Turn notifications on again on that device.',
      fr: 'Activez de nouveau les notifications sur cet appareil.',
    },
  },
  'push.refused': {
    kind: 'unavailable',
    message: {
      en: '“{host}” refused the message ({status}).',
      fr: '« {host} » a refusé le message ({status}).',
    },
    todo: {
      en: 'Remove the device and turn notifications on again on it.',
      fr: 'Retirez l’appareil, puis activez-y de nouveau les notifications.',
    },
  },
  'push.too-many-devices': {
    kind: 'conflict',
    message: {
      en: 'You are already told on {limit} devices.',
      fr: 'Vous êtes déjà prévenu sur {limit} appareils.',
    },
    todo: { en: 'Remove one that you no longer use.', fr: 'Retirez-en un que vous n’utilisez plus.' },
  },
  'push.unknown-device': {
    kind: 'not-found',
    message: { en: 'There is no device “{id}” of yours.', fr: 'Vous n’avez pas d’appareil « {id} ».' },
    todo: { en: 'GET /me/devices lists yours.', fr: 'GET /me/devices cite les vôtres.' },
  },
} as const satisfies Record<string, ErrorEntry>;
