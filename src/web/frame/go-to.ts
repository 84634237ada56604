/** Pages of the rail with the key pressed after `g`. Only what works stands here. */
export const places = [
  { to: '/', key: 'o', name: 'overview' },
  { to: '/reports', key: 'r', name: 'reports' },
  { to: '/tickets', key: 't', name: 'tickets' },
  { to: '/sources', key: 's', name: 'sources' },
] as const;

export type Place = (typeof places)[number];
