import type { ErrorEntry } from '../error.ts';

/** Expected failures of incoming webhooks, part of the one catalogue. */
export const hookErrors = {
  'hook.bad-path': {
    kind: 'invalid',
    message: {
      en: '“{value}” is not a JSONPath that Vigie runs: {reason}',
      fr: '« {value} » n’est pas un JSONPath que Vigie exécute : {reason}',
    },
    todo: {
      en: 'Write a path such as $.ticket.id or $.events[*] (RFC 9535), with one “$”, at most one “..” and three commas, without match() and search().',
      fr: 'Écrivez un chemin comme $.ticket.id ou $.events[*] (RFC 9535), avec un seul « $ », au plus un « .. » et trois virgules, sans match() ni search().',
    },
  },
  'hook.bad-signature': {
    kind: 'unauthenticated',
    message: {
      en: 'The signature of this body is missing or not that of the source.',
      fr: 'La signature de ce corps manque ou n’est pas celle de la source.',
    },
    todo: {
      en: 'Sign the bytes of the body as they are sent, with the secret of this source.',
      fr: 'Signez les octets du corps tels qu’ils sont envoyés, avec le secret de cette source.',
    },
  },
  'hook.bad-target': {
    kind: 'invalid',
    message: {
      en: '“{value}” is no field of an event.',
      fr: '« {value} » n’est pas un champ d’événement.',
    },
    todo: {
      en: 'Use id, type, time, subject, or data. and a key, such as data.priority; each once.',
      fr: 'Employez id, type, time, subject, ou data. suivi d’une clé, comme data.priority ; chacun une fois.',
    },
  },
  'hook.changed': {
    kind: 'conflict',
    message: {
      en: 'Somebody else changed this webhook meanwhile: it is at version {version} now.',
      fr: 'Quelqu’un d’autre a modifié ce webhook entre-temps : il en est à la version {version}.',
    },
    todo: {
      en: 'Load it again and make your changes there.',
      fr: 'Rechargez-le et refaites-y vos modifications.',
    },
  },
  'hook.not-sealed-here': {
    kind: 'conflict',
    message: {
      en: 'The secret of the webhook “{id}” was sealed with another VIGIE_SECRET.',
      fr: 'Le secret du webhook « {id} » a été scellé avec un autre VIGIE_SECRET.',
    },
    todo: { en: 'Remove the webhook and make it again.', fr: 'Supprimez le webhook et recréez-le.' },
  },
  'hook.nothing-found': {
    kind: 'invalid',
    message: {
      en: 'The path {path} finds no event in this body.',
      fr: 'Le chemin {path} ne trouve aucun événement dans ce corps.',
    },
    todo: { en: 'Correct the mapping of the source.', fr: 'Corrigez la correspondance de la source.' },
  },
  'hook.rotated': {
    kind: 'conflict',
    message: {
      en: 'Somebody else made a new secret for the webhook “{id}” at the same moment.',
      fr: 'Quelqu’un d’autre a créé au même moment un nouveau secret pour le webhook « {id} ».',
    },
    todo: { en: 'Ask them for it, or try again.', fr: 'Demandez-le-lui, ou réessayez.' },
  },
  'hook.too-many': {
    kind: 'too-large',
    message: {
      en: 'A body holds more than {most} events.',
      fr: 'Un corps contient plus de {most} événements.',
    },
    todo: { en: 'Send fewer at a time.', fr: 'Envoyez-en moins à la fois.' },
  },
  'hook.too-old': {
    kind: 'unauthenticated',
    message: {
      en: 'The time of this body is missing, or more than {seconds} seconds from now.',
      fr: 'L’heure de ce corps manque, ou s’écarte de plus de {seconds} secondes de maintenant.',
    },
    todo: {
      en: 'Sign and send at once, in epoch seconds, and set the clock of the sender.',
      fr: 'Signez et envoyez aussitôt, en secondes depuis l’époque, et réglez l’horloge de l’expéditeur.',
    },
  },
  'hook.unknown': {
    kind: 'not-found',
    message: { en: 'There is no webhook “{id}”.', fr: 'Il n’y a pas de webhook « {id} ».' },
    todo: { en: 'Check its address.', fr: 'Vérifiez son adresse.' },
  },
  'hook.version-missing': {
    kind: 'invalid',
    message: {
      en: 'The request does not say which version of the webhook “{id}” it changes.',
      fr: 'La requête ne dit pas quelle version du webhook « {id} » elle modifie.',
    },
    todo: {
      en: 'Send the version that GET /hooks names, in quotes, as the header If-Match.',
      fr: 'Envoyez la version qu’indique GET /hooks, entre guillemets, dans l’en-tête If-Match.',
    },
  },
} as const satisfies Record<string, ErrorEntry>;
