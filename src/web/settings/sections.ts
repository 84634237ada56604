import type { PermissionId } from '#domain/access/permission.ts';

interface Section {
  readonly name: string;
  readonly to: string;
  readonly group: 'you' | 'here' | 'installation';
  /** What somebody must be allowed to use it; null: everybody who is signed in. */
  readonly may: PermissionId | null;
}

/** Every page of the settings, in the order of their list. */
export const sections = [
  { name: 'profile', to: '/settings/profile', group: 'you', may: null },
  { name: 'security', to: '/settings/security', group: 'you', may: null },
  { name: 'notifications', to: '/settings/notifications', group: 'you', may: null },
  { name: 'workspace', to: '/settings/workspace', group: 'here', may: 'manage-workspace' },
  { name: 'members', to: '/settings/members', group: 'here', may: 'manage-members' },
  { name: 'tokens', to: '/settings/tokens', group: 'here', may: 'manage-tokens' },
  { name: 'links', to: '/settings/links', group: 'here', may: 'share-reports' },
  { name: 'policies', to: '/settings/policies', group: 'here', may: 'read-rules' },
  { name: 'schedules', to: '/settings/schedules', group: 'here', may: 'schedule-reports' },
  { name: 'calendars', to: '/settings/calendars', group: 'here', may: 'read-rules' },
  { name: 'hooks', to: '/settings/hooks', group: 'here', may: 'manage-hooks' },
  { name: 'channels', to: '/settings/channels', group: 'here', may: 'manage-channels' },
  { name: 'audit', to: '/settings/audit', group: 'here', may: 'read-audit' },
  { name: 'data', to: '/settings/data', group: 'here', may: 'manage-privacy' },
  { name: 'workspaces', to: '/settings/workspaces', group: 'installation', may: 'operate-installation' },
  { name: 'backup', to: '/settings/backup', group: 'installation', may: 'operate-installation' },
] as const satisfies readonly Section[];

export const groups = ['you', 'here', 'installation'] as const;
