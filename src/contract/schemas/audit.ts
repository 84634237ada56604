import { z } from 'zod';
import { instant, pageQuery } from './common.ts';

/** What was done. An action is `noun.verb`, never renamed. */
export const auditEntry = z
  .object({
    id: z.int(),
    at: instant,
    actor: z.object({
      kind: z.enum(['member', 'token', 'operator', 'system']).describe('`operator`: the command line on the machine'),
      id: z.string().nullable(),
      name: z.string().nullable(),
    }),
    action: z.string(),
    subject: z.string().nullable().describe('Id of what it was done to'),
    details: z.record(z.string(), z.unknown()).describe('What changed; never a secret'),
    address: z.string().nullable(),
  })
  .meta({ id: 'AuditEntry' });

export const auditFilter = {
  actor: z.string().optional().describe('Id of a user or token'),
  action: z.string().optional().describe('An action, or the part before its dot'),
  from: instant.optional(),
  to: instant.optional(),
};

export const auditQuery = z.object({ ...auditFilter, ...pageQuery });
