import type { LocalText } from '../../error.ts';
import type { FactTableName } from '../facts/index.ts';

/** What the rows of each fact table are, in the plural. */
export const rowNouns: Readonly<Record<FactTableName, LocalText>> = {
  tickets: { en: 'tickets', fr: 'tickets' },
  replies: { en: 'replies', fr: 'réponses' },
  messages: { en: 'messages', fr: 'messages' },
  clocks: { en: 'clocks', fr: 'délais' },
  holdings: { en: 'tickets held', fr: 'tickets détenus' },
  stages: { en: 'stays in a stage', fr: 'passages dans une étape' },
  answers: { en: 'surveys', fr: 'enquêtes' },
  work: { en: 'pieces of work', fr: 'travaux enregistrés' },
  presence: { en: 'spans of presence', fr: 'présences' },
  shifts: { en: 'shifts', fr: 'plages planifiées' },
  ledger: { en: 'ledger entries', fr: 'écritures' },
  subscriptions: { en: 'subscriptions', fr: 'abonnements' },
  incidents: { en: 'incidents', fr: 'incidents' },
  names: { en: 'names', fr: 'noms' },
};
