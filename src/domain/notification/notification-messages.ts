import type { LocalText } from '../error.ts';
import type { NotificationKind } from './notification-kinds.ts';

interface NotificationMessage {
  readonly kind: NotificationKind;
  readonly text: LocalText;
}

/**
 * Every sentence a notification can say, by id; `{name}` stands for a parameter. An id is public: never renamed, since
 * notifications keep it, and each is read in the language of its reader.
 */
export const notificationMessages = {
  mentioned: {
    kind: 'mention',
    text: { en: '{who} mentions you on “{where}”', fr: '{who} vous mentionne sur « {where} »' },
  },
  replied: {
    kind: 'reply',
    text: { en: '{who} replies to your comment on “{where}”', fr: '{who} répond à votre commentaire sur « {where} »' },
  },
  'sla-warning': {
    kind: 'sla-warning',
    text: {
      en: 'Ticket {ticket} is about to break “{target}”',
      fr: 'Le ticket {ticket} est près de manquer « {target} »',
    },
  },
  'sla-warnings': {
    kind: 'sla-warning',
    text: {
      en: '{count} tickets are about to break their promises',
      fr: '{count} tickets sont près de manquer leurs engagements',
    },
  },
  'sla-breach': {
    kind: 'sla-breach',
    text: { en: 'Ticket {ticket} has broken “{target}”', fr: 'Le ticket {ticket} a manqué « {target} »' },
  },
  'sla-breaches': {
    kind: 'sla-breach',
    text: {
      en: '{count} tickets have broken their promises',
      fr: '{count} tickets ont manqué leurs engagements',
    },
  },
  escalated: {
    kind: 'escalation',
    text: {
      en: 'Ticket {ticket} is escalated to you: “{target}”',
      fr: 'Le ticket {ticket} vous est transmis par escalade : « {target} »',
    },
  },
  escalations: {
    kind: 'escalation',
    text: {
      en: '{count} tickets are escalated to you',
      fr: '{count} tickets vous sont transmis par escalade',
    },
  },
  'kpi-alert': {
    kind: 'kpi-alert',
    text: { en: '“{kpi}” is at {value}, beyond {bound}', fr: '« {kpi} » est à {value}, au-delà de {bound}' },
  },
  'kpi-unusual': {
    kind: 'kpi-alert',
    text: {
      en: '“{kpi}” is at {value}, outside of what is usual in the last 8 weeks: {bound}',
      fr: '« {kpi} » est à {value}, hors de ce qui est habituel sur les 8 dernières semaines : {bound}',
    },
  },
  'kpi-back': {
    kind: 'kpi-alert',
    text: {
      en: '“{kpi}” is back within its bounds, at {value}',
      fr: '« {kpi} » est revenu dans ses limites, à {value}',
    },
  },
  'kpi-alerts': {
    kind: 'kpi-alert',
    text: {
      en: '“{kpi}”: {count} figures are out of bounds: {values}',
      fr: '« {kpi} » : {count} chiffres sortent de leurs limites : {values}',
    },
  },
  'kpi-backs': {
    kind: 'kpi-alert',
    text: {
      en: '“{kpi}”: {count} figures are back within their bounds: {values}',
      fr: '« {kpi} » : {count} chiffres sont revenus dans leurs limites : {values}',
    },
  },
  'export-ready': {
    kind: 'export-ready',
    text: { en: '“{file}” is ready', fr: '« {file} » est prêt' },
  },
  'coaching-due': {
    kind: 'coaching',
    text: {
      en: 'A follow-up with {agent} is due: “{title}”',
      fr: 'Un suivi avec {agent} arrive à échéance : « {title} »',
    },
  },
} as const satisfies Readonly<Record<string, NotificationMessage>>;

export type NotificationMessageId = keyof typeof notificationMessages;
