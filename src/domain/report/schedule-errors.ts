import type { ErrorEntry } from '../error.ts';

/** Expected failures of schedules, part of the one catalogue. */
export const scheduleErrors = {
  'schedule.unknown': {
    kind: 'not-found',
    message: { en: 'There is no such schedule.', fr: 'Cet envoi programmé n’existe pas.' },
    todo: { en: 'See GET /schedules for the list.', fr: 'La liste se trouve sous GET /schedules.' },
  },
  'schedule.nobody': {
    kind: 'invalid',
    message: { en: 'The schedule is sent to nobody.', fr: 'L’envoi programmé n’a aucun destinataire.' },
    todo: { en: 'Name a member or an address.', fr: 'Indiquez un membre ou une adresse.' },
  },
  'schedule.bad-timing': {
    kind: 'invalid',
    message: {
      en: 'A schedule that runs every {every} needs {needs}.',
      fr: 'Un envoi programmé de rythme « {every} » demande {needs}.',
    },
    todo: {
      en: 'Give `weekday` (1–7) for every week, `day` (1–31) for every month, and no other.',
      fr: 'Indiquez `weekday` (1–7) pour chaque semaine, `day` (1–31) pour chaque mois, et rien d’autre.',
    },
  },
  'schedule.bad-period': {
    kind: 'invalid',
    message: {
      en: 'A report has no period of its own to be sent with.',
      fr: 'Un rapport n’a pas de période propre avec laquelle l’envoyer.',
    },
    todo: {
      en: 'Give a period such as last-7-days; `own` is for dashboards.',
      fr: 'Indiquez une période comme last-7-days ; « own » est réservé aux tableaux de bord.',
    },
  },
  'schedule.no-mail': {
    kind: 'unavailable',
    message: {
      en: 'This installation sends no mail: SMTP_URL is not set.',
      fr: 'Cette installation n’envoie pas d’e-mails : SMTP_URL n’est pas défini.',
    },
    todo: {
      en: 'Ask its operator to set SMTP_URL and VIGIE_MAIL_FROM, then to start Vigie again.',
      fr: 'Demandez à son exploitant de définir SMTP_URL et VIGIE_MAIL_FROM, puis de redémarrer Vigie.',
    },
  },
  'schedule.mail-refused': {
    kind: 'unavailable',
    message: {
      en: 'The mail server did not take {failed} of {all} mails: {answer}',
      fr: 'Le serveur d’e-mails n’a pas accepté {failed} e-mails sur {all} : {answer}',
    },
    todo: {
      en: 'Check the addresses, and the mail server of SMTP_URL.',
      fr: 'Vérifiez les adresses et le serveur d’e-mails de SMTP_URL.',
    },
  },
  'schedule.bad-unsubscribe': {
    kind: 'not-found',
    message: {
      en: 'This link to unsubscribe is not whole, or its schedule is gone.',
      fr: 'Ce lien de désabonnement est incomplet, ou l’envoi n’existe plus.',
    },
    todo: { en: 'Open the link of the newest mail.', fr: 'Ouvrez le lien du dernier e-mail reçu.' },
  },
} as const satisfies Record<string, ErrorEntry>;
