import { z } from 'zod';
import { instant, localText } from './common.ts';

export const sample = z.object({
  id: z.enum(['incidents', 'marketplace']),
  title: localText,
  description: localText,
  generated: z.boolean().describe('True: the data is made up, not observed'),
  attribution: localText.describe('What must be said wherever its figures are shown'),
  tickets: z.int().describe('Tickets it brings'),
  loaded: z.boolean(),
});

export const status = z
  .object({
    version: z.string(),
    workspace: z.object({ id: z.string(), name: z.string() }),
    hasData: z.boolean(),
    tickets: z.int(),
    timeZone: z.string(),
    freshness: instant.nullable().describe('Instant of the newest event folded'),
    firstCreatedAt: instant.nullable(),
    lastCreatedAt: instant.nullable(),
    runningImport: z.string().nullable(),
    samples: z.array(sample),
  })
  .meta({ id: 'Status' });

export type StatusView = z.infer<typeof status>;
