import { z } from 'zod';
import { retentionLimits } from '#domain/privacy/retention.ts';
import { instant } from './common.ts';

export const personId = z.string().min(1).max(1000);

export const erasureRequest = z.strictObject({
  customer: personId.describe('Id of the customer, as the source gave it'),
});

const count = z.int().min(0);

export const erasure = z
  .object({
    id: z.string(),
    state: z.enum(['pending', 'done']),
    pseudonym: z.string(),
    requestedBy: z.string().nullable().meta({ description: 'Null: the retention period of the workspace' }),
    requestedAt: instant,
    finishedAt: instant.nullable(),
    tickets: count,
    events: count,
    rejected: count,
  })
  .meta({ id: 'Erasure', description: 'Counts are those of an erasure that is done' });

export type ErasureView = z.infer<typeof erasure>;

const period = (most: number) => z.int().min(1).max(most).nullable();

export const retention = z
  .strictObject({
    ticketMonths: period(retentionLimits.ticketMonths),
    customerMonths: period(retentionLimits.customerMonths),
    importDays: period(retentionLimits.importDays),
    auditDays: period(retentionLimits.auditDays),
  })
  .meta({ id: 'Retention', description: 'How long data is kept; null keeps it for good' });

export const retentionPreview = z
  .object({ tickets: count, customers: count, rejected: count, imports: count, auditEntries: count })
  .meta({ id: 'RetentionPreview' });
