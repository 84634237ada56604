import type { LocalText } from '../../error.ts';

const same = (text: string): LocalText => ({ en: text, fr: text });

/** Values that columns are compared with, as people say them. */
export const valueWords: Readonly<Record<string, LocalText>> = {
  agent: same('agent'),
  away: { en: 'away', fr: 'absent' },
  breached: { en: 'breached', fr: 'dépassé' },
  busy: { en: 'busy', fr: 'occupé' },
  cancelled: { en: 'cancelled', fr: 'annulé' },
  ces: same('CES'),
  chat: same('chat'),
  check: { en: 'check', fr: 'contrôle' },
  csat: same('CSAT'),
  customer: { en: 'customer', fr: 'client' },
  deleted: { en: 'deleted', fr: 'supprimé' },
  inbound: { en: 'inbound', fr: 'entrant' },
  incident: same('incident'),
  maintenance: same('maintenance'),
  merged: { en: 'merged', fr: 'fusionné' },
  met: { en: 'met', fr: 'respecté' },
  nps: same('NPS'),
  offline: { en: 'offline', fr: 'hors ligne' },
  online: { en: 'online', fr: 'en ligne' },
  outbound: { en: 'outbound', fr: 'sortant' },
  paused: { en: 'paused', fr: 'en pause' },
  revenue: { en: 'revenue', fr: 'chiffre d’affaires' },
  running: { en: 'running', fr: 'en cours' },
  spam: same('spam'),
  'support-cost': { en: 'support cost', fr: 'coût du support' },
};
