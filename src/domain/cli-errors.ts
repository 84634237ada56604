import type { ErrorEntry } from './error.ts';

/** Expected failures of the command line and of starting the server, part of the one catalogue. */
export const cliErrors = {
  'cli.bad-instant': {
    kind: 'invalid',
    message: { en: '“{value}” is not an instant ({name}).', fr: '« {value} » n’est pas un instant ({name}).' },
    todo: {
      en: 'Write it with its offset, for example 2026-01-31T09:00:00+01:00 or 2026-01-31T08:00:00Z.',
      fr: 'Indiquez le décalage, par exemple 2026-01-31T09:00:00+01:00 ou 2026-01-31T08:00:00Z.',
    },
  },
  'cli.bad-json-file': {
    kind: 'invalid',
    message: { en: '{file} is not valid JSON: {reason}.', fr: '{file} n’est pas du JSON valide : {reason}.' },
    todo: { en: 'Correct the file and try again.', fr: 'Corrigez le fichier et réessayez.' },
  },
  'cli.bad-value': {
    kind: 'invalid',
    message: { en: '“{value}” does not suit {name}.', fr: '« {value} » ne convient pas à {name}.' },
    todo: { en: 'Give {expected}.', fr: 'Valeurs possibles : {expected}.' },
  },
  'cli.confirmation-needed': {
    kind: 'invalid',
    message: {
      en: 'The guessed columns of {file} were not confirmed; nothing was imported.',
      fr: 'Les colonnes devinées de {file} n’ont pas été confirmées ; rien n’a été importé.',
    },
    todo: {
      en: 'Accept them with --yes, or say what they mean with --mapping FILE.',
      fr: 'Acceptez-les avec --yes, ou précisez leur sens avec --mapping FICHIER.',
    },
  },
  'cli.excess-argument': {
    kind: 'invalid',
    message: { en: 'There are too many arguments.', fr: 'Il y a trop d’arguments.' },
    todo: {
      en: 'Quote values with spaces; see “{help}”.',
      fr: 'Mettez entre guillemets les valeurs qui contiennent des espaces ; voir « {help} ».',
    },
  },
  'cli.gone': {
    kind: 'unavailable',
    message: {
      en: 'The Vigie process that was answering ended before its answer was complete.',
      fr: 'Le processus Vigie qui répondait s’est arrêté avant la fin de sa réponse.',
    },
    todo: { en: 'Run the command again.', fr: 'Relancez la commande.' },
  },
  'cli.missing-argument': {
    kind: 'invalid',
    message: { en: '{name} is missing.', fr: 'Il manque {name}.' },
    todo: { en: 'See “{help}”.', fr: 'Voir « {help} ».' },
  },
  'cli.nothing-imported': {
    kind: 'invalid',
    message: {
      en: 'No row of {file} could be imported: all {rejected} were rejected.',
      fr: 'Aucune ligne de {file} n’a pu être importée : {rejected} rejetées.',
    },
    todo: {
      en: 'See why in {rejects}, correct the file or its mapping, and import it again.',
      fr: 'Les motifs sont dans {rejects} ; corrigez le fichier ou la correspondance, puis relancez l’import.',
    },
  },
  'cli.nothing-replayed': {
    kind: 'invalid',
    message: {
      en: '{file} holds no event that can be replayed ({rejected} rejected).',
      fr: '{file} ne contient aucun événement à rejouer ({rejected} rejetés).',
    },
    todo: { en: 'Give one CloudEvents object a line.', fr: 'Donnez un objet CloudEvents par ligne.' },
  },
  'cli.unknown-command': {
    kind: 'invalid',
    message: { en: 'There is no command “{name}”.', fr: 'La commande « {name} » n’existe pas.' },
    todo: { en: '“vigie --help” lists them.', fr: '« vigie --help » en donne la liste.' },
  },
  'cli.unknown-option': {
    kind: 'invalid',
    message: { en: 'There is no option “{name}” here.', fr: 'L’option « {name} » n’existe pas ici.' },
    todo: { en: '“{help}” lists them.', fr: '« {help} » en donne la liste.' },
  },
  'data.not-reached': {
    kind: 'unavailable',
    message: {
      en: '{store} does not answer at {place}: {reason}.',
      fr: '{store} ne répond pas à l’adresse {place} : {reason}.',
    },
    todo: {
      en: 'Check that it runs and that {setting} is right; without {setting} the embedded one is used.',
      fr: 'Vérifiez qu’il tourne et que {setting} est correct ; sans {setting}, la version embarquée est utilisée.',
    },
  },
  'file.not-writable': {
    kind: 'forbidden',
    message: { en: '{file} cannot be written: {reason}.', fr: '{file} ne peut pas être écrit : {reason}.' },
    todo: {
      en: 'Check that its folder exists, may be written to and has room.',
      fr: 'Vérifiez que son dossier existe, qu’on peut y écrire et qu’il reste de la place.',
    },
  },
  'server.host-refused': {
    kind: 'forbidden',
    message: {
      en: 'To listen on {host}, Vigie must know the address under which people reach it.',
      fr: 'Pour écouter sur {host}, Vigie doit connaître l’adresse sous laquelle on l’atteint.',
    },
    todo: {
      en: 'Set VIGIE_URL, such as https://vigie.example.org, with a proxy with TLS in front; or leave out --host.',
      fr: 'Définissez VIGIE_URL, par exemple https://vigie.example.org, derrière un proxy TLS ; ou retirez --host.',
    },
  },
  'server.port-in-use': {
    kind: 'conflict',
    message: {
      en: 'Port {port} of {host} is taken by another program.',
      fr: 'Le port {port} de {host} est occupé par un autre programme.',
    },
    todo: {
      en: 'Stop that program, or choose another port with --port or VIGIE_PORT.',
      fr: 'Arrêtez ce programme, ou choisissez un autre port avec --port ou VIGIE_PORT.',
    },
  },
  'server.port-refused': {
    kind: 'forbidden',
    message: {
      en: 'The system does not let Vigie listen on port {port} of {host}.',
      fr: 'Le système ne laisse pas Vigie écouter sur le port {port} de {host}.',
    },
    todo: { en: 'Choose a port from 1024 on with --port.', fr: 'Choisissez un port à partir de 1024 avec --port.' },
  },
} as const satisfies Record<string, ErrorEntry>;
