import type { Team } from './agents.ts';
import { Weighted } from './random.ts';

/** Where a ticket comes from. */
export interface Counter {
  readonly marketplace: string;
  readonly store: string;
  readonly channel: string;
  readonly country: string;
  readonly language: string;
  readonly currency: string;
}

const countries: Readonly<Record<string, readonly [language: string, currency: string]>> = {
  FR: ['fr', 'EUR'],
  BE: ['fr', 'EUR'],
  DE: ['de', 'EUR'],
  ES: ['es', 'EUR'],
  IT: ['it', 'EUR'],
  GB: ['en', 'GBP'],
};

function counters(
  weight: number,
  marketplace: string,
  names: readonly (readonly [country: string, store: string, share: number])[],
  channels: readonly (readonly [channel: string, share: number])[],
): (readonly [Counter, number])[] {
  return names.flatMap(([country, store, share]) =>
    channels.map(([channel, part]) => {
      const [language, currency] = countries[country] as readonly [string, string];
      return [{ marketplace, store, channel, country, language, currency }, weight * share * part] as const;
    }),
  );
}

const platformChannels = [
  ['marketplace', 0.9],
  ['email', 0.07],
  ['phone', 0.03],
] as const;

export const counterChoice = new Weighted<Counter>([
  ...counters(
    0.42,
    'amazon',
    [
      ['FR', 'Amazon.fr', 0.52],
      ['DE', 'Amazon.de', 0.16],
      ['GB', 'Amazon.co.uk', 0.14],
      ['ES', 'Amazon.es', 0.1],
      ['IT', 'Amazon.it', 0.08],
    ],
    platformChannels,
  ),
  ...counters(0.15, 'cdiscount', [['FR', 'Cdiscount', 1]], platformChannels),
  ...counters(
    0.13,
    'ebay',
    [
      ['FR', 'eBay.fr', 0.6],
      ['GB', 'eBay.co.uk', 0.4],
    ],
    platformChannels,
  ),
  ...counters(
    0.3,
    'shop',
    [
      ['FR', 'Boutique', 0.78],
      ['BE', 'Boutique', 0.12],
      ['GB', 'Boutique', 0.1],
    ],
    [
      ['email', 0.42],
      ['chat', 0.33],
      ['phone', 0.18],
      ['form', 0.07],
    ],
  ),
]);

/** What a ticket is about. */
export interface Matter {
  readonly type: string;
  readonly subject: string;
  readonly team: Team;
  readonly tags: readonly string[];
  /** How much work it is, 1 being usual. */
  readonly effort: number;
}

export const matterChoice = new Weighted<Matter>([
  [{ type: 'livraison', subject: 'Où est ma commande ?', team: 'Livraison', tags: ['suivi'], effort: 0.7 }, 24],
  [{ type: 'livraison', subject: 'Colis en retard', team: 'Livraison', tags: ['retard'], effort: 1 }, 11],
  [{ type: 'livraison', subject: 'Colis perdu', team: 'Livraison', tags: ['perdu', 'transporteur'], effort: 1.6 }, 4],
  [{ type: 'retour', subject: 'Retourner un article', team: 'Retours', tags: ['retour'], effort: 0.8 }, 15],
  [{ type: 'retour', subject: 'Article endommagé', team: 'Retours', tags: ['casse'], effort: 1.2 }, 8],
  [
    { type: 'remboursement', subject: 'Remboursement attendu', team: 'Retours', tags: ['remboursement'], effort: 1.1 },
    8,
  ],
  [{ type: 'facture', subject: 'Demande de facture', team: 'Facturation', tags: ['facture'], effort: 0.5 }, 9],
  [{ type: 'facture', subject: 'Paiement refusé', team: 'Facturation', tags: ['paiement'], effort: 1 }, 4],
  [{ type: 'technique', subject: 'Mise en service', team: 'Technique', tags: ['notice'], effort: 1.3 }, 8],
  [{ type: 'technique', subject: 'Panne sous garantie', team: 'Technique', tags: ['garantie'], effort: 1.8 }, 6],
  [{ type: 'compte', subject: 'Modifier mon compte', team: 'Facturation', tags: [], effort: 0.5 }, 3],
]);

export const priorityChoice = new Weighted<string>([
  ['low', 16],
  ['normal', 62],
  ['high', 17],
  ['urgent', 5],
]);

/** Custom fields of every ticket; `generated` says that nobody wrote it. */
export const productFields: readonly Readonly<Record<string, unknown>>[] = [
  'bouilloire',
  'lampe',
  'casque audio',
  'sac à dos',
  'perceuse',
  'cafetière',
  'enceinte',
  'tapis de sport',
  'montre',
  'clavier',
].map((product) => ({ generated: true, product }));
