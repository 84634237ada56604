import type { ErrorEntry } from '../error.ts';

/** Expected failures of scorecards, coaching notes and recognition, part of the one catalogue. */
export const agentErrors = {
  'agent.unknown': {
    kind: 'not-found',
    message: {
      en: 'There is no agent “{id}” among those you see.',
      fr: 'Il n’y a pas d’agent « {id} » parmi ceux que vous voyez.',
    },
    todo: {
      en: 'See GET /agents, or “vigie agent list”, for the ids.',
      fr: 'Les identifiants se trouvent sous GET /agents, ou avec « vigie agent list ».',
    },
  },
  'agent.other-team': {
    kind: 'forbidden',
    message: {
      en: 'You are not of team “{team}”, so its averages are not shown to you.',
      fr: 'Vous n’êtes pas de l’équipe « {team} » : ses moyennes ne vous sont pas montrées.',
    },
    todo: { en: 'Choose one of your teams.', fr: 'Choisissez l’une de vos équipes.' },
  },
  'note.unknown': {
    kind: 'not-found',
    message: {
      en: 'There is no note “{id}” on this agent among those you see.',
      fr: 'Il n’y a pas de note « {id} » sur cet agent parmi celles que vous voyez.',
    },
    todo: { en: 'Reload the notes of the agent.', fr: 'Rechargez les notes de l’agent.' },
  },
  'note.read-only': {
    kind: 'forbidden',
    message: {
      en: 'This note is somebody else’s.',
      fr: 'Cette note a été écrite par quelqu’un d’autre.',
    },
    todo: {
      en: 'Write one of your own, or ask its author or an admin.',
      fr: 'Écrivez la vôtre, ou adressez-vous à son auteur ou à un administrateur.',
    },
  },
  'note.bad-follow-up': {
    kind: 'invalid',
    message: { en: '“{value}” is not a date of the calendar.', fr: '« {value} » n’est pas une date du calendrier.' },
    todo: { en: 'Write YYYY-MM-DD, such as 2026-11-30.', fr: 'Écrivez AAAA-MM-JJ, par exemple 2026-11-30.' },
  },
  'recognition.known': {
    kind: 'conflict',
    message: {
      en: 'This agent is recognised for it in {month} already.',
      fr: 'Cet agent est déjà félicité pour cela en {month}.',
    },
    todo: { en: 'Choose another month or figure.', fr: 'Choisissez un autre mois ou un autre indicateur.' },
  },
  'recognition.own': {
    kind: 'forbidden',
    message: { en: 'Nobody recognises themselves.', fr: 'Personne ne se félicite soi-même.' },
    todo: { en: 'Ask another manager.', fr: 'Adressez-vous à un autre responsable.' },
  },
  'recognition.too-few': {
    kind: 'conflict',
    message: {
      en: 'In {month} there are {n} cases behind this figure, too few to explain a recognition (at least {least}).',
      fr: 'En {month}, {n} cas seulement sont derrière ce chiffre : trop peu pour expliquer une félicitation (au moins {least}).',
    },
    todo: { en: 'Choose another month or figure.', fr: 'Choisissez un autre mois ou un autre indicateur.' },
  },
  'recognition.unknown': {
    kind: 'not-found',
    message: {
      en: 'There is no recognition “{id}” of this agent.',
      fr: 'Il n’y a pas de félicitation « {id} » pour cet agent.',
    },
    todo: { en: 'Reload the page of the agent.', fr: 'Rechargez la page de l’agent.' },
  },
} as const satisfies Record<string, ErrorEntry>;
