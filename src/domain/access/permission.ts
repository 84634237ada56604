import type { LocalText } from '../error.ts';
import type { Role } from './role.ts';

/** What an API token may do. */
export const tokenScopes = ['ingest', 'read', 'admin'] as const;
export type TokenScope = (typeof tokenScopes)[number];

/** Who may do something. What leads and agents see of the data is narrowed further by their audience. */
export interface Permission {
  readonly help: LocalText;
  readonly roles: readonly Role[];
  readonly scopes: readonly TokenScope[];
  /** Operators of the installation may, whatever their role in a workspace. */
  readonly operator?: boolean;
}

const readers = ['owner', 'admin', 'manager', 'lead', 'agent', 'viewer'] as const;
const admins = ['owner', 'admin'] as const;

/** Every permission, once. The matrix of the documentation and its test are made of this table. */
export const permissions = {
  'read-reports': {
    help: { en: 'Ask for figures, reports and values', fr: 'Consulter chiffres, rapports et valeurs' },
    roles: readers,
    scopes: ['read', 'admin'],
  },
  'read-tickets': {
    help: { en: 'Read tickets, clocks and proofs', fr: 'Lire tickets, délais et preuves' },
    roles: readers,
    scopes: ['read', 'admin'],
  },
  'read-rules': {
    help: { en: 'Read calendars and policies', fr: 'Lire calendriers et règles' },
    roles: readers,
    scopes: ['read', 'admin'],
  },
  'manage-rules': {
    help: {
      en: 'Change policies and calendars, and try changes on past tickets',
      fr: 'Modifier règles et calendriers, et essayer des changements sur les tickets passés',
    },
    roles: admins,
    scopes: ['admin'],
  },
  'export-data': {
    help: { en: 'Export rows', fr: 'Exporter des lignes' },
    roles: ['owner', 'admin', 'manager', 'lead'],
    scopes: ['read', 'admin'],
  },
  'share-reports': {
    help: { en: 'Share a report by a link', fr: 'Partager un rapport par un lien' },
    roles: ['owner', 'admin', 'manager'],
    scopes: ['admin'],
  },
  'save-reports': {
    help: {
      en: 'Save reports and dashboards, and change one’s own and those open to all',
      fr: 'Enregistrer rapports et tableaux de bord, modifier les siens et ceux ouverts à tous',
    },
    roles: ['owner', 'admin', 'manager', 'lead', 'agent'],
    scopes: ['admin'],
  },
  'publish-reports': {
    help: {
      en: 'Show saved reports and dashboards to the whole workspace',
      fr: 'Montrer rapports enregistrés et tableaux de bord à tout l’espace de travail',
    },
    roles: ['owner', 'admin', 'manager', 'lead'],
    scopes: ['admin'],
  },
  discuss: {
    help: {
      en: 'Comment on reports, dashboards and agents that one sees',
      fr: 'Commenter les rapports, tableaux de bord et agents que l’on voit',
    },
    roles: ['owner', 'admin', 'manager', 'lead', 'agent'],
    scopes: [],
  },
  'manage-definitions': {
    help: {
      en: 'Choose the default variant of each KPI',
      fr: 'Choisir la variante par défaut de chaque indicateur',
    },
    roles: ['owner', 'admin', 'manager'],
    scopes: ['admin'],
  },
  'schedule-reports': {
    help: { en: 'Send reports by mail, again and again', fr: 'Envoyer des rapports par e-mail, régulièrement' },
    roles: ['owner', 'admin', 'manager'],
    scopes: ['admin'],
  },
  'manage-alerts': {
    help: {
      en: 'Set alerts on KPIs, snooze and pause them',
      fr: 'Régler les alertes sur indicateurs, les reporter, les mettre en pause',
    },
    roles: ['owner', 'admin', 'manager'],
    scopes: ['admin'],
  },
  'read-coaching': {
    help: {
      en: 'Read coaching notes and recognition of agents, as far as they are shown to them',
      fr: 'Lire les notes de suivi et les félicitations des agents, dans la mesure où elles leur sont montrées',
    },
    roles: ['owner', 'admin', 'manager', 'lead', 'agent'],
    scopes: ['admin'],
  },
  'coach-agents': {
    help: {
      en: 'Write coaching notes and recognise agents',
      fr: 'Écrire des notes de suivi et féliciter des agents',
    },
    roles: ['owner', 'admin', 'manager', 'lead'],
    scopes: ['admin'],
  },
  'handle-clocks': {
    help: {
      en: 'Acknowledge and escalate the open clocks they see',
      fr: 'Prendre en charge et escalader les délais ouverts que l’on voit',
    },
    roles: ['owner', 'admin', 'manager', 'lead', 'agent'],
    scopes: ['admin'],
  },
  'explain-breaches': {
    help: {
      en: 'Explain the breaches they see, and ask for an excuse',
      fr: 'Expliquer les dépassements que l’on voit, et demander une excuse',
    },
    roles: ['owner', 'admin', 'manager', 'lead', 'agent'],
    scopes: ['admin'],
  },
  'review-breaches': {
    help: {
      en: 'Excuse breaches they see, and say who answers for them',
      fr: 'Excuser les dépassements que l’on voit, et dire qui en répond',
    },
    roles: ['owner', 'admin', 'manager', 'lead'],
    scopes: ['admin'],
  },
  'manage-channels': {
    help: {
      en: 'Set where warnings and escalations go, and see what was sent',
      fr: 'Régler où vont alertes et escalades, et voir ce qui est parti',
    },
    roles: ['owner', 'admin', 'manager'],
    scopes: ['admin'],
  },
  'send-events': {
    help: { en: 'Send events', fr: 'Envoyer des événements' },
    roles: admins,
    scopes: ['ingest', 'admin'],
  },
  'import-data': {
    help: {
      en: 'Import files and samples, and follow imports',
      fr: 'Importer fichiers et exemples, suivre les imports',
    },
    roles: admins,
    scopes: ['ingest', 'admin'],
  },
  'mend-events': {
    help: {
      en: 'See rejected events, mend, take and discard them',
      fr: 'Voir les événements rejetés, les réparer, les reprendre, les écarter',
    },
    roles: admins,
    scopes: ['admin'],
  },
  'manage-hooks': {
    help: {
      en: 'Set up webhooks that other systems post to',
      fr: 'Configurer les webhooks auxquels d’autres systèmes envoient',
    },
    roles: admins,
    scopes: ['admin'],
  },
  'manage-members': {
    help: { en: 'Invite members, change and remove them', fr: 'Inviter des membres, les modifier, les retirer' },
    roles: admins,
    scopes: ['admin'],
  },
  'manage-tokens': {
    help: { en: 'Create and revoke API tokens', fr: 'Créer et révoquer des jetons d’API' },
    roles: admins,
    scopes: ['admin'],
  },
  'manage-workspace': {
    help: { en: 'Change the settings of the workspace', fr: 'Modifier les réglages de l’espace de travail' },
    roles: admins,
    scopes: ['admin'],
  },
  'manage-privacy': {
    help: {
      en: 'Erase customers, give out personal data, set retention',
      fr: 'Effacer des clients, extraire des données personnelles, fixer les durées de conservation',
    },
    roles: admins,
    scopes: ['admin'],
  },
  'read-audit': {
    help: { en: 'Read and export the audit log', fr: 'Lire et exporter le journal d’audit' },
    roles: admins,
    scopes: ['admin'],
  },
  'operate-installation': {
    help: {
      en: 'Create workspaces and back up the installation',
      fr: 'Créer des espaces de travail et sauvegarder l’installation',
    },
    roles: [],
    scopes: [],
    operator: true,
  },
} as const satisfies Record<string, Permission>;

export type PermissionId = keyof typeof permissions;

/**
 * Who may call a route: who has the permission, anyone at all (`anyone`), or whoever is signed in (`signed-in`), of whatever
 * workspace.
 */
export type Access = PermissionId | 'anyone' | 'signed-in';
