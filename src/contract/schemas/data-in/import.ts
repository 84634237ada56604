import { z } from 'zod';
import { instant, jsonText } from '../common.ts';

/** How a table's columns become events. */
export const mapping = z
  .looseObject({
    shape: z.enum(['history', 'tickets']),
    timeZone: z.exactOptional(z.string()),
    timeFormat: z.exactOptional(z.string()),
    missing: z.exactOptional(z.array(z.string())),
    columns: z.record(z.string(), z.string()),
    values: z.exactOptional(z.record(z.string(), z.record(z.string(), z.string()))),
  })
  .meta({ id: 'Mapping' });

export type MappingView = z.infer<typeof mapping>;

export const importQuery = z.object({
  name: z.string().min(1).describe("The file's name; its ending tells the format"),
  source: z.string().min(1).describe('The source the events belong to'),
  mapping: jsonText(mapping).optional(),
});

export const importView = z
  .object({
    id: z.string(),
    name: z.string(),
    source: z.string(),
    sample: z.string().nullable(),
    state: z.enum(['reading', 'folding', 'done', 'failed']),
    bytes: z.int(),
    totalBytes: z.int().nullable(),
    events: z.int().describe('Events read so far'),
    accepted: z.int(),
    duplicates: z.int(),
    rejected: z.int(),
    tickets: z.int().describe('Tickets folded so far'),
    ratePerSecond: z.number().nullable(),
    secondsLeft: z.int().nullable(),
    startedAt: instant,
    endedAt: instant.nullable(),
    error: z.object({ code: z.string(), detail: z.string(), todo: z.string() }).nullable(),
  })
  .meta({ id: 'Import' });

export type ImportView = z.infer<typeof importView>;

export const rejectedLine = z.object({
  line: z.int(),
  column: z.string().nullable(),
  code: z.string(),
  message: z.string(),
});

export const preview = z.object({
  format: z.enum(['csv', 'ndjson']),
  delimiter: z.string().nullable(),
  encoding: z.string(),
  columns: z.array(z.object({ name: z.string(), samples: z.array(z.string()) })),
  rows: z.array(z.array(z.string())),
  mapping: mapping.nullable().describe('The guess, to be confirmed; null for events, which need none'),
  targets: z.array(z.string()).describe('What a column can be mapped to'),
  statuses: z.array(z.string()).describe("What a source's own status can be mapped to"),
});
