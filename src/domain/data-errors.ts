import type { ErrorEntry } from './error.ts';

/** Expected failures of the data folder and of opening files, part of the one catalogue. */
export const dataErrors = {
  'data.busy': {
    kind: 'unavailable',
    message: {
      en: 'Another Vigie process kept this waiting too long.',
      fr: 'Un autre processus Vigie a fait attendre trop longtemps.',
    },
    todo: {
      en: 'Try again in a moment; what was acknowledged before is kept.',
      fr: 'Réessayez dans un instant ; ce qui a déjà été accepté est conservé.',
    },
  },
  'data.half-shared': {
    kind: 'conflict',
    message: {
      en: 'Another Vigie process uses this database, with figures of its own in its data folder.',
      fr: 'Un autre processus Vigie utilise cette base, avec ses propres chiffres dans son dossier de données.',
    },
    todo: {
      en: 'Stop it, or set CLICKHOUSE_URL for both: processes share the figures only on a server.',
      fr: 'Arrêtez-le, ou réglez CLICKHOUSE_URL pour les deux : des processus ne partagent les chiffres que sur un serveur.',
    },
  },
  'data.in-use': {
    kind: 'conflict',
    message: {
      en: 'Another Vigie process holds the data folder {folder}.',
      fr: 'Un autre processus Vigie utilise déjà le dossier de données {folder}.',
    },
    todo: {
      en: 'Use that one, stop it, or set VIGIE_DATA to another folder.',
      fr: 'Utilisez-le, arrêtez-le, ou indiquez un autre dossier dans VIGIE_DATA.',
    },
  },
  'data.unavailable': {
    kind: 'unavailable',
    message: {
      en: 'The {store} server does not answer at the moment.',
      fr: 'Le serveur {store} ne répond pas pour le moment.',
    },
    todo: {
      en: 'Try again in a moment: nothing acknowledged is lost, and Vigie goes on by itself once it is back.',
      fr: 'Réessayez dans un instant : rien de ce qui a été accepté n’est perdu, et Vigie reprend d’elle-même à son retour.',
    },
  },
  'data.damaged': {
    kind: 'unavailable',
    message: {
      en: 'Files of the {part} are damaged: {reason}.',
      fr: 'Des fichiers sont endommagés ({part}) : {reason}.',
    },
    todo: {
      en: 'Check the disk, then restore the last back-up with “vigie restore --replace”; the damaged data is moved aside.',
      fr: 'Vérifiez le disque, puis restaurez la dernière sauvegarde avec « vigie restore --replace » ; les données endommagées sont mises de côté.',
    },
  },
  'data.no-room': {
    kind: 'unavailable',
    message: {
      en: 'There is no room left on the disk of the data folder; nothing of this was kept.',
      fr: 'Il n’y a plus de place sur le disque du dossier de données ; rien de ceci n’a été gardé.',
    },
    todo: { en: 'Make room, then send it again.', fr: 'Libérez de la place, puis renvoyez-le.' },
  },
  'data.unusable': {
    kind: 'unavailable',
    message: {
      en: 'The data folder {folder} cannot be made or written to: {reason}.',
      fr: 'Le dossier de données {folder} ne peut être ni créé ni écrit : {reason}.',
    },
    todo: {
      en: 'Check its permissions, or set VIGIE_DATA to another folder.',
      fr: 'Vérifiez ses droits d’accès, ou indiquez un autre dossier dans VIGIE_DATA.',
    },
  },
  'data.server-too-old': {
    kind: 'unavailable',
    message: {
      en: 'The {store} server is version {found}; Vigie needs {needed} or later.',
      fr: 'Le serveur {store} est en version {found} ; Vigie demande au moins la {needed}.',
    },
    todo: {
      en: 'Upgrade it, or set {setting} to another server.',
      fr: 'Mettez-le à jour, ou indiquez un autre serveur dans {setting}.',
    },
  },
  'data.no-such-cluster': {
    kind: 'unavailable',
    message: {
      en: 'The ClickHouse server knows no cluster “{cluster}”. It knows: {known}.',
      fr: 'Le serveur ClickHouse ne connaît pas de cluster « {cluster} ». Il connaît : {known}.',
    },
    todo: {
      en: 'Set CLICKHOUSE_CLUSTER to one of these, or unset it to use this server alone.',
      fr: 'Indiquez l’un d’eux dans CLICKHOUSE_CLUSTER, ou retirez-le pour n’utiliser que ce serveur.',
    },
  },
  'data.cluster-doubles-rows': {
    kind: 'unavailable',
    message: {
      en: 'The cluster “{cluster}” writes each row to every replica itself, beside replication, so rows would count twice.',
      fr: 'Le cluster « {cluster} » écrit lui-même chaque ligne sur chaque réplica, en plus de la réplication : elle compterait double.',
    },
    todo: {
      en: 'Set internal_replication to true in each shard of its configuration.',
      fr: 'Mettez internal_replication à true dans chaque shard de sa configuration.',
    },
  },
  'workspace.unknown': {
    kind: 'not-found',
    message: { en: 'There is no workspace “{id}”.', fr: 'L’espace de travail « {id} » n’existe pas.' },
    todo: {
      en: 'Check its id; “vigie workspace list” names those that are there.',
      fr: 'Vérifiez son identifiant ; « vigie workspace list » cite ceux qui existent.',
    },
  },
  'file.no-such-file': {
    kind: 'not-found',
    message: { en: 'There is no file {file}.', fr: 'Le fichier {file} n’existe pas.' },
    todo: { en: 'Check the path and try again.', fr: 'Vérifiez le chemin et réessayez.' },
  },
  'file.not-a-file': {
    kind: 'invalid',
    message: { en: '{file} is a folder, not a file.', fr: '{file} est un dossier, pas un fichier.' },
    todo: { en: 'Name the files in it.', fr: 'Indiquez les fichiers qu’il contient.' },
  },
  'file.not-readable': {
    kind: 'forbidden',
    message: { en: '{file} cannot be read: {reason}.', fr: '{file} ne peut pas être lu : {reason}.' },
    todo: { en: 'Check its permissions and try again.', fr: 'Vérifiez ses droits d’accès et réessayez.' },
  },
  'ingest.overloaded': {
    kind: 'limited',
    message: {
      en: 'More events come than Vigie can take at the moment.',
      fr: 'Il arrive plus d’événements que Vigie ne peut en prendre pour le moment.',
    },
    todo: {
      en: 'Send them again after the seconds of Retry-After: none of this request was taken. Fewer, larger batches are faster.',
      fr: 'Renvoyez-les après les secondes de Retry-After : aucun de cette requête n’a été pris. Des lots moins nombreux et plus grands vont plus vite.',
    },
  },
} as const satisfies Record<string, ErrorEntry>;
