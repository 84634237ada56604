import { accessErrors } from './access/access-errors.ts';
import { agentErrors } from './agents/agent-errors.ts';
import { alertErrors } from './alerts/alert-errors.ts';
import { backupErrors } from './backup-errors.ts';
import { cliErrors } from './cli-errors.ts';
import { dataErrors } from './data-errors.ts';
import { discussionErrors } from './discussion/discussion-errors.ts';
import type { ErrorEntry } from './error.ts';
import { importErrors } from './import-errors.ts';
import { pushErrors } from './notification/push-errors.ts';
import { outgoingErrors } from './outgoing-errors.ts';
import { privacyErrors } from './privacy/privacy-errors.ts';
import { dashboardErrors } from './report/dashboards/dashboard-errors.ts';
import { queryErrors } from './report/query-errors.ts';
import { scheduleErrors } from './report/schedule-errors.ts';
import { requestErrors } from './request-errors.ts';
import { policyEditingErrors } from './sla/editing/editing-errors.ts';
import { escalationErrors } from './sla/escalation/escalation-errors.ts';
import { policyErrors } from './sla/policy-errors.ts';
import { reviewErrors } from './sla/review/review-errors.ts';
import { deadLetterErrors } from './ticket/dead-letter-errors.ts';
import { eventErrors } from './ticket/event-errors.ts';
import { hookErrors } from './ticket/hook-errors.ts';
import { calendarEditingErrors } from './time/editing/editing-errors.ts';

/**
 * Every expected failure of Vigie, by code. A code is public: never renamed, never reused. Codes are `area.problem`,
 * sorted by area. The reference page of errors is generated from this table.
 */
export const errorCatalogue = {
  'calendar.bad-date': {
    kind: 'invalid',
    message: {
      en: '“{value}” at {path} is not a date of the calendar.',
      fr: '« {value} » n’est pas une date valable ({path}).',
    },
    todo: {
      en: 'Write YYYY-MM-DD, or MM-DD in a yearly range.',
      fr: 'Écrivez AAAA-MM-JJ, ou MM-JJ dans une période annuelle.',
    },
  },
  'calendar.bad-query': {
    kind: 'invalid',
    message: { en: '{path} must be {expected}.', fr: '{path} ne convient pas ; attendu : {expected}.' },
    todo: {
      en: 'Ask {"id", "calendar", "op": "between", "from", "to"} or {"id", "calendar", "op": "add", "from", "seconds"}.',
      fr: 'Demandez {"id", "calendar", "op": "between", "from", "to"} ou {"id", "calendar", "op": "add", "from", "seconds"}.',
    },
  },
  'calendar.bad-range': {
    kind: 'invalid',
    message: {
      en: 'The holidays at {path} end on {to}, before they begin on {from}.',
      fr: 'La période fériée ({path}) finit le {to}, avant son début le {from}.',
    },
    todo: {
      en: 'Swap the dates, or use MM-DD with “yearly” for a range over New Year.',
      fr: 'Inversez les dates, ou utilisez MM-JJ avec « yearly » pour une période à cheval sur deux années.',
    },
  },
  'calendar.bad-shape': {
    kind: 'invalid',
    message: {
      en: '{path} must be {expected}.',
      fr: '{path} ne convient pas ; attendu : {expected}.',
    },
    todo: {
      en: 'Correct this value; the calendar format is described in the documentation.',
      fr: 'Corrigez cette valeur ; la documentation décrit le format des calendriers.',
    },
  },
  'calendar.bad-time': {
    kind: 'invalid',
    message: {
      en: '“{value}” at {path} is not a time of day.',
      fr: '« {value} » n’est pas une heure valable ({path}).',
    },
    todo: {
      en: 'Write HH:MM or HH:MM:SS, from 00:00 to 24:00; a window cannot begin at 24:00.',
      fr: 'Écrivez HH:MM ou HH:MM:SS, de 00:00 à 24:00 ; une plage ne peut pas commencer à 24:00.',
    },
  },
  'calendar.empty-window': {
    kind: 'invalid',
    message: {
      en: 'The window at {path} begins and ends at {value}.',
      fr: 'La plage ({path}) commence et finit à {value}.',
    },
    todo: {
      en: 'Remove it, or write 00:00 to 24:00 for a whole day.',
      fr: 'Supprimez-la, ou écrivez 00:00 à 24:00 pour une journée entière.',
    },
  },
  'calendar.unknown-weekday': {
    kind: 'invalid',
    message: {
      en: '“{value}” at {path} is not a weekday.',
      fr: '« {value} » n’est pas un jour de la semaine ({path}).',
    },
    todo: {
      en: 'Use mon, tue, wed, thu, fri, sat or sun.',
      fr: 'Utilisez mon, tue, wed, thu, fri, sat ou sun (lundi à dimanche).',
    },
  },
  'calendar.never-open': {
    kind: 'invalid',
    message: {
      en: 'Calendar “{calendar}” is never open.',
      fr: 'Le calendrier « {calendar} » n’est jamais ouvert.',
    },
    todo: {
      en: 'Give at least one weekday or exception a window that falls on a day without a holiday.',
      fr: 'Donnez au moins une plage à un jour de la semaine ou à une exception, hors jour férié.',
    },
  },
  'calendar.beyond-horizon': {
    kind: 'invalid',
    message: {
      en: 'Calendar “{calendar}” does not reach that much open time within 50 years.',
      fr: 'Le calendrier « {calendar} » n’offre pas autant de temps ouvert en 50 ans.',
    },
    todo: {
      en: 'Shorten the duration or open the calendar more.',
      fr: 'Réduisez la durée ou ouvrez davantage le calendrier.',
    },
  },
  'instant.out-of-range': {
    kind: 'invalid',
    message: {
      en: 'The instant {instant} lies outside the years 1900 to 2199.',
      fr: 'L’instant {instant} est hors des années 1900 à 2199.',
    },
    todo: {
      en: 'Check the date: it is probably a typing error.',
      fr: 'Vérifiez la date : c’est sans doute une faute de frappe.',
    },
  },
  ...accessErrors,
  ...agentErrors,
  ...alertErrors,
  ...backupErrors,
  ...cliErrors,
  ...dashboardErrors,
  ...dataErrors,
  ...discussionErrors,
  ...calendarEditingErrors,
  ...deadLetterErrors,
  ...hookErrors,
  ...eventErrors,
  ...importErrors,
  ...outgoingErrors,
  ...pushErrors,
  ...policyEditingErrors,
  ...policyErrors,
  ...escalationErrors,
  ...reviewErrors,
  ...privacyErrors,
  ...queryErrors,
  ...requestErrors,
  ...scheduleErrors,
  'zone.unknown': {
    kind: 'invalid',
    message: { en: 'There is no time zone “{zone}”.', fr: 'Le fuseau horaire « {zone} » n’existe pas.' },
    todo: {
      en: 'Use an IANA name such as Europe/Paris or UTC.',
      fr: 'Utilisez un nom IANA, par exemple Europe/Paris ou UTC.',
    },
  },
} as const satisfies Record<string, ErrorEntry>;

export type ErrorCode = keyof typeof errorCatalogue;
