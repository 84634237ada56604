import type { ErrorEntry } from '../error.ts';

/** Expected failures of one event, part of the one catalogue. Each names the JSON path of the wrong value. */
export const eventErrors = {
  'event.bad-instant': {
    kind: 'invalid',
    message: {
      en: '{path} is not an instant: “{value}”.',
      fr: '{path} n’est pas un instant : « {value} ».',
    },
    todo: {
      en: 'Write an existing date and time with offset, such as 2026-11-02T09:14:05Z, of the years 1900 to 2199.',
      fr: 'Écrivez une date et une heure réelles avec décalage, par exemple 2026-11-02T09:14:05Z, entre 1900 et 2199.',
    },
  },
  'event.bad-score': {
    kind: 'invalid',
    message: {
      en: 'The score {value} ({path}) lies outside its scale, {from} to {to}.',
      fr: 'La note {value} ({path}) sort de son échelle, de {from} à {to}.',
    },
    todo: { en: 'Correct the score, or give its scale.', fr: 'Corrigez la note ou précisez son échelle.' },
  },
  'event.bad-span': {
    kind: 'invalid',
    message: {
      en: '{path} lies before the beginning of its span.',
      fr: '{path} précède le début de sa période.',
    },
    todo: { en: 'Exchange or correct the two instants.', fr: 'Échangez ou corrigez les deux instants.' },
  },
  'event.missing': {
    kind: 'invalid',
    message: { en: '{path} is missing.', fr: '{path} est absent.' },
    todo: { en: 'Give it a value.', fr: 'Donnez-lui une valeur.' },
  },
  'event.too-deep': {
    kind: 'invalid',
    message: {
      en: 'Objects and lists lie more than {limit} deep in each other.',
      fr: 'Des objets et des listes sont imbriqués sur plus de {limit} niveaux.',
    },
    todo: { en: 'Send a flatter event.', fr: 'Envoyez un événement plus plat.' },
  },
  'event.unknown-type': {
    kind: 'invalid',
    message: { en: 'There is no event type “{value}”.', fr: 'Le type d’événement « {value} » n’existe pas.' },
    todo: {
      en: 'Use one of the types in the table of events, such as ticket.created.',
      fr: 'Utilisez un type de la table des événements, par exemple ticket.created.',
    },
  },
  'event.unknown-value': {
    kind: 'invalid',
    message: { en: '“{value}” is not a value of {path}.', fr: '« {value} » n’est pas une valeur de {path}.' },
    todo: { en: 'Use one of: {expected}.', fr: 'Utilisez l’une de celles-ci : {expected}.' },
  },
  'event.wrong-type': {
    kind: 'invalid',
    message: { en: '{path} must be {expected}.', fr: '{path} doit être de la forme {expected}.' },
    todo: { en: 'Correct the value or leave it out.', fr: 'Corrigez la valeur ou retirez-la.' },
  },
} as const satisfies Record<string, ErrorEntry>;
