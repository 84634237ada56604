import { resolve } from 'node:path';
import type { LocalText } from '#domain/error.ts';

export type SampleId = 'incidents' | 'marketplace';

/** A bundled sample: where its rules lie, what it is, and what must be said wherever it is shown. */
export interface Sample {
  readonly id: SampleId;
  /** Name of the source under which its events stand. */
  readonly source: string;
  readonly title: LocalText;
  readonly description: LocalText;
  /** How many tickets it has; of a generated one, unless another number is asked for. */
  readonly tickets: number;
  readonly attribution: LocalText;
  readonly generated: boolean;
  readonly timeZone: string;
  readonly businessCalendar: string;
  readonly calendars: string;
  readonly policies: string;
  /** The log and its mapping; null where the sample is generated. */
  readonly log: { readonly file: string; readonly mapping: string } | null;
}

const root = resolve(import.meta.dirname, '../../samples');

export const samples: Readonly<Record<SampleId, Sample>> = {
  incidents: {
    id: 'incidents',
    source: 'uci/servicenow',
    title: { en: 'IT incidents, 2016–2017', fr: 'Incidents informatiques, 2016-2017' },
    description: {
      en: 'The incident log of a real company: 24,918 incidents over a year, with who handled each and the verdict of the source itself.',
      fr: 'Le journal d’incidents d’une vraie entreprise : 24 918 incidents sur un an, qui les a traités, et le verdict de la source elle-même.',
    },
    tickets: 24_918,
    attribution: {
      en: 'Incident management process enriched event log: C. Amaral, M. Fantinato, S. Peres, University of São Paulo; UCI Machine Learning Repository, data set 498; CC BY 4.0. The targets are ours: the source does not publish its own.',
      fr: 'Incident management process enriched event log : C. Amaral, M. Fantinato, S. Peres, université de São Paulo ; UCI Machine Learning Repository, jeu de données 498 ; CC BY 4.0. Les objectifs sont les nôtres : la source ne publie pas les siens.',
    },
    generated: false,
    timeZone: 'UTC',
    businessCalendar: 'incidents',
    calendars: resolve(root, 'uci-incidents/calendars.json'),
    policies: resolve(root, 'uci-incidents/policies.json'),
    log: {
      file: resolve(root, 'uci-incidents/incident_event_log.csv.gz'),
      mapping: resolve(root, 'uci-incidents/mapping.json'),
    },
  },
  marketplace: {
    id: 'marketplace',
    source: 'sample/marketplace',
    title: { en: 'A seller’s year, generated', fr: 'Une année de vendeur, données générées' },
    description: {
      en: 'A year of a seller on Amazon, eBay, Cdiscount and a shop of its own, by e-mail, chat and phone: everything Vigie measures.',
      fr: 'L’année d’un vendeur sur Amazon, eBay, Cdiscount et sa propre boutique, par e-mail, chat et téléphone : tout ce que Vigie mesure.',
    },
    tickets: 60_000,
    attribution: {
      en: 'Generated data: no person, customer or order in it is real.',
      fr: 'Données générées : aucune personne, aucun client, aucune commande n’est réel.',
    },
    generated: true,
    timeZone: 'Europe/Paris',
    businessCalendar: 'paris',
    calendars: resolve(root, 'marketplace/calendars.json'),
    policies: resolve(root, 'marketplace/policies.json'),
    log: null,
  },
};
