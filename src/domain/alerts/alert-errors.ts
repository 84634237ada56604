import type { ErrorEntry } from '../error.ts';

/** Expected failures of KPI alerts, part of the one catalogue. */
export const alertErrors = {
  'alert.unknown': {
    kind: 'not-found',
    message: { en: 'There is no such alert.', fr: 'Cette alerte n’existe pas.' },
    todo: { en: 'See GET /alerts for the list.', fr: 'La liste se trouve sous GET /alerts.' },
  },
  'alert.nobody': {
    kind: 'invalid',
    message: { en: 'The alert tells nobody.', fr: 'L’alerte ne prévient personne.' },
    todo: { en: 'Name a member or a channel.', fr: 'Indiquez un membre ou un canal.' },
  },
  'alert.line-not-a-share': {
    kind: 'invalid',
    message: {
      en: '“{kpi}” is a share: it never lies beyond {line}.',
      fr: '« {kpi} » est une part : elle ne dépasse jamais {line}.',
    },
    todo: {
      en: 'Give a line from 0 to 1; 90 % is 0.9.',
      fr: 'Indiquez un seuil de 0 à 1 ; 90 % s’écrit 0.9.',
    },
  },
  'alert.preview-needs-days': {
    kind: 'invalid',
    message: {
      en: 'A window of {hours} hours cannot be tried on the past: history is looked at by the day.',
      fr: 'Une fenêtre de {hours} heures ne peut pas être essayée sur le passé : l’historique se lit jour par jour.',
    },
    todo: {
      en: 'Choose a window of whole days, or save the alert without a preview.',
      fr: 'Choisissez une fenêtre en jours entiers, ou enregistrez l’alerte sans aperçu.',
    },
  },
} as const satisfies Record<string, ErrorEntry>;
