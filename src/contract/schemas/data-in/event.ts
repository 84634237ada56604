import { z } from 'zod';

export const cloudEvent = z
  .looseObject({
    specversion: z.literal('1.0'),
    id: z.string().min(1),
    source: z.string().min(1),
    type: z.string().min(1),
    time: z.string(),
    subject: z.exactOptional(z.string()),
    data: z.exactOptional(z.record(z.string(), z.unknown())),
  })
  .meta({ id: 'CloudEvent' });

/** One answer an event, in the order sent. Accepted events are on disk when this is read. */
export const eventsAnswer = z.object({
  accepted: z.int(),
  duplicates: z.int(),
  rejected: z.int(),
  results: z.array(
    z.object({
      index: z.int(),
      line: z.int().nullable().describe('Line of NDJSON, from 1; null in other bodies'),
      id: z.string().nullable(),
      outcome: z.enum(['accepted', 'duplicate', 'rejected']),
      error: z.object({ code: z.string(), path: z.string(), message: z.string() }).nullable(),
    }),
  ),
});
