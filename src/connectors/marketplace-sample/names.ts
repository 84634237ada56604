/** Names are put together from these lists: they belong to nobody. */
export const firstNames = [
  'Léa',
  'Hugo',
  'Chloé',
  'Louis',
  'Manon',
  'Jules',
  'Inès',
  'Nathan',
  'Camille',
  'Théo',
  'Zoé',
  'Adam',
  'Élise',
  'Noah',
  'Sarah',
  'Maël',
  'Anaïs',
  'Yanis',
  'Océane',
  'Malik',
  'Emma',
  'Oliver',
  'Grace',
  'Harry',
  'Amelia',
  'Jack',
  'Ruby',
  'George',
  'Freya',
  'Arthur',
] as const;

export const lastNames = [
  'Martin',
  'Bernard',
  'Petit',
  'Robert',
  'Moreau',
  'Laurent',
  'Garcia',
  'Roux',
  'Fournier',
  'Girard',
  'Lefèvre',
  'Mercier',
  'Dupuis',
  'Faure',
  'Lambert',
  'Benali',
  'Traoré',
  'Nguyen',
  'Rousseau',
  'Perrin',
  'Smith',
  'Taylor',
  'Brown',
  'Wilson',
  'Walker',
  'Hughes',
  'Edwards',
  'Clarke',
  'Cooper',
  'Bennett',
] as const;

const trades = [
  'Atelier',
  'Maison',
  'Comptoir',
  'Garage',
  'Hôtel',
  'Librairie',
  'Studio',
  'Pharmacie',
  'Cave',
  'Jardins',
];

/** One of some three hundred companies. */
export function companyName(index: number): string {
  const trade = trades[index % trades.length] as string;
  return `${trade} ${lastNames[Math.floor(index / trades.length) % lastNames.length] as string}`;
}

export function personName(index: number): string {
  const first = firstNames[index % firstNames.length] as string;
  return `${first} ${lastNames[Math.floor(index / firstNames.length) % lastNames.length] as string}`;
}

/** `lea.martin` of `Léa Martin`. */
export function loginOf(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z]+/g, '.');
}
