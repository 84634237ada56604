import type { ErrorEntry } from '../../error.ts';

/** Expected failures of saved reports and dashboards, part of the one catalogue. */
export const dashboardErrors = {
  'dashboard.bad-parameter': {
    kind: 'invalid',
    message: {
      en: 'A dashboard does not say “{name}” for all its tiles.',
      fr: 'Un tableau de bord ne règle pas « {name} » pour toutes ses tuiles.',
    },
    todo: { en: 'It may say: {known}.', fr: 'Il peut régler : {known}.' },
  },
  'dashboard.changed': {
    kind: 'conflict',
    message: {
      en: 'Somebody else changed this dashboard meanwhile: it is at version {version} now.',
      fr: 'Quelqu’un d’autre a modifié ce tableau de bord entre-temps : il en est à la version {version}.',
    },
    todo: {
      en: 'Load it again and make your changes there, or save yours as a copy.',
      fr: 'Rechargez-le et refaites vos modifications, ou enregistrez les vôtres dans une copie.',
    },
  },
  'dashboard.read-only': {
    kind: 'forbidden',
    message: {
      en: 'You may read this dashboard, not change it.',
      fr: 'Vous pouvez lire ce tableau de bord, pas le modifier.',
    },
    todo: { en: 'Duplicate it: the copy is yours.', fr: 'Dupliquez-le : la copie est à vous.' },
  },
  'dashboard.text-too-long': {
    kind: 'too-large',
    message: {
      en: 'The text of the tile “{tile}” has more than {most} characters.',
      fr: 'Le texte de la tuile « {tile} » dépasse {most} caractères.',
    },
    todo: { en: 'Shorten it, or use two tiles.', fr: 'Raccourcissez-le, ou utilisez deux tuiles.' },
  },
  'dashboard.tile-broken': {
    kind: 'invalid',
    message: {
      en: 'The place of the tile “{tile}” is not given in whole columns and rows.',
      fr: 'La place de la tuile « {tile} » n’est pas donnée en colonnes et lignes entières.',
    },
    todo: { en: 'Send x, y, w and h as whole numbers.', fr: 'Envoyez x, y, w et h en nombres entiers.' },
  },
  'dashboard.tile-doubled': {
    kind: 'invalid',
    message: { en: 'Two tiles are called “{tile}”.', fr: 'Deux tuiles s’appellent « {tile} ».' },
    todo: { en: 'Give each tile an id of its own.', fr: 'Donnez à chaque tuile un identifiant propre.' },
  },
  'dashboard.tile-failed': {
    kind: 'unavailable',
    message: {
      en: 'Something unexpected went wrong in this tile.',
      fr: 'Une erreur inattendue s’est produite dans cette tuile.',
    },
    todo: {
      en: 'Try again; if it lasts, whoever runs Vigie finds the reason in its log.',
      fr: 'Réessayez ; si cela persiste, l’exploitant en trouvera la cause dans le journal.',
    },
  },
  'dashboard.tile-outside': {
    kind: 'invalid',
    message: {
      en: 'The tile “{tile}” stands outside the grid of {columns} columns and {rows} rows.',
      fr: 'La tuile « {tile} » sort de la grille de {columns} colonnes et {rows} lignes.',
    },
    todo: { en: 'Move it inside, or make it smaller.', fr: 'Ramenez-la dans la grille, ou réduisez-la.' },
  },
  'dashboard.tile-size': {
    kind: 'invalid',
    message: {
      en: 'The tile “{tile}” is {size}; tiles are at least {least} and at most {most}.',
      fr: 'La tuile « {tile} » mesure {size} ; une tuile mesure au moins {least} et au plus {most}.',
    },
    todo: { en: 'Change its width (w) or its height (h).', fr: 'Changez sa largeur (w) ou sa hauteur (h).' },
  },
  'dashboard.tiles-overlap': {
    kind: 'invalid',
    message: { en: 'The tiles “{a}” and “{b}” overlap.', fr: 'Les tuiles « {a} » et « {b} » se chevauchent.' },
    todo: { en: 'Move one of them.', fr: 'Déplacez l’une des deux.' },
  },
  'dashboard.too-many-tiles': {
    kind: 'too-large',
    message: {
      en: 'This dashboard would have {n} tiles; {most} are the most.',
      fr: 'Ce tableau de bord aurait {n} tuiles ; {most} est le maximum.',
    },
    todo: { en: 'Remove some, or make a second dashboard.', fr: 'Retirez-en, ou créez un second tableau de bord.' },
  },
  'dashboard.unknown': {
    kind: 'not-found',
    message: {
      en: 'There is no dashboard “{id}” here, or it is not shown to you.',
      fr: 'Il n’y a pas de tableau de bord « {id} » ici, ou il ne vous est pas montré.',
    },
    todo: { en: 'See GET /dashboards for the list.', fr: 'La liste se trouve sous GET /dashboards.' },
  },
  'dashboard.unknown-template': {
    kind: 'not-found',
    message: { en: 'There is no template “{template}”.', fr: 'Il n’y a pas de modèle « {template} ».' },
    todo: { en: 'Did you mean “{suggestion}”?', fr: 'Vouliez-vous dire « {suggestion} » ?' },
  },
  'dashboard.version-missing': {
    kind: 'invalid',
    message: {
      en: 'A dashboard is replaced only by who says which version they changed.',
      fr: 'Un tableau de bord n’est remplacé que par qui dit quelle version il a modifiée.',
    },
    todo: {
      en: 'Send the ETag of GET /dashboards/{id} as the header If-Match.',
      fr: 'Envoyez l’ETag de GET /dashboards/{id} dans l’en-tête If-Match.',
    },
  },
  'saved.address-too-long': {
    kind: 'too-large',
    message: {
      en: 'This report has more than {most} parameters, or one with more than {longest} characters.',
      fr: 'Ce rapport a plus de {most} paramètres, ou l’un d’eux dépasse {longest} caractères.',
    },
    todo: { en: 'Choose fewer values in its filters.', fr: 'Choisissez moins de valeurs dans ses filtres.' },
  },
  'saved.no-owner': {
    kind: 'invalid',
    message: {
      en: 'Only a member has something of their own.',
      fr: 'Seul un membre peut avoir quelque chose à lui.',
    },
    todo: {
      en: 'Choose the visibility “workspace”, or ask as a member.',
      fr: 'Choisissez la visibilité « workspace », ou connectez-vous comme membre.',
    },
  },
  'saved.nothing-asked': {
    kind: 'invalid',
    message: { en: 'A composed report names at least one KPI.', fr: 'Un rapport composé cite au moins un indicateur.' },
    todo: { en: 'Give its “kpis”, separated by commas.', fr: 'Indiquez ses « kpis », séparés par des virgules.' },
  },
  'saved.read-only': {
    kind: 'forbidden',
    message: {
      en: 'This saved report is not yours to change.',
      fr: 'Ce rapport enregistré n’est pas à vous : vous ne pouvez pas le modifier.',
    },
    todo: { en: 'Duplicate it: the copy is yours.', fr: 'Dupliquez-le : la copie est à vous.' },
  },
  'saved.unknown': {
    kind: 'not-found',
    message: {
      en: 'There is no saved report “{id}” here, or it is not shown to you.',
      fr: 'Il n’y a pas de rapport enregistré « {id} » ici, ou il ne vous est pas montré.',
    },
    todo: { en: 'See GET /saved-reports for the list.', fr: 'La liste se trouve sous GET /saved-reports.' },
  },
} as const satisfies Record<string, ErrorEntry>;
