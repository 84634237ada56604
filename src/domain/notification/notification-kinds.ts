import type { LocalText } from '../error.ts';

/** What Vigie tells a member of by themselves, in the order of their settings. An id is public: never renamed. */
export const notificationKinds = [
  'mention',
  'reply',
  'sla-warning',
  'sla-breach',
  'escalation',
  'kpi-alert',
  'export-ready',
  'coaching',
] as const;
export type NotificationKind = (typeof notificationKinds)[number];

export const isNotificationKind = (text: string): text is NotificationKind =>
  notificationKinds.some((kind) => kind === text);

/** What each kind is called. */
export const notificationKindTexts: Readonly<Record<NotificationKind, LocalText>> = {
  mention: { en: 'Somebody mentions me', fr: 'Quelqu’un me mentionne' },
  reply: { en: 'Somebody replies to my comment', fr: 'Quelqu’un répond à mon commentaire' },
  'sla-warning': { en: 'A promise is about to be broken', fr: 'Un engagement est près d’être manqué' },
  'sla-breach': { en: 'A promise is broken', fr: 'Un engagement est manqué' },
  escalation: { en: 'A ticket is escalated to me', fr: 'Un ticket m’est transmis par escalade' },
  'kpi-alert': { en: 'A KPI leaves its bounds', fr: 'Un indicateur sort de ses limites' },
  'export-ready': { en: 'An export is ready', fr: 'Un export est prêt' },
  coaching: { en: 'A coaching follow-up is due', fr: 'Un suivi d’accompagnement arrive à échéance' },
};
