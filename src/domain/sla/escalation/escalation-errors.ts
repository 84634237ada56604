import type { ErrorEntry } from '../../error.ts';

/** Expected failures of escalation steps, of the channels they write to and of what is done about open clocks. */
export const escalationErrors = {
  'policy.duplicate-step': {
    kind: 'invalid',
    message: { en: 'The policy has two steps “{step}”.', fr: 'La règle a deux étapes « {step} ».' },
    todo: { en: 'Give each step its own id.', fr: 'Donnez à chaque étape son propre identifiant.' },
  },
  'policy.step-unknown-target': {
    kind: 'invalid',
    message: {
      en: 'Step “{step}” is for the target “{target}”, which the policy does not have.',
      fr: 'L’étape « {step} » vise l’objectif « {target} », que la règle n’a pas.',
    },
    todo: { en: 'Name a target of the same policy.', fr: 'Nommez un objectif de la même règle.' },
  },
  'policy.step-without-warning': {
    kind: 'invalid',
    message: {
      en: 'Step “{step}” would never be due: none of its targets gives that warning.',
      fr: 'L’étape « {step} » n’aurait jamais lieu : aucun de ses objectifs ne donne cette alerte.',
    },
    todo: {
      en: 'Add the warning to warnAt of a target, or write one that stands there.',
      fr: 'Ajoutez l’alerte au warnAt d’un objectif, ou écrivez-en une qui y figure.',
    },
  },
  'channel.unknown': {
    kind: 'not-found',
    message: { en: 'There is no channel “{id}”.', fr: 'Le canal « {id} » n’existe pas.' },
    todo: { en: 'Choose one of GET /channels.', fr: 'Choisissez-en un de GET /channels.' },
  },
  'channel.taken': {
    kind: 'conflict',
    message: { en: 'There is a channel “{id}” already.', fr: 'Il y a déjà un canal « {id} ».' },
    todo: {
      en: 'Choose another id, or remove that channel.',
      fr: 'Choisissez un autre identifiant, ou retirez ce canal.',
    },
  },
  'channel.not-sealed-here': {
    kind: 'invalid',
    message: {
      en: 'The address of channel “{id}” was sealed with another secret than that of this installation.',
      fr: 'L’adresse du canal « {id} » a été scellée avec un autre secret que celui de cette installation.',
    },
    todo: {
      en: 'Remove the channel and create it again.',
      fr: 'Retirez le canal et créez-le de nouveau.',
    },
  },
  'channel.refused': {
    kind: 'unavailable',
    message: {
      en: '{host} answered {status} and took the message not.',
      fr: '{host} a répondu {status} et n’a pas pris le message.',
    },
    todo: {
      en: 'Check the address of the channel where it was made.',
      fr: 'Vérifiez l’adresse du canal là où elle a été créée.',
    },
  },
  'channel.too-slow': {
    kind: 'unavailable',
    message: {
      en: 'The other side did not take the message within 25 seconds.',
      fr: 'L’autre côté n’a pas pris le message en 25 secondes.',
    },
    todo: { en: 'It is tried again by itself.', fr: 'Un nouvel essai aura lieu de lui-même.' },
  },
  'channel.no-key': {
    kind: 'invalid',
    message: {
      en: 'The channel “{id}” is no webhook, so nothing is signed for it.',
      fr: 'Le canal « {id} » n’est pas un webhook : rien n’est signé pour lui.',
    },
    todo: {
      en: 'Name a channel of the kind webhook.',
      fr: 'Indiquez un canal de type webhook.',
    },
  },
  'channel.rotated': {
    kind: 'conflict',
    message: {
      en: 'Somebody else made a new key for the channel “{id}” at the same moment.',
      fr: 'Quelqu’un d’autre a créé au même moment une nouvelle clé pour le canal « {id} ».',
    },
    todo: { en: 'Ask them for it, or try again.', fr: 'Demandez-la-lui, ou réessayez.' },
  },
  'channel.no-mail': {
    kind: 'unavailable',
    message: { en: 'This installation sends no mail.', fr: 'Cette installation n’envoie pas d’e-mail.' },
    todo: {
      en: 'Its operator sets SMTP_URL and starts it again.',
      fr: 'Son opérateur définit SMTP_URL et la redémarre.',
    },
  },
  'clock.unknown': {
    kind: 'not-found',
    message: {
      en: 'Ticket {ticket} has no open clock “{target}” (policy “{policy}”, cycle {cycle}).',
      fr: 'Le ticket {ticket} n’a pas de délai ouvert « {target} » (règle « {policy} », cycle {cycle}).',
    },
    todo: {
      en: 'It may have stopped meanwhile: read GET /clocks?open=true again.',
      fr: 'Il s’est peut-être arrêté entre-temps : relisez GET /clocks?open=true.',
    },
  },
} as const satisfies Record<string, ErrorEntry>;
