import type { ErrorEntry } from '../error.ts';

/** Expected failures of people who mend rejected events, part of the one catalogue. */
export const deadLetterErrors = {
  'dead-letter.unknown': {
    kind: 'not-found',
    message: {
      en: 'There is no rejected event {id} any more: it was taken, discarded or has expired.',
      fr: 'L’événement rejeté {id} n’existe plus : il a été repris, écarté ou a expiré.',
    },
    todo: { en: 'Load the list again.', fr: 'Rechargez la liste.' },
  },
} as const satisfies Record<string, ErrorEntry>;
