import type { ErrorEntry } from '../error.ts';

/** Expected failures of discussions and notifications, part of the one catalogue. */
export const discussionErrors = {
  'comment.changed': {
    kind: 'conflict',
    message: {
      en: 'This comment was changed meanwhile: it is at version {version} now.',
      fr: 'Ce commentaire a été modifié entre-temps : il en est à la version {version}.',
    },
    todo: { en: 'Read it again, then make your change.', fr: 'Relisez-le, puis refaites votre modification.' },
  },
  'comment.cannot-see': {
    kind: 'invalid',
    message: {
      en: '{name} may not see this, so they cannot be mentioned here.',
      fr: '{name} ne peut pas voir ceci : il est impossible de l’y mentionner.',
    },
    todo: {
      en: 'Take the mention out, or show it to them first.',
      fr: 'Retirez la mention, ou donnez-lui d’abord accès.',
    },
  },
  'comment.not-yours': {
    kind: 'forbidden',
    message: {
      en: 'This comment is somebody else’s.',
      fr: 'Ce commentaire est de quelqu’un d’autre.',
    },
    todo: {
      en: 'Reply to it. Its author changes it; admins may remove it too.',
      fr: 'Répondez-y. Seul son auteur le modifie ; un administrateur peut aussi le supprimer.',
    },
  },
  'comment.of-nobody': {
    kind: 'forbidden',
    message: {
      en: 'A comment is written by a member, not by a token or the command line.',
      fr: 'Un commentaire est écrit par un membre, pas par un jeton ni la ligne de commande.',
    },
    todo: { en: 'Sign in and write it there.', fr: 'Connectez-vous pour l’écrire.' },
  },
  'comment.thread-only': {
    kind: 'invalid',
    message: {
      en: 'Replies are not replied to, nor settled: the comment that began the thread is.',
      fr: 'On ne répond pas à une réponse et on ne la règle pas : c’est le premier commentaire du fil qui compte.',
    },
    todo: { en: 'Name that comment.', fr: 'Indiquez ce commentaire.' },
  },
  'comment.too-many-mentions': {
    kind: 'invalid',
    message: {
      en: 'A comment mentions {most} people at most.',
      fr: 'Un commentaire mentionne {most} personnes au plus.',
    },
    todo: { en: 'Take some out.', fr: 'Retirez-en.' },
  },
  'comment.unknown': {
    kind: 'not-found',
    message: {
      en: 'There is no comment “{id}” here, or it is not shown to you.',
      fr: 'Il n’y a pas de commentaire « {id} » ici, ou il ne vous est pas montré.',
    },
    todo: { en: 'Load the discussion again.', fr: 'Rechargez la discussion.' },
  },
  'comment.unknown-mention': {
    kind: 'invalid',
    message: {
      en: 'No member has the id “{id}”, which the comment mentions.',
      fr: 'Aucun membre n’a l’identifiant « {id} », que le commentaire mentionne.',
    },
    todo: {
      en: 'GET /discussions/people names those who can be mentioned.',
      fr: 'GET /discussions/people cite les personnes que l’on peut mentionner.',
    },
  },
  'discussion.unknown-subject': {
    kind: 'not-found',
    message: {
      en: 'There is no {kind} “{id}” to discuss here, or it is not shown to you.',
      fr: 'Il n’y a rien à discuter sous « {id} » ({kind}), ou cela ne vous est pas montré.',
    },
    todo: {
      en: 'Give the kind report, saved-report, dashboard or agent, and an id of it.',
      fr: 'Donnez le type report, saved-report, dashboard ou agent, et un identifiant existant.',
    },
  },
  'notification.unknown': {
    kind: 'not-found',
    message: {
      en: 'There is no notification “{id}” for you.',
      fr: 'Il n’y a pas de notification « {id} » pour vous.',
    },
    todo: { en: 'GET /notifications lists yours.', fr: 'GET /notifications cite les vôtres.' },
  },
} as const satisfies Record<string, ErrorEntry>;
