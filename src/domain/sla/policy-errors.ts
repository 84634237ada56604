import type { ErrorEntry } from '../error.ts';

/** Expected failures of policies, of filters and of replaying events over them, part of the one catalogue. */
export const policyErrors = {
  'filter.bad-shape': {
    kind: 'invalid',
    message: { en: '{path} must be {expected}.', fr: '{path} doit être de la forme {expected}.' },
    todo: {
      en: 'Write a condition {"field","op","value"}, or group conditions by all, any or not.',
      fr: 'Écrivez une condition {"field","op","value"}, ou groupez-les par all, any ou not.',
    },
  },
  'filter.unknown-field': {
    kind: 'invalid',
    message: {
      en: 'Tickets have no field “{field}” ({path}).',
      fr: 'Les tickets n’ont pas de champ « {field} » ({path}).',
    },
    todo: {
      en: 'Use a dimension such as channel or customer.tier, or fields.<name> for a custom field.',
      fr: 'Utilisez une dimension comme channel ou customer.tier, ou fields.<nom> pour un champ personnalisé.',
    },
  },
  'policy.bad-shape': {
    kind: 'invalid',
    message: { en: '{path} must be {expected}.', fr: '{path} doit être de la forme {expected}.' },
    todo: { en: 'Correct that value of the policy.', fr: 'Corrigez cette valeur de la règle.' },
  },
  'policy.duplicate-target': {
    kind: 'invalid',
    message: {
      en: 'Policy “{policy}” has two targets “{target}”.',
      fr: 'La règle « {policy} » a deux objectifs « {target} ».',
    },
    todo: { en: 'Give each target its own id.', fr: 'Donnez à chaque objectif son propre identifiant.' },
  },
  'policy.duplicate-version': {
    kind: 'invalid',
    message: {
      en: 'Policy “{policy}” stands twice in the list with the same beginning or version.',
      fr: 'La règle « {policy} » figure deux fois dans la liste avec le même début ou la même version.',
    },
    todo: {
      en: 'Remove one, or give it its own effectiveFrom and version.',
      fr: 'Retirez-en une, ou donnez-lui ses propres effectiveFrom et version.',
    },
  },
  'policy.kind-changes': {
    kind: 'invalid',
    message: {
      en: 'The versions of policy “{policy}” are of different kinds.',
      fr: 'Les versions de la règle « {policy} » sont de natures différentes.',
    },
    todo: { en: 'Give the other kind its own policy id.', fr: 'Donnez à l’autre nature son propre identifiant.' },
  },
  'policy.overlap': {
    kind: 'invalid',
    message: {
      en: 'Policy “{policy}” can never apply: “{other}” stands before it with the same conditions.',
      fr: 'La règle « {policy} » ne peut jamais s’appliquer : « {other} » la précède avec les mêmes conditions.',
    },
    todo: {
      en: 'Change the conditions of one, or remove it.',
      fr: 'Changez les conditions de l’une d’elles, ou retirez-la.',
    },
  },
  'policy.unknown-calendar': {
    kind: 'invalid',
    message: {
      en: 'There is no calendar “{calendar}” (policy “{policy}”).',
      fr: 'Le calendrier « {calendar} » n’existe pas (règle « {policy} »).',
    },
    todo: {
      en: 'Add the calendar, or use “always”.',
      fr: 'Ajoutez ce calendrier, ou utilisez « always ».',
    },
  },
  'calendar.duplicate-version': {
    kind: 'invalid',
    message: {
      en: 'Calendar “{calendar}” stands twice in the list with the same beginning.',
      fr: 'Le calendrier « {calendar} » figure deux fois dans la liste avec le même début.',
    },
    todo: {
      en: 'Remove one, or give it its own effectiveFrom.',
      fr: 'Retirez-en un, ou donnez-lui son propre effectiveFrom.',
    },
  },
  'replay.bad-case': {
    kind: 'invalid',
    message: { en: '{path} must be {expected}.', fr: '{path} doit être de la forme {expected}.' },
    todo: {
      en: 'Write {"id","calendars":[…],"policies":[…],"events":[…],"now"}.',
      fr: 'Écrivez {"id","calendars":[…],"policies":[…],"events":[…],"now"}.',
    },
  },
  'replay.event-refused': {
    kind: 'invalid',
    message: {
      en: 'Event {index} is refused: {reason}',
      fr: 'L’événement {index} est refusé : {reason}',
    },
    todo: { en: 'Correct the event.', fr: 'Corrigez l’événement.' },
  },
} as const satisfies Record<string, ErrorEntry>;
