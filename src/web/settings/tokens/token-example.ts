import { base } from '#contract/paths.ts';
import type { TokenScope } from '#domain/access/permission.ts';

/** A call that works as it stands once `VIGIE_TOKEN` is set. */
export function exampleOf(scope: TokenScope, origin: string): string {
  const head = [`curl ${origin}${base}`, `  -H "Authorization: Bearer $VIGIE_TOKEN"`];
  if (scope !== 'ingest') return `${head[0]}/${scope === 'admin' ? 'members' : 'reports'} \\\n${head[1]}`;
  const event = {
    specversion: '1.0',
    id: 'example-1',
    source: 'example/desk',
    type: 'ticket.created',
    subject: 'EX-1',
    time: '2026-01-05T09:00:00Z',
    data: { channel: 'email', subject: 'Where is my parcel?' },
  };
  return [
    `${head[0]}/events \\`,
    `${head[1]} \\`,
    '  -H "Content-Type: application/cloudevents+json" \\',
    `  -d '${JSON.stringify(event)}'`,
  ].join('\n');
}
