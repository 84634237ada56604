import type { ErrorEntry } from '../error.ts';

/** Expected failures of erasing, exporting and keeping what is held of people, part of the one catalogue. */
export const privacyErrors = {
  'privacy.bad-retention': {
    kind: 'invalid',
    message: {
      en: '{path} is not a period that data can be kept for.',
      fr: '{path} n’est pas une durée de conservation.',
    },
    todo: {
      en: 'Give a whole number from 1 to {most}, or null to keep for good.',
      fr: 'Donnez un nombre entier de 1 à {most}, ou null pour conserver sans limite.',
    },
  },
  'privacy.not-confirmed': {
    kind: 'invalid',
    message: {
      en: 'It was not confirmed; nothing was removed.',
      fr: 'Ce n’est pas confirmé ; rien n’a été supprimé.',
    },
    todo: { en: 'Confirm it, or give --yes.', fr: 'Confirmez, ou ajoutez --yes.' },
  },
  'privacy.unknown-person': {
    kind: 'not-found',
    message: {
      en: 'Nothing is held of a {kind} with the id “{id}”.',
      fr: 'Rien n’est conservé sous l’identifiant « {id} » ({kind}).',
    },
    todo: {
      en: 'Check the id: it is the one the source sends, not the name.',
      fr: 'Vérifiez l’identifiant : c’est celui que la source envoie, pas le nom.',
    },
  },
  'privacy.unknown-retention': {
    kind: 'invalid',
    message: {
      en: 'There is no retention period “{name}”.',
      fr: 'La durée de conservation « {name} » n’existe pas.',
    },
    todo: { en: 'Use: {known}.', fr: 'Utilisez : {known}.' },
  },
} as const satisfies Record<string, ErrorEntry>;
