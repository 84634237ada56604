import type { ErrorEntry } from '../../error.ts';

/** Expected failures of people who edit policies and try them, part of the one catalogue. */
export const policyEditingErrors = {
  'policy.always-paused': {
    kind: 'invalid',
    message: {
      en: 'The clock of target “{target}” would never run: it stands still in every status.',
      fr: 'Le délai de l’objectif « {target} » ne courrait jamais : il est en pause dans tous les statuts.',
    },
    todo: { en: 'Leave a status in which it counts.', fr: 'Laissez au moins un statut dans lequel il court.' },
  },
  'policy.changed': {
    kind: 'conflict',
    message: {
      en: 'Somebody else changed this policy meanwhile: it is at version {version} now.',
      fr: 'Quelqu’un d’autre a modifié cette règle entre-temps : elle en est à la version {version}.',
    },
    todo: {
      en: 'Load it again and make your changes there.',
      fr: 'Rechargez-la et refaites-y vos modifications.',
    },
  },
  'policy.channel-only-tells': {
    kind: 'invalid',
    message: {
      en: 'Step “{step}” asks the channel “{channel}” to act, which can only be written to.',
      fr: 'L’étape « {step} » demande d’agir au canal « {channel} », auquel on ne peut qu’écrire.',
    },
    todo: {
      en: 'Choose a webhook, which changes the ticket in your helpdesk.',
      fr: 'Choisissez un webhook, qui modifie le ticket dans votre outil d’assistance.',
    },
  },
  'policy.dry-run-unknown': {
    kind: 'not-found',
    message: { en: 'There is no dry run “{id}” any more.', fr: 'L’essai « {id} » n’existe plus.' },
    todo: { en: 'Start it again: it is kept for a day.', fr: 'Relancez-le : un essai est gardé un jour.' },
  },
  'policy.dry-runs-running': {
    kind: 'limited',
    message: {
      en: '{most} dry runs are under way in this workspace.',
      fr: '{most} essais sont déjà en cours dans cet espace de travail.',
    },
    todo: { en: 'Wait for one to end, or cancel it.', fr: 'Attendez la fin de l’un d’eux, ou annulez-le.' },
  },
  'policy.in-force': {
    kind: 'conflict',
    message: {
      en: 'Policy “{policy}” has measured tickets: without it their figures would change.',
      fr: 'La règle « {policy} » a mesuré des tickets : sans elle, leurs chiffres changeraient.',
    },
    todo: {
      en: 'Retire it: it takes no more tickets, and those it took keep their clocks.',
      fr: 'Mettez-y fin : elle ne prend plus de tickets, et ceux qu’elle a pris gardent leurs délais.',
    },
  },
  'policy.name-missing': {
    kind: 'invalid',
    message: { en: 'The policy has no name.', fr: 'La règle n’a pas de nom.' },
    todo: { en: 'Give it one that people know it by.', fr: 'Donnez-lui un nom sous lequel on la reconnaît.' },
  },
  'policy.no-targets': {
    kind: 'invalid',
    message: { en: 'The policy promises nothing yet.', fr: 'La règle ne promet encore rien.' },
    todo: { en: 'Add at least one target.', fr: 'Ajoutez au moins un objectif.' },
  },
  'policy.order-changed': {
    kind: 'conflict',
    message: {
      en: 'Somebody else changed the order of the policies meanwhile.',
      fr: 'Quelqu’un d’autre a changé l’ordre des règles entre-temps.',
    },
    todo: { en: 'Load the list again, then order it.', fr: 'Rechargez la liste, puis ordonnez-la.' },
  },
  'policy.order-incomplete': {
    kind: 'invalid',
    message: {
      en: 'The order names other policies than there are: {ids}.',
      fr: 'L’ordre ne nomme pas les mêmes règles que celles qui existent : {ids}.',
    },
    todo: { en: 'Name each policy once.', fr: 'Nommez chaque règle une fois.' },
  },
  'policy.reserved-id': {
    kind: 'invalid',
    message: { en: 'No policy can be called “{id}”.', fr: 'Aucune règle ne peut s’appeler « {id} ».' },
    todo: {
      en: 'Use 1 to 64 small letters, digits and hyphens, and not a word of an address such as dry-run.',
      fr: 'Utilisez de 1 à 64 minuscules, chiffres et traits d’union, et aucun mot d’adresse comme dry-run.',
    },
  },
  'policy.start-not-first-reply': {
    kind: 'invalid',
    message: {
      en: 'Target “{target}” says from when it counts, which only a first reply can.',
      fr: 'L’objectif « {target} » dit à partir de quand il court, ce que seule une première réponse permet.',
    },
    todo: { en: 'Leave the start to the metric.', fr: 'Laissez la mesure fixer le départ.' },
  },
  'policy.target-without-time': {
    kind: 'invalid',
    message: {
      en: 'Target “{target}” says within how long for no priority, so it would measure nothing.',
      fr: 'L’objectif « {target} » ne donne de durée pour aucune priorité : il ne mesurerait rien.',
    },
    todo: { en: 'Write a duration, such as 4 h.', fr: 'Écrivez une durée, comme 4 h.' },
  },
  'policy.target-zero': {
    kind: 'invalid',
    message: {
      en: 'Target “{target}” leaves no time at all: every ticket would break it.',
      fr: 'L’objectif « {target} » ne laisse aucun temps : chaque ticket le dépasserait.',
    },
    todo: { en: 'Write a duration above zero.', fr: 'Écrivez une durée supérieure à zéro.' },
  },
  'policy.unknown': {
    kind: 'not-found',
    message: { en: 'There is no policy “{id}”.', fr: 'La règle « {id} » n’existe pas.' },
    todo: { en: 'Choose one of GET /policies.', fr: 'Choisissez-en une de GET /policies.' },
  },
  'policy.unknown-channel': {
    kind: 'invalid',
    message: {
      en: 'Step “{step}” writes to the channel “{channel}”, which there is not.',
      fr: 'L’étape « {step} » écrit au canal « {channel} », qui n’existe pas.',
    },
    todo: {
      en: 'Choose a channel that is there, or add this one in the settings.',
      fr: 'Choisissez un canal existant, ou ajoutez celui-ci dans les réglages.',
    },
  },
  'policy.unknown-preset': {
    kind: 'not-found',
    message: { en: 'There is no preset “{id}”.', fr: 'Le modèle « {id} » n’existe pas.' },
    todo: { en: 'Choose one of: {known}.', fr: 'Choisissez parmi : {known}.' },
  },
  'policy.unknown-version': {
    kind: 'not-found',
    message: {
      en: 'Policy “{policy}” has no version {version}.',
      fr: 'La règle « {policy} » n’a pas de version {version}.',
    },
    todo: { en: 'It has the versions {known}.', fr: 'Elle a les versions {known}.' },
  },
  'policy.version-missing': {
    kind: 'invalid',
    message: {
      en: 'The request does not say which version of “{id}” it changes.',
      fr: 'La requête ne dit pas quelle version de « {id} » elle modifie.',
    },
    todo: {
      en: 'Send the ETag of the answer you read in If-Match.',
      fr: 'Envoyez dans If-Match l’ETag de la réponse que vous avez lue.',
    },
  },
  'policy.warning-too-early': {
    kind: 'invalid',
    message: {
      en: 'A warning of target “{target}” would come before its clock begins.',
      fr: 'Une alerte de l’objectif « {target} » viendrait avant le départ de son délai.',
    },
    todo: {
      en: 'Warn with less time left than the target has.',
      fr: 'Alertez quand il reste moins de temps que n’en a l’objectif.',
    },
  },
} as const satisfies Record<string, ErrorEntry>;
