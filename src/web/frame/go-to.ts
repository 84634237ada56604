import type { PermissionId } from '#domain/access/permission.ts';

interface Destination {
  readonly to: string;
  /** Pressed after `g`. */
  readonly key: string;
  readonly name: string;
  /** What somebody must be allowed to find anything there. */
  readonly may: PermissionId | null;
}

/** Pages of the rail. Only what works stands here. */
export const places = [
  { to: '/', key: 'o', name: 'overview', may: 'read-reports' },
  { to: '/reports', key: 'r', name: 'reports', may: 'read-reports' },
  { to: '/dashboards', key: 'd', name: 'dashboards', may: 'read-reports' },
  { to: '/agents', key: 'a', name: 'agents', may: 'read-reports' },
  { to: '/live', key: 'l', name: 'live', may: 'read-tickets' },
  { to: '/desk', key: 'k', name: 'desk', may: 'read-tickets' },
  { to: '/breaches', key: 'b', name: 'breaches', may: 'read-tickets' },
  { to: '/alerts', key: 'e', name: 'alerts', may: 'read-reports' },
  { to: '/tickets', key: 't', name: 'tickets', may: 'read-tickets' },
  { to: '/customers', key: 'c', name: 'customers', may: 'read-tickets' },
  { to: '/sources', key: 's', name: 'sources', may: 'import-data' },
  { to: '/settings', key: ',', name: 'settings', may: null },
] as const satisfies readonly Destination[];

export type Place = (typeof places)[number];
