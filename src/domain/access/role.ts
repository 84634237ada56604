import type { LocalText } from '../error.ts';

/** What a member is in a workspace, the most powerful first. */
export const roles = ['owner', 'admin', 'manager', 'lead', 'agent', 'viewer', 'client'] as const;
export type Role = (typeof roles)[number];

/** What each role is for, in one sentence. */
export const roleTexts: Readonly<Record<Role, { readonly label: LocalText; readonly help: LocalText }>> = {
  owner: {
    label: { en: 'Owner', fr: 'Propriétaire' },
    help: {
      en: 'Everything in the workspace, owners included.',
      fr: 'Tout dans l’espace de travail, y compris les propriétaires.',
    },
  },
  admin: {
    label: { en: 'Admin', fr: 'Administrateur' },
    help: {
      en: 'Members, tokens, sources, rules and settings; not owners.',
      fr: 'Membres, jetons, sources, règles et réglages ; pas les propriétaires.',
    },
  },
  manager: {
    label: { en: 'Manager', fr: 'Responsable' },
    help: {
      en: 'All reports and tickets, exports and shared links.',
      fr: 'Tous les rapports et tickets, exports et liens partagés.',
    },
  },
  lead: {
    label: { en: 'Team lead', fr: 'Chef d’équipe' },
    help: {
      en: 'The reports and tickets of their teams, with exports.',
      fr: 'Les rapports et tickets de ses équipes, avec exports.',
    },
  },
  agent: {
    label: { en: 'Agent', fr: 'Agent' },
    help: {
      en: 'Their own numbers and tickets, and averages of their teams without names.',
      fr: 'Ses propres chiffres et tickets, et les moyennes de ses équipes sans les noms.',
    },
  },
  viewer: {
    label: { en: 'Viewer', fr: 'Lecteur' },
    help: { en: 'Reads reports and tickets, changes nothing.', fr: 'Lit les rapports et tickets, ne change rien.' },
  },
  client: {
    label: { en: 'Client', fr: 'Client' },
    help: {
      en: 'Only what is shared with them: statements and links.',
      fr: 'Uniquement ce qui lui est partagé : relevés et liens.',
    },
  },
};
