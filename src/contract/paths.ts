/** Every route by id: the part of the contract a client needs at run time. Paths are under `base`. */
export const base = '/api/v1';

export const paths = {
  status: { method: 'GET', path: '/status' },
  'post-events': { method: 'POST', path: '/events' },
  'start-import': { method: 'POST', path: '/imports' },
  'list-imports': { method: 'GET', path: '/imports' },
  'preview-import': { method: 'POST', path: '/imports/preview' },
  'get-import': { method: 'GET', path: '/imports/{id}' },
  'list-rejected': { method: 'GET', path: '/imports/{id}/rejected' },
  'start-sample': { method: 'POST', path: '/samples/{id}' },
  'list-kpis': { method: 'GET', path: '/kpis' },
  'list-dimensions': { method: 'GET', path: '/dimensions' },
  'list-values': { method: 'GET', path: '/dimensions/{id}/values' },
  'list-reports': { method: 'GET', path: '/reports' },
  'get-report-data': { method: 'GET', path: '/reports/{id}/data' },
  query: { method: 'POST', path: '/query' },
  'list-tickets': { method: 'GET', path: '/tickets' },
  'get-ticket': { method: 'GET', path: '/tickets/{key}' },
  'get-proof': { method: 'GET', path: '/tickets/{key}/proof' },
  'list-clocks': { method: 'GET', path: '/clocks' },
  'list-calendars': { method: 'GET', path: '/calendars' },
  'list-policies': { method: 'GET', path: '/policies' },
  export: { method: 'GET', path: '/exports/{table}' },
} as const satisfies Record<string, { readonly method: 'GET' | 'POST'; readonly path: string }>;

export type RouteId = keyof typeof paths;
