import type { ErrorEntry } from './error.ts';

/** Expected failures of back-up, restore and upgrade, part of the one catalogue. */
export const backupErrors = {
  'backup.cut-short': {
    kind: 'invalid',
    message: {
      en: '{file} is cut off after {bytes} bytes: the end of the back-up is missing.',
      fr: '{file} est tronqué après {bytes} octets : la fin de la sauvegarde manque.',
    },
    todo: {
      en: 'Nothing was restored from it. Copy the file again, or use another back-up.',
      fr: 'Rien n’en a été restauré. Copiez le fichier de nouveau, ou prenez une autre sauvegarde.',
    },
  },
  'backup.damaged': {
    kind: 'invalid',
    message: {
      en: '{file} is damaged in its part “{part}”, from byte {byte} on.',
      fr: '{file} est endommagé dans sa partie « {part} », à partir de l’octet {byte}.',
    },
    todo: {
      en: 'Nothing was restored from it. Copy the file again, or use another back-up.',
      fr: 'Rien n’en a été restauré. Copiez le fichier de nouveau, ou prenez une autre sauvegarde.',
    },
  },
  'backup.file-exists': {
    kind: 'conflict',
    message: { en: 'There is a file {file} already.', fr: 'Le fichier {file} existe déjà.' },
    todo: {
      en: 'Name another file; none is ever overwritten.',
      fr: 'Indiquez un autre fichier ; aucun n’est jamais écrasé.',
    },
  },
  'backup.newer': {
    kind: 'invalid',
    message: {
      en: '{file} was made by Vigie {version}, which is newer than this one ({own}).',
      fr: '{file} provient de Vigie {version}, plus récente que celle-ci ({own}).',
    },
    todo: {
      en: 'Install that version or a later one, and restore with it.',
      fr: 'Installez cette version ou une version ultérieure, puis restaurez avec elle.',
    },
  },
  'backup.not-a-backup': {
    kind: 'invalid',
    message: {
      en: '{file} is not a back-up of Vigie, or its beginning is damaged.',
      fr: '{file} n’est pas une sauvegarde de Vigie, ou son début est endommagé.',
    },
    todo: { en: 'Check the path.', fr: 'Vérifiez le chemin.' },
  },
  'backup.running': {
    kind: 'conflict',
    message: {
      en: 'Another back-up of this installation is being made.',
      fr: 'Une autre sauvegarde de cette installation est en cours.',
    },
    todo: { en: 'Try again when it has ended.', fr: 'Réessayez quand elle sera terminée.' },
  },
  'backup.stopped': {
    kind: 'unavailable',
    message: {
      en: 'The back-up was stopped before its end; {file} was not written.',
      fr: 'La sauvegarde a été interrompue ; {file} n’a pas été écrit.',
    },
    todo: { en: 'Run it again.', fr: 'Relancez-la.' },
  },
  'data.migration-failed': {
    kind: 'unavailable',
    message: {
      en: 'The records could not be brought up to date; “{migration}” failed and they are as they were: {reason}.',
      fr: 'Les fiches n’ont pas pu être mises à niveau ; « {migration} » a échoué et elles sont restées telles quelles : {reason}.',
    },
    todo: {
      en: 'Go on with the previous version of Vigie and report this. A copy of the records lies in {copy}.',
      fr: 'Continuez avec la version précédente de Vigie et signalez-le. Une copie des fiches se trouve dans {copy}.',
    },
  },
  'data.newer': {
    kind: 'conflict',
    message: {
      en: 'The data was last used by a newer version of Vigie: “{migration}” is unknown to this one ({own}).',
      fr: 'Les données ont servi à une version plus récente de Vigie : « {migration} » est inconnue de celle-ci ({own}).',
    },
    todo: {
      en: 'Install the newer version again, or put back the copy that it kept before its upgrade.',
      fr: 'Réinstallez la version plus récente, ou remettez en place la copie faite avant sa mise à niveau.',
    },
  },
  'data.no-room-for-copy': {
    kind: 'unavailable',
    message: {
      en: 'An upgrade keeps a copy of the records first: that needs {need} MB in {folder}, and {free} MB are free.',
      fr: 'Une mise à niveau copie d’abord les fiches : il faut {need} Mo dans {folder}, et {free} Mo sont libres.',
    },
    todo: { en: 'Make room on that disk and start again.', fr: 'Libérez de la place sur ce disque et redémarrez.' },
  },
  'restore.not-empty': {
    kind: 'conflict',
    message: { en: 'This installation holds data already.', fr: 'Cette installation contient déjà des données.' },
    todo: {
      en: 'Restore into an empty one, or give --replace: the data that is there is then moved aside, not deleted.',
      fr: 'Restaurez dans une installation vide, ou ajoutez --replace : les données présentes sont alors mises de côté, pas supprimées.',
    },
  },
  'restore.other-secret': {
    kind: 'conflict',
    message: {
      en: 'What is sealed in {file} was sealed with another secret than the one given here.',
      fr: 'Les valeurs scellées de {file} l’ont été avec un autre secret que celui donné ici.',
    },
    todo: {
      en: 'Set VIGIE_SECRET to the secret that was in force, or unset it where there was none; --other-secret restores all the rest without.',
      fr: 'Donnez à VIGIE_SECRET le secret d’alors, ou retirez-la s’il n’y en avait pas ; --other-secret restaure tout le reste sans lui.',
    },
  },
  'restore.unfinished': {
    kind: 'conflict',
    message: {
      en: 'A restore was cut off, and {setting} has been set or unset since.',
      fr: 'Une restauration a été interrompue, et {setting} a été ajoutée ou retirée depuis.',
    },
    todo: {
      en: 'Start once with {setting} as it was: the restore is then completed or cleared away.',
      fr: 'Démarrez une fois avec {setting} comme elle était : la restauration sera alors achevée ou effacée.',
    },
  },
  'restore.while-running': {
    kind: 'conflict',
    message: {
      en: 'A Vigie process is using the data folder {folder}.',
      fr: 'Un processus Vigie utilise le dossier de données {folder}.',
    },
    todo: {
      en: 'Stop it first: a restore needs the folder alone.',
      fr: 'Arrêtez-le d’abord : une restauration a besoin du dossier pour elle seule.',
    },
  },
  'file.no-room': {
    kind: 'unavailable',
    message: { en: 'There is no room left for {file}.', fr: 'Il n’y a plus de place pour {file}.' },
    todo: {
      en: 'Make room on that disk, or choose another one.',
      fr: 'Libérez de la place sur ce disque, ou choisissez-en un autre.',
    },
  },
} as const satisfies Record<string, ErrorEntry>;
