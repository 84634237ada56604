import type { ErrorEntry } from '../../error.ts';

/** Expected failures of people who edit calendars, part of the one catalogue. */
export const calendarEditingErrors = {
  'calendar.bad-file': {
    kind: 'invalid',
    message: {
      en: 'This is no calendar file that Vigie can read.',
      fr: 'Ce fichier d’agenda est illisible.',
    },
    todo: {
      en: 'Export it again as iCalendar (.ics), or type the dates.',
      fr: 'Exportez-le de nouveau au format iCalendar (.ics), ou saisissez les dates.',
    },
  },
  'calendar.bad-id': {
    kind: 'invalid',
    message: {
      en: '“{id}” cannot be the id of a calendar.',
      fr: '« {id} » ne peut pas être l’identifiant d’un calendrier.',
    },
    todo: {
      en: 'Use small letters, digits and hyphens, at most 64; “always”, “new”, “business”, “test”, “holidays” and “holiday-places” are taken.',
      fr: 'Employez minuscules, chiffres et traits d’union, 64 au plus ; « always », « new », « business », « test », « holidays » et « holiday-places » sont réservés.',
    },
  },
  'calendar.changed': {
    kind: 'conflict',
    message: {
      en: 'Somebody else changed this calendar meanwhile: it is at version {version} now.',
      fr: 'Quelqu’un d’autre a modifié ce calendrier entre-temps : il en est à la version {version}.',
    },
    todo: {
      en: 'Load it again and make your changes there.',
      fr: 'Rechargez-le et refaites-y vos modifications.',
    },
  },
  'calendar.file-too-long': {
    kind: 'invalid',
    message: {
      en: 'The events of this calendar file repeat more than {most} times.',
      fr: 'Les événements de ce fichier d’agenda se répètent plus de {most} fois.',
    },
    todo: {
      en: 'Export only the holidays, without events of every day or week.',
      fr: 'N’exportez que les jours fériés, sans les événements quotidiens ou hebdomadaires.',
    },
  },
  'calendar.in-use': {
    kind: 'conflict',
    message: {
      en: 'Calendar “{calendar}” is still counted by: {uses}.',
      fr: 'Le calendrier « {calendar} » sert encore à : {uses}.',
    },
    todo: {
      en: 'Give those another calendar first; versions of the past count too, since tickets are still measured by them.',
      fr: 'Donnez-leur d’abord un autre calendrier ; les versions passées comptent aussi, car des tickets sont encore mesurés par elles.',
    },
  },
  'calendar.no-holidays': {
    kind: 'not-found',
    message: {
      en: 'No holidays are known for “{place}”.',
      fr: 'Aucun jour férié n’est connu pour « {place} ».',
    },
    todo: {
      en: 'Choose a country and a region of the list, or type the dates.',
      fr: 'Choisissez un pays et une région de la liste, ou saisissez les dates.',
    },
  },
  'calendar.unknown': {
    kind: 'not-found',
    message: { en: 'There is no calendar “{id}”.', fr: 'Il n’y a pas de calendrier « {id} ».' },
    todo: { en: 'Choose one of the list.', fr: 'Choisissez-en un dans la liste.' },
  },
  'calendar.version-missing': {
    kind: 'invalid',
    message: {
      en: 'There is a calendar “{id}” already, and the request does not say which version it changes.',
      fr: 'Le calendrier « {id} » existe déjà, et la requête ne dit pas quelle version elle modifie.',
    },
    todo: {
      en: 'Send the version you read in If-Match, or choose another id.',
      fr: 'Envoyez dans If-Match la version que vous avez lue, ou choisissez un autre identifiant.',
    },
  },
} as const satisfies Record<string, ErrorEntry>;
