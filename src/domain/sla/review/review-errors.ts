import type { ErrorEntry } from '../../error.ts';

/** Expected failures of the review of breaches, part of the one catalogue. */
export const reviewErrors = {
  'breach.unknown': {
    kind: 'not-found',
    message: {
      en: 'Ticket {ticket} has no breach of “{target}” (policy “{policy}”, cycle {cycle}) that you see.',
      fr: 'Le ticket {ticket} n’a pas de dépassement de « {target} » (règle « {policy} », cycle {cycle}) que vous voyez.',
    },
    todo: {
      en: 'It may count as kept since late events came: read GET /breaches again. Nothing was changed.',
      fr: 'Des événements tardifs ont pu le faire compter comme tenu : relisez GET /breaches. Rien n’a été modifié.',
    },
  },
  'breach.own': {
    kind: 'forbidden',
    message: {
      en: 'The breach of ticket {ticket} is your own.',
      fr: 'Le dépassement du ticket {ticket} est le vôtre.',
    },
    todo: {
      en: 'Explain it and ask for an excuse: somebody else decides. Nothing was changed.',
      fr: 'Expliquez-le et demandez une excuse : quelqu’un d’autre décide. Rien n’a été modifié.',
    },
  },
  'breach.no-reason': {
    kind: 'invalid',
    message: {
      en: 'A breach is not excused without a reason.',
      fr: 'Un dépassement n’est pas excusé sans motif.',
    },
    todo: { en: 'Say why in “reason”.', fr: 'Dites pourquoi dans « reason ».' },
  },
} as const satisfies Record<string, ErrorEntry>;
