export const firstRun = {
  title: 'Voyez qui tient ses délais, preuve à l’appui',
  lead: 'Vigie transforme l’historique d’un service client en délais mesurés, en chiffres et en rapports. Chaque chiffre ouvre les tickets qui le composent, et chaque ticket sa preuve.',
  samples: 'Commencer avec un exemple',
  load: 'Charger cet exemple',
  observed: 'Données réelles',
  generated: 'Données générées',
  tickets_one: '{{n}} ticket',
  tickets_many: '{{n}} tickets',
  tickets_other: '{{n}} tickets',
  own: 'Ou partir de vos données',
  ownLead:
    'Un fichier CSV ou NDJSON, compressé ou non. Vous voyez les colonnes et confirmez leur sens avant toute lecture.',
  choose: 'Importer un fichier',
  nothingYet: 'Pas encore de données ici',
  nothingYetLead:
    'Un propriétaire ou administrateur fera entrer l’historique de votre service client. La vue d’ensemble s’affichera alors ici.',
  staysHere: 'Les données restent sur cette machine.',
} as const;
